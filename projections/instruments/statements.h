// A country's reservations to a treaty, its declarations and objections, and what it took back of them. Pure.
// (Vienna Convention on the Law of Treaties, articles 2(1)(d) and 19 to 23.)
#pragma once

#include "projections/told.h"

namespace rollcall::projections::instruments {

// The pointers point into the acts looked at.
struct Statement {
  const Act* made = nullptr;        // treaty.declaration_made
  const Act* withdrawal = nullptr;  // the first in time that is believed
  const events::TreatyDeclarationMade& said() const { return *made->as<events::TreatyDeclarationMade>(); }
  bool disputed() const { return made->disputed() || (withdrawal && withdrawal->disputed()); }
  std::vector<events::Place> events() const;  // of both, in ledger order
};

// Of one country's acts on one treaty by a day, in order of date. A withdrawal belongs to what it takes back, and counts if
// it may change it (told.h); one that does not, or that comes after another, or whose statement is not there, stands by itself.
std::vector<Statement> statements_of(const std::vector<const Act*>& acts);

}  // namespace rollcall::projections::instruments
