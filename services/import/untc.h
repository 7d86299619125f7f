// The UN Treaty Collection's status table of a treaty, as CSV, turned into treaty.signed and treaty.ratified events
// (treaties.un.org, "Status of Treaties": Participant; Signature; Ratification, Acceptance(A), Approval(AA), Accession(a),
// Succession(d)). Pure, any thread. Ids are stable (opsc/ROU/signed, opsc/ROU/ratified) and the data holds nothing of the
// file but the act itself, so the same table read twice gives the same events.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/envelope.h"
#include "services/import/country_names.h"

namespace rollcall::import {

// A line, or a cell of it, that gave no event. Everything else was read on.
struct Problem {
  std::size_t line = 0;    // physical line, from 1
  std::size_t column = 0;  // field of the record, from 1; 0: the whole line
  std::string text;        // as the file has it
  std::string sentence;    // what is wrong and what to do
  bool operator==(const Problem&) const = default;
};

struct Import {
  std::vector<events::CloudEvent> events;  // in the file's order, a signature before the same state's consent
  std::vector<Problem> problems;           // in the file's order
};

// `source`: the CloudEvents source of all events, the depositary's ("https://rollcall.example/stakeholders/un-treaty-section").
// Parties that are no state of the registry (the European Union) come back as problems; so do acts dated after a
// historical state ended.
Import read_untc(std::string_view csv, const events::InstrumentId& instrument, const CountryNames& names, std::string_view source);

}  // namespace rollcall::import
