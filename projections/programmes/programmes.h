// Who does what where: field programmes by country and kind of work, and the map of gaps (docs/domain.md, Read models; the
// five areas and their 23 kinds of work are those of events/types/programmes.h).
//
//   GET /v1/regions/{region}/programmes?area=&activity=&as_of=&known_at=&lang=   every country against every kind of work:
//       the live programmes, and the empty cells as empty
//   GET /v1/countries/{code}/programmes?area=&activity=&state=&as_of=&known_at=&limit=&cursor=     all there were, each with its reports
//   GET /v1/organisations/{organisation}/programmes?…      those about the organisation, and those that it told of about a country or region
//   state: live, run_out, ended or all
//
// A programme is what one programme.started event tells of: two tellers of one undertaking are two, side by side. It is in
// the countries that it names and in the one that it is told about; one about a region that names none is region-wide:
// shown with the region and with each country of it, and it fills no country's cell. An empty cell says that nobody told
// of a live programme, not that there is none. People reached are shown report by report and never added up: tellers count
// in their own ways, and some people are reached twice.
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> programmes_model();

}  // namespace rollcall::projections
