// The small parts of a page: escaped text, dates in words, the signs of a matrix, a table as rows.
#pragma once

#include "projections/html.h"
#include "services/pack/tables.h"

namespace rollcall::pack {

std::string escaped(std::string_view text);            // for text and for attributes in double quotes
using projections::date_words;
std::string tile(const Value& value);                  // a cell's sign; its words are its title

// Each kind with its words and, with `counts`, how many cells there are of it; kinds that don't occur are left out then.
std::string legend(const std::map<Kind, std::size_t>* counts);
std::map<Kind, std::size_t> counts_of(const Table& matrix);

// The columns named, in that order; "Nothing is recorded." for no rows.
std::string table_of(const Table& table, const std::vector<std::string>& columns);

}  // namespace rollcall::pack
