// The rows of the instruments model: which told things it keeps, and under what keys. Only ever puts.
//
//   "i" instrument subject place   a treaty act: signature, deposit, denunciation
//   "s" subject place              the same act again, by subject
//   "c" subject place              what contests an act of the subject: correction, retraction, claim
//
// A question about one instrument reads its own acts and all contests; only a contested country's acts on other
// instruments are read too, since a correction may move an act from one instrument to another. Contests of acts that are
// no treaty acts (a plan disputed) are kept as well: to tell them apart would mean to read.
#pragma once

#include <map>

#include "projections/told.h"

namespace rollcall::projections::instruments {

using ActsByCountry = std::map<events::CountryCode, std::vector<Act>>;

void apply(const events::Record& record, events::Place place, RowChanges& changes);

// What holds at `known_at` about one instrument, or about each.
ActsByCountry read_acts(const RowReader& rows, const events::InstrumentId& instrument, const Known& known_at);
std::map<events::InstrumentId, ActsByCountry> read_all_acts(const RowReader& rows, const Known& known_at);

// The instrument that a treaty act is about; null for any other event.
const events::InstrumentId* instrument_of(const events::EventData& data);

}  // namespace rollcall::projections::instruments
