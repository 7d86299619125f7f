// Writing processes: as JSON, and as CSV with a line for each report.
#pragma once

#include "projections/writing.h"
#include "projections/youth/assess.h"

namespace rollcall::projections::youth {

void write_process(JsonWriter& w, const RegistryView& registry, const Process& process);
Csv processes_csv();  // with its head line
void add_rows(Csv& csv, const RegistryView& registry, const Process& process);

// Whether a youth body tells of it, or says anything of what others tell.
bool has_youth_voice(const RegistryView& registry, const Process& process);

}  // namespace rollcall::projections::youth
