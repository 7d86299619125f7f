// What is admitted: each type at its least or near it, told by who may tell it, in an order in which each can be told.
#include "tests/unit/decide_rows.h"

namespace rollcall::tests {
namespace {
using events::Standing;

constexpr auto kMonitor = Standing::monitor, kOther = Standing::other;

std::vector<AdmittedRow> registry_rows() {
  const std::string rule = R"("theme":"all","wording":"Do it.","actors":["states"],"paragraph":"1")";
  return {
      {{"ledger.described", "organisation/registrar", R"({"title":{"en":"A ledger"}})"}},
      {{"country.registered", "country/XBB", R"({"country":"XBB","names":{"en":"XBB"},"from":"1918-10-28","until":"1992-12-31","successors":["XAA"]})"}},
      {{"region.defined", "region/shore", R"({"region":"shore","names":{"en":"Shore"}})"}},
      {{"region.amended", "region/shore", R"({"region":"shore","names":{"en":"The shore"}})"}},
      {{"membership.started", "region/shore", R"({"region":"shore","countries":["XAA","ROU"],"from":"2000"})"}},
      {{"membership.ended", "region/shore", R"({"region":"shore","countries":["ROU"],"ended_on":"2004"})"}},
      {{"stakeholder.registered", "organisation/convenor", R"({"stakeholder":"convenor","kind":"intergovernmental","name":"C","mandate":{},"duties":[{"duty":"convenor","of":"m-1"},{"duty":"convenor","of":"m-2"}]})", "registrar", Standing::authority, "convenor"}},
      {{"stakeholder.registered", "organisation/helper", R"({"stakeholder":"helper","kind":"academic","name":"H","mandate":{},"duties":[{"duty":"co_organiser","of":"m-1"}]})", "registrar", Standing::authority, "helper"}},
      {{"stakeholder.registered", "organisation/ngo", R"({"stakeholder":"ngo","kind":"national_ngo","name":"N","home":"THA","mandate":{"countries":["ROU"],"regions":["shore"]},"active_in":["XAA"],"sources":["https://ngo.example/rollcall/"],"from":"1997","until":"2030"})", "registrar", Standing::authority, "ngo"}},
      {{"stakeholder.registered", "organisation/youth", R"({"stakeholder":"youth","kind":"youth_committee","name":"Y","home":"THA","mandate":{}})", "registrar", Standing::authority, "youth"}},
      {{"stakeholder.amended", "organisation/youth", R"({"stakeholder":"youth","kind":"youth_committee","name":"Youth","home":"THA","mandate":{}})"}},
      {{"stakeholder.ended", "organisation/gone", R"({"stakeholder":"gone","ended_on":"2005","successors":["ngo"]})"}},
      {{"credential.issued", "organisation/ngo", R"({"credential":"ngo-1","stakeholder":"ngo","token_sha256":"ce6f21ae951df0ba38d6ce0e0175465bf5e9882edcf2ba677bca63b296f17ce7"})"}},
      {{"credential.revoked", "organisation/ngo", R"({"credential":"ngo-1","stakeholder":"ngo"})"}},
      {{"instrument.defined", "instrument/i-1", R"({"instrument":"i-1","names":{"en":"I"},"short_name":"I","adopted_on":"2000","entry_into_force":{"instruments_needed":5,"including":{"region":"shore","count":3},"after":{"count":3,"unit":"months"},"each":{"count":30,"unit":"days"},"article":"1"}})"}},
      {{"instrument.amended", "instrument/i-1", R"({"instrument":"i-1","names":{"en":"I"},"short_name":"I.","adopted_on":"2000"})"}},
      {{"framework.defined", "framework/g-1", R"({"framework":"g-1","kind":"call_to_action","names":{"en":"G"},"adopted_on":"2008","region":"shore","themes":[{"letter":"a","id":"all","names":{"en":"All"}}],"follows":["f-1"],"meeting":"m-1"})"}},
      {{"framework.amended", "framework/g-1", R"({"framework":"g-1","kind":"call_to_action","names":{"en":"G."},"adopted_on":"2008","themes":[{"letter":"a","id":"all","names":{"en":"All"}}],"follows":["f-1"],"meeting":"m-1"})"}},
      {{"framework.defined", "framework/code", R"({"framework":"code","kind":"code","names":{"en":"Code"},"adopted_on":"1998"})", "registrar", Standing::authority, "code"}},
      {{"commitment.defined", "framework/g-1", R"({"commitment":"g-1/a1","framework":"g-1",)" + rule + R"(,"from":{"meeting":"m-1","recommendation":"t7"},"evidence":{"all_of":[{"type":"treaty.ratified","instrument":"opsc"},{"type":"plan.adopted","framework":"f-1","where":[{"member":"scope","any_of":["national"]}],"lasts":{"count":60,"unit":"months"}}]}})"}},
      {{"commitment.defined", "framework/g-1", R"({"commitment":"g-1/a2","framework":"g-1",)" + rule + R"(,"evidence":{}})", "registrar", Standing::authority, "g-1/a2"}},
      {{"commitment.amended", "framework/g-1", R"({"commitment":"g-1/a2","framework":"g-1",)" + rule + R"(,"due":"2013","evidence":{"partly":[{"type":"hotline.opened"}]}})"}},
      {{"commitment.mapped", "framework/g-1", R"({"commitment":"g-1/a1","same_as":"f-1/a1","from":"2009"})"}},
      {{"commitment.unmapped", "framework/f-1", R"({"commitment":"f-1/a1","same_as":"g-1/a1","ended_on":"2012"})"}},
      {{"commitment.superseded", "framework/g-1", R"({"commitment":"g-1/a2","by":["g-1/a1"],"superseded_on":"2013"})"}},
  };
}

std::vector<AdmittedRow> promise_rows() {
  return {
      {{"declaration.adopted", "country/THA", R"({"framework":"f-1","adopted_on":"2001"})", "monitor"}, kMonitor},
      {{"declaration.left", "country/THA", R"({"framework":"f-1","left_on":"2010"})", "tha-gov"}},
      {{"treaty.signed", "country/ROU", R"({"instrument":"opsc","signed_on":"2000-09"})", "depositary"}},
      {{"treaty.ratified", "country/ROU", R"({"instrument":"opsc","form":"ratification","deposited_on":"2001-10-18"})", "depositary"}},
      {{"treaty.denounced", "country/ROU", R"({"instrument":"opsc","notified_on":"2026-05-01","effective_on":"2027-05-01"})", "depositary"}},
      {{"treaty.declaration_made", "country/ROU", R"({"instrument":"opsc","kind":"reservation","made_on":"2001","summary":"s"})", "depositary"}},
      {{"treaty.declaration_made", "country/ROU", R"({"instrument":"opsc","kind":"withdrawal","made_on":"2009","summary":"s","withdraws":)" + ref("depositary", "treaty.declaration_made") + "}", "rou-gov", Standing::authority, "taken-back"}},
      {{"plan.adopted", "country/THA", R"({"title":"P","scope":"national","adopted_on":"2003","runs_until":"2003","covers":["f-1"],"budget":{"amount":0,"currency":"THB"}})", "tha-gov"}},
      {{"plan.revised", "country/THA", R"({"plan":)" + ref("tha-gov", "plan.adopted") + R"(,"revised_on":"2004","title":"P","covers":["f-1"]})", "tha-gov"}},
      {{"plan.evaluated", "country/THA", R"({"plan":)" + ref("tha-gov", "plan.adopted") + R"(,"evaluated_on":"2006","evaluator":"E","effect":"effective","findings":"f"})", "youth"}, kOther},
      {{"plan.ended", "country/THA", R"({"plan":)" + ref("tha-gov", "plan.adopted") + R"(,"ended_on":"2008"})", "ngo"}, kOther},
      {{"focal_point.designated", "country/THA", R"({"unit":"Ministry","designated_on":"2003","mandate_until":"2007"})", "tha-gov"}},
      {{"focal_point.ended", "country/THA", R"({"designation":)" + ref("tha-gov", "focal_point.designated") + R"(,"ended_on":"2007"})", "tha-gov"}},
      {{"rapporteur.appointed", "region/asean", R"({"kind":"ombudsperson","institution":"O","appointed_on":"2003","frameworks":["f-1"]})", "asean-sec"}},
      {{"rapporteur.ended", "region/asean", R"({"appointment":)" + ref("asean-sec", "rapporteur.appointed") + R"(,"ended_on":"2007"})", "asean-sec"}},
      {{"legislation.enacted", "country/THA", R"({"title":"L","topics":["possession"],"enacted_on":"2026-05","in_force_on":"2027"})", "tha-gov"}},
      {{"legislation.repealed", "country/THA", R"({"legislation":)" + ref("tha-gov", "legislation.enacted") + R"(,"repealed_on":"2026-06-01"})", "tha-gov"}},
  };
}

std::vector<AdmittedRow> work_rows() {
  return {
      {{"data_collection.established", "country/THA", R"({"title":"D","established_on":"2004"})", "tha-gov"}},
      {{"indicator.reported", "country/THA", R"({"indicator":"i","period":"2005-01","period_until":"2005-12","by":[{"dimension":"sex","value":"female"}],"value":5,"unit":"persons"})", "tha-gov"}},
      {{"research.published", "organisation/helper", R"({"title":"R","published_on":"2007"})", "helper"}},
      {{"youth_committee.established", "country/THA", R"({"name":"Y","established_on":"2004","stakeholder":"youth"})", "youth"}, kOther},
      {{"participation.reported", "country/THA", R"({"process":"p","kind":"plan","rung":"tokenism","reported_on":"2004","from":"2004-05","young_people":3,"meeting":"m-1","commitments":["f-1/a1"],"frameworks":["f-1"],"summary":"s"})", "youth"}, kOther},
      {{"youth_committee.ended", "country/THA", R"({"committee":)" + ref("youth", "youth_committee.established") + R"(,"ended_on":"2011"})", "tha-gov"}},
      {{"agreement.signed", "country/THA", R"({"title":"A","kind":"partnership","others":["A company"],"signed_on":"2004","runs_until":"2009"})", "tha-gov"}},
      {{"agreement.ended", "country/THA", R"({"agreement":)" + ref("tha-gov", "agreement.signed") + R"(,"ended_on":"2008"})", "tha-gov"}},
      {{"referral_mechanism.mapped", "country/ROU", R"({"title":"R","mapped_on":"2012"})", "ngo"}, kOther},
      {{"protection_system.evaluated", "country/ROU", R"({"evaluator":"E","evaluated_on":"2010","findings":"f"})", "monitor"}, kMonitor},
      {{"taskforce.established", "country/THA", R"({"name":"T","established_on":"2006"})", "asean-sec"}, kOther},
      {{"hotline.opened", "country/THA", R"({"name":"H","kind":"helpline","opened_on":"2005"})", "tha-gov"}},
      {{"hotline.closed", "country/THA", R"({"hotline":)" + ref("tha-gov", "hotline.opened") + R"(,"closed_on":"2013"})", "tha-gov"}},
      {{"training.delivered", "organisation/ngo", R"({"title":"T","audience":["judges"],"delivered_on":"2006","hours":24,"people":3,"countries":["THA"]})", "ngo"}},
      {{"resources.committed", "region/asean", R"({"money":{"amount":1,"currency":"EUR"},"purpose":"p","committed_on":"2005","runs_until":"2009","countries":["THA"]})", "asean-sec"}},
      {{"programme.started", "organisation/ngo", R"({"title":"P","activities":["advocacy_and_media"],"countries":["THA","XAA"],"started_on":"2004","runs_until":"2008"})", "ngo"}},
      {{"programme.reported", "organisation/ngo", R"({"programme":)" + ref("ngo", "programme.started") + R"(,"reported_on":"2005","summary":"s","people_reached":0})", "ngo"}},
      {{"programme.ended", "organisation/ngo", R"({"programme":)" + ref("ngo", "programme.started") + R"(,"ended_on":"2008"})", "ngo"}},
      {{"code_of_conduct.signed", "organisation/company", R"({"code":"code","signed_on":"2004","active_in":["THA"]})", "company"}},
      {{"code_of_conduct.reported", "organisation/company", R"({"code":"code","year":"2005","reported_on":"2005-12","criteria":[{"criterion":"ethical_policy","status":"met"}]})", "company"}},
      {{"code_of_conduct.withdrawn", "organisation/company", R"({"code":"code","withdrawn_on":"2010"})", "ngo"}, kOther},
      {{"safeguard.deployed", "organisation/company", R"({"kind":"content_blocking","deployed_on":"2008","runs_until":"2012","countries":["THA"],"coverage_percent":100,"summary":"s"})", "company"}},
      {{"progress.reported", "country/ROU", R"({"commitment":"f-1/a1","status":"met","status_on":"2003","summary":"s"})", "monitor"}, kMonitor},
      {{"trend.reported", "region/asean", R"({"title":"T","pattern":"p","observed_on":"2008","frameworks":["f-1"],"recommendation":{"meeting":"m-1","recommendation":"t7"}})", "monitor"}, kMonitor},
      {{"recommendation.received", "country/ROU", R"({"mechanism":"UPR","text":"t","from_country":"THA","response":"accepted","received_on":"2014","action_category":5,"commitments":["f-1/a1"]})", "rou-gov"}},
  };
}

std::vector<AdmittedRow> meeting_rows() {
  return {
      {{"meeting.convened", "meeting/m-1", R"({"title":"M","starts_on":"2030-02-01","ends_on":"2030-02-01","place":"P","organisers":["convenor","helper"],"region":"asean","frameworks":["f-1"],"follows":"m-2"})", "convenor"}},
      {{"meeting.agenda_set", "meeting/m-1", R"({"set_on":"2025","sessions":[{"id":"1","title":"S","questions":[{"id":"1.1","text":"q"}]},{"id":"2","title":"S","questions":[{"id":"1.1","text":"q"}]}]})", "helper"}},
      {{"meeting.participant_registered", "meeting/m-1", R"({"stakeholder":"youth","capacity":"delegate","registered_on":"2025","people":4,"young_people":4})", "youth"}, kOther},
      {{"meeting.contribution_made", "meeting/m-1", R"({"text":"t","made_on":"2025","country":"THA","commitments":["f-1/a1"]})", "company"}, kOther},
      {{"meeting.recommendation_adopted", "meeting/m-1", R"({"recommendation":"t7","text":"t","actors":["states"],"adopted_on":"2025","about":["f-1/a1"]})", "convenor"}},
      {{"meeting.concluded", "meeting/m-1", R"({"concluded_on":"2025","outcome":"o","adopted":"f-1","next":"m-2"})", "convenor"}},
      {{"claim.disputed", "country/THA", R"({"event":)" + ref("tha-gov", "plan.adopted") + R"(,"statement":"s"})", "youth"}, kOther},
      {{"claim.corroborated", "country/THA", R"({"event":)" + ref("tha-gov", "plan.adopted") + R"(,"statement":"s"})", "monitor"}, kMonitor},
      {{"event.corrected", "country/ROU", correction(ref("depositary", "treaty.signed"), "treaty.signed", R"({"instrument":"opsc","signed_on":"2000-10"})"), "depositary"}},
      {{"event.retracted", "country/ROU", R"({"event":)" + ref("depositary", "treaty.signed") + R"(,"reason":"r"})", "depositary"}, kOther},
  };
}

std::vector<AdmittedRow> all_rows() {
  auto out = registry_rows();
  for (auto&& part : {promise_rows(), work_rows(), meeting_rows()}) out.insert(out.end(), part.begin(), part.end());
  for (auto& row : out)
    if (row.event.id.empty()) row.event.id = row.event.type;
  return out;
}

}  // namespace

const std::vector<AdmittedRow>& admitted_rows() {
  static const auto rows = all_rows();
  return rows;
}

const World& told_world() {
  static const auto world = [] {
    World w;
    for (const auto& row : admitted_rows()) w.submit(row.event);
    return w;
  }();
  return world;
}

}  // namespace rollcall::tests
