// Sentences of promises, plans, people in charge and laws (sentence.h).
#include "projections/activity/sentence.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

std::string verb(TreatyForm form) {
  switch (form) {
    case TreatyForm::ratification: return " ratified ";
    case TreatyForm::accession: return " acceded to ";
    case TreatyForm::acceptance: return " accepted ";
    case TreatyForm::approval: return " approved ";
    case TreatyForm::succession: return " succeeded to ";
  }
  return {};
}

struct SayPromise {
  const Words& w;
  const std::string& s = w.subject;

  std::string until(const std::optional<PartialDate>& last) const { return last ? ", until " + long_date(*last) : std::string(); }
  std::string frameworks(const std::vector<FrameworkId>& ids) const {
    std::vector<std::string> parts;
    for (const auto& id : ids) parts.push_back(w.name(id));
    return parts.empty() ? std::string() : " for " + list_of(parts);
  }

  std::string operator()(const DeclarationAdopted& d) const { return s + " adopted " + w.name(d.framework) + on(d.adopted_on); }
  std::string operator()(const DeclarationLeft& d) const { return s + " left " + w.name(d.framework) + on(d.left_on); }
  std::string operator()(const TreatySigned& d) const { return s + " signed " + w.name(d.instrument) + on(d.signed_on); }
  std::string operator()(const TreatyRatified& d) const { return s + verb(d.form) + w.name(d.instrument) + on(d.deposited_on); }
  std::string operator()(const TreatyDenounced& d) const {
    return s + " denounced " + w.name(d.instrument) + on(d.notified_on) + (d.effective_on ? ", with effect from " + long_date(*d.effective_on) : "");
  }
  std::string operator()(const TreatyDeclarationMade& d) const {
    const std::string article = d.article ? " (" + plain(d.article->value) + ")" : "";
    switch (d.kind) {
      case TreatyStatement::reservation: return s + " made a reservation to " + w.name(d.instrument) + article + on(d.made_on);
      case TreatyStatement::declaration: return s + " made a declaration under " + w.name(d.instrument) + article + on(d.made_on);
      case TreatyStatement::objection: return s + " objected to a statement of another party to " + w.name(d.instrument) + article + on(d.made_on);
      case TreatyStatement::withdrawal: return s + " took back a statement that it had made under " + w.name(d.instrument) + article + on(d.made_on);
    }
    return {};
  }

  std::string operator()(const PlanAdopted& d) const { return s + " adopted the plan " + in_quotes(d.title.value) + on(d.adopted_on) + frameworks(d.covers) + until(d.runs_until); }
  std::string operator()(const PlanRevised& d) const { return s + " revised its plan " + in_quotes(d.title.value) + on(d.revised_on) + until(d.runs_until); }
  std::string operator()(const PlanEvaluated& d) const {
    return plain(d.evaluator.value) + " evaluated " + w.the("plan") + " of " + s + on(d.evaluated_on) + " and found it " + spoken(d.effect);
  }
  std::string operator()(const PlanEnded& d) const { return s + " ended " + w.the("plan") + on(d.ended_on); }

  std::string operator()(const FocalPointDesignated& d) const {
    return s + " named " + in_quotes(d.unit.value) + " as its focal point" + frameworks(d.frameworks) + on(d.designated_on) + until(d.mandate_until);
  }
  std::string operator()(const FocalPointEnded& d) const { return s + " ended the mandate of " + w.the("focal point") + on(d.ended_on); }
  std::string operator()(const RapporteurAppointed& d) const {
    return s + " appointed " + in_quotes(d.institution.value) + " as " + spoken(d.kind) + on(d.appointed_on) + until(d.mandate_until);
  }
  std::string operator()(const RapporteurEnded& d) const { return s + " ended the mandate of " + w.the("rapporteur") + on(d.ended_on); }

  std::string operator()(const LegislationEnacted& d) const {
    return s + " enacted the law " + in_quotes(d.title.value) + on(d.enacted_on) + (d.in_force_on ? ", in force from " + long_date(*d.in_force_on) : "");
  }
  std::string operator()(const LegislationRepealed& d) const { return s + " repealed " + w.the("law") + on(d.repealed_on); }
  template <class T>
  std::string operator()(const T&) const { return {}; }
};

}  // namespace

std::string say_promise(const EventData& data, const Words& words) { return std::visit(SayPromise{words}, data); }

}  // namespace rollcall::projections::activity
