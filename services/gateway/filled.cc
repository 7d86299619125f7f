// GET /v1/templates/{type}.csv?filled=true: a type's spreadsheet with what the signed-in stakeholder told already, as
// `rollcall template … --filled` gives it, but bounded: its receipts say where in the ledger its events are, so no lane is
// read whole. Its own corrections and retractions are taken in; what others say of its events is theirs.
#include <atomic>
#include <map>

#include "services/gateway/csv_filled.h"
#include "services/gateway/gateway.h"
#include "services/gateway/ledger_reads.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMostReceipts = 200'000;  // looked at
constexpr std::size_t kMostEvents = 2'000;      // read, corrections among them
constexpr int kMostAtOnce = 2;                  // of the pool's threads; the others go on answering

struct Found {
  std::map<Partition, std::vector<Sequence>> places;
  bool complete = true;
};

// Where the actor's events of the type are, and what may have changed them.
Found places_of(const Ports& ports, const StakeholderId& actor, const std::string& type) {
  Found found;
  std::size_t receipts = 0, events = 0;
  ports.receipts(actor.value, [&](const projections::Receipt& receipt) {
    if (++receipts > kMostReceipts) return found.complete = false;
    if (!receipt.admitted || (receipt.type != type && receipt.type != type_of<EventCorrected>() && receipt.type != type_of<EventRetracted>())) return true;
    if (++events > kMostEvents) return found.complete = false;
    found.places[receipt.place.partition].push_back(receipt.place.sequence);
    return true;
  });
  return found;
}

http::Response filled(const Ports& ports, const Template& t, const http::Request& request) {
  const auto actor = authenticate(request.headers, *ports.registry(), ports.clock.now().day());
  if (!actor) return not_signed_in(ports.ready());
  const auto type = std::string(kTypePrefix) + std::string(t.type->name) + std::string(kTypeSuffix);
  const auto found = places_of(ports, *actor, type);
  if (!found.complete)
    return http::problem(422, "too_many", "Unprocessable Content", "more is told than one answer holds (" + std::to_string(kMostEvents) + " events with their corrections): `rollcall template " + std::string(t.type->name) + " --filled --actor " + actor->value + "` writes all of it");
  KnownEvents known(type);
  for (const auto& [lane, sequences] : found.places)
    if (!read_places(ports.log, lane, sequences, [&](const Record& record) { known.take(record); })) return http::try_again("unavailable", "the ledger can't be read now");
  known.settle();
  auto response = http::reply_with(200, "text/csv; charset=utf-8", filled_csv(t, known.all()));
  response.headers.set("Content-Disposition", "attachment; filename=\"" + std::string(t.type->name) + ".csv\"");
  response.headers.set("Cache-Control", "private, no-store");
  return response;
}

}  // namespace

http::Response filled_response(const Ports& ports, const Template& t, const http::Request& request) {
  static std::atomic<int> under_way{0};
  struct Turn {
    bool mine = ++under_way <= kMostAtOnce;
    ~Turn() { --under_way; }
  } const turn;
  if (!turn.mine || !ports.receipts) return http::try_again("busy", "other spreadsheets are being filled; ask again");
  return filled(ports, t, request);
}

}  // namespace rollcall::gateway
