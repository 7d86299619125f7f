// Handing in what a body brought, and the one answer to all of it; and rehearsing it instead.
#include "events/json.h"
#include "services/gateway/brought.h"
#include "services/gateway/csv_columns.h"

namespace rollcall::gateway {
using namespace events;
namespace {

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
    entries_[index].set(outcome);
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
  http::Response all() const { return http::reply_with(200, "application/json", list_json(entries_)); }
  http::Response pending() const {
    auto response = http::reply_with(202, "application/json", list_ ? list_json(entries_) : pending_json(entries_[0]));
    if (!list_) response.headers.set("Location", receipt_path(entries_[0].source, entries_[0].id));
    return response;
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

}  // namespace

void Entry::set(const Outcome& outcome) {
  if (!line) return set(outcome_json(outcome));
  auto in_columns = outcome;
  in_columns.receipt.reasons = with_columns(in_columns.receipt.reasons);
  set(outcome_json(in_columns));
}

void Entry::set(const Rehearsed& rehearsed) {
  auto in_columns = rehearsed;
  if (line) in_columns.outcome.receipt.reasons = with_columns(in_columns.outcome.receipt.reasons);
  set(rehearsed_json(in_columns));
}

std::string list_json(const std::vector<Entry>& entries) {
  std::string body = "[";
  for (const auto& entry : entries) {
    if (body.size() > 1) body += ',';
    auto shown = entry;
    if (shown.answer.empty()) shown.set(pending_json(entry));
    body += shown.answer;
  }
  return body + "]";
}

Reasons Brought::take(const Ports& ports, const CloudEvent& event, const StakeholderId& actor, std::size_t line) {
  entries.push_back({event.source, event.id, line, {}});
  auto prepared = prepare(ports, event, actor, purpose);
  if (auto* reasons = std::get_if<Reasons>(&prepared)) return std::move(*reasons);
  if (auto* receipt = std::get_if<projections::Receipt>(&prepared)) {
    known.emplace_back(entries.size() - 1, Outcome{RecordKind::repeated, std::move(*receipt)});
    return {};
  }
  ready.push_back(std::move(std::get<HandIn>(prepared)));
  at.push_back(entries.size() - 1);
  return {};
}

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

void rehearse(const Ports& ports, Brought brought, bool list, const StakeholderId& actor, http::Stream& stream) {
  const auto decide = ports.rehearse ? ports.rehearse() : Rehearsal();
  if (!decide) return stream.respond(too_many_rehearsals());
  for (auto& [index, outcome] : brought.known) {
    Rehearsed told{std::move(outcome), true, std::nullopt};
    if (!list) return stream.respond(rehearsed_response(told));
    brought.entries[index].set(told);
  }
  for (std::size_t i = 0; i < brought.ready.size(); ++i) {
    const auto told = decide(brought.ready[i].event, brought.ready[i].submission, actor);
    if (!list) return stream.respond(rehearsed_response(told));
    brought.entries[brought.at[i]].set(told);
  }
  stream.respond(http::reply_with(200, "application/json", list_json(brought.entries)));
}

}  // namespace rollcall::gateway
