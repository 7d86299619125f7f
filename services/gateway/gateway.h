// The gateway: authenticates, checks the envelope, seals contacts, hands in at the desk, and tells the decision. It
// decides nothing.
#pragma once

#include <functional>
#include <memory>

#include "services/gateway/desk.h"
#include "services/gateway/drafts.h"
#include "services/gateway/keys.h"
#include "services/gateway/rehearsal.h"
#include "services/http/router.h"
#include "services/runtime/health.h"
#include "services/runtime/pool.h"

namespace rollcall::gateway {

// What the gateway uses and does not own; all of it outlives the server that its routes run in.
struct Ports {
  events::Log& log;
  Desk& desk;
  Keys& keys;
  runtime::Pool& pool;
  const events::Clock& clock;
  std::function<std::shared_ptr<const projections::Registry>()> registry;
  // The admission of (source, id) about a subject ("" = any).
  std::function<std::optional<projections::Receipt>(const std::string& source, const std::string& id, const std::string& subject)> receipt;
  // The decision about an actor's submission at a place; nothing for a repeat.
  std::function<std::optional<projections::Receipt>(const std::string& actor, events::Place place)> decision;
  std::function<bool()> ready;  // false while the registry is still being read: nobody's token is known yet
  std::function<Rehearsal()> rehearse = {};  // begins one; it is empty while too many are under way
  Drafts* drafts = nullptr;                  // null: none are kept here
  // As what a stakeholder's word about a subject counts, whatever is said; nothing: its mandate does not reach there.
  std::function<std::optional<events::Standing>(const events::StakeholderId&, const events::Subject&)> standing = {};
  // An actor's receipts, lane by lane in the order decided, until `each` answers false.
  std::function<void(const std::string& actor, const std::function<bool(const projections::Receipt&)>& each)> receipts = {};
};

// Whose token a request carries, and which.
struct Caller {
  events::StakeholderId stakeholder;
  events::CredentialId credential;
  std::optional<events::CredentialDuty> duty;  // nothing: submits alone
  std::optional<events::PartialDate> expires_on;
  bool operator==(const Caller&) const = default;
};
// Nothing without a token, or with one that is unknown, revoked or expired.
std::optional<Caller> caller_of(const http::Headers& headers, const projections::Registry& registry, events::Day today);
std::optional<events::StakeholderId> authenticate(const http::Headers& headers, const projections::Registry& registry, events::Day today);
// Why whoever sent the headers is not the registrar, whose work `work` is ("erases a contact"). `ready`: tokens are known.
std::optional<http::Response> not_registrar(const http::Headers& headers, const projections::Registry& registry, events::Day today, bool ready, std::string_view work);

// POST /v1/events, /v1/drafts…, GET /v1/types, /v1/me, /v1/templates/{type}.csv, GET /v1/events/{source}/{id}, GET /v1/ledger/{partition},
// POST /v1/contacts/{contact}/erasure.
void add_routes(http::Router& router, std::shared_ptr<const Ports> ports);

// Sealed, without personal data and ready to hand in; or the reasons why not; or the first receipt, when this is a repeat of what was admitted
// (it need not go in again), or of an event whose contact was erased since (its payload can't be compared any more).
using Prepared = std::variant<HandIn, events::Reasons, projections::Receipt>;
Prepared prepare(const Ports& ports, const events::CloudEvent& event, const events::StakeholderId& actor, Keys::For purpose = Keys::For::keeping);

// How long the client is willing to wait for decisions (RFC 7240, Prefer: wait=SECONDS), at most 30 s; 0: not at all.
std::chrono::seconds preferred_wait(const http::Headers& headers);

// The outcome as it is told: of a repeat, what was decided the first time.
Outcome as_first(const Ports& ports, Outcome outcome);

// One outcome as JSON, and the status that it has when it is the only one.
std::string outcome_json(const Outcome& outcome);
http::Response outcome_response(const Outcome& outcome);
http::Response conflict_response(std::string_view receipt);  // around a receipt's JSON
http::Response refused_response(std::string_view receipt);
// A line or row that can't be taken; the reasons as JSON.
std::string refused_line(std::uint64_t line, std::string_view reasons);
http::Response reasons_response(const events::Reasons& reasons, const events::CloudEvent* event = nullptr);  // the one that was sent alone
http::Response not_signed_in(bool ready);  // or 503 while tokens are not known yet
std::string receipt_path(const std::string& source, const std::string& id);

// GET /v1/templates/{type}.csv?filled=true, on the pool.
struct Template;
http::Response filled_response(const Ports& ports, const Template& t, const http::Request& request);

// What becomes of what is sent: decided; only rehearsed; kept until a second person approves it.
enum class Way { hand_in, rehearse, draft };

// Exchanges for POST /v1/events: one body of at most 1 MiB, or lines without end. `drafting`: POST /v1/drafts.
std::shared_ptr<http::Exchange> body_exchange(std::shared_ptr<const Ports> ports, http::Request request, bool drafting, std::shared_ptr<http::Stream> stream);
std::shared_ptr<http::Exchange> ndjson_exchange(std::shared_ptr<const Ports> ports, const http::Request& request, std::shared_ptr<http::Stream> stream);

}  // namespace rollcall::gateway
