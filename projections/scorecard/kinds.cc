// See kinds.h.
#include "projections/scorecard/kinds.h"

#include "projections/html.h"

namespace rollcall::projections::scorecard {
namespace {

constexpr KindWords kWords[] = {
    {"none", "", "", ""},
    {"met", "M", "Met", "All of the evidence, in time or without a date to keep"},
    {"met_late", "ML", "Met late", "All of the evidence, some of it after the date"},
    {"in_progress", "I", "In progress", "Some of the evidence; no date has passed"},
    {"lapsed", "L", "Lapsed", "Met once; what met it has ended"},
    {"overdue", "O", "Overdue", "The date passed, and what is recorded does not meet it"},
    {"overdue_silent", "O", "Overdue, no evidence", "The date passed, and nothing is recorded"},
    {"open_told", "R", "Recorded, not met", "What is recorded does not meet it; no date has passed"},
    {"silent", "·", "No evidence", "Nothing is recorded. That is not a “no”"},
};

std::string_view teller(events::Standing standing) {
  switch (standing) {
    case events::Standing::authority: return "the authority";
    case events::Standing::monitor: return "a monitor";
    default: return "others";
  }
}

}  // namespace

const KindWords& words_of(Kind kind) { return kWords[static_cast<std::size_t>(kind)]; }

Kind kind_of(const Cell& cell) {
  const bool told = cell.told > 0;
  switch (cell.status) {
    case Status::open: return told ? Kind::open_told : Kind::silent;
    case Status::in_progress: return Kind::in_progress;
    case Status::met: return Kind::met;
    case Status::met_late: return Kind::met_late;
    case Status::overdue: return told ? Kind::overdue : Kind::overdue_silent;
    case Status::lapsed: return Kind::lapsed;
  }
  return Kind::none;
}

std::string in_words(const Cell& cell) {
  std::string out(words_of(kind_of(cell)).label);
  const bool holds = cell.status == Status::met || cell.status == Status::met_late || cell.status == Status::in_progress;
  if (holds && cell.since) out += ", since " + date_words(cell.since->text());
  if (cell.standing) (out += ", told by ") += teller(*cell.standing);
  if (cell.disputed) out += ", disputed";
  return out;
}

}  // namespace rollcall::projections::scorecard
