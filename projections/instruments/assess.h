// From what was told about an instrument to who is bound by it, and since when. Pure.
#pragma once

#include "projections/instruments/rows.h"
#include "projections/instruments/statements.h"
#include "projections/registry/registry.h"

namespace rollcall::projections::instruments {

enum class TreatyStatus { party, signatory, none, left };
BOOST_DESCRIBE_ENUM(TreatyStatus, party, signatory, none, left)

// What one country has done. The pointers point into the acts assessed. Where several stakeholders tell the same thing,
// the best standing is believed (authority, monitor, other), and of equal ones the first in the ledger.
struct CountryStatus {
  events::CountryCode country;
  const events::CountryRegistered* entry = nullptr;  // null: not in the registry at that moment
  TreatyStatus status = TreatyStatus::none;
  const Act* signature = nullptr;
  const Act* deposit = nullptr;        // that by which it is, or last was, bound
  const Act* denunciation = nullptr;   // of that deposit
  std::optional<events::Day> in_force_on;
  bool disputed = false;               // one of the above is
  std::vector<events::Place> events;   // what explains the status
  std::vector<Statement> statements;   // what it declared beside; a withdrawn one is there, with its withdrawal
  std::vector<const Act*> voices;      // what else was told: other stakeholders' words, earlier periods
};

struct Assessment {
  std::optional<events::Day> entry_into_force;
  std::size_t parties = 0, signatories_only = 0;
  std::vector<CountryStatus> countries;  // by code; every state at `as_of`, and whoever acted
};

// Acts dated by as_of count, by the last day that their date may mean. Entry into force is known from the last deposit
// needed, so it may lie after as_of. (Vienna Convention on the Law of Treaties, articles 16, 24 and 54.)
Assessment assess(const events::InstrumentEntry& instrument, const ActsByCountry& acts, const RegistryView& registry, events::Day as_of);

// The same day of a later month (the month's last day when it has no such day), or that many days later; or else the first
// day of the month after that.
events::Day after(events::Day day, const events::Period& period, bool first_of_month = false);

}  // namespace rollcall::projections::instruments
