// Events as a spreadsheet has them (text/csv, RFC 4180): a header line, then one event a row.
//
//   type      short or full name; or the same for all rows, as ?type= says
//   id, subject
//   time      may be absent: then the act's own date, at 00:00Z
//   source    may be absent: then the actor's own page
//   the rest  members of data by their names (csv_template.h); lists are parted by ';' or a JSON array; yes/no and
//             true/false are alike
//
// An empty cell is an absent member. A row whose first cell begins with '#' is a guide to people and passed over. An
// apostrophe before =, +, - or @ only keeps a spreadsheet from seeing a formula, and goes. Whether the data is right is decided where every event is decided. Pure.
#pragma once

#include <vector>

#include "events/envelope.h"

namespace rollcall::gateway {

struct CsvRow {
  std::size_t line = 0;  // of the file, from 1: where the row begins
  events::Checked<events::CloudEvent> event;
};

// Reasons: what is wrong with the header line. A row that can't be read has reasons of its own; the rest goes on.
events::Checked<std::vector<CsvRow>> read_csv_events(std::string_view body, std::string_view type, const events::StakeholderId& actor);

}  // namespace rollcall::gateway
