// The UN Treaty Collection's status table of a treaty, as CSV, turned into treaty.signed and treaty.ratified events
// (treaties.un.org, "Status of Treaties": Participant; Signature; Ratification, Acceptance(A), Approval(AA), Accession(a),
// Succession(d)). Pure, any thread. Ids are stable (opsc/ROU/signed, opsc/ROU/ratified) and the data holds nothing of the
// file but the act itself, so the same table read twice gives the same events. A signature comes before the same state's consent.
#pragma once

#include "services/import/country_names.h"
#include "services/import/import.h"

namespace rollcall::import {

// `source`: the CloudEvents source of all events, the depositary's ("https://rollcall.example/stakeholders/un-treaty-section").
// Parties that are no state of the registry (the European Union) come back as problems; so do acts dated after a
// historical state ended.
Import read_untc(std::string_view csv, const events::InstrumentId& instrument, const CountryNames& names, std::string_view source);

}  // namespace rollcall::import
