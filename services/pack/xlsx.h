// A pack as a workbook: a sheet a table.
#pragma once

#include "services/pack/tables.h"

namespace rollcall::pack {

events::Expected<std::string> xlsx_of(const Gathered& gathered, const std::vector<Table>& tables);

}  // namespace rollcall::pack
