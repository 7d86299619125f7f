// Files into a log (transfer.h).
#include <condition_variable>
#include <map>
#include <mutex>

#include "events/codec.h"
#include "events/hash.h"
#include "events/lane.h"
#include "services/runtime/read_lane.h"
#include "services/transfer/manifest.h"
#include "services/transfer/transfer.h"

namespace rollcall::transfer {
using namespace events;
namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr std::size_t kPortion = 2000;
constexpr std::size_t kAhead = 8;  // portions on their way
constexpr std::uint64_t kTell = 100'000;

// Appends portions ahead of their answers.
class Writer {
 public:
  Writer(Log& log, LaneId lane, bool alone = true) : lane_(std::move(lane)), alone_(alone), appender_(log.appender()) {}
  Expected<void> add(std::vector<NewEntry> entries, std::uint64_t first) {
    {
      std::unique_lock lock(shared_->mutex);
      if (!shared_->moved.wait_for(lock, kPatience, [&] { return shared_->open < kAhead || !shared_->problem.empty(); })) return fail("the log does not answer");
      if (!shared_->problem.empty()) return fail(shared_->problem);
      ++shared_->open;
    }
    appender_->append(lane_, std::move(entries), [shared = shared_, first, alone = alone_](const LogResult<std::vector<Offset>>& offsets) {
      std::lock_guard lock(shared->mutex);
      --shared->open;
      if (!offsets) shared->problem = offsets.error().detail;
      else if (alone && !offsets->empty() && offsets->front().value != first) shared->problem = "entry " + std::to_string(first) + " landed at offset " + std::to_string(offsets->front().value) + ": someone else writes to this log";
      shared->moved.notify_all();
    });
    return {};
  }
  Expected<void> finish() {
    std::unique_lock lock(shared_->mutex);
    if (!shared_->moved.wait_for(lock, kPatience, [&] { return shared_->open == 0; })) return fail("the log does not answer");
    return shared_->problem.empty() ? Expected<void>{} : fail(shared_->problem);
  }

 private:
  struct Shared {
    std::mutex mutex;
    std::condition_variable moved;
    std::size_t open = 0;
    std::string problem;
  };
  const LaneId lane_;
  const bool alone_;  // nobody else appends: each entry must get the offset that it had
  const std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
  const std::unique_ptr<Appender> appender_;
};

// One lane of the export, its lines in order. Views live until the next call.
class Lines {
 public:
  Lines(const std::filesystem::path& folder, const Manifest::Lane& lane) : folder_(folder), lane_(lane) {}
  Expected<std::optional<std::string_view>> next() {
    while (at_ >= bytes_.size()) {
      if (segment_ == lane_.segments.size()) return std::nullopt;
      auto bytes = read_segment(folder_, lane_.segments[segment_++]);
      if (!bytes) return tl::unexpected(bytes.error());
      bytes_ = std::move(*bytes);
      at_ = 0;
    }
    const auto end = bytes_.find('\n', at_);
    if (end == std::string::npos) return broken("a line without an end");
    const auto line = std::string_view(bytes_).substr(at_, end - at_);
    at_ = end + 1;
    return line;
  }

