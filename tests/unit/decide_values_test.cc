// What an event's data says must be possible: a row for each reason that services/admission/values.cc can give, and for
// each kind of date that is still to come.
#include "tests/unit/decide_rows.h"

using namespace rollcall::tests;
using rollcall::events::Code;

namespace {

constexpr auto kThai = "country/THA", kCompany = "organisation/company", kNgo = "organisation/ngo", kMeeting = "meeting/m-1";

RefusalRow row(const char* name, const char* type, const char* subject, const char* actor, const std::string& data, const char* pointer, Code code = Code::schema_violation) {
  return {name, {type, subject, data, actor}, code, pointer};
}

std::vector<RefusalRow> counts() {
  const std::string plan = R"("title":"P","scope":"national","adopted_on":"2003")", revision = R"("plan":)" + ref("tha-gov", "plan.adopted") + R"(,"revised_on":"2004","title":"P")";
  const std::string cell = R"("indicator":"i","period":"2005")", law = R"("title":"L","enacted_on":"2005")", training = R"("title":"T","delivered_on":"2006")";
  const std::string programme = R"("title":"P","countries":["THA"],"started_on":"2004")", told = R"("programme":)" + ref("ngo", "programme.started") + R"(,"reported_on":"2005","summary":"s")";
  const std::string came = R"("stakeholder":"ngo","capacity":"delegate","registered_on":"2025")";
  return {
      row("a budget below nothing", "plan.adopted", kThai, "tha-gov", "{" + plan + R"(,"budget":{"amount":-1,"currency":"THB"}})", "/data/budget"),
      row("a budget beyond counting", "plan.revised", kThai, "tha-gov", "{" + revision + R"(,"budget":{"amount":1000000000000001,"currency":"THB"}})", "/data/budget"),
      row("a programme's budget below nothing", "programme.started", kNgo, "ngo", "{" + programme + R"(,"activities":["rescue"],"budget":{"amount":-1,"currency":"EUR"}})", "/data/budget"),
      row("money below nothing", "resources.committed", kThai, "tha-gov", R"({"money":{"amount":-1,"currency":"EUR"},"purpose":"p","committed_on":"2005"})", "/data/money"),
      row("a cell of four people", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"persons","value":4})", "/data/value", Code::cell_too_small),
      row("a cell of one case", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"cases","value":1})", "/data/value", Code::cell_too_small),
      row("a percentage of four people", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"percent","value":50,"base":4})", "/data/base", Code::cell_too_small),
      row("a count below nothing", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"persons","value":-1})", "/data/value"),
      row("half a person", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"persons","value":125,"decimals":1})", "/data/decimals"),
      row("ten decimals", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"rate","value":5,"decimals":10})", "/data/decimals"),
      row("a rate beyond counting", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"rate","value":-1000000000000001})", "/data/value"),
      row("a base below nothing", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"rate","base":-1})", "/data/base"),
      row("a dimension twice", "indicator.reported", kThai, "tha-gov", "{" + cell + R"(,"unit":"rate","by":[{"dimension":"sex","value":"female"},{"dimension":"sex","value":"male"}]})", "/data/by/1"),
      row("young people below none", "participation.reported", kThai, "youth", R"({"process":"p","kind":"plan","rung":"tokenism","reported_on":"2004","young_people":-1,"summary":"s"})", "/data/young_people"),
      row("a law about nothing", "legislation.enacted", kThai, "tha-gov", "{" + law + R"(,"topics":[]})", "/data/topics"),
      row("a sentence of 101 years", "legislation.enacted", kThai, "tha-gov", "{" + law + R"(,"topics":["penalties"],"least_sentence_months":1201})", "/data/least_sentence_months"),
      row("an agreement with nobody", "agreement.signed", kThai, "tha-gov", R"({"title":"A","kind":"partnership","countries":["THA"],"signed_on":"2004"})", "/data/countries"),
      row("training for nobody", "training.delivered", kThai, "tha-gov", "{" + training + R"(,"audience":[]})", "/data/audience"),
      row("training of less than no hours", "training.delivered", kThai, "tha-gov", "{" + training + R"(,"audience":["police"],"hours":-1})", "/data/hours"),
      row("training of less than nobody", "training.delivered", kThai, "tha-gov", "{" + training + R"(,"audience":["police"],"people":-1})", "/data/people"),
      row("a programme that does nothing", "programme.started", kNgo, "ngo", "{" + programme + R"(,"activities":[]})", "/data/activities"),
      row("an organisation's programme that is nowhere", "programme.started", kNgo, "ngo", R"({"title":"P","activities":["rescue"],"started_on":"2004"})", "/data/countries"),
      row("a programme that reached four people", "programme.reported", kNgo, "ngo", "{" + told + R"(,"people_reached":4})", "/data/people_reached", Code::cell_too_small),
      row("a programme that reached less than nobody", "programme.reported", kNgo, "ngo", "{" + told + R"(,"people_reached":-1})", "/data/people_reached"),
      row("a report on no criterion", "code_of_conduct.reported", kCompany, "company", R"({"code":"code","year":"2005","reported_on":"2006","criteria":[]})", "/data/criteria"),
      row("a report on one criterion twice", "code_of_conduct.reported", kCompany, "company", R"({"code":"code","year":"2005","reported_on":"2006","criteria":[{"criterion":"annual_report","status":"met"},{"criterion":"annual_report","status":"not_met"}]})", "/data/criteria/1"),
      row("a safeguard of more than all", "safeguard.deployed", kCompany, "company", R"({"kind":"payment_refusal","deployed_on":"2008","coverage_percent":101,"summary":"s"})", "/data/coverage_percent"),
      row("a meeting that nobody organises", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":[]})", "/data/organisers"),
      row("an agenda of nothing", "meeting.agenda_set", kMeeting, "convenor", R"({"set_on":"2025","sessions":[]})", "/data/sessions"),
      row("two sessions of one id", "meeting.agenda_set", kMeeting, "convenor", R"({"set_on":"2025","sessions":[{"id":"1","title":"S"},{"id":"1","title":"T"}]})", "/data/sessions/1"),
      row("two questions of one id in a session", "meeting.agenda_set", kMeeting, "convenor", R"({"set_on":"2025","sessions":[{"id":"1","title":"S"},{"id":"2","title":"S","questions":[{"id":"2.1","text":"q"},{"id":"2.1","text":"r"}]}]})", "/data/sessions/1/questions/1"),
      row("a delegation of less than nobody", "meeting.participant_registered", kMeeting, "ngo", "{" + came + R"(,"people":-1})", "/data/people"),
      row("more young people than people", "meeting.participant_registered", kMeeting, "ngo", "{" + came + R"(,"people":2,"young_people":3})", "/data/young_people"),
      row("young people below none in a delegation", "meeting.participant_registered", kMeeting, "ngo", "{" + came + R"(,"young_people":-1})", "/data/young_people"),
      row("an action category that there is not", "recommendation.received", kThai, "tha-gov", R"({"mechanism":"UPR","text":"t","response":"noted","received_on":"2014","action_category":6})", "/data/action_category"),
      row("a withdrawal of nothing", "treaty.declaration_made", "country/ROU", "rou-gov", R"({"instrument":"opsc","kind":"withdrawal","made_on":"2009","summary":"s"})", "/data/withdraws"),
      row("a reservation that takes one back", "treaty.declaration_made", "country/ROU", "rou-gov", R"({"instrument":"opsc","kind":"reservation","made_on":"2009","summary":"s","withdraws":)" + ref("depositary", "treaty.declaration_made") + "}", "/data/withdraws"),
      row("what holds for data holds for corrected data", "event.corrected", kThai, "tha-gov", correction(ref("tha-gov", "indicator.reported"), "indicator.reported", "{" + cell + R"(,"unit":"persons","value":4})"), "/data/data/value", Code::cell_too_small),
  };
}

