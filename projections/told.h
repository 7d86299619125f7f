// What was told about a subject, and what of it holds: the piece that every model of acts shares. A model writes each
// admitted event it cares for as one Told row, never reading; corrections, retractions and claims are rows too, and are
// resolved when a question is asked, at the question's known_at. So a fold is only ever puts, and "nothing is
// overwritten" (ARCHITECTURE.md, promise 7) holds by construction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "events/record.h"
#include "projections/archive.h"
#include "projections/known.h"
#include "projections/rows.h"

namespace rollcall::projections {

struct Told {
  static constexpr unsigned char kVersion = 1;
  std::string event;         // "source\nid" of this event
  std::string target;        // "source\nid" of the event that it corrects, retracts, claims about or ends; "" for none
  bool corrects = false;     // `data` is the target's data as corrected
  std::string actor;
  events::Standing standing{};
  events::Instant recorded;
  events::Place place;
  events::EventData data;
};
BOOST_DESCRIBE_STRUCT(Told, (), (event, target, corrects, actor, standing, recorded, place, data))
// Compiled once, in told.cc: a row may hold any of the catalogue's types.
template <> std::string to_row(const Told& row);
template <> Told from_row(std::string_view bytes);

// The row's content for an admitted record. Nothing for a registry event or a type that this program does not know
// (a newer program wrote it: the model's next version will). A correction is told with the corrected data.
std::optional<Told> told(const events::Record& record, events::Place place);

// One act as it stands at the question's known_at: after corrections, with the voices about it.
struct Act {
  Told told;                               // the data is the latest correction's, which counts no more than its own word does; the rest the original's
  std::vector<events::Place> places;       // the original, its corrections, the claims about it: what explains it
  std::vector<std::string> corroborated_by, disputed_by;  // stakeholders other than its own
  bool disputed() const { return !disputed_by.empty(); }
  template <class T> const T* as() const { return std::get_if<T>(&told.data); }
};

// All of one subject's acts (claims and retractions folded in, retracted ones left out), in ledger order. `all` are the
// subject's rows in ledger order; what was not known at `known_at` is not looked at.
std::vector<Act> resolve(std::vector<Told> all, const Known& known_at);

// The date from which an act holds, and whether it surely did by then (events/dates.h).
events::PartialDate when(const Act& act);
bool held_by(const Act& act, events::Day as_of);
std::optional<events::PartialDate> until(const events::EventData& data);  // its last day by its own words (events/types/common.h)
// A plan as its revision leaves it.
events::PlanAdopted as_revised(events::PlanAdopted plan, const events::PlanRevised& revision);
bool is_ending(const Act& act);  // plan.ended, hotline.closed and the like: it names what it ends

// Whether what `later` says of `act` changes it: told by the act's own teller, or with no less standing. What another says
// stands beside it.
bool may_change(const Act& later, const Act& act);

// Whether `end` has ended `act` by as_of: names it, is dated by then, and may change it. Of several endings the first in
// the ledger is the one shown.
bool ends(const Act& end, const Act& act, events::Day as_of);

}  // namespace rollcall::projections
