// From what was told about an organisation to what it signed, what it reported and what is due. Pure. The pointers point
// into the acts assessed. The rules: code_of_conduct.h.
#pragma once

#include <array>

#include "projections/told.h"

namespace rollcall::projections::code_of_conduct {

// Whether the teller's word on reports and withdrawals counts, as a company's own or a monitor's does.
inline bool counts(const Act& act) { return act.told.standing >= events::Standing::monitor; }

// From a signature to the withdrawal after it. Of several tellings the one of best standing is believed, and of equal
// ones the first in the ledger; the others stand beside it.
struct Period {
  const Act* signature = nullptr;
  const Act* withdrawal = nullptr;  // null: it goes on
  std::vector<const Act*> also_signed, also_withdrawn;
};

enum class YearState { reported, due, missing };
BOOST_DESCRIBE_ENUM(YearState, reported, due, missing)
struct Year {
  int year = 0;
  std::optional<events::Day> due_on;  // none: reported without being due
  YearState state{};
  bool late = false;                  // surely reported after due_on
  std::vector<const Act*> reports;    // that count, in ledger order
};

enum class Trend { better, same, worse };
BOOST_DESCRIBE_ENUM(Trend, better, same, worse)
// The last that one teller reported on a criterion, against what it reported for an earlier year.
struct CriterionTold {
  const Act* report = nullptr;
  const events::CriterionReport* said = nullptr;
  const events::CriterionReport* before = nullptr;  // null: it reported on no earlier year
  std::optional<Trend> trend() const;
};
struct CriterionState {
  events::Criterion criterion{};
  std::vector<CriterionTold> tellers;  // those that count first, then by the latest year, then by standing
  const CriterionTold* last() const { return tellers.empty() || !counts(*tellers[0].report) ? nullptr : &tellers[0]; }
};
inline constexpr std::size_t kCriteria = 6;

// An organisation and one code, by what is dated by as_of.
struct Signatory {
  events::FrameworkId code;
  std::vector<Period> periods;        // by date; none: only reports or withdrawals were told
  std::vector<const Act*> withdrawal_claims;  // told by whose word does not count, or about no signature
  std::vector<const Act*> reports;    // that count, by year, then in ledger order
  std::vector<const Act*> report_claims;
  std::vector<Year> years;            // those due or reported
  std::optional<events::Day> next_due;
  std::array<CriterionState, kCriteria> criteria;

  const Period& now() const { return periods.back(); }
  bool withdrawn() const { return !periods.empty() && now().withdrawal; }
  bool has(YearState state) const;
  bool disputed() const;  // the signature, the withdrawal, or a report that counts
};

std::vector<Signatory> assess(const std::vector<Act>& acts, events::Day as_of);  // by code
events::Day report_due(int year);

struct Safeguard {
  const Act* act = nullptr;
  bool live = false;  // else its last day, by its own words, has passed
  const events::SafeguardDeployed& data() const { return *act->as<events::SafeguardDeployed>(); }
};
std::vector<Safeguard> safeguards(const std::vector<Act>& acts, events::Day as_of);  // live ones first, in ledger order

}  // namespace rollcall::projections::code_of_conduct