std::vector<RefusalRow> orders() {
  const std::string plan = ref("tha-gov", "plan.adopted");
  return {
      row("a plan that ends before it is adopted", "plan.adopted", kThai, "tha-gov", R"({"title":"P","scope":"national","adopted_on":"2003","runs_until":"2002"})", "/data/runs_until"),
      row("a revision that ends the plan before itself", "plan.revised", kThai, "tha-gov", R"({"plan":)" + plan + R"(,"revised_on":"2004","title":"P","runs_until":"2003-12-31"})", "/data/runs_until"),
      row("a focal point whose mandate ends first", "focal_point.designated", kThai, "tha-gov", R"({"unit":"U","designated_on":"2003-05","mandate_until":"2003-04"})", "/data/mandate_until"),
      row("a rapporteur whose mandate ends first", "rapporteur.appointed", kThai, "tha-gov", R"({"kind":"ombudsperson","institution":"O","appointed_on":"2003","mandate_until":"2002"})", "/data/mandate_until"),
      row("an agreement that ends before it is signed", "agreement.signed", kThai, "tha-gov", R"({"title":"A","kind":"partnership","others":["B"],"signed_on":"2004","runs_until":"2003"})", "/data/runs_until"),
      row("money that runs out before it is committed", "resources.committed", kThai, "tha-gov", R"({"money":{"amount":1,"currency":"EUR"},"purpose":"p","committed_on":"2005","runs_until":"2004"})", "/data/runs_until"),
      row("a programme that ends before it starts", "programme.started", kThai, "tha-gov", R"({"title":"P","activities":["rescue"],"started_on":"2004","runs_until":"2003"})", "/data/runs_until"),
      row("a safeguard that ends before it is deployed", "safeguard.deployed", kCompany, "company", R"({"kind":"payment_refusal","deployed_on":"2008","runs_until":"2007","summary":"s"})", "/data/runs_until"),
      row("a denunciation that takes effect before it is notified", "treaty.denounced", "country/ROU", "depositary", R"({"instrument":"opsc","notified_on":"2011","effective_on":"2010"})", "/data/effective_on"),
      row("a period that ends before it begins", "indicator.reported", kThai, "tha-gov", R"({"indicator":"i","period":"2005-06","period_until":"2005-05","unit":"rate"})", "/data/period_until"),
      row("a process reported on before it began", "participation.reported", kThai, "youth", R"({"process":"p","kind":"plan","rung":"tokenism","reported_on":"2004","from":"2005","summary":"s"})", "/data/reported_on"),
      row("a report on a year that had not begun", "code_of_conduct.reported", kCompany, "company", R"({"code":"code","year":"2007","reported_on":"2006-12-31","criteria":[{"criterion":"annual_report","status":"met"}]})", "/data/year"),
      row("a meeting that ends before it starts", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030-02-02","ends_on":"2030-02-01","place":"P","organisers":["convenor"]})", "/data/ends_on"),
      row("a meeting that follows itself", "meeting.convened", kMeeting, "convenor", R"({"title":"M","starts_on":"2030","ends_on":"2030","place":"P","organisers":["convenor"],"follows":"m-1"})", "/data/follows"),
      row("a meeting that goes on in itself", "meeting.concluded", kMeeting, "convenor", R"({"concluded_on":"2025","outcome":"o","next":"m-1"})", "/data/next"),
  };
}

