// A ledger into files (transfer.h).
#include "events/hash.h"
#include "events/json.h"
#include "events/lane.h"
#include "services/runtime/read_lane.h"
#include "services/transfer/manifest.h"
#include "services/transfer/transfer.h"

namespace rollcall::transfer {
using namespace events;
namespace {

constexpr std::chrono::seconds kPatience{30};
constexpr std::uint64_t kTell = 100'000;

std::string padded(std::uint64_t number) {
  const auto text = std::to_string(number);
  return std::string(20 - text.size(), '0') + text;
}

// The key that an entry must have, so that it need not be written.
std::string_view key_of(const Record& record) { return record.kind == RecordKind::fence ? std::string_view("fence") : record.subject; }

class LaneExport {
 public:
  LaneExport(Log& log, Partition lane, const std::filesystem::path& folder, Figures& figures, const Progress& progress)
      : log_(log), id_{std::string(kLedgerTopic), lane}, folder_(folder), figures_(figures), progress_(progress) {}

  Expected<Manifest::Lane> run() {
    const auto begin = log_.begin(id_), end = log_.end(id_);
    if (!begin || !end) return fail((begin ? end.error() : begin.error()).detail);
    if (begin->value != 0) return broken("ledger lane " + lane() + " begins at offset " + std::to_string(begin->value) + ": its beginning is gone");
    if (auto read = runtime::read_lane(*log_.reader(), id_, *begin, *end, kPatience, [this](const Entry& entry) { return take(entry); }); !read) return tl::unexpected(read.error());
    if (auto closed = close_segment(); !closed) return tl::unexpected(closed.error());
    out_.entries = next_;
    return std::move(out_);
  }
  const LaneState& state() const { return lane_.state(); }

 private:
  std::string lane() const { return std::to_string(id_.partition.value); }

  Expected<void> take(const Entry& entry) {
    const auto read = read_entry(lane_, parser_, id_.partition, entry);
    if (!read) return tl::unexpected(read.error());
    if (entry.offset.value != next_) return broken("offset " + std::to_string(next_) + " was due", lane_place(id_.partition, entry.offset));
    if (entry.key != key_of(read->record)) return broken("its key is not its subject", lane_place(id_.partition, entry.offset));
    if (bytes_.size() + entry.value.size() > kSegmentBytes)
      if (auto closed = close_segment(); !closed) return closed;
    bytes_.append(entry.value).push_back('\n');
    ++next_;
    figures_.records += read->verdict == Verdict::valid;
    if (++figures_.entries % kTell == 0 && progress_) progress_(figures_);
    return {};
  }

  Expected<void> close_segment() {
    if (bytes_.empty()) return {};
    const std::string name = "ledger-" + lane() + "-" + padded(first_) + ".ndjson";
    if (auto written = write_file(folder_ / name, bytes_); !written) return written;
    out_.segments.push_back({name, first_, next_ - first_, hex(bytes_of(sha256(bytes_)))});
    first_ = next_;
    bytes_.clear();
    return {};
  }

  Log& log_;
  const LaneId id_;
  const std::filesystem::path& folder_;
  Figures& figures_;
  const Progress& progress_;
  JsonParser parser_;
  Lane lane_;
  Manifest::Lane out_;
  std::string bytes_;
  std::uint64_t first_ = 0, next_ = 0;
};

Expected<Segment> export_keys(Log& log, const std::filesystem::path& folder) {
  const LaneId lane{std::string(kKeysTopic), {0}};
  const auto begin = log.begin(lane), end = log.end(lane);
  if (!begin || !end) return fail((begin ? end.error() : begin.error()).detail);
  std::string bytes;
  Segment segment{"keys.ndjson", 0, 0, {}};
  const auto read = runtime::read_lane(*log.reader(), lane, *begin, *end, kPatience, [&](const Entry& entry) -> Expected<void> {
    bytes += "{\"contact\":";
    append_json_string(entry.key, bytes);
    bytes += ",\"key\":\"" + base64(entry.value) + "\"}\n";
    ++segment.entries;
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  segment.sha256 = hex(bytes_of(sha256(bytes)));
  if (auto written = write_file(folder / segment.file, bytes); !written) return tl::unexpected(written.error());
  return segment;
}

}  // namespace

Expected<Figures> export_ledger(Log& log, const std::filesystem::path& folder, const signing::Signer& signer, bool with_keys, const Progress& progress) {
  std::error_code error;
  if (std::filesystem::exists(folder / "manifest.note")) return fail(folder.string() + " holds an export already; name another folder");
  std::filesystem::create_directories(folder, error);
  if (error) return fail("can't make the folder " + folder.string() + ": " + error.message());
  const auto lanes = log.lanes(std::string(kLedgerTopic));
  const auto id = log.topic_id(std::string(kLedgerTopic));
  if (!lanes || !id) return fail((lanes ? id.error() : lanes.error()).detail);
  Figures figures;
  Manifest manifest;
  figures.ledger = manifest.ledger = *id;
  for (std::uint16_t p = 0; p < *lanes; ++p) {
    LaneExport lane(log, {p}, folder, figures, progress);
    auto done = lane.run();
    if (!done) return tl::unexpected(done.error());
    manifest.lanes.push_back(std::move(*done));
    const auto inbox = log.end({std::string(kInboxTopic), {p}});
    if (inbox && inbox->value > lane.state().next_inbox) figures.undecided += inbox->value - lane.state().next_inbox;
  }
  if (with_keys) {
    auto keys = export_keys(log, folder);
    if (!keys) return tl::unexpected(keys.error());
    manifest.keys = std::move(*keys);
  }
  if (auto written = write_file(folder / "verifier.txt", signer.verifier() + "\n"); !written) return tl::unexpected(written.error());
  if (auto written = write_file(folder / "manifest.note", signer.sign(write_manifest(manifest))); !written) return tl::unexpected(written.error());
  return figures;
}

}  // namespace rollcall::transfer
