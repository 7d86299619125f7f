// What an event names must exist: a row for each kind of thing that can be named, wherever it stands, and for each reason
// that services/admission/references.cc can give.
#include "tests/unit/decide_rows.h"

using namespace rollcall::tests;
using rollcall::events::Code;

namespace {

constexpr auto kThai = "country/THA", kCompany = "organisation/company", kMeeting = "meeting/m-1";
const auto kPlan = ref("tha-gov", "plan.adopted");

RefusalRow row(const char* name, const char* type, const char* subject, const char* actor, const std::string& data, const char* pointer, Code code = Code::unknown_reference) {
  return {name, {type, subject, data, actor}, code, pointer};
}

// Registry entries that there are not.
std::vector<RefusalRow> unknown_entries() {
  return {
      row("a declaration", "declaration.adopted", kThai, "tha-gov", R"({"framework":"f-9","adopted_on":"2001"})", "/data/framework"),
      row("a declaration left", "declaration.left", kThai, "tha-gov", R"({"framework":"f-9","left_on":"2001"})", "/data/framework"),
      row("a treaty that is signed", "treaty.signed", kThai, "tha-gov", R"({"instrument":"opac","signed_on":"2001"})", "/data/instrument"),
      row("a treaty that is denounced", "treaty.denounced", kThai, "tha-gov", R"({"instrument":"opac","notified_on":"2001"})", "/data/instrument"),
      row("a treaty that is reserved against", "treaty.declaration_made", kThai, "tha-gov", R"({"instrument":"opac","kind":"reservation","made_on":"2001","summary":"s"})", "/data/instrument"),
      row("a framework in a list", "plan.adopted", kThai, "tha-gov", R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-1","f-9"]})", "/data/covers/1"),
      row("a revised plan's framework", "plan.revised", kThai, "tha-gov", R"({"plan":)" + kPlan + R"(,"revised_on":"2004","title":"P","covers":["f-9"]})", "/data/covers/0"),
      row("a focal point's framework", "focal_point.designated", kThai, "tha-gov", R"({"unit":"U","designated_on":"2003","frameworks":["f-9"]})", "/data/frameworks/0"),
      row("a commitment", "progress.reported", kThai, "tha-gov", R"({"commitment":"f-1/a9","status":"met","status_on":"2003","summary":"s"})", "/data/commitment"),
      row("a commitment in a list", "recommendation.received", kThai, "tha-gov", R"({"mechanism":"UPR","text":"t","response":"noted","received_on":"2014","commitments":["f-1/a1","f-1/a9"]})", "/data/commitments/1"),
      row("a recommending country", "recommendation.received", kThai, "tha-gov", R"({"mechanism":"UPR","text":"t","from_country":"ZZZ","response":"noted","received_on":"2014"})", "/data/from_country"),
      row("a party to an agreement", "agreement.signed", kThai, "tha-gov", R"({"title":"A","kind":"partnership","countries":["ROU","ZZZ"],"signed_on":"2004"})", "/data/countries/1"),
      row("where training was held", "training.delivered", kThai, "tha-gov", R"({"title":"T","audience":["police"],"delivered_on":"2006","countries":["ZZZ"]})", "/data/countries/0"),
      row("for whom money is", "resources.committed", kThai, "tha-gov", R"({"money":{"amount":1,"currency":"EUR"},"purpose":"p","committed_on":"2005","countries":["ZZZ"]})", "/data/countries/0"),
      row("where a programme runs", "programme.started", "organisation/ngo", "ngo", R"({"title":"P","activities":["rescue"],"countries":["ZZZ"],"started_on":"2004"})", "/data/countries/0"),
      row("where a signatory does business", "code_of_conduct.signed", kCompany, "company", R"({"code":"code","signed_on":"2004","active_in":["ZZZ"]})", "/data/active_in/0"),
      row("where a safeguard works", "safeguard.deployed", kCompany, "company", R"({"kind":"payment_refusal","deployed_on":"2008","countries":["ZZZ"],"summary":"s"})", "/data/countries/0"),
      row("a code", "code_of_conduct.signed", kCompany, "company", R"({"code":"f-9","signed_on":"2004"})", "/data/code"),
      row("a committee's own stakeholder", "youth_committee.established", kThai, "tha-gov", R"({"name":"Y","established_on":"2004","stakeholder":"nobody"})", "/data/stakeholder"),
      row("a meeting that young people took part in", "participation.reported", kThai, "youth", R"({"process":"p","kind":"meeting","rung":"tokenism","reported_on":"2004","meeting":"m-9","summary":"s"})", "/data/meeting"),
      row("a meeting within what is named", "trend.reported", kThai, "tha-gov", R"({"title":"T","pattern":"p","observed_on":"2008","recommendation":{"meeting":"m-9","recommendation":"t7"}})", "/data/recommendation/meeting"),
      row("an organiser", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":["convenor","nobody"]})", "/data/organisers/1"),
      row("a meeting's region", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":["convenor"],"region":"atlantis"})", "/data/region"),
      row("a meeting that is followed", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":["convenor"],"follows":"m-9"})", "/data/follows"),
      row("a delegation's stakeholder", "meeting.participant_registered", kMeeting, "convenor", R"({"stakeholder":"nobody","capacity":"observer","registered_on":"2025"})", "/data/stakeholder"),
      row("the country that a contribution speaks of", "meeting.contribution_made", kMeeting, "ngo", R"({"text":"t","made_on":"2025","country":"ZZZ"})", "/data/country"),
      row("a commitment that a recommendation bears on", "meeting.recommendation_adopted", kMeeting, "convenor", R"({"recommendation":"t8","text":"t","actors":["states"],"adopted_on":"2025","about":["f-1/a9"]})", "/data/about/0"),
      row("a framework that a meeting adopted", "meeting.concluded", kMeeting, "convenor", R"({"concluded_on":"2025","outcome":"o","adopted":"f-9"})", "/data/adopted"),
      row("where a meeting goes on", "meeting.concluded", kMeeting, "convenor", R"({"concluded_on":"2025","outcome":"o","next":"m-9"})", "/data/next"),
  };
}

// Codes of conduct are frameworks, but not each framework is one.
std::vector<RefusalRow> no_codes() {
  return {
      row("a signature under a declaration", "code_of_conduct.signed", kCompany, "company", R"({"code":"f-1","signed_on":"2004"})", "/data/code"),
      row("a report under a declaration", "code_of_conduct.reported", kCompany, "company", R"({"code":"f-1","year":"2005","reported_on":"2006","criteria":[{"criterion":"annual_report","status":"met"}]})", "/data/code"),
      row("a withdrawal from a declaration", "code_of_conduct.withdrawn", kCompany, "company", R"({"code":"f-1","withdrawn_on":"2010"})", "/data/code"),
  };
}

// Each type that names an earlier event, and an event that there is not, or that is of another type.
std::vector<RefusalRow> unknown_events() {
  const auto none = ref("tha-gov", "none");
  const auto ending = [](const char* type, const std::string& member, const std::string& named, const std::string& rest, const char* subject = kThai) {
    return RefusalRow{"an event that there is not, or of another type", {type, subject, "{\"" + member + "\":" + named + "," + rest + "}", "monitor"}, Code::unknown_reference, "/data/" + member};
  };
  return {
      ending("plan.revised", "plan", none, R"("revised_on":"2004","title":"P")"),
      ending("plan.evaluated", "plan", none, R"("evaluated_on":"2006","evaluator":"E","effect":"effective","findings":"f")"),
      ending("plan.ended", "plan", ref("tha-gov", "hotline.opened"), R"("ended_on":"2008")"),
      ending("plan.ended", "plan", kPlan, R"("ended_on":"2008")", "country/ROU"),  // under another subject
      ending("focal_point.ended", "designation", kPlan, R"("ended_on":"2008")"),
      ending("rapporteur.ended", "appointment", kPlan, R"("ended_on":"2008")"),
      ending("youth_committee.ended", "committee", kPlan, R"("ended_on":"2008")"),
      ending("legislation.repealed", "legislation", kPlan, R"("repealed_on":"2008")"),
      ending("agreement.ended", "agreement", kPlan, R"("ended_on":"2008")"),
      ending("hotline.closed", "hotline", kPlan, R"("closed_on":"2008")"),
      ending("programme.reported", "programme", kPlan, R"("reported_on":"2008","summary":"s")"),
      ending("programme.ended", "programme", kPlan, R"("ended_on":"2008")"),
      ending("treaty.declaration_made", "withdraws", ref("depositary", "treaty.ratified"), R"("instrument":"opsc","kind":"withdrawal","made_on":"2009","summary":"s")", "country/ROU"),
      ending("claim.disputed", "event", none, R"("statement":"s")"),
      ending("claim.corroborated", "event", kPlan, R"("statement":"s")", "country/ROU"),
      ending("event.retracted", "event", none, R"("reason":"r")"),
  };
}

std::vector<RefusalRow> contests() {
  const auto hotline = ref("tha-gov", "hotline.opened");
  const std::string opened = R"({"name":"H","kind":"helpline","opened_on":"2005"})";
  return {
      row("a claim about one's own statement", "claim.corroborated", kThai, "tha-gov", R"({"event":)" + kPlan + R"(,"statement":"s"})", "/data/event", Code::not_authorised),
      row("a dispute of one's own statement", "claim.disputed", kThai, "tha-gov", R"({"event":)" + kPlan + R"(,"statement":"s"})", "/data/event", Code::not_authorised),
      row("a retraction of another's statement", "event.retracted", kThai, "monitor", R"({"event":)" + kPlan + R"(,"reason":"r"})", "/data/event", Code::not_authorised),
      row("a retraction of another's statement, of which one's mandate does not reach the subject", "event.retracted", kThai, "rou-gov", R"({"event":)" + kPlan + R"(,"reason":"r"})", "/data/event", Code::not_authorised),
      row("a correction of another's statement", "event.corrected", kThai, "monitor", correction(hotline, "hotline.opened", opened), "/data/event", Code::not_authorised),
      row("a correction of what there is not", "event.corrected", kThai, "tha-gov", correction(ref("tha-gov", "none"), "hotline.opened", opened), "/data/event"),
      row("a correction to another type", "event.corrected", kThai, "tha-gov", correction(kPlan, "hotline.opened", opened), "/data/event"),
      row("a correction of a claim", "event.corrected", kThai, "youth", correction(ref("youth", "claim.disputed"), "claim.disputed", R"({"event":)" + kPlan + R"(,"statement":"t"})"), "/data/type"),
      row("a correction to data that is not the type's", "event.corrected", kThai, "tha-gov", correction(hotline, "hotline.opened", R"({"name":"H","kind":"helpline"})"), "/data/data/opened_on", Code::schema_violation),
      row("a correction to a framework that there is not", "event.corrected", kThai, "tha-gov", correction(kPlan, "plan.adopted", R"({"title":"P","scope":"national","adopted_on":"2003","covers":["f-9"]})"), "/data/data/covers/0"),
      row("a correction to an ending of what there is not", "event.corrected", kThai, "tha-gov", correction(ref("tha-gov", "hotline.closed"), "hotline.closed", R"({"hotline":)" + kPlan + R"(,"closed_on":"2013"})"), "/data/data/hotline"),
  };
}

}  // namespace

const std::vector<RefusalRow>& rollcall::tests::reference_refusals() {
  static const auto rows = [] {
    auto out = unknown_entries();
    for (auto&& part : {no_codes(), unknown_events(), contests()}) out.insert(out.end(), part.begin(), part.end());
    return out;
  }();
  return rows;
}

TEST_CASE("what an event names and there is not is refused where it is named", "[unit]") { check_refused(reference_refusals()); }
