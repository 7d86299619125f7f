// A pack as one page that prints well: no script, nothing from elsewhere, every text escaped.
#pragma once

#include "services/pack/tables.h"

namespace rollcall::pack {

std::string html_of(const Gathered& gathered, const Documents& documents, const Names& names, const std::vector<Table>& tables);

extern const std::string_view kStyle;  // html_style.cc

}  // namespace rollcall::pack
