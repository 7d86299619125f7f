// See reminders.h.
#include "projections/scorecard/reminders.h"

#include <algorithm>

#include "events/hash.h"
#include "projections/activity/words.h"
#include "projections/revised.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;
using activity::in_quotes;

// An act that runs for a time by its own words.
struct Term {
  const Act* act = nullptr;
  std::string title;
  std::optional<Day> last;  // none: without an end
  bool ended = false;       // somebody told so
  std::vector<FrameworkId> frameworks;
  std::vector<Place> places;
  bool live(Day as_of) const { return !ended && (!last || *last >= as_of); }
};

PlanAdopted plan_as_of(const Act& act, const Story& story, Day as_of, std::vector<Place>& places) {
  const auto stands = versions_of(act, story.revisions_of(act), as_of).back();
  if (stands.told_in != &act) places.insert(places.end(), stands.told_in->places.begin(), stands.told_in->places.end());
  return stands.plan;
}

struct Read {  // what a term needs to know of each type
  Term& term;
  void operator()(const PlanAdopted& d) const { term.title = d.title.value, last(d.runs_until), term.frameworks = d.covers; }
  void operator()(const FocalPointDesignated& d) const { term.title = d.unit.value, last(d.mandate_until), term.frameworks = d.frameworks; }
  void operator()(const RapporteurAppointed& d) const { term.title = d.institution.value, last(d.mandate_until), term.frameworks = d.frameworks; }
  void operator()(const AgreementSigned& d) const { term.title = d.title.value, last(d.runs_until), term.frameworks = d.frameworks; }
  void last(const std::optional<PartialDate>& date) const {
    if (date) term.last = date->latest();
  }
};

template <class T>
std::vector<Term> terms_of(const Story& story, Day as_of) {
  std::vector<Term> out;
  for (const Act* act : story.of_type(T::info.name)) {
    if (story.briefs()[static_cast<std::size_t>(act - story.acts().data())].held > days_of(as_of)) continue;
    Term& term = out.emplace_back(Term{act, {}, {}, false, {}, act->places});
    if (story.revisions_of(*act).empty()) Read{term}(*act->as<T>());
    else if constexpr (std::is_same_v<T, PlanAdopted>) Read{term}(plan_as_of(*act, story, as_of, term.places));
    const auto& endings = story.endings_of(*act);
    term.ended = std::any_of(endings.begin(), endings.end(), [&](const Act* end) { return ends(*end, *act, as_of); });
  }
  return out;
}

struct Phrases { std::string_view before, due, overdue; };

void add_terms(std::vector<Reminder>& out, ReminderKind kind, const std::vector<Term>& terms, const Subject& subject, const Window& window, const Phrases& phrases) {
  const auto add = [&](const Term& term, ReminderState state) {
    Reminder r{kind, state, *term.last, subject, term.act->told.event, {}, {}, {}, {}, {}, term.places};
    r.text = std::string(phrases.before) + in_quotes(term.title) + std::string(state == ReminderState::due ? phrases.due : phrases.overdue);
    if (term.frameworks.size() == 1) r.framework = term.frameworks.front();
    std::sort(r.events.begin(), r.events.end());
    out.push_back(std::move(r));
  };
  const Term* last_gone = nullptr;
  bool any_live = false;
  for (const auto& term : terms) {
    any_live = any_live || term.live(window.as_of);
    if (term.live(window.as_of) && term.last && *term.last <= window.until) add(term, ReminderState::due);
    if (!term.live(window.as_of) && !term.ended && (!last_gone || *last_gone->last <= *term.last)) last_gone = &term;
  }
  if (last_gone && !any_live && !phrases.overdue.empty()) add(*last_gone, ReminderState::overdue);
}

// A successor may have been told of and ended since: then what ran out before it is not what is missing.
// The day of the last one: whatever ran out before it was followed.
std::optional<Day> last_ended(const std::vector<Term>& terms) {
  std::optional<Day> last;
  for (const auto& t : terms)
    if (t.ended && (!last || *last < when(*t.act).latest())) last = when(*t.act).latest();
  return last;
}

template <class T>
std::vector<Term> lasting(const Story& story, const Window& window) {
  auto terms = terms_of<T>(story, window.as_of);
  const auto successor = last_ended(terms);
  std::erase_if(terms, [&](const Term& t) { return successor && !t.ended && t.last && *t.last < window.as_of && *successor > *t.last; });
  return terms;
}

void add_commitments(std::vector<Reminder>& out, const Subject& subject, const std::vector<const CommitmentEntry*>& commitments, const CellOf& cell_of, const Window& window) {
  for (const auto* c : commitments) {
    if (!c->due || c->due->latest() > window.until || kept_by_organisations(*c)) continue;
    const auto cell = cell_of(*c);
    const bool overdue = cell.status == Status::overdue;
    if (!overdue && (c->due->latest() < window.as_of || cell.status == Status::met || cell.status == Status::met_late)) continue;
    Reminder r{ReminderKind::commitment, overdue ? ReminderState::overdue : ReminderState::due, c->due->latest(), subject, c->commitment.value, {}, c->wording.value, c->framework, cell.status, {}, cell.events};
    r.text = "the commitment " + c->commitment.value + (overdue ? " is overdue" : " falls due");
    out.push_back(std::move(r));
  }
}

bool in_charge(const Term& office, const Reminder& r) {
  return office.frameworks.empty() || !r.framework || std::find(office.frameworks.begin(), office.frameworks.end(), *r.framework) != office.frameworks.end();
}

}  // namespace

std::string Reminder::uid() const { return base64url(bytes_of(sha256(std::string(name_of(kind)) + '\n' + subject.value + '\n' + item))).substr(0, 27); }

Day Reminder::noticed(int within) const { return state == ReminderState::overdue ? due + std::chrono::days(1) : due - std::chrono::days(within); }

std::vector<Reminder> reminders_of(const Subject& subject, const Story& own, const std::vector<const CommitmentEntry*>& commitments, const CellOf& cell, const Window& window) {
  std::vector<Reminder> out;
  add_commitments(out, subject, commitments, cell, window);
  const auto offices = lasting<FocalPointDesignated>(own, window);
  add_terms(out, ReminderKind::plan, lasting<PlanAdopted>(own, window), subject, window, {"the plan ", " runs out", " has run out, and no other is told of"});
  add_terms(out, ReminderKind::focal_point, offices, subject, window, {"the mandate of the focal point ", " ends", " has ended, and no successor is told of"});
  add_terms(out, ReminderKind::rapporteur, lasting<RapporteurAppointed>(own, window), subject, window, {"the mandate of ", " ends", " has ended, and no successor is told of"});
  add_terms(out, ReminderKind::agreement, lasting<AgreementSigned>(own, window), subject, window, {"the agreement ", " runs out", ""});
  for (auto& r : out)
    for (const auto& office : offices)
      if (office.live(window.as_of) && in_charge(office, r)) r.focal_points.push_back(office.title);
  return out;
}

}  // namespace rollcall::projections::scorecard
