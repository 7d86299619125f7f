// POST /v1/events with one body: structured, batch or binary.
#include "services/gateway/binding.h"
#include "services/gateway/gateway.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxBody = 1 << 20;

// Gathers the outcomes of one request and answers once: when all are decided, or when the client's patience is over.
class Gathering : public std::enable_shared_from_this<Gathering> {
 public:
  Gathering(std::shared_ptr<http::Stream> stream, std::vector<CloudEvent> events, bool batch, std::chrono::seconds wait)
      : stream_(std::move(stream)), events_(std::move(events)), outcomes_(events_.size()), batch_(batch), wait_(wait), open_(events_.size()) {}

  void accepted(const LogResult<void>& result) {
    std::unique_lock lock(mutex_);
    if (!result && !failed_) failed_ = result.error();
    if (++accepted_ < expected_) return;
    lock.unlock();
    if (failed_) return answer(unavailable(failed_->detail));
    if (wait_.count() == 0) answer(pending());
  }
  void decided(std::size_t index, const Outcome& outcome) {
    {
      std::lock_guard lock(mutex_);
      outcomes_[index] = outcome;
      if (--open_ > 0) return;
    }
    answer(all());  // also without Prefer: what is known needs no waiting
  }
  void timed_out() {
    auto response = pending();
    answer(std::move(response));
  }
  void expect(std::size_t accepted) { expected_ = accepted; }
  void answer(http::Response response) { stream_->respond(std::move(response)); }  // the first one counts

  static http::Response unavailable(const std::string& detail) {
    auto response = http::problem(503, "unavailable", "Service Unavailable", detail + "; whether it was taken is unknown: send it again, doubles are recognised");
    response.headers.set("Retry-After", "1");
    return response;
  }

 private:
  http::Response all() const {
    if (!batch_) return outcome_response(*outcomes_[0]);
    std::string body = "[";
    for (const auto& outcome : outcomes_) (body += body.size() > 1 ? "," : "") += outcome_json(*outcome);
    return http::reply_with(200, "application/json", body + "]");
  }
  http::Response pending() const {
    rapidjson::StringBuffer buffer;
    JsonWriter w(buffer);
    if (batch_) w.StartArray();
    for (const auto& event : events_) {
      w.StartObject();
      write(w, "source", event.source), write(w, "id", event.id), write(w, "decision", "pending");
      key(w, "reasons"), w.StartArray(), w.EndArray();
      write(w, "receipt", receipt_path(event.source, event.id));
      w.EndObject();
    }
    if (batch_) w.EndArray();
    auto response = http::reply_with(202, "application/json", std::string(buffer.GetString(), buffer.GetSize()));
    if (!batch_) response.headers.set("Location", receipt_path(events_[0].source, events_[0].id));
    return response;
  }

  const std::shared_ptr<http::Stream> stream_;
  const std::vector<CloudEvent> events_;
  std::mutex mutex_;
  std::vector<std::optional<Outcome>> outcomes_;
  const bool batch_;
  const std::chrono::seconds wait_;
  std::size_t open_, accepted_ = 0, expected_ = 0;
  std::optional<LogError> failed_;
};

void submit(const Ports& ports, const http::Request& request, const StakeholderId& actor, const std::shared_ptr<http::Stream>& stream) {
  auto events = read_events(request);
  if (!events) return stream->respond(reasons_response(events.error()));
  if (events->empty()) return stream->respond(http::reply_with(200, "application/json", "[]"));
  const bool batch = mode_of(request.headers) == Mode::batch;
  const auto wait = preferred_wait(request.headers);
  std::vector<Prepared> prepared;
  for (std::size_t i = 0; i < events->size(); ++i) {
    prepared.push_back(prepare(ports, (*events)[i], actor));
    if (auto* reasons = std::get_if<Reasons>(&prepared.back())) {
      if (batch) for (auto& reason : *reasons) reason.pointer.insert(0, "/" + std::to_string(i));
      return stream->respond(reasons_response(*reasons));
    }
  }
  auto gathering = std::make_shared<Gathering>(stream, std::move(*events), batch, wait);
  std::vector<HandIn> items;
  std::vector<std::pair<std::size_t, Outcome>> known;
  for (std::size_t i = 0; i < prepared.size(); ++i) {
    if (auto* receipt = std::get_if<projections::Receipt>(&prepared[i])) {
      known.emplace_back(i, Outcome{RecordKind::repeated, std::move(*receipt)});
      continue;
    }
    items.push_back(std::move(std::get<HandIn>(prepared[i])));
    items.back().callbacks = {[gathering](const auto& result) { gathering->accepted(result); }, [gathering, i](const Outcome& o) { gathering->decided(i, o); }};
  }
  gathering->expect(items.size());
  for (const auto& [index, outcome] : known) gathering->decided(index, outcome);
  if (!items.empty() && !ports.desk.hand_in(items, actor)) {
    auto response = http::problem(503, "busy", "Service Unavailable", "too many submissions are waiting to be decided; nothing was taken, send it again");
    response.headers.set("Retry-After", "1");
    return gathering->answer(std::move(response));
  }
  if (wait.count() > 0) ports.pool.after(wait, [gathering] { gathering->timed_out(); });
}

class BodyExchange : public http::Exchange, public std::enable_shared_from_this<BodyExchange> {
 public:
  BodyExchange(std::shared_ptr<const Ports> ports, http::Request request, std::shared_ptr<http::Stream> stream)
      : ports_(std::move(ports)), request_(std::move(request)), stream_(std::move(stream)) {}

  void on_data(std::string_view chunk) override {
    if (request_.body.size() + chunk.size() > kMaxBody)
      return stream_->respond(http::problem(413, "too_large", "Content Too Large", "send at most 1 MiB in one body; stream more as application/x-ndjson"));
    request_.body.append(chunk);
  }
  void on_end() override {
    const bool taken = ports_->pool.post([self = shared_from_this()] {
      const auto actor = authenticate(self->request_.headers, *self->ports_->registry(), self->ports_->clock.now().day());
      actor ? submit(*self->ports_, self->request_, *actor, self->stream_) : self->stream_->respond(not_signed_in());
    });
    if (taken) return;
    auto response = http::problem(503, "busy", "Service Unavailable", "too many requests are waiting; send it again");
    response.headers.set("Retry-After", "1");
    stream_->respond(std::move(response));
  }

 private:
  const std::shared_ptr<const Ports> ports_;
  http::Request request_;
  const std::shared_ptr<http::Stream> stream_;
};

}  // namespace

std::shared_ptr<http::Exchange> body_exchange(std::shared_ptr<const Ports> ports, http::Request request, std::shared_ptr<http::Stream> stream) {
  return std::make_shared<BodyExchange>(std::move(ports), std::move(request), std::move(stream));
}

}  // namespace rollcall::gateway
