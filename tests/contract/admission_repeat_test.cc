// Decisions repeat (ARCHITECTURE.md, promise 3): a history that chance made, decided by services that take lanes from
// each other meanwhile, is decided again from the ledger alone (and the inbox, since refusals hold no payload): the
// registry at each record's position, the lane before it, and the record's own time. Every byte must come out the same.
#include <catch2/catch.hpp>

#include <random>

#include "services/admission/decide.h"
#include "tests/contract/admission_support.h"

using namespace rollcall;
using namespace rollcall::tests;
using namespace rollcall::events;

namespace {

// Submissions of several stakeholders that often fit, often don't, and often come twice.
class Chance {
 public:
  explicit Chance(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t n) { return random_() % n; }
  template <class T>
  T one_of(std::initializer_list<T> list) { return list.begin()[below(list.size())]; }

  void submit(AdmissionWorld& w) {
    const auto lane = static_cast<std::uint16_t>(1 + below(2));
    const auto kind = below(20);
    if (kind == 0) w.put(lane, one_of<std::string>({"{", "[]", R"({"specversion":"1.0","id":"x"})", ""}), actor(), AdmissionWorld::subject_in(lane));
    else if (kind < 5) w.submit(registry_event(), seen_);
    else if (kind < 7 && !said_.empty()) w.submit(said_[below(said_.size())], seen_);
    else w.submit(remember(act(lane)), seen_);
  }

 private:
  std::string actor() { return one_of<std::string>({"monitor", "registrar", "ngo-0", "ngo-1", "ngo-2", "stranger"}); }
  std::string id() { return "e" + std::to_string(below(30)); }
  std::string year() { return std::to_string(1995 + below(34)); }
  std::string framework() { return "f-" + std::to_string(below(4)); }
  Event remember(Event e) { return said_.push_back(e), e; }

  Event act(std::uint16_t lane) {
    Event e{.subject = AdmissionWorld::subject_in(lane), .actor = actor(), .id = id()};
    const auto ref = Ledger::ref(actor(), id());
    const auto plan = R"({"title":"P)" + std::to_string(below(3)) + R"(","scope":"national","adopted_on":")" + year() + R"(","covers":[")" + framework() + R"("]})";
    switch (below(8)) {
      case 0: e.type = "plan.ended", e.data = R"({"plan":)" + ref + R"(,"ended_on":")" + year() + "\"}"; break;
      case 1: e.type = "declaration.adopted", e.data = R"({"framework":")" + framework() + R"(","adopted_on":")" + year() + "\"}"; break;
      case 2: e.type = "event.corrected", e.data = R"({"event":)" + ref + R"(,"type":"org.rollcall.plan.adopted.v1","reason":"slip","data":)" + plan + "}"; break;
      case 3: e.type = "event.retracted", e.data = R"({"event":)" + ref + R"(,"reason":"no"})"; break;
      case 4: e.type = one_of<std::string>({"claim.corroborated", "claim.disputed"}), e.data = R"({"event":)" + ref + R"(,"statement":"We saw it."})"; break;
      case 5: e.type = "plan.adopted", e.data = R"({"title":"no scope"})"; break;
      default: e.type = "plan.adopted", e.data = plan;
    }
    return e;
  }

  Event registry_event() {
    seen_ += below(3) == 0 && seen_ < 4;  // never more than there surely is
    const auto n = std::to_string(below(3)), f = framework();
    const std::string entry = R"({"stakeholder":"ngo-)" + n + R"(","kind":"national_ngo","name":"N","mandate":{"everywhere":)" + one_of<std::string>({"true", "false"}) + "}}";
    switch (below(5)) {
      case 0: return {.type = "framework.defined", .subject = "framework/" + f, .data = R"({"framework":")" + f + R"(","kind":"declaration","names":{"en":"F"},"adopted_on":"2001"})", .id = f};
      case 1: return {.type = "stakeholder.ended", .subject = "organisation/ngo-" + n, .data = R"({"stakeholder":"ngo-)" + n + R"(","ended_on":"2020"})", .id = "end" + n};
      case 2: return {.type = "country.registered", .subject = AdmissionWorld::subject_in(1), .data = R"({"country":")" + AdmissionWorld::subject_in(1).substr(8) + R"(","names":{"en":"C"}})", .id = id()};
      case 3: return {.type = "stakeholder.amended", .subject = "organisation/ngo-" + n, .data = entry, .id = "amend" + id()};
      default: return {.type = "stakeholder.registered", .subject = "organisation/ngo-" + n, .data = entry, .id = "ngo-" + n};
    }
  }

  std::mt19937 random_;
  std::vector<Event> said_;
  std::uint64_t seen_ = 0;
};

struct InboxEntry { std::string key, value, actor; };
std::vector<InboxEntry> read_inbox(AdmissionWorld& w, std::uint16_t lane) {
  std::vector<InboxEntry> out;
  const auto reader = w.log.reader();
  reader->seek(inbox(lane), {0});
  for (auto batch = reader->next(0ms).value(); !batch.entries.empty(); batch = reader->next(0ms).value())
    for (const auto& e : batch.entries) out.push_back({std::string(e.key), std::string(e.value), std::string(e.header("actor"))});
  return out;
}

