// rollcall digest and replay: what a read model holds, and the same made anew from the ledger alone.
#include <cstdio>
#include <future>

#include "events/lane.h"
#include "services/cli/commands.h"
#include "services/rows/rocks_rows.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr std::size_t kPortion = 4096;  // records a batch

void print(const Where& where, std::string_view model, std::uint32_t version, const std::string& position, const std::string& digest) {
  if (where.json) std::printf("{\"model\":\"%s\",\"version\":%u,\"position\":\"%s\",\"digest\":\"%s\"}\n", std::string(model).c_str(), version, position.c_str(), digest.c_str());
  else std::printf("%s v%u at %s\n%s\n", std::string(model).c_str(), version, position.c_str(), digest.c_str());
}

// Folds valid records, in any interleaving of lanes, until the position asked for. A portion's rows are written by a
// thread of their own while the next one is folded: writing is a third of the work.
class Rebuild {
 public:
  Rebuild(const projections::Model& model, projections::Rows& rows, std::optional<Position> to) : model_(model), rows_(rows), to_(std::move(to)) {}

  bool wanted(Place place) const { return !to_ || to_->covers(place); }
  void apply(const Record& record, Place place) {
    model_.apply(record, place, changes_);
    position_.advance(place);
    if (++count_ % kPortion == 0) flush();
    if (count_ % 100000 == 0) std::fprintf(stderr, "%zu records\n", count_);
  }
  void flush() {
    land();
    std::swap(changes_, landing_);  // the other portion's memory is freed here, where it came from
    changes_.clear();
    landed_ = std::async(std::launch::async, [this, position = position_.text()] { return rows_.write(landing_, position); });
  }
  void land() {  // waits until everything flushed is in the rows
    if (landed_.valid() && !landed_.get()) throw std::runtime_error("the rows can't be written");
  }
  const Position& position() const { return position_; }

 private:
  const projections::Model& model_;
  projections::Rows& rows_;
  const std::optional<Position> to_;
  projections::RowChanges changes_, landing_;  // the second is the writing thread's, until landed_
  Position position_;
  std::size_t count_ = 0;
  std::future<bool> landed_;  // the last member: it waits for the writing, which uses the others
};

// The lanes of a server, as anyone can read them: valid records only, so the sequence is the whole check.
Expected<void> from_server(const Client& client, Rebuild& rebuild) {
  JsonParser parser;
  for (std::uint16_t p = 0;; ++p) {
    std::uint64_t due = 0;
    std::string wrong;
    bool no_such_lane = false;
    const auto done = client.lines("/v1/ledger/" + std::to_string(p) + "?from=0", [&](std::string_view line) {
      const auto record = read_record(parser, line);
      if (!record || record->sequence.value != due) return wrong = "integrity: lane " + std::to_string(p) + " lacks sequence " + std::to_string(due), false;
      const Place place{{p}, {due++}};
      if (!rebuild.wanted(place)) return false;
      rebuild.apply(*record, place);
      return true;
    });
    if (!done) no_such_lane = p > 0 && done.error().detail.find("answered 404") != std::string::npos;
    if (no_such_lane) return {};
    if (!done) return done;
    if (!wrong.empty()) return fail(wrong);
  }
}

Expected<void> from_log(Log& log, Rebuild& rebuild) {
  const auto lanes = log.lanes(std::string(kLedgerTopic));
  JsonParser parser;
  for (std::uint16_t p = 0; p < *lanes; ++p) {
    const LaneId id{std::string(kLedgerTopic), {p}};
    const auto end = log.end(id);
    if (!end) return fail(end.error().detail);
    const auto reader = log.reader();
    reader->seek(id, {0});
    Lane lane;
    for (Offset next{0}; next < *end;) {
      const auto batch = reader->next(std::chrono::seconds(10));
      if (!batch) return fail(batch.error().detail);
      for (const auto& entry : batch->entries) {
        next = {entry.offset.value + 1};
        const auto record = read_record(parser, entry.value);
        const auto verdict = record ? lane.read(*record) : tl::unexpected(record.error());
        if (!verdict) return fail("lane " + std::to_string(p) + ", offset " + std::to_string(entry.offset.value) + ": " + verdict.error().detail);
        if (*verdict == Verdict::valid && rebuild.wanted({{p}, record->sequence})) rebuild.apply(*record, {{p}, record->sequence});
      }
    }
  }
  return {};
}

}  // namespace

int digest(const Where& where, const std::string& model) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto answer = client->get("/v1/models/" + model);
  if (!answer) return failed(answer.error());
  JsonParser parser;
  const auto root = parser.parse(answer->body);
  if (answer->status != 200 || !root) return failed({"the server answered " + std::to_string(answer->status) + ": " + answer->body.substr(0, 500)});
  const auto version = static_cast<std::uint32_t>((*root)["version"].get_uint64().value_unsafe());
  print(where, model, version, std::string(string_or(*root, "position")), std::string(string_or(*root, "digest")));
  return kDone;
}

int replay(const Where& where, const InstanceOptions& from, const std::string& name, const std::string& to, const std::filesystem::path& out) {
  const auto model = make_model(name);
  if (!model) return std::fprintf(stderr, "rollcall: there is no read model '%s'\n", name.c_str()), kWrongUsage;
  const auto until = to.empty() ? std::nullopt : Position::parse(to);
  if (!to.empty() && !until) return std::fprintf(stderr, "rollcall: give --to as P:SEQ, several parted by commas\n"), kWrongUsage;
  auto folder = out;
  if (folder.empty()) folder = std::filesystem::temp_directory_path() / ("rollcall-replay-" + std::to_string(::getpid()));
  if (std::filesystem::exists(folder)) return failed({folder.string() + " exists; give --out a folder that does not"});
  int result = kDone;
  {
    auto rows = rows::open_rocks(folder);
    if (!rows) return failed(rows.error());
    Rebuild rebuild(*model, **rows, until);
    Expected<void> done;
    if (from.kafka || !where.data.empty()) {
      const auto log = open_log(from);
      done = log ? from_log(**log, rebuild) : tl::unexpected(log.error());
    } else {
      const auto client = connect(where);
      done = client ? from_server(*client, rebuild) : tl::unexpected(client.error());
    }
    rebuild.flush();
    rebuild.land();
    if (done) print(where, name, model->version(), rebuild.position().text(), projector::digest_rows(model->name(), model->version(), *(*rows)->snapshot()));
    else result = done.error().detail.find("integrity") != std::string::npos ? (failed(done.error()), kBroken) : failed(done.error());
  }
  if (out.empty()) std::filesystem::remove_all(folder);
  return result;
}

}  // namespace rollcall::cli
