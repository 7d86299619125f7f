// Tables of figures as they were told: indicator, period, dimensions, value, teller (docs/domain.md, Events, "knowledge";
// SDMX's words for them). Nothing is added up or averaged: what different stakeholders tell of one cell stands side by side.
//
//   GET /v1/indicators                                which there are: countries, periods, dimensions, tellers
//   GET /v1/regions/{region}/indicators?indicator=&period=&by=&teller=&as_of=&known_at=&limit=&cursor=
//   GET /v1/countries/{code}/indicators?…
//   by: the dimensions that a cell is broken down by ("sex" or "age,sex"), or total; left out: any
//
// Few people (ARCHITECTURE.md, promise 8). Admission refuses a cell of one to four people; the source sends it without its
// value: withheld. Here further cells are hidden from everyone but their teller, so that a withheld one can't be reckoned
// from the total and the others (suppress.h). Decided once for all moments: from every version of a table that the ledger
// has ever learned, corrected and retracted ones too, whatever known_at asks for. So two moments compared reveal no more
// than one; the price is that an answer at an earlier known_at may hold fewer values when it is asked again after the table
// has changed, never other ones. Where cells are hidden beside withheld ones, no answer says which is which.
//
// What this can't do: take back what was public before a table was complete; look across tables (another teller's, another
// unit's, months against their year, countries against their region); hide what its teller has put into the ledger, which
// anyone may read (GET /v1/ledger). Who must not tell two cells sends both without a value.
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> indicators_model();

}  // namespace rollcall::projections
