// POST /v1/events with one body: structured, batch, binary, or a spreadsheet.
#include "services/gateway/binding.h"
#include "services/gateway/csv.h"
#include "services/gateway/gateway.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxBody = 1 << 20;

// One event of the request: whose answer is known already ("" until it is), and its name until then.
struct Entry {
  std::string source, id;
  std::size_t line = 0;  // of a spreadsheet; 0: not of one
  std::string answer;

  void set(std::string json) { answer = line ? "{\"line\":" + std::to_string(line) + "," + json.substr(1) : std::move(json); }
};

std::string pending_json(const Entry& entry) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "source", entry.source), write(w, "id", entry.id), write(w, "decision", "pending");
  key(w, "reasons"), w.StartArray(), w.EndArray();
  write(w, "receipt", receipt_path(entry.source, entry.id));
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

// Gathers the outcomes of one request and answers once: when all are decided, or when the client's patience is over.
class Gathering {
 public:
  Gathering(std::shared_ptr<http::Stream> stream, std::vector<Entry> entries, bool list, std::chrono::seconds wait)
      : stream_(std::move(stream)), entries_(std::move(entries)), list_(list), wait_(wait) {
    for (const auto& entry : entries_) open_ += entry.answer.empty();
  }

  void expect(std::size_t accepted) { expected_ = accepted; }
  void accepted(const LogResult<void>& result) {
    std::lock_guard lock(mutex_);
    if (!result && !failed_) failed_ = result.error();
    if (++accepted_ < expected_) return;
    if (failed_) answer(http::try_again("unavailable", failed_->detail + "; whether it was taken is unknown: send it again, doubles are recognised"));
    else if (wait_.count() == 0 || over_) answer(heeded(pending()));
  }
  void decided(std::size_t index, const Outcome& outcome) {
    std::lock_guard lock(mutex_);
    if (!list_) return answer(heeded(outcome_response(outcome)));
    entries_[index].set(outcome_json(outcome));
    if (--open_ == 0) answer(heeded(all()));
  }
  // "Pending" says that it will be decided: not before all of it is durable in the inbox, however long that takes.
  void timed_out() {
    std::lock_guard lock(mutex_);
    over_ = true;
    if (accepted_ >= expected_ && !failed_) answer(heeded(pending()));
  }
  // Of a list of which everything is known without handing it in.
  void nothing_to_wait_for() {
    std::lock_guard lock(mutex_);
    if (open_ == 0 && list_) answer(heeded(all()));
  }
  void answer(http::Response response) { stream_->respond(std::move(response)); }  // the first one counts

 private:
  // RFC 7240, 3: so that a client sees that it need not ask again for what it waited for.
  http::Response heeded(http::Response response) const {
    if (wait_.count() > 0) response.headers.set("Preference-Applied", "wait=" + std::to_string(wait_.count()));
    return response;
  }
  http::Response all() const { return http::reply_with(200, "application/json", list()); }
  http::Response pending() const {
    auto response = http::reply_with(202, "application/json", list_ ? list() : pending_json(entries_[0]));
    if (!list_) response.headers.set("Location", receipt_path(entries_[0].source, entries_[0].id));
    return response;
  }
  std::string list() const {
    std::string body = "[";
    for (const auto& entry : entries_) {
      if (body.size() > 1) body += ',';
      auto shown = entry;
      if (shown.answer.empty()) shown.set(pending_json(entry));
      body += shown.answer;
    }
    return body + "]";
  }

  const std::shared_ptr<http::Stream> stream_;
  std::mutex mutex_;
  std::vector<Entry> entries_;
  const bool list_;
  const std::chrono::seconds wait_;
  std::size_t open_ = 0, accepted_ = 0, expected_ = 0;
  bool over_ = false;  // the client's patience
  std::optional<LogError> failed_;
};

// What one request brings: its events, told of or ready to hand in. `ready[i]` belongs to `entries[at[i]]`.
struct Brought {
  std::vector<Entry> entries;
  std::vector<HandIn> ready;
  std::vector<std::size_t> at;

  // Nothing, or why the event can't be taken.
  Reasons take(const Ports& ports, const CloudEvent& event, const StakeholderId& actor, std::size_t line) {
    entries.push_back({event.source, event.id, line, {}});
    auto prepared = prepare(ports, event, actor);
    if (auto* reasons = std::get_if<Reasons>(&prepared)) return std::move(*reasons);
    if (auto* receipt = std::get_if<projections::Receipt>(&prepared)) {
      known.emplace_back(entries.size() - 1, Outcome{RecordKind::repeated, std::move(*receipt)});
      return {};
    }
    ready.push_back(std::move(std::get<HandIn>(prepared)));
    at.push_back(entries.size() - 1);
    return {};
  }
  std::vector<std::pair<std::size_t, Outcome>> known;
};

