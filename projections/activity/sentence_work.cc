// Sentences of knowledge, youth, cooperation, capacity, programmes and companies (sentence.h).
#include "projections/activity/sentence.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

struct SayWork {
  const Words& w;
  const std::string& s = w.subject;

  std::string where(const std::vector<CountryCode>& countries) const {
    const auto names = w.names(countries);
    return names.empty() ? names : " in " + names;
  }
  std::string until(const std::optional<PartialDate>& last) const { return last ? ", until " + long_date(*last) : std::string(); }

  std::string operator()(const DataCollectionEstablished& d) const { return s + " set up the data collection " + in_quotes(d.title.value) + on(d.established_on); }
  std::string operator()(const IndicatorReported& d) const {
    // Neither the value nor that it is withheld: its table knows what must not be shown (projections/indicators).
    std::vector<std::string> dimensions;
    for (const auto& by : d.by) dimensions.push_back(plain(by.dimension.value));
    return "a figure for " + in_quotes(d.indicator.value) + " in " + long_date(d.period) + (d.period_until ? " to " + long_date(*d.period_until) : "") +
           (dimensions.empty() ? "" : ", by " + list_of(dimensions) + ",") + " came into the tables of " + s;
  }
  std::string operator()(const ResearchPublished& d) const {
    return "the study " + in_quotes(d.title.value) + (w.subject_id.starts_with("organisation/") ? " by " : " about ") + s + " was published" + on(d.published_on);
  }

  std::string operator()(const YouthCommitteeEstablished& d) const { return "the youth committee " + in_quotes(d.name.value) + " of " + s + " was set up" + on(d.established_on); }
  std::string operator()(const YouthCommitteeEnded& d) const { return w.the("youth committee") + " of " + s + " ended" + on(d.ended_on); }
  std::string operator()(const ParticipationReported& d) const {
    const auto rung = std::to_string(rung_number(d.rung)) + " of 8 (" + spoken(d.rung) + ")";
    if (!is_participation(d.rung)) return "young people were shown but had no real part in " + in_quotes(d.process.value) + " in " + s + ": rung " + rung;
    return "young people took part in " + in_quotes(d.process.value) + " in " + s + ": rung " + rung;
  }

  std::string operator()(const AgreementSigned& d) const {
    std::vector<std::string> parties;
    for (const auto& c : d.countries)
      if (subject_of(c).value != w.subject_id) parties.push_back(w.name(c));
    for (const auto& other : d.others) parties.push_back(plain(other.value));
    return s + " signed the agreement " + in_quotes(d.title.value) + (parties.empty() ? "" : " with " + list_of(parties)) + on(d.signed_on) + until(d.runs_until);
  }
  std::string operator()(const AgreementEnded& d) const { return w.the("agreement") + " of " + s + " ended" + on(d.ended_on); }
  std::string operator()(const ReferralMechanismMapped& d) const { return s + " mapped the referral mechanism " + in_quotes(d.title.value) + on(d.mapped_on); }
  std::string operator()(const ProtectionSystemEvaluated& d) const { return plain(d.evaluator.value) + " evaluated the protection system of " + s + on(d.evaluated_on); }
  std::string operator()(const TaskforceEstablished& d) const { return s + " set up the task force " + in_quotes(d.name.value) + on(d.established_on); }
  std::string operator()(const HotlineOpened& d) const {
    const std::string kind = d.kind == HotlineKind::helpline ? "helpline " : "hotline ";
    return s + " opened the " + kind + in_quotes(d.name.value) + on(d.opened_on);
  }
  std::string operator()(const HotlineClosed& d) const { return s + " closed " + w.the("hotline") + on(d.closed_on); }

  std::string operator()(const TrainingDelivered& d) const {
    return s + " held the training " + in_quotes(d.title.value) + (d.audience.empty() ? "" : " for " + spoken(d.audience)) + where(d.countries) + on(d.delivered_on);
  }
  std::string operator()(const ResourcesCommitted& d) const {
    return s + " committed " + number_text(d.money.amount) + " " + d.money.currency.value + " to " + in_quotes(d.purpose.value) + where(d.countries) + on(d.committed_on) + until(d.runs_until);
  }

  std::string operator()(const ProgrammeStarted& d) const { return s + " started the programme " + in_quotes(d.title.value) + where(d.countries) + on(d.started_on) + until(d.runs_until); }
  std::string operator()(const ProgrammeReported& d) const {
    return s + " reported on " + w.the("programme") + on(d.reported_on) + (d.people_reached ? ": " + number_text(*d.people_reached) + " people reached" : "");
  }
  std::string operator()(const ProgrammeEnded& d) const { return s + " ended " + w.the("programme") + on(d.ended_on); }

  std::string operator()(const CodeOfConductSigned& d) const { return s + " signed " + w.name(d.code) + on(d.signed_on); }
  std::string operator()(const CodeOfConductReported& d) const { return s + " reported for " + long_date(d.year) + " under " + w.name(d.code) + on(d.reported_on); }
  std::string operator()(const CodeOfConductWithdrawn& d) const { return s + " withdrew from " + w.name(d.code) + on(d.withdrawn_on); }
  std::string operator()(const SafeguardDeployed& d) const {
    return s + " put a safeguard in place (" + spoken(d.kind) + ")" + where(d.countries) + on(d.deployed_on) + (d.coverage_percent ? ", reaching " + number_text(*d.coverage_percent) + " percent" : "");
  }
  template <class T>
  std::string operator()(const T&) const { return {}; }
};

}  // namespace

std::string say_work(const EventData& data, const Words& words) { return std::visit(SayWork{words}, data); }

}  // namespace rollcall::projections::activity
