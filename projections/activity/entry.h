// An entry as it is answered, the same in JSON, CSV, Atom and server-sent events.
#pragma once

#include "projections/activity/feed.h"
#include "projections/html.h"
#include "projections/writing.h"

namespace rollcall::projections::activity {

void write_found(JsonWriter& w, const Found& found, const RegistryView& registry);
Csv entries_csv();  // with its head line
void add_row(Csv& csv, const Found& found, const RegistryView& registry);

std::string_view source_of(std::string_view event);  // of "source\nid"
std::string_view id_of(std::string_view event);

// GET /v1/activity/stream (model.h, LiveRoute).
LiveRoute stream_route();
Answer answer_atom(const Context& context, const Question& question);

}  // namespace rollcall::projections::activity