void hand_in(const std::shared_ptr<const Ports>& shared, Brought brought, bool list, const http::Request& request, const StakeholderId& actor, const std::shared_ptr<http::Stream>& stream) {
  const Ports& ports = *shared;
  const auto wait = preferred_wait(request.headers);
  auto gathering = std::make_shared<Gathering>(stream, std::move(brought.entries), list, wait);
  for (std::size_t i = 0; i < brought.ready.size(); ++i)
    brought.ready[i].callbacks = {[gathering](const auto& result) { gathering->accepted(result); }, [gathering, shared, at = brought.at[i]](const Outcome& o) { gathering->decided(at, as_first(*shared, o)); }};
  gathering->expect(brought.ready.size());
  for (const auto& [index, outcome] : brought.known) gathering->decided(index, outcome);
  if (brought.ready.empty()) return gathering->nothing_to_wait_for();
  if (!ports.desk.hand_in(brought.ready, actor))
    return gathering->answer(http::try_again("busy", "too many submissions are waiting to be decided; nothing was taken, send it again"));
  if (wait.count() > 0) ports.pool.after(wait, [gathering] { gathering->timed_out(); });
}

// One event, or a batch: all of it, or nothing and the reasons.
void submit_events(const std::shared_ptr<const Ports>& ports, const http::Request& request, const StakeholderId& actor, const std::shared_ptr<http::Stream>& stream) {
  const auto events = read_events(request);
  if (!events) return stream->respond(reasons_response(events.error()));
  const bool batch = mode_of(request.headers) == Mode::batch;
  Brought brought;
  for (const auto& event : *events) {
    auto reasons = brought.take(*ports, event, actor, 0);
    if (reasons.empty()) continue;
    if (batch) for (auto& reason : reasons) reason.pointer.insert(0, "/" + std::to_string(brought.entries.size() - 1));
    return stream->respond(reasons_response(reasons, batch ? nullptr : &event));
  }
  hand_in(ports, std::move(brought), batch, request, actor, stream);
}

// A spreadsheet: a row that can't be taken is told so, the rest goes on.
void submit_rows(const std::shared_ptr<const Ports>& ports, const http::Request& request, const StakeholderId& actor, const std::shared_ptr<http::Stream>& stream) {
  const auto rows = read_csv_events(request.body, request.query.find("type").value_or(""), actor);
  if (!rows) return stream->respond(reasons_response(rows.error()));
  Brought brought;
  for (const auto& row : *rows) {
    auto reasons = row.event ? brought.take(*ports, *row.event, actor, row.line) : row.event.error();
    if (reasons.empty()) continue;
    if (!row.event) brought.entries.push_back({{}, {}, row.line, {}});
    brought.entries.back().answer = refused_line(row.line, reasons);
  }
  hand_in(ports, std::move(brought), true, request, actor, stream);
}

void submit(const std::shared_ptr<const Ports>& ports, const http::Request& request, const StakeholderId& actor, const std::shared_ptr<http::Stream>& stream) {
  mode_of(request.headers) == Mode::csv ? submit_rows(ports, request, actor, stream) : submit_events(ports, request, actor, stream);
}

class BodyExchange : public http::Exchange, public std::enable_shared_from_this<BodyExchange> {
 public:
  BodyExchange(std::shared_ptr<const Ports> ports, http::Request request, std::shared_ptr<http::Stream> stream)
      : ports_(std::move(ports)), request_(std::move(request)), stream_(std::move(stream)) {}

  void on_data(std::string_view chunk) override {
    if (request_.body.size() + chunk.size() > kMaxBody)
      return stream_->respond(http::problem(413, "too_large", "Content Too Large", "send at most 1 MiB in one body: a spreadsheet in parts, or any number of events streamed as application/x-ndjson"));
    request_.body.append(chunk);
  }
  void on_end() override {
    const bool taken = ports_->pool.post([self = shared_from_this()] {
      const auto actor = authenticate(self->request_.headers, *self->ports_->registry(), self->ports_->clock.now().day());
      actor ? submit(self->ports_, self->request_, *actor, self->stream_) : self->stream_->respond(not_signed_in(self->ports_->ready()));
    });
    if (taken) return;
    stream_->respond(http::try_again("busy", "too many requests are waiting; send it again"));
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
