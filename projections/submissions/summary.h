// How many of a partner's submissions were admitted and refused, of which type and for which reason, and which ids it used
// for several subjects: what a data officer mends by.
#pragma once

#include "projections/submissions/submissions.h"

namespace rollcall::projections::submissions {

std::vector<std::string> codes_of(const Receipt& receipt);  // of its reasons, each once; none when admitted

struct Tally {
  std::size_t count = 0;
  events::Place last;  // the last one counted, lane by lane
};
struct Summary {
  std::map<std::string, std::size_t> admitted, refused;           // by type
  std::map<std::pair<std::string, std::string>, Tally> reasons;   // by type and code; a submission counts once for each code
  std::map<std::pair<std::string, std::string>, std::set<std::string>> shared;  // source and id -> the subjects; at most kMostShared
  bool complete = true;                                           // false: more than kMostCounted, the rest left out
};
inline constexpr std::size_t kMostCounted = 1'000'000;
inline constexpr std::size_t kMostShared = 100;

Summary summarise(const RowReader& rows, std::string_view actor, events::Instant since);
Answer write_summary(const Summary& summary, std::string_view since, bool csv);

}  // namespace rollcall::projections::submissions
