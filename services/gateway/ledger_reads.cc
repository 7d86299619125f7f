// See ledger_reads.h. A record's offset is never below its sequence (fences and void records only add), so the search
// for one begins at the offset of that number.
#include "services/gateway/ledger_reads.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kAhead = 1 << 20;  // bytes written and not yet taken by the client
constexpr std::chrono::milliseconds kShort{1000};
constexpr int kMostSilent = 10;  // such waits without an entry, then the log is taken for unreadable

// Walks a lane from its start through Lane; calls `each` for every valid record.
class Walk {
 public:
  Walk(Log& log, Partition lane) : reader_(log.reader()), id_{std::string(kLedgerTopic), lane} {
    const auto end = log.end(id_);
    if (end) end_ = *end;
    else silent_ = kMostSilent;  // a lane whose end is not known must not pass for an empty one
    reader_->seek(id_, {0});
  }
  enum class Step { more, end, unreadable };
  // One batch.
  template <class Each>
  Step step(const Each& each) {
    if (silent_ >= kMostSilent) return Step::unreadable;
    if (next_ >= end_) return Step::end;
    const auto batch = reader_->next(kShort);
    if (!batch) return Step::unreadable;
    silent_ = batch->entries.empty() ? silent_ + 1 : 0;
    for (const auto& entry : batch->entries) {
      if (entry.offset >= end_) return Step::end;
      next_ = {entry.offset.value + 1};
      const auto read = read_entry(lane_, parser_, id_.partition, entry);
      if (!read) return Step::unreadable;
      if (read->verdict == Verdict::valid) each(read->record);
    }
    return Step::more;
  }

 private:
  std::unique_ptr<Reader> reader_;
  LaneId id_;
  Offset next_{}, end_{};
  int silent_ = 0;  // empty answers in a row
  Lane lane_;
  JsonParser parser_;
};

class LaneExchange : public http::Exchange, public std::enable_shared_from_this<LaneExchange> {
 public:
  LaneExchange(Log& log, runtime::Pool& pool, Partition lane, std::uint64_t from, std::shared_ptr<http::Stream> stream, std::shared_ptr<void> turn)
      : log_(log), pool_(pool), lane_(lane), from_(from), stream_(std::move(stream)), turn_(std::move(turn)) {}
  // A reader may take a second to leave its log: not on the connection's thread.
  ~LaneExchange() override { (void)pool_.post([walk = std::move(walk_), turn = std::move(turn_)] {}); }
  void on_drained() override { go_on(); }
  void on_stopping() override { stream_->abort(); }
  void go_on() {
    if (!pool_.post([self = shared_from_this()] { self->write_some(); })) stream_->abort();
  }

 private:
  // One batch a turn, so that a long lane does not keep a thread from others.
  void write_some() {
    {
      std::lock_guard lock(mutex_);
      if (!stream_->open()) return;
      if (!walk_) walk_ = std::make_shared<Walk>(log_, lane_);  // asks the log: not on the connection's thread
      std::string lines;
      const auto step = walk_->step([&](const Record& record) {
        if (record.sequence.value >= from_) lines.append(record.bytes).push_back('\n');
      });
      if (!lines.empty()) stream_->write(std::move(lines));
      if (step == Walk::Step::unreadable) return stream_->abort();  // a part must not pass for the whole
      if (step == Walk::Step::end) return stream_->finish();
      if (stream_->buffered_bytes() > kAhead) return;  // on_drained goes on
    }
    go_on();
  }
  Log& log_;
  runtime::Pool& pool_;
  const Partition lane_;
  std::mutex mutex_;
  std::shared_ptr<Walk> walk_;
  const std::uint64_t from_;
  const std::shared_ptr<http::Stream> stream_;
  std::shared_ptr<void> turn_;
};

}  // namespace

LogResult<std::optional<std::string>> read_place(Log& log, Place place) {
  std::optional<std::string> found;
  const auto done = read_places(log, place.partition, {place.sequence}, [&](const Record& record) { found = std::string(record.bytes); });
  if (!done) return tl::unexpected(done.error());
  return found;
}

LogResult<void> read_places(Log& log, Partition partition, const std::vector<Sequence>& wanted, const std::function<void(const Record&)>& each) {
  const LaneId lane{std::string(kLedgerTopic), partition};
  const auto end = log.end(lane);
  if (!end) return tl::unexpected(end.error());
  JsonParser parser, again;
  const auto reader = log.reader();
  // Of several records of one sequence only the one of the highest epoch can be valid: a superseded owner's are void. One is
  // known to be it once a later number of no older epoch is read, or the lane ends.
  std::map<Sequence, std::pair<Epoch, std::string>> found;
  std::size_t next = 0;  // of `wanted`: those before it are settled
  const auto stands = [&](const Record& later) {
    const auto at = next < wanted.size() ? found.find(wanted[next]) : found.end();
    return at != found.end() && later.sequence > at->first && later.epoch >= at->second.first;
  };
  const auto settle = [&] {
    if (const auto at = found.find(wanted[next++]); at != found.end()) {
      if (const auto record = read_record(again, at->second.second)) each(*record);
      found.erase(at);
    }
  };
  for (Offset at{}; next < wanted.size() && at < *end;) {
    at = std::max(at, Offset{wanted[next].value});
    reader->seek(lane, at);
    const auto batch = reader->next(kShort);
    if (!batch) return tl::unexpected(batch.error());
    if (batch->entries.empty()) break;
    for (const auto& entry : batch->entries) {
      at = {entry.offset.value + 1};
      const auto record = read_record(parser, entry.value);
      if (!record || record->kind == RecordKind::fence) continue;
      while (stands(*record)) settle();
      if (!std::binary_search(wanted.begin() + static_cast<std::ptrdiff_t>(next), wanted.end(), record->sequence)) continue;
      auto& [epoch, bytes] = found[record->sequence];
      if (bytes.empty() || record->epoch >= epoch) epoch = record->epoch, bytes = entry.value;
    }
  }
  while (next < wanted.size()) settle();
  return {};
}

std::shared_ptr<http::Exchange> LaneStreams::begin(Log& log, runtime::Pool& pool, Partition lane, std::uint64_t from, std::shared_ptr<http::Stream> stream) {
  if (open_->fetch_add(1) >= kMost) {
    --*open_;
    stream->respond(http::try_again("busy", "too many read the ledger as it is; ask again"));
    return nullptr;
  }
  std::shared_ptr<void> turn(nullptr, [open = open_](void*) { --*open; });
  stream->start(200, {{"Content-Type", "application/x-ndjson"}});
  auto exchange = std::make_shared<LaneExchange>(log, pool, lane, from, std::move(stream), std::move(turn));
  exchange->go_on();
  return exchange;
}

}  // namespace rollcall::gateway
