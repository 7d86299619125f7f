// What stands in one cell of the UN Treaty Collection's status tables, and what the heading says its marks mean.
// Marks as in the Treaty Section's tables: none, (A) acceptance, (AA) approval, (a) accession, (d) succession; others
// (c formal confirmation, s definitive signature, P consent to be bound) have no form of ours and are told as problems.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "events/dates.h"
#include "events/error.h"
#include "events/types/promises.h"

namespace rollcall::import {

enum class Column { participant, signature, consent, other };

// "Ratification, Acceptance(A), Accession(a)" -> {"": ratification, "A": acceptance, "a": accession}. What the heading
// does not say is the tables' usual meaning; an unmarked date under a heading of marked forms only has none.
struct Heading {
  Column column = Column::other;
  std::map<std::string, events::TreatyForm> forms;  // consent: by mark
  std::vector<std::string> unsupported;             // marks that the heading declares and Rollcall has no form for
};
Heading read_heading(std::string_view text);

// "27 Sep 1990 a", "(a) 27 September 1990", "1990-09-27", "6 Feb 1995 A", "Sep 1990". A month written as a number between
// slashes could be either way round and is refused.
struct Cell {
  events::PartialDate date;
  std::string mark;  // "" = none
};
events::Expected<Cell> read_cell(std::string_view text);

// "China 3, 4", "Germany [2]", "Serbia¹": footnote signs go.
std::string without_footnotes(std::string_view participant);

}  // namespace rollcall::import
