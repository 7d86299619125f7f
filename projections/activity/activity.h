// What happened, newest first: every admitted event, the registry's own among them, as one line that people read and
// machines sort by (docs/domain.md, Read models). Changes between two dates or two positions are the same list, cut there.
//
//   GET /v1/activity?region=&country=&type=&framework=&actor=&since=&until=&as_of=&known_at=&limit=&cursor=
//   GET /v1/activity.atom?…      the same as a feed (RFC 4287)
//   GET /v1/activity/stream?…    the same as it lands, oldest first (server-sent events, HTML Standard, 9.2)
//   since, until   by when the ledger learned it: a date (from its start, to its end), an RFC 3339 time (after it, up to
//                  it), or, exactly, a position vector (beyond it, within it)
//   as_of          leaves out what held only later in the world; without it nothing is left out
//   country        also what others tell about something else and that names it: a programme there, a company active there
#pragma once

#include <memory>

#include "projections/model.h"

namespace rollcall::projections {

std::unique_ptr<Model> activity_model();

}  // namespace rollcall::projections
