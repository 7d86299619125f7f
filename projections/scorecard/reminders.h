// What falls due for a subject within some days, and what is overdue: commitments that states must keep, and what runs out
// by its own words (plans, mandates of focal points and rapporteurs, agreements); and of companies the yearly reports under a
// code of conduct. Pure.
//
//   due       the last day is within the window, and what is told does not meet it yet, or it runs on until then
//   overdue   the day has passed: a commitment that is not met; a plan or mandate that ran out and that nothing told of
//             has followed (of several the last one)
//
// An agreement that ran out asks for nothing; one that is about to is worth a look.
#pragma once

#include <set>

#include "projections/scorecard/matrix.h"

namespace rollcall::projections::scorecard {

enum class ReminderKind { commitment, plan, focal_point, rapporteur, agreement, code_of_conduct };
BOOST_DESCRIBE_ENUM(ReminderKind, commitment, plan, focal_point, rapporteur, agreement, code_of_conduct)
enum class ReminderState { due, overdue };
BOOST_DESCRIBE_ENUM(ReminderState, due, overdue)

struct Reminder {
  ReminderKind kind{};
  ReminderState state{};
  events::Day due;
  events::Subject subject;
  std::string item;       // a commitment's id, the event ("source\nid") of what runs out, or code and year of a report: with kind and subject the reminder's name
  std::string text;       // "the plan “…” runs out": one line of English without the subject
  std::string detail;     // the commitment's wording; or ""
  std::optional<events::FrameworkId> framework;
  std::optional<Status> status;           // of a commitment's cell
  std::vector<std::string> focal_points;  // the offices in charge on that day, for this framework or for all; never their contacts
  std::vector<events::Place> events;      // what explains it

  std::string uid() const;  // the same whenever it is asked, whatever its day becomes
  events::Day noticed(int within) const;  // since when this is told: the first day of its window, or the day after it was due
};

struct Window {
  events::Day as_of;
  events::Day until;  // as_of and so many days
};

// `own` is the story of the subject; `cell` judges a commitment for it on the window's first day.
using CellOf = std::function<Cell(const events::CommitmentEntry&)>;
std::vector<Reminder> reminders_of(const events::Subject& subject, const Story& own, const std::vector<const events::CommitmentEntry*>& commitments, const CellOf& cell, const Window& window);

// Of the organisations that are at home or active in one of the countries: each once.
std::vector<Reminder> reports_due(const RegistryView& registry, const StoryOf& story_of, const std::set<events::CountryCode>& countries, const Window& window);

}  // namespace rollcall::projections::scorecard