std::vector<RefusalRow> still_to_come() {
  const auto later = [](const char* type, const char* subject, const char* actor, const std::string& data) { return row("an act of tomorrow", type, subject, actor, data, "/data", Code::future_date); };
  return {
      later("declaration.adopted", kThai, "tha-gov", R"({"framework":"f-1","adopted_on":"2026-06-02"})"),
      later("declaration.left", kThai, "tha-gov", R"({"framework":"f-1","left_on":"2026-07"})"),
      later("treaty.signed", kThai, "tha-gov", R"({"instrument":"opsc","signed_on":"2027"})"),
      later("treaty.ratified", kThai, "tha-gov", R"({"instrument":"opsc","form":"accession","deposited_on":"2027"})"),
      later("treaty.denounced", kThai, "tha-gov", R"({"instrument":"opsc","notified_on":"2027"})"),
      later("legislation.enacted", kThai, "tha-gov", R"({"title":"L","topics":["possession"],"enacted_on":"2026-06-02","in_force_on":"2026-06-01"})"),
      later("indicator.reported", kThai, "tha-gov", R"({"indicator":"i","period":"2026-01","period_until":"2026-07","unit":"rate"})"),
      later("data_collection.established", kThai, "tha-gov", R"({"title":"D","established_on":"2027"})"),
      later("research.published", kThai, "tha-gov", R"({"title":"R","published_on":"2027"})"),
      later("referral_mechanism.mapped", kThai, "tha-gov", R"({"title":"R","mapped_on":"2027"})"),
      later("protection_system.evaluated", kThai, "tha-gov", R"({"evaluator":"E","evaluated_on":"2027","findings":"f"})"),
      later("taskforce.established", kThai, "tha-gov", R"({"name":"T","established_on":"2027"})"),
      later("hotline.opened", kThai, "tha-gov", R"({"name":"H","kind":"emergency","opened_on":"2027"})"),
      later("meeting.contribution_made", kMeeting, "ngo", R"({"text":"t","made_on":"2026-06-02"})"),
      later("meeting.recommendation_adopted", kMeeting, "convenor", R"({"recommendation":"t8","text":"t","actors":["states"],"adopted_on":"2027"})"),
      {"what is still to come can't be corrected to", {"event.corrected", kThai, correction(ref("tha-gov", "hotline.opened"), "hotline.opened", R"({"name":"H","kind":"helpline","opened_on":"2027"})"), "tha-gov"}, Code::future_date, "/data/data"},
  };
}

}  // namespace

const std::vector<RefusalRow>& rollcall::tests::value_refusals() {
  static const auto rows = [] {
    auto out = counts();
    for (auto&& part : {orders(), still_to_come()}) out.insert(out.end(), part.begin(), part.end());
    return out;
  }();
  return rows;
}

TEST_CASE("what can't be is refused where it stands", "[unit]") { check_refused(value_refusals()); }
