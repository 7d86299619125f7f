// The youth view: beside each cell what the government itself tells, and what youth bodies say. Neither counts for more
// here; they are assessed alike, each from its own acts and reports only.
#pragma once

#include "projections/scorecard/answers.h"

namespace rollcall::projections::scorecard {

// A stakeholder's acts and reports as if nobody else had told anything.
struct View {
  Cell cell;                         // no evidence: no events
  std::vector<const Act*> reports;   // each stakeholder's last on the commitment
  bool told() const { return cell.told || !reports.empty(); }
};

// What a youth body says of something that bears on a cell.
struct Claim {
  Told told;
  bool of_government = false;  // else of what another told
};

// same: both tell it is met, or both that it isn't; a youth body that disputes what the government tells makes them differ,
// one that corroborates it makes them agree. youth_silent: no act, report or such claim of a youth body.
enum class Agreement { same, differs, youth_silent, government_silent, both_silent };
BOOST_DESCRIBE_ENUM(Agreement, same, differs, youth_silent, government_silent, both_silent)

struct Views {
  Cell cell;                     // of all that is told
  View government, youth;
  std::vector<Claim> claims;     // what youth bodies corroborate and dispute of it, in ledger order
  Agreement agreement{};
};

// One country's views, commitment by commitment. `registry` says of what kind a stakeholder is; the country's own
// government is who tells with authority.
class CountryViews {
 public:
  CountryViews(const Context& context, const Moment& moment, const RegistryView& registry, events::CountryCode country);
  Views of(const Ruled& ruled, std::size_t most_events = kAllEvents) const;

 private:
  View view(const Story& story, const Ruled& ruled, std::size_t most_events) const;

  const Moment& moment_;
  events::CountryCode country_;
  std::shared_ptr<const Story> all_;
  std::shared_ptr<const Story> government_, youth_;
  std::map<events::Place, Claim> claims_;  // by youth bodies
};

// The answer, JSON or CSV: a view for each country and commitment. `about`: the country or region asked for.
Answer answer_views(const Context& context, const Question& question, const Lens& lens, const Moment& moment, const events::Subject& about,
                    const std::vector<events::CountryCode>& countries, const std::vector<const events::CommitmentEntry*>& commitments, std::size_t most_events = kAllEvents);

}  // namespace rollcall::projections::scorecard
