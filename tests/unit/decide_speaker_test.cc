// Who may say what about whom, and as what it counts: a row for each reason that services/admission/speaker.cc can give and
// for each standing; the meetings' and the contests' own rules among them.
#include "tests/unit/decide_rows.h"

using namespace rollcall::tests;
using rollcall::events::Code;
using rollcall::events::Standing;

namespace {

constexpr auto kThai = "country/THA", kMeeting = "meeting/m-1";
const std::string kHotline = R"({"name":"H","kind":"helpline","opened_on":"2005"})";

RefusalRow row(const char* name, const char* type, const char* subject, const char* actor, const std::string& data, Code code, const char* pointer) {
  return {name, {type, subject, data, actor}, code, pointer};
}

std::vector<RefusalRow> speakers() {
  auto rows = std::vector<RefusalRow>{
      row("whom nobody registered", "hotline.opened", kThai, "stranger", kHotline, Code::not_authorised, ""),
      row("whose time was ended", "hotline.opened", kThai, "gone", kHotline, Code::not_authorised, ""),
      row("a country that there is not", "hotline.opened", "country/ZZZ", "monitor", kHotline, Code::unknown_subject, "/subject"),
      row("a region that there is not", "hotline.opened", "region/atlantis", "monitor", kHotline, Code::unknown_subject, "/subject"),
      row("an organisation that there is not", "training.delivered", "organisation/nobody", "monitor", R"({"title":"T","audience":["police"],"delivered_on":"2006"})", Code::unknown_subject, "/subject"),
      row("a meeting that nobody convenes", "meeting.contribution_made", "meeting/m-9", "ngo", R"({"text":"t","made_on":"2025"})", Code::unknown_subject, "/subject"),
      row("another government's country", "hotline.opened", kThai, "rou-gov", kHotline, Code::outside_mandate, "/subject"),
      row("an NGO beyond its home, its mandate's countries and regions", "hotline.opened", "region/shore", "youth", kHotline, Code::outside_mandate, "/subject"),
      row("an NGO of a country outside the region of its mandate", "hotline.opened", "country/XBB", "ngo", kHotline, Code::outside_mandate, "/subject"),
      row("a regional body beyond its region", "hotline.opened", "country/ROU", "asean-sec", kHotline, Code::outside_mandate, "/subject"),
      row("a government about a company of its own country", "safeguard.deployed", "organisation/company", "tha-gov", R"({"kind":"payment_refusal","deployed_on":"2008","summary":"s"})", Code::outside_mandate, "/subject"),
      row("a company about another that is at home elsewhere", "code_of_conduct.withdrawn", "organisation/helper", "company", R"({"code":"code","withdrawn_on":"2010"})", Code::outside_mandate, "/subject"),
      row("a depositary about another treaty", "treaty.ratified", "country/ROU", "depositary", R"({"instrument":"i-1","form":"accession","deposited_on":"2005"})", Code::outside_mandate, "/subject"),
      row("a depositary about what is no treaty act", "hotline.opened", "country/ROU", "depositary", kHotline, Code::outside_mandate, "/subject"),
      row("anyone but the registrar about a framework", "claim.disputed", "framework/g-1", "ngo", R"({"event":)" + ref("registrar", "framework.defined") + R"(,"statement":"s"})", Code::outside_mandate, "/subject"),
      row("a depositary's correction to another treaty", "event.corrected", "country/ROU", "depositary", correction(ref("depositary", "treaty.ratified"), "treaty.ratified", R"({"instrument":"i-1","form":"accession","deposited_on":"2005"})"), Code::outside_mandate, "/subject"),
      row("a treaty act about a region", "treaty.signed", "region/asean", "monitor", R"({"instrument":"opsc","signed_on":"2001"})", Code::schema_violation, "/subject"),
      row("a company's act about a country", "code_of_conduct.signed", kThai, "tha-gov", R"({"code":"code","signed_on":"2004"})", Code::schema_violation, "/subject"),
      row("the registry by anyone but the registrar", "country.registered", "country/FRA", "monitor", R"({"country":"FRA","names":{"en":"France"}})", Code::not_authorised, "/type"),
      row("the ledger described by anyone but the registrar", "ledger.described", "organisation/monitor", "monitor", R"({"title":{"en":"L"}})", Code::not_authorised, "/type"),
  };
  rows.push_back(row("another's source", "hotline.opened", kThai, "tha-gov", kHotline, Code::not_authorised, "/source"));
  rows.back().event.source = Ledger::source_of("tha-gov") + "-2";
  return rows;
}

std::vector<RefusalRow> at_meetings() {
  const auto organisers_only = [](const char* type, const char* actor, const std::string& data) { return row("who does not organise the meeting", type, kMeeting, actor, data, Code::outside_mandate, "/subject"); };
  return {
      organisers_only("meeting.convened", "tha-gov", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":["tha-gov"]})"),
      organisers_only("meeting.agenda_set", "ngo", R"({"set_on":"2025","sessions":[{"id":"1","title":"S"}]})"),
      organisers_only("meeting.recommendation_adopted", "ngo", R"({"recommendation":"t8","text":"t","actors":["states"],"adopted_on":"2025"})"),
      organisers_only("meeting.concluded", "asean-sec", R"({"concluded_on":"2025","outcome":"o"})"),
      row("a co-organiser about a meeting that is not its own", "meeting.concluded", "meeting/m-2", "helper", R"({"concluded_on":"2025","outcome":"o"})", Code::outside_mandate, "/subject"),
      row("who registers another's delegation", "meeting.participant_registered", kMeeting, "ngo", R"({"stakeholder":"youth","capacity":"delegate","registered_on":"2025"})", Code::outside_mandate, "/subject"),
      row("who turns its own delegation into another's", "event.corrected", kMeeting, "youth", correction(ref("youth", "meeting.participant_registered"), "meeting.participant_registered", R"({"stakeholder":"ngo","capacity":"delegate","registered_on":"2025"})"), Code::outside_mandate, "/subject"),
  };
}

struct Spoken {
  const char* name;
  Event event;
  Standing standing;
};

std::vector<Spoken> standings() {
  const std::string signed_ = R"({"instrument":"opsc","signed_on":"2001"})", met = R"({"commitment":"f-1/a1","status":"met","status_on":"2003","summary":"s"})", other_met = R"({"commitment":"g-1/a1","status":"met","status_on":"2003","summary":"s"})";
  const std::string said = R"({"text":"t","made_on":"2025"})", came = R"("capacity":"delegate","registered_on":"2025")", training = R"({"title":"T","audience":["police"],"delivered_on":"2006"})";
  const auto contribution = ref("company", "meeting.contribution_made");
  return {
      {"a government of its own country", {"hotline.opened", kThai, kHotline, "tha-gov"}, Standing::authority},
      {"the depositary of a treaty of its own", {"treaty.signed", kThai, signed_, "depositary"}, Standing::authority},
      {"a government of a treaty", {"treaty.signed", kThai, signed_, "tha-gov"}, Standing::authority},
      {"an NGO of a treaty", {"treaty.signed", kThai, signed_, "ngo"}, Standing::other},
      {"a company of itself", {"progress.reported", "organisation/company", met, "company"}, Standing::authority},
      {"a company of its home country", {"progress.reported", kThai, met, "company"}, Standing::other},
      {"an NGO of another organisation at home in the same country", {"training.delivered", "organisation/company", training, "ngo"}, Standing::other},
      {"a regional body of its region", {"hotline.opened", "region/asean", kHotline, "asean-sec"}, Standing::authority},
      {"a regional body of a country in it", {"hotline.opened", kThai, kHotline, "asean-sec"}, Standing::other},
      {"an NGO of its mandate's region", {"hotline.opened", "region/shore", kHotline, "ngo"}, Standing::other},
      {"an NGO of a country of its mandate", {"hotline.opened", "country/ROU", kHotline, "ngo"}, Standing::other},
      {"an NGO of a member of its mandate's region", {"hotline.opened", "country/XAA", kHotline, "ngo"}, Standing::other},
      {"a monitor of a promise of its framework", {"progress.reported", kThai, met, "monitor"}, Standing::monitor},
      {"a monitor of a promise of another framework", {"progress.reported", kThai, other_met, "monitor"}, Standing::other},
      {"a monitor of no framework in particular", {"hotline.opened", kThai, kHotline, "monitor"}, Standing::monitor},
      {"a monitor of two frameworks, one its own", {"data_collection.established", kThai, R"({"title":"D","established_on":"2004","frameworks":["g-1","f-1"]})", "monitor"}, Standing::monitor},
      {"a monitor of a plan for another framework", {"plan.adopted", kThai, R"({"title":"P","scope":"national","adopted_on":"2003","covers":["g-1"]})", "monitor"}, Standing::other},
      {"a monitor of a code that is not its own", {"code_of_conduct.withdrawn", "organisation/company", R"({"code":"code","withdrawn_on":"2010"})", "monitor"}, Standing::other},
      {"a monitor of a declaration", {"declaration.left", kThai, R"({"framework":"f-1","left_on":"2010"})", "monitor"}, Standing::monitor},
      {"the convenor of its meeting", {"meeting.concluded", kMeeting, R"({"concluded_on":"2025","outcome":"o"})", "convenor"}, Standing::authority},
      {"a co-organiser of its meeting", {"meeting.agenda_set", kMeeting, R"({"set_on":"2025","sessions":[{"id":"1","title":"S"}]})", "helper"}, Standing::authority},
      {"an organiser of another's delegation", {"meeting.participant_registered", kMeeting, R"({"stakeholder":"ngo",)" + came + "}", "helper"}, Standing::authority},
      {"who may speak everywhere, of a meeting", {"meeting.concluded", kMeeting, R"({"concluded_on":"2025","outcome":"o"})", "monitor"}, Standing::monitor},
      {"a stakeholder of its own delegation", {"meeting.participant_registered", kMeeting, R"({"stakeholder":"ngo",)" + came + "}", "ngo"}, Standing::other},
      {"whoever of what it says at a meeting", {"meeting.contribution_made", kMeeting, said, "rou-gov"}, Standing::other},
      {"whoever of what another said at a meeting", {"claim.disputed", kMeeting, R"({"event":)" + contribution + R"(,"statement":"s"})", "rou-gov"}, Standing::other},
      {"whoever of what a meeting adopted", {"claim.corroborated", kMeeting, R"({"event":)" + ref("convenor", "meeting.recommendation_adopted") + R"(,"statement":"s"})", "youth"}, Standing::other},
      {"who mends its own contribution", {"event.corrected", kMeeting, correction(contribution, "meeting.contribution_made", said), "company"}, Standing::other},
      {"who takes back its own contribution", {"event.retracted", kMeeting, R"({"event":)" + contribution + R"(,"reason":"r"})", "company"}, Standing::other},
      {"who mends its own delegation", {"event.corrected", kMeeting, correction(ref("youth", "meeting.participant_registered"), "meeting.participant_registered", R"({"stakeholder":"youth",)" + came + "}"), "youth"}, Standing::other},
      {"the depositary's correction", {"event.corrected", "country/ROU", correction(ref("depositary", "treaty.ratified"), "treaty.ratified", R"({"instrument":"opsc","form":"accession","deposited_on":"2001"})"), "depositary"}, Standing::authority},
      {"a monitor's correction to another framework's promise", {"event.corrected", "country/ROU", correction(ref("monitor", "progress.reported"), "progress.reported", other_met), "monitor"}, Standing::other},
      {"a stakeholder by a page below its own", {"hotline.opened", kThai, kHotline, "tha-gov", {}, {}, Ledger::source_of("tha-gov") + "/sheet-1"}, Standing::authority},
      {"a stakeholder by a source that the registry grants", {"training.delivered", "organisation/ngo", training, "ngo", {}, {}, "https://ngo.example/rollcall/2004"}, Standing::authority},
      {"the registrar of the registry", {"region.defined", "region/hills", R"({"region":"hills","names":{"en":"H"}})", "registrar"}, Standing::authority},
  };
}

}  // namespace

const std::vector<RefusalRow>& rollcall::tests::speaker_refusals() {
  static const auto rows = [] {
    auto out = speakers();
    for (auto&& row : at_meetings()) out.push_back(row);
    return out;
  }();
  return rows;
}

TEST_CASE("who may not say it, or not about whom, is refused", "[unit]") { check_refused(speaker_refusals()); }

TEST_CASE("as what a word counts follows from who says it about whom, and a correction's from what it makes of the event", "[unit]") {
  for (const auto& spoken : standings()) {
    World world = told_world();
    auto event = spoken.event;
    event.id = "row";
    INFO(spoken.name);
    const auto decision = world.submit(event);
    CHECK(reasons_of(decision) == "");
    if (const auto* admitted = std::get_if<rollcall::admission::Admitted>(&decision)) CHECK(admitted->standing == spoken.standing);
  }
}