 private:
  const std::filesystem::path& folder_;
  const Manifest::Lane& lane_;
  std::size_t segment_ = 0, at_ = 0;
  std::string bytes_;
};

// What the log's lane holds already must be this export's beginning.
Expected<void> skip_held(Log& log, const LaneId& lane, Offset end, Lines& lines) {
  std::uint64_t next = 0;
  return runtime::read_lane(*log.reader(), lane, {0}, end, kPatience, [&](const Entry& entry) -> Expected<void> {
    const auto line = lines.next();
    if (!line) return tl::unexpected(line.error());
    if (*line && **line == entry.value && entry.offset.value == next++) return {};
    return fail("ledger lane " + std::to_string(lane.partition.value) + " holds another history already; load into an empty log");
  });
}

Expected<void> load_lane(Log& log, const std::filesystem::path& folder, Partition partition, const Manifest::Lane& exported, Figures& figures, const Progress& progress) {
  const LaneId id{std::string(kLedgerTopic), partition};
  const auto end = log.end(id);
  if (!end) return fail(end.error().detail);
  Lines lines(folder, exported);
  if (auto held = skip_held(log, id, *end, lines); !held) return held;
  Writer writer(log, id);
  JsonParser parser;
  std::vector<NewEntry> portion;
  std::uint64_t next = end->value;
  const auto send = [&]() -> Expected<void> {
    if (portion.empty()) return {};
    const auto first = next - portion.size();
    return writer.add(std::exchange(portion, {}), first);
  };
  for (;;) {
    const auto line = lines.next();
    if (!line) return tl::unexpected(line.error());
    if (!*line) break;
    const auto record = read_record(parser, **line);
    if (!record) return broken(record.error().detail, lane_place(partition, {next}));
    const bool fence = record->kind == RecordKind::fence;
    portion.push_back({fence ? "fence" : std::string(record->subject), std::string(**line), {}});
    ++next;
    figures.records += !fence;
    if (++figures.entries % kTell == 0 && progress) progress(figures);
    if (portion.size() == kPortion)
      if (auto sent = send(); !sent) return sent;
  }
  if (auto sent = send(); !sent) return sent;
  if (auto done = writer.finish(); !done) return done;
  if (next != exported.entries) return broken("lane " + std::to_string(partition.value) + " has " + std::to_string(next) + " entries, the manifest says " + std::to_string(exported.entries));
  return {};
}

// Before anything is appended: every file is what was signed, and every lane reads well by the rules of events/lane.h.
Expected<void> check_files(const std::filesystem::path& folder, const Manifest& manifest) {
  for (std::size_t p = 0; p < manifest.lanes.size(); ++p) {
    Lines lines(folder, manifest.lanes[p]);
    Lane lane;
    JsonParser parser;
    for (std::uint64_t n = 0;; ++n) {
      const auto line = lines.next();
      if (!line) return tl::unexpected(line.error());
      if (!*line) break;
      if (const auto read = read_entry(lane, parser, {static_cast<std::uint16_t>(p)}, {{n}, {}, {}, **line, {}}); !read) return tl::unexpected(read.error());
    }
  }
  return {};
}

// The keys that the log has: of each contact the first, "" once erased (services/gateway/keys.h).
Expected<std::map<std::string, std::string>> held_keys(Log& log, const LaneId& lane) {
  const auto begin = log.begin(lane), end = log.end(lane);
  if (!begin || !end) return fail((begin ? end.error() : begin.error()).detail);
  std::map<std::string, std::string> held;
  const auto read = runtime::read_lane(*log.reader(), lane, *begin, *end, kPatience, [&](const Entry& entry) -> Expected<void> {
    const auto [at, fresh] = held.try_emplace(std::string(entry.key), entry.value);
    if (!fresh && entry.value.empty()) at->second.clear();
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return held;
}

// Those that are missing: again and again, if it was cut off.
Expected<void> load_keys(Log& log, const std::filesystem::path& folder, const Segment& segment) {
  const LaneId id{std::string(kKeysTopic), {0}};
  auto held = held_keys(log, id);
  if (!held) return tl::unexpected(held.error());
  const auto bytes = read_segment(folder, segment);
  if (!bytes) return tl::unexpected(bytes.error());
  Writer writer(log, id, false);
  std::vector<NewEntry> entries;
  JsonParser parser;
  for (std::size_t at = 0; at < bytes->size();) {
    const auto stop = bytes->find('\n', at);
    const auto line = parser.parse(std::string_view(*bytes).substr(at, stop - at));
    std::string key;
    const auto text = line ? string_or(*line, "key", "-") : "-";  // "": erased
    if (!text.empty() && !from_base64(text, key)) return broken(segment.file + " can't be read");
    at = stop + 1;
    std::string contact(string_or(*line, "contact"));
    const auto [known, fresh] = held->try_emplace(contact, key);
    if (!fresh && (!key.empty() || known->second.empty())) continue;
    known->second = key;
    entries.push_back({std::move(contact), std::move(key), {}});
    if (entries.size() < kPortion && at < bytes->size()) continue;
    if (auto sent = writer.add(std::exchange(entries, {}), 0); !sent) return sent;
  }
  if (!entries.empty())
    if (auto sent = writer.add(std::move(entries), 0); !sent) return sent;
  return writer.finish();
}

}  // namespace

Expected<std::uint16_t> lanes_of(const std::filesystem::path& folder, std::string_view verifier) {
  const auto manifest = open_manifest(folder, verifier);
  if (!manifest) return tl::unexpected(manifest.error());
  if (manifest->lanes.size() < 2 || manifest->lanes.size() > 1001) return fail("the export has " + std::to_string(manifest->lanes.size()) + " lanes; a ledger has 2 to 1001");
  return static_cast<std::uint16_t>(manifest->lanes.size());
}

Expected<Figures> load_ledger(Log& log, const std::filesystem::path& folder, std::string_view verifier, const Progress& progress) {
  const auto manifest = open_manifest(folder, verifier);
  if (!manifest) return tl::unexpected(manifest.error());
  if (auto checked = check_files(folder, *manifest); !checked) return tl::unexpected(checked.error());
  Figures figures;
  figures.ledger = manifest->ledger;
  for (std::size_t p = 0; p < manifest->lanes.size(); ++p)
    if (auto loaded = load_lane(log, folder, {static_cast<std::uint16_t>(p)}, manifest->lanes[p], figures, progress); !loaded) return tl::unexpected(loaded.error());
  if (manifest->keys)
    if (auto loaded = load_keys(log, folder, *manifest->keys); !loaded) return tl::unexpected(loaded.error());
  return figures;
}

}  // namespace rollcall::transfer
