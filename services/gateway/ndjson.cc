// POST /v1/events as application/x-ndjson: one structured CloudEvent a line, without end, answered line by line and in
// order. Memory is bounded: a chunk is worked on while reading pauses, and reading goes on only while fewer than kWindow
// lines wait for their answer and the client takes its answers.
//
// With `Prefer: wait` a line is answered with its decision, else as soon as it is durable in the inbox ("pending").
#include <algorithm>

#include "events/codec.h"
#include "services/gateway/drafting.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kWindow = 8192;              // lines handed in and not answered
constexpr std::size_t kMaxAnswers = 1 << 20;       // bytes of answers that the client has not taken
constexpr std::size_t kMaxLine = kMaxSubmission + 4096;
constexpr std::chrono::milliseconds kBusyAgain{10};

std::string state_json(const CloudEvent& event, std::string_view decision, std::string_view detail) {
  std::string out = "{\"source\":";
  append_json_string(event.source, out);
  out += ",\"id\":";
  append_json_string(event.id, out);
  out.append(",\"decision\":\"").append(decision).append("\",\"reasons\":[]");
  if (!detail.empty()) out += ",\"detail\":", append_json_string(detail, out);
  return out + "}\n";
}

class NdjsonExchange : public http::Exchange, public std::enable_shared_from_this<NdjsonExchange> {
 public:
  // `rehearsal`: only rehearsed; empty: handed in.
  NdjsonExchange(std::shared_ptr<const Ports> ports, http::Headers headers, Caller caller, Rehearsal rehearsal, std::shared_ptr<http::Stream> stream)
      : ports_(std::move(ports)), headers_(std::move(headers)), caller_(std::move(caller)), actor_(caller_.stakeholder), rehearsal_(std::move(rehearsal)), wait_(preferred_wait(headers_).count() > 0), stream_(std::move(stream)) {}

