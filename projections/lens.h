// What every question may say about time and form: `as_of` (a day in the world), `known_at` (a moment of the ledger's
// learning), and paging. Parsed once, refused with a sentence.
#pragma once

#include "projections/known.h"
#include "projections/model.h"

namespace rollcall::projections {

struct Lens {
  events::Day as_of;
  Known known_at;                 // what the ledger had learned by then
  std::string known_at_text;      // as answered: the position asked for; else the moment, or the last one taken in if that is earlier
  RegistryView registry;
};
// as_of=YYYY[-MM[-DD]] (the last day of it; default today); known_at=RFC 3339, a date (the end of it) or a
// position vector (default: all). 503 while a position asked for has not been reached.
tl::expected<Lens, Answer> read_lens(const Context& context, const Question& question);

struct Page {
  std::size_t limit;   // 1 to 10,000, default 1,000
  std::string cursor;  // where the last page ended, "" for the first
};
tl::expected<Page, Answer> read_page(const Question& question, std::size_t unless_asked = 1000);

// RFC 4180. A field that a spreadsheet could take for a formula is kept from it by a leading apostrophe (OWASP, CSV injection).
class Csv {
 public:
  Csv& row(const std::vector<std::string_view>& fields);
  Answer answer() && { return {200, "text/csv; charset=utf-8", std::move(out_), {}}; }

 private:
  std::string out_;
};

// "en" unless the question's `lang` names another that the entry has.
std::string_view name_in(const events::Names& names, std::string_view lang);

}  // namespace rollcall::projections
