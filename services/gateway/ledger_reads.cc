// See ledger_reads.h. A record's offset is never below its sequence (fences and void records only add), so the search
// for one begins at the offset of that number.
#include "services/gateway/ledger_reads.h"

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
  const LaneId lane{std::string(kLedgerTopic), place.partition};
  const auto end = log.end(lane);
  if (!end) return tl::unexpected(end.error());
  JsonParser parser;
  const auto reader = log.reader();
  // Of several records with this sequence only the one of the highest epoch can be valid: a superseded owner's are void.
  std::optional<std::string> found;
  Epoch epoch{};
  for (Offset at{place.sequence.value}; at < *end;) {
    reader->seek(lane, at);
    const auto batch = reader->next(kShort);
    if (!batch) return tl::unexpected(batch.error());
    if (batch->entries.empty()) break;
    for (const auto& entry : batch->entries) {
      at = {entry.offset.value + 1};
      const auto record = read_record(parser, entry.value);
      if (!record || record->kind == RecordKind::fence) continue;
      if (found && record->sequence > place.sequence && record->epoch >= epoch) return found;
      if (record->sequence == place.sequence && record->epoch >= epoch) found = entry.value, epoch = record->epoch;
    }
  }
  return found;
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