  void on_data(std::string_view chunk) override {
    begin_work();
    auto work = [self = shared_from_this(), bytes = std::string(chunk)] { self->take(bytes); };
    if (!ports_->pool.post(work)) ports_->pool.after(kBusyAgain, work);
  }
  void on_end() override {
    begin_work();
    auto work = [self = shared_from_this()] { self->take_end(); };
    if (!ports_->pool.post(work)) ports_->pool.after(kBusyAgain, work);
  }
  void on_drained() override { go_on(); }
  // What was handed in is still answered; a line without an answer was not taken.
  void on_stopping() override {
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
      stream_->pause();
    }
    flush();
  }
  void on_close(http::CloseReason) override {
    std::lock_guard lock(mutex_);
    closed_ = true;
  }

 private:
  struct Slot { std::string answer; };  // "" while it waits

  void begin_work() {
    std::lock_guard lock(mutex_);
    working_ = true;
    stream_->pause();
  }

  // On the pool; one chunk at a time, since reading pauses while working_.
  void take(const std::string& bytes) {
    if (caller_of(headers_, *ports_->registry(), ports_->clock.now().day()) != caller_) return sign_off();
    std::size_t from = 0;
    for (auto end = bytes.find('\n'); end != bytes.npos; from = end + 1, end = bytes.find('\n', from)) {
      rest_.append(bytes, from, end - from);
      take_line();
    }
    rest_.append(bytes, from);
    if (rest_.size() > kMaxLine) rest_.resize(kMaxLine + 1);  // its end is read and dropped, the line is refused
    hand_in();
  }

  // A stream may last for days: a token that was revoked meanwhile ends it.
  void sign_off() {
    ++line_;
    answer_line({{Code::not_authorised, "", "your token is no longer valid; nothing from this line on was taken", "services/gateway"}});
    {
      std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    hand_in();
  }

  void take_end() {
    take_line();
    {
      std::lock_guard lock(mutex_);
      ended_ = true;
    }
    hand_in();
  }

  void take_line() {
    ++line_;
    const std::string text = std::move(rest_);
    rest_.clear();
    if (text.find_first_not_of(" \t\r") == text.npos) return;
    if (text.size() > kMaxLine) return answer_line({{Code::too_large, "", "send at most " + std::to_string(kMaxSubmission) + " bytes in one line", "services/gateway"}});
    auto json = parser_.parse(text);
    auto event = json ? read_structured(*json) : Checked<CloudEvent>(tl::unexpected(Reasons{{Code::malformed, "", json.error().detail, "RFC 8259"}}));
    if (!event) return answer_line(event.error());
    if (rehearsal_ && ++rehearsed_ > kMaxRehearsed) return answer_line({{Code::too_large, "", "a dry run takes at most " + std::to_string(kMaxRehearsed) + " events; begin another", "services/gateway/rehearsal.h"}});
    auto prepared = prepare(*ports_, *event, actor_, rehearsal_ ? Keys::For::rehearsal : Keys::For::keeping);
    if (const auto* reasons = std::get_if<Reasons>(&prepared)) return answer_line(*reasons);
    const auto slot = new_slot();
    if (rehearsal_) return fill(slot, rehearsed_json(rehearse(std::move(prepared))) + "\n");
    if (auto* receipt = std::get_if<projections::Receipt>(&prepared)) return fill(slot, outcome_json({RecordKind::repeated, std::move(*receipt)}) + "\n");
    auto item = std::move(std::get<HandIn>(prepared));
    if (caller_.duty) return fill(slot, kept_as_draft(*ports_, item, caller_) + "\n");
    item.callbacks.accepted = [self = shared_from_this(), slot, event = CloudEvent{item.event.id, item.event.source, {}, {}, {}, {}, {}, {}, {}}](const auto& result) {
      if (!result) self->fill(slot, state_json(event, "unknown", "the inbox did not answer; send this line again, doubles are recognised"));
      else if (!self->wait_) self->fill(slot, state_json(event, "pending", ""));
    };
    if (wait_) item.callbacks.decided = [self = shared_from_this(), slot](const Outcome& outcome) { self->fill(slot, outcome_json(as_first(*self->ports_, outcome)) + "\n"); };
    batch_.push_back(std::move(item));
  }

  Rehearsed rehearse(Prepared prepared) {
    if (auto* receipt = std::get_if<projections::Receipt>(&prepared)) return {{RecordKind::repeated, std::move(*receipt)}, true, std::nullopt};
    const auto& item = std::get<HandIn>(prepared);
    return rehearsal_(item.event, item.submission, actor_);
  }

  void answer_line(const Reasons& reasons) { fill(new_slot(), refused_line(line_, to_json(reasons)) + "\n"); }

  std::uint64_t new_slot() {
    std::lock_guard lock(mutex_);
    slots_.emplace_back();
    return first_slot_ + slots_.size() - 1;
  }

  void fill(std::uint64_t slot, std::string answer) {
    {
      std::lock_guard lock(mutex_);
      slots_[slot - first_slot_].answer = std::move(answer);
      if (slot != first_slot_) return;
    }
    flush();
  }

  // Hands in what was read; while the desk is full it waits, and with it the client.
  void hand_in() {
    {
      std::lock_guard lock(mutex_);
      if (closed_) return;  // nobody was told anything about these lines
    }
    if (!batch_.empty() && !ports_->desk.hand_in(batch_, actor_)) return ports_->pool.after(kBusyAgain, [self = shared_from_this()] { self->hand_in(); });
    batch_.clear();
    {
      std::lock_guard lock(mutex_);
      working_ = false;
    }
    flush();
  }

  // Under the lock: a resume that came late would undo the pause of the next chunk.
  void go_on() {
    std::lock_guard lock(mutex_);
    if (working_ || stopping_ || slots_.size() >= kWindow || stream_->buffered_bytes() >= kMaxAnswers) return;
    stream_->resume();
  }

  // The answers that are complete, from the first slot on.
  void flush() {
    std::string out;
    bool finish = false;
    {
      std::lock_guard lock(mutex_);
      for (; !slots_.empty() && !slots_.front().answer.empty(); slots_.pop_front(), ++first_slot_) out += slots_.front().answer;
      finish = (ended_ || stopping_) && !working_ && slots_.empty();
      if (!out.empty()) stream_->write(std::move(out));  // under the lock: answers keep their order
    }
    if (finish) stream_->finish();
    else go_on();
  }

  const std::shared_ptr<const Ports> ports_;
  const http::Headers headers_;
  const Caller caller_;
  const StakeholderId& actor_;
  const Rehearsal rehearsal_;
  const bool wait_;
  const std::shared_ptr<http::Stream> stream_;
  // The pool's, one call at a time.
  std::string rest_;
  std::uint64_t line_ = 0;
  std::size_t rehearsed_ = 0;
  JsonParser parser_;
  std::vector<HandIn> batch_;
  // Shared.
  std::mutex mutex_;
  std::deque<Slot> slots_;
  std::uint64_t first_slot_ = 0;
  bool working_ = false, ended_ = false, stopping_ = false, closed_ = false;
};

}  // namespace

std::shared_ptr<http::Exchange> ndjson_exchange(std::shared_ptr<const Ports> ports, const http::Request& request, std::shared_ptr<http::Stream> stream) {
  const auto caller = caller_of(request.headers, *ports->registry(), ports->clock.now().day());
  if (!caller) return stream->respond(not_signed_in(ports->ready())), nullptr;
  const auto rehearsed = dry_run(request);
  if (!rehearsed) return stream->respond(bad_dry_run()), nullptr;
  Rehearsal rehearsal;
  if (*rehearsed && ports->rehearse) rehearsal = ports->rehearse();
  if (*rehearsed && !rehearsal) return stream->respond(too_many_rehearsals()), nullptr;
  http::Headers head{{"Content-Type", "application/x-ndjson"}};
  if (const auto wait = preferred_wait(request.headers).count(); wait > 0) head.set("Preference-Applied", "wait=" + std::to_string(wait));
  stream->start(200, std::move(head));
  return std::make_shared<NdjsonExchange>(std::move(ports), request.headers, *caller, std::move(rehearsal), std::move(stream));
}

}  // namespace rollcall::gateway