// One lane decided again. Written from ARCHITECTURE.md, not from the service.
class Again {
 public:
  Again(const projections::Registry& registry, Partition lane) : registry_(registry), lane_(lane) {}

  std::string decide(const Decided& was, const InboxEntry& in) {
    JsonParser parser;
    const auto mark = parser.parse(was.bytes).value();
    Marks marks{{was.sequence}, was.recorded, {was.epoch}, std::string(string_or(mark, "rollcallnonce")), {was.inbox}, was.registry, in.actor, {}};
    const auto json = parser.parse(in.value);
    const auto event = json ? read_structured(*json) : Checked<CloudEvent>(tl::unexpected(Reasons{{Code::malformed, "", json.error().detail, "RFC 8259"}}));
    if (!event) {
      marks.payload = payload_hash(in.value);
      return write_refused({"", "", "", in.key}, marks, event.error(), std::nullopt);
    }
    const auto submission = to_submission(*event);
    marks.payload = payload_hash(submission);
    const projections::RegistryView view(registry_, was.registry, Instant{std::numeric_limits<std::int64_t>::max()});
    const admission::State state{view, [&](auto subject, auto source, auto id) { return find(subject, source, id); }};
    const auto decision = admission::decide(state, {*event, marks.payload, submission.size(), {in.actor}}, was.recorded);
    const Submitted submitted{event->source, event->id, event->type, event->subject};
    if (const auto* no = std::get_if<admission::Refused>(&decision)) return write_refused(submitted, marks, no->reasons, no->first);
    if (const auto* twice = std::get_if<admission::Repeated>(&decision)) return write_repeated(submitted, marks, twice->first);
    return write_admitted(*event, marks, std::get<admission::Admitted>(decision).standing);
  }

  void remember(const std::string& bytes) {
    JsonParser parser;
    const auto r = read_record(parser, bytes).value();
    if (r.kind == RecordKind::repeated) return;
    auto& slot = earlier_[{std::string(r.subject), std::string(r.submitted_source()), std::string(r.submitted_id())}];
    const bool admitted = r.kind == RecordKind::admitted;
    if (admitted || !slot.admitted) slot = {{lane_, r.sequence}, std::string(r.payload), admitted, std::string(r.actor), std::string(r.submitted_type())};
  }

 private:
  std::optional<admission::Earlier> find(std::string_view subject, std::string_view source, std::string_view id) const {
    const auto at = earlier_.find({std::string(subject), std::string(source), std::string(id)});
    return at == earlier_.end() ? std::nullopt : std::optional(at->second);
  }
  const projections::Registry& registry_;
  const Partition lane_;
  std::map<std::tuple<std::string, std::string, std::string>, admission::Earlier> earlier_;
};

}  // namespace

TEST_CASE("deciding a whole history again from the ledger gives every record again, byte for byte", "[contract]") {
  const auto seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u);
  CAPTURE(seed);
  AdmissionWorld w;
  Chance chance(seed);
  std::vector<std::unique_ptr<Server>> servers;
  for (int i = 0; i < 2; ++i) servers.push_back(std::make_unique<Server>(w, std::set<std::uint16_t>{}));
  for (int round = 0; round < 12; ++round) {
    std::set<std::uint16_t> mine[2];
    for (std::uint16_t lane = 0; lane < AdmissionWorld::kLanes; ++lane) mine[chance.below(2)].insert(lane);
    if (chance.below(4) == 0) servers[0] = nullptr, servers[0] = std::make_unique<Server>(w, mine[0]);
    for (int i = 0; i < 2; ++i) servers[static_cast<std::size_t>(i)]->log.own(mine[i]);
    for (int i = 0; i < 60; ++i) chance.submit(w);
    const auto lane = static_cast<std::uint16_t>(chance.below(3));
    w.read(lane, w.log.end(inbox(lane))->value / (1 + chance.below(2)));
  }
  projections::Registry registry;
  std::map<RecordKind, int> kinds;
  for (std::uint16_t lane = 0; lane < AdmissionWorld::kLanes; ++lane) {
    const auto entries = read_inbox(w, lane);
    const auto read = w.read(lane, entries.size());
    REQUIRE(read.error == "");
    REQUIRE(read.inboxes() == up_to(entries.size()));
    if (lane == 0)
      for (const auto& d : read.valid) {
        JsonParser parser;
        registry.apply(read_record(parser, d.bytes).value());
      }
    Again again(registry, {lane});
    for (const auto& d : read.valid) {
      REQUIRE(again.decide(d, entries[d.inbox]) == d.bytes);
      again.remember(d.bytes);
      ++kinds[d.kind];
    }
  }
  CHECK(kinds[RecordKind::admitted] > 50);  // the history is worth the name
  CHECK(kinds[RecordKind::refused] > 50);
  CHECK(kinds[RecordKind::repeated] > 10);
}
