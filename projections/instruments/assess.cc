// The assessment of assess.h.
#include "projections/instruments/assess.h"

#include <algorithm>
#include <set>

#include "events/conditions.h"
#include "projections/matter.h"

namespace rollcall::projections::instruments {
namespace {
using namespace events;

// The one that is believed of those of type T for which `fits` holds.
template <class T, class Fits>
const Act* believed(const std::vector<const Act*>& acts, Fits fits) {
  const Act* best = nullptr;
  for (const auto* act : acts)
    if (const auto* data = act->as<T>(); data && fits(*act, *data) && (!best || act->told.standing > best->told.standing)) best = act;
  return best;
}
template <class T>
const Act* believed(const std::vector<const Act*>& acts) {
  return believed<T>(acts, [](const Act&, const T&) { return true; });
}

// The day from which an act is in the world: a denunciation's is its notification, not its effect.
Day done_by(const EventData& data) {
  return std::visit([](const auto& d) {
    if constexpr (requires { d.notified_on; }) return d.notified_on.latest();
    else if constexpr (requires { d.when(); }) return d.when().latest();
    else return Day::max();
  }, data);
}

const PartialDate& deposited(const Act& act) { return act.as<TreatyRatified>()->deposited_on; }

bool exists(const CountryRegistered& c, Day as_of) {
  return (!c.from || c.from->earliest() <= as_of) && (!c.until || c.until->latest() >= as_of) && !c.invented.value_or(false);
}

// A denunciation is believed against a deposit by the rule of projections/matter.h. A deposit made after it binds anew.
void find_deposit(const std::vector<const Act*>& acts, CountryStatus& out) {
  const Act* first = believed<TreatyRatified>(acts);
  if (!first) return;
  const auto standing = first->told.standing;
  std::vector<const Act*> deposits;
  std::copy_if(acts.begin(), acts.end(), std::back_inserter(deposits), [](const Act* a) { return a->as<TreatyRatified>(); });
  out.deposit = first;
  while (true) {
    out.denunciation = believed<TreatyDenounced>(acts, [&](const Act& a, const TreatyDenounced&) { return comes_after(a, *out.deposit) && counts_against(a, deposits); });
    if (!out.denunciation) return;
    const auto left = out.denunciation->as<TreatyDenounced>()->notified_on.latest();
    const Act* again = believed<TreatyRatified>(acts, [&](const Act& a, const TreatyRatified& d) { return a.told.standing == standing && d.deposited_on.earliest() > left; });
    if (!again) return;
    out.deposit = again;
  }
}

TreatyStatus status_of(const CountryStatus& c, Day as_of) {
  if (!c.deposit) return c.signature ? TreatyStatus::signatory : TreatyStatus::none;
  const bool gone = c.entry && c.entry->until && c.entry->until->latest() < as_of;
  return gone || (c.denunciation && c.denunciation->as<TreatyDenounced>()->when().latest() <= as_of) ? TreatyStatus::left : TreatyStatus::party;
}

CountryStatus assess_country(const CountryCode& code, const CountryRegistered* entry, const std::vector<const Act*>& acts, Day as_of) {
  CountryStatus out;
  out.country = code;
  out.entry = entry;
  out.signature = believed<TreatySigned>(acts);
  find_deposit(acts, out);
  out.status = status_of(out, as_of);
  out.statements = statements_of(acts);
  for (const auto* act : acts) {
    if (act->as<TreatyDeclarationMade>()) continue;
    if (act != out.signature && act != out.deposit && act != out.denunciation) {
      out.voices.push_back(act);
      continue;
    }
    out.disputed = out.disputed || act->disputed();
    out.events.insert(out.events.end(), act->places.begin(), act->places.end());
  }
  std::sort(out.events.begin(), out.events.end());
  return out;
}

// Each country's first deposit, once; a successor's own counts only where its predecessor's does not.
struct Deposit {
  Day on;
  CountryCode by;
};
std::vector<Deposit> counted_deposits(const std::map<CountryCode, std::vector<const Act*>>& acts, const std::vector<const CountryRegistered*>& countries) {
  std::set<CountryCode> heirs;
  for (const auto* c : countries)
    if (const auto at = acts.find(c->country); at != acts.end() && believed<TreatyRatified>(at->second)) heirs.insert(c->successors.begin(), c->successors.end());
  std::vector<Deposit> deposits;
  for (const auto& [code, told] : acts) {
    const auto* act = believed<TreatyRatified>(told);
    if (act && !(act->as<TreatyRatified>()->form == TreatyForm::succession && heirs.count(code))) deposits.push_back({deposited(*act).latest(), code});
  }
  std::stable_sort(deposits.begin(), deposits.end(), [](const Deposit& a, const Deposit& b) { return a.on < b.on; });
  return deposits;
}

// The day of the last deposit needed.
std::optional<Day> enough(const EntryIntoForce& rule, const std::vector<Deposit>& deposits, const RegistryView& registry) {
  std::int64_t all = 0, members = 0;
  for (const auto& d : deposits) {
    ++all;
    if (rule.including) members += registry.is_member(rule.including->region, d.by, d.on);
    if (all >= rule.instruments_needed && (!rule.including || members >= rule.including->count)) return d.on;
  }
  return std::nullopt;
}

std::optional<Day> entry_into_force(const std::optional<EntryIntoForce>& rule, const std::vector<Deposit>& deposits, const RegistryView& registry) {
  if (!rule || rule->instruments_needed < 1) return std::nullopt;
  const auto last = enough(*rule, deposits, registry);
  if (!last) return std::nullopt;
  const Day day = after(*last, rule->after, rule->first_of_month.value_or(false));
  return rule->not_before ? std::max(day, rule->not_before->latest()) : day;
}

}  // namespace

Day after(Day day, const Period& period, bool first_of_month) {
  namespace ch = std::chrono;
  const auto end = events::after(day, period);
  if (!first_of_month) return end;
  const ch::year_month_day month(end);
  return Day(month.year() / month.month() / 1 + ch::months(1));
}

Assessment assess(const InstrumentEntry& instrument, const ActsByCountry& acts, const RegistryView& registry, Day as_of) {
  const auto countries = registry.countries();
  std::map<CountryCode, std::vector<const Act*>> by_then;
  for (const auto& [code, told] : acts)
    for (const auto& act : told)
      if (done_by(act.told.data) <= as_of) by_then[code].push_back(&act);
  std::map<CountryCode, const CountryRegistered*> shown;
  for (const auto& [code, told] : by_then) shown.emplace(code, nullptr);
  for (const auto* c : countries)
    if (by_then.count(c->country) || exists(*c, as_of)) shown[c->country] = c;

  Assessment out;
  out.entry_into_force = entry_into_force(instrument.entry_into_force, counted_deposits(by_then, countries), registry);
  for (const auto& [code, entry] : shown) {
    auto& c = out.countries.emplace_back(assess_country(code, entry, by_then[code], as_of));
    if (c.deposit && out.entry_into_force)
      c.in_force_on = std::max(*out.entry_into_force, after(deposited(*c.deposit).latest(), instrument.entry_into_force->each, instrument.entry_into_force->first_of_month.value_or(false)));
    out.parties += c.status == TreatyStatus::party;
    out.signatories_only += c.status == TreatyStatus::signatory;
  }
  return out;
}

}  // namespace rollcall::projections::instruments
