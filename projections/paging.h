// How every list that comes in pages goes on, in JSON and in CSV alike.
#pragma once

#include "projections/writing.h"

namespace rollcall::projections {

// `next` is the cursor of the page after this one, "" on the last: a member in JSON; in CSV, whose rows have no place for
// it, the header Rollcall-Next (from which html_table.h links the next ones).
inline Answer page_answer(Writing&& out, std::string_view next) { return write_text(out.w, "next", next), std::move(out).answer(); }
inline Answer page_answer(Csv&& csv, std::string_view next) {
  auto answer = std::move(csv).answer();
  if (!next.empty()) answer.headers["Rollcall-Next"] = next;
  return answer;
}
inline Answer page_answer(const Question& question, Csv&& csv, Writing&& out, std::string_view next) {
  return question.csv() ? page_answer(std::move(csv), next) : page_answer(std::move(out), next);
}

// A cursor that the list never gave. One that it did give stays good, though what it named be taken back, where it says its
// place in the list's order; where it names an entry of the list, only as long as there is one.
inline Answer bad_cursor() { return problem(400, "bad_cursor", "give the cursor as the last page gave it, with the same question"); }
inline bool begins_with_day(std::string_view cursor, char then) { return cursor.size() > 10 && cursor[10] == then && events::PartialDate::parse(cursor.substr(0, 10)); }

}  // namespace rollcall::projections
