// See lane_owner.h.
#include "services/admission/lane_owner.h"

#include <openssl/rand.h>
#include <spdlog/spdlog.h>

#include <charconv>

#include "events/hash.h"

namespace rollcall::admission {
using namespace events;
namespace {

std::string fresh_nonce() {
  unsigned char bytes[8];
  if (RAND_bytes(bytes, sizeof bytes) != 1) throw std::runtime_error("no random bytes for a fence's nonce");
  return hex({reinterpret_cast<const char*>(bytes), sizeof bytes});
}

// How much of the registry the submitter had seen when the entry was taken in: whoever was just told that a stakeholder
// is registered must not be refused because this lane has not read it yet.
std::uint64_t registry_seen(const Entry& entry) {
  const auto text = entry.header("registry");
  std::uint64_t count = 0;
  std::from_chars(text.data(), text.data() + text.size(), count);
  return count;
}

// The text, unless it can't stand in a record: no UTF-8, or of a length that no subject or actor has.
std::string fit(std::string_view text) {
  return text.size() <= 200 && simdjson::validate_utf8(text.data(), text.size()) ? std::string(text) : std::string();
}

// An inbox entry that is no CloudEvent still gets its one record: a refusal, about the subject that its key names.
CloudEvent unreadable(const Entry& entry, Reasons reasons, Refused& refused) {
  refused.reasons = std::move(reasons);
  CloudEvent event;
  event.subject = fit(entry.key);
  return event;
}

// Where two people were wanted the record names the credentials of both, as the gateway said who they were: no attribute
// that a partner may set begins so (events/envelope.h).
void name_both(const Entry& entry, CloudEvent& event) {
  const auto prepared = fit(entry.header("prepared")), approved = fit(entry.header("approved"));
  if (CredentialId::valid(prepared) && CredentialId::valid(approved)) event.extensions["rollcallpreparedby"] = prepared, event.extensions["rollcallapprovedby"] = approved;
}

std::string write_decision(const CloudEvent& event, const Submitted& submitted, const Marks& marks, const Decision& decision) {
  if (const auto* yes = std::get_if<Admitted>(&decision)) return write_admitted(event, marks, yes->standing);
  if (const auto* no = std::get_if<Refused>(&decision)) return write_refused(submitted, marks, no->reasons, no->first);
  return write_repeated(submitted, marks, std::get<Repeated>(decision).first);
}

}  // namespace

LaneOwner::LaneOwner(Shared shared, Partition lane, projections::LaneCheckpoint from)
    : shared_(shared), lane_(lane), at_(std::move(from)), reader_state_(at_.lane) {}

LogResult<void> LaneOwner::take(const std::string& inbox_id, std::shared_ptr<Session> session) {
  auto end = shared_.log.end(ledger());
  if (!end) return tl::unexpected(end.error());
  if (auto held = inbox_holds(inbox_id); !held) return held;
  inbox_id_ = inbox_id;
  end_ = *end;
  session_ = std::move(session);
  superseded_ = false;
  phase_ = Phase::reading;
  if (at_.next >= end_) append_fence();
  return {};
}

// The inbox must still reach to where the ledger has decided from it; else it was lost, or made anew under the same name.
LogResult<void> LaneOwner::inbox_holds(const std::string& inbox_id) const {
  const auto end = shared_.log.end(inbox());
  if (!end) return tl::unexpected(end.error());
  if (at_.lane.inbox != inbox_id || end->value >= at_.lane.next_inbox) return {};
  return tl::unexpected(LogError{LogErrc::corrupt, "inbox lane " + std::to_string(lane_.value) + " ends at offset " + std::to_string(end->value) + ", but the ledger has decided up to " +
                                                       std::to_string(at_.lane.next_inbox) + ": the inbox was lost or made anew; restore it, or load the ledger into a new log"});
}

void LaneOwner::release() {
  read_inbox(false);
  if (phase_ == Phase::deciding) --shared_.counters.lanes_owned;
  shared_.seen.forget(lane_);
  own_registry_.reset();
  session_.reset();
  phase_ = Phase::idle;
}

Expected<void> LaneOwner::on_ledger(const Batch& batch) {
  for (const auto& entry : batch.entries) {
    const auto read = read_entry(reader_state_, parser_, lane_, entry);
    if (!read) return tl::unexpected(read.error());
    at_.next = {entry.offset.value + 1};
    at_.lane = reader_state_.state();
    on_record(read->record, read->verdict);
  }
  if (phase_ == Phase::reading && at_.next >= end_) append_fence();
  return {};
}

void LaneOwner::on_record(const Record& record, Verdict verdict) {
  if (verdict == Verdict::valid) {
    shared_.seen.read_back(record, {lane_, record.sequence});
    if (lane_.value == 0) shared_.registry.apply(record);
  } else if (record.kind == RecordKind::fence) {
    on_fence(verdict, record);
  } else {
    ++shared_.counters.voids;
  }
}

void LaneOwner::on_fence(Verdict verdict, const Record& record) {
  if (verdict == Verdict::fence) ++shared_.counters.fences;
  const bool own = record.nonce == nonce_;
  if (phase_ == Phase::fencing && own && verdict == Verdict::fence) return begin_deciding();
  if (phase_ == Phase::fencing && own) superseded_ = true;                                  // another's was first
  if (phase_ == Phase::deciding && !own && verdict == Verdict::fence) superseded_ = true;
}

void LaneOwner::append_fence() {
  nonce_ = fresh_nonce();
  phase_ = Phase::fencing;
  const Fence fence{{at_.lane.epoch.value + 1}, nonce_, inbox_id_};
  append({{"fence", write_fence(fence, lane_, shared_.clock.now()), {}}});
}

void LaneOwner::begin_deciding() {
  phase_ = Phase::deciding;
  ++shared_.counters.lanes_owned;
  sequence_ = {at_.lane.next_sequence};
  next_inbox_ = {at_.lane.next_inbox};
  recorded_ = at_.lane.recorded;
  if (lane_.value == 0) own_registry_ = std::make_unique<projections::Registry>(shared_.registry);
  spdlog::info("lane {}: owned, epoch {}, from sequence {}, inbox offset {}", lane_.value, at_.lane.epoch.value, sequence_.value, next_inbox_.value);
  reading_inbox_ = false;
  read_inbox(true);
}

void LaneOwner::read_inbox(bool wanted) {
  if (wanted == reading_inbox_) return;
  reading_inbox_ = wanted;
  wanted ? shared_.reader.seek(inbox(), next_inbox_) : shared_.reader.drop(inbox());
}

void LaneOwner::resume() {
  if (phase_ != Phase::deciding || reading_inbox_) return;
  if (shared_.seen.proposed(lane_) < kMaxProposed / 2 && (own_registry_ || shared_.registry.count() >= registry_wanted_)) read_inbox(true);
}

Expected<void> LaneOwner::on_inbox(const Batch& batch) {
  if (phase_ != Phase::deciding || superseded_ || !reading_inbox_) return {};
  std::vector<NewEntry> records;
  records.reserve(batch.entries.size());
  for (const auto& entry : batch.entries) {
    if (entry.offset < next_inbox_) continue;
    registry_wanted_ = registry_seen(entry);
    if (shared_.seen.proposed(lane_) >= kMaxProposed || (!own_registry_ && shared_.registry.count() < registry_wanted_)) {
      read_inbox(false);
      break;
    }
    records.push_back(decide_entry(entry));
    next_inbox_ = {entry.offset.value + 1};
  }
  if (!records.empty()) append(std::move(records));
  return {};
}

// An entry's key is its record's subject, whatever key it came under: an export need not carry it.
NewEntry LaneOwner::decide_entry(const Entry& entry) {
  const projections::RegistryView registry(own_registry_ ? *own_registry_ : shared_.registry);
  recorded_ = std::max(recorded_, shared_.clock.now());
  const std::uint64_t registry_count = own_registry_ ? own_registry_->count() : shared_.registry.count();
  Marks marks{sequence_, recorded_, at_.lane.epoch, nonce_, entry.offset, registry_count, fit(entry.header("actor")), {}};

  Decision decision = Refused{};
  auto json = parser_.parse(entry.value);
  auto event = json ? read_structured(*json) : Checked<CloudEvent>(tl::unexpected(Reasons{{Code::malformed, "", json.error().detail, "RFC 8259"}}));
  if (event) {
    const auto canonical = to_submission(*event);
    marks.payload = payload_hash(canonical);
    const State state{registry, [this](auto subject, auto source, auto id) { return shared_.seen.find(lane_, subject, source, id); }};
    decision = decide(state, {*event, marks.payload, canonical.size(), {marks.actor}}, recorded_);
    name_both(entry, *event);
  } else {
    marks.payload = payload_hash(entry.value);
    event = unreadable(entry, std::move(event.error()), std::get<Refused>(decision));
  }

  const Submitted submitted{event->source, event->id, event->type, event->subject};
  std::string bytes = write_decision(*event, submitted, marks, decision);
  auto record = read_record(parser_, bytes);
  if (!record || bytes.size() > kMaxEntry) {  // nothing that a partner sends may stop the lane
    spdlog::error("lane {}, inbox offset {}: the decision could not be written and became a refusal", lane_.value, entry.offset.value);
    decision = Refused{{{Code::malformed, "", "the event can't be recorded as it is; send it with plainer names and texts", "services/admission"}}, std::nullopt};
    bytes = write_decision(*event, {{}, {}, {}, fit(entry.key)}, marks, decision);
    record = read_record(parser_, bytes);
    if (!record) throw std::logic_error("a refusal just written can't be read: " + record.error().detail);
  }
  ++(std::holds_alternative<Admitted>(decision) ? shared_.counters.admitted : std::holds_alternative<Refused>(decision) ? shared_.counters.refused : shared_.counters.repeated);
  shared_.seen.propose(*record, {lane_, sequence_});
  if (own_registry_) own_registry_->apply(*record);
  ++sequence_.value;
  return {std::string(record->subject), std::move(bytes), {}};
}

void LaneOwner::append(std::vector<NewEntry> entries) { session_->append(ledger(), std::move(entries)); }

// An appender takes appends again once a refusal was answered: by then `failed` is set, and is looked at under the same lock.
void Session::append(const LaneId& lane, std::vector<NewEntry> entries) {
  std::lock_guard lock(outcome_->mutex);
  if (outcome_->failed) return;
  appender_->append(lane, std::move(entries), [outcome = outcome_](const auto& result) {
    if (result) return;
    std::lock_guard answered(outcome->mutex);
    if (!outcome->error) outcome->error = result.error();
    outcome->failed = true;
  });
}

std::optional<LogError> Session::final_error() const {
  std::lock_guard lock(outcome_->mutex);
  return outcome_->error && !passes(outcome_->error->code) ? outcome_->error : std::nullopt;
}

}  // namespace rollcall::admission
