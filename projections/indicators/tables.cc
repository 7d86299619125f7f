// See tables.h.
#include "projections/indicators/tables.h"

#include <algorithm>

#include "projections/indicators/rows.h"

namespace rollcall::projections::indicators {
namespace {
using namespace events;

bool wanted(const Asked& asked, const Act& act, const IndicatorReported& report, const Coordinates& at) {
  if (!held_by(act, asked.lens.as_of)) return false;
  if (!asked.indicator.empty() && report.indicator.value != asked.indicator) return false;
  if (!asked.teller.empty() && act.told.actor != asked.teller) return false;
  if (asked.period && (report.period.earliest() < asked.period->earliest() || when(act).latest() > asked.period->latest())) return false;
  return !asked.by || (at.size() == asked.by->size() && std::all_of(at.begin(), at.end(), [&](const auto& d) { return asked.by->count(d.first); }));
}

Shown shown_to(const Asked& asked, const Verdicts& verdicts, const Act& act, const Coordinates& at) {
  const auto& report = *act.as<IndicatorReported>();
  const auto found = verdicts.find(table_of(report, act.told.actor));
  const bool own = act.told.actor == asked.viewer;
  if (!report.value) return own || found == verdicts.end() || !found->second.alike() ? Shown::few : Shown::withheld;
  if (found == verdicts.end() || !found->second.hides(at)) return Shown::value;
  return own ? Shown::own : Shown::withheld;
}

// By what it tells of, then by who tells it.
using Order = std::tuple<std::string_view, Day, Day, UnitOfMeasure, std::size_t, const Coordinates&, std::string_view, Place>;
Order order_of(const Observation& o) {
  const auto& report = o.report();
  return {report.indicator.value, report.period.earliest(), when(o.act).latest(), report.unit, o.at.size(), o.at, o.act.told.actor, o.act.told.place};
}

}  // namespace

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{std::move(*lens), std::string(question.param("indicator")), std::string(question.param("teller")), std::nullopt, std::nullopt, question.viewer};
  if (const auto text = question.param("period"); !text.empty()) {
    asked.period = PartialDate::parse(text);
    if (!asked.period) return tl::unexpected(problem(400, "bad_period", "give period as YYYY, YYYY-MM or YYYY-MM-DD"));
  }
  if (auto text = question.param("by"); !text.empty()) {
    asked.by.emplace();
    while (!text.empty() && text != "total") {
      const auto comma = std::min(text.find(','), text.size());
      asked.by->emplace(text.substr(0, comma));
      text.remove_prefix(std::min(comma + 1, text.size()));
    }
  }
  return asked;
}

std::vector<Observation> look_up(const Context& context, const Asked& asked, const Subject& subject) {
  auto history = read_history(context.rows, subject);
  const auto verdicts = suppress(history);  // of all of it: whatever moment is asked for
  std::vector<Observation> out;
  for (auto& act : resolve(std::move(history), asked.lens.known_at)) {
    const auto* report = act.as<IndicatorReported>();
    if (!report) continue;
    auto at = coordinates_of(*report);
    if (!wanted(asked, act, *report, at)) continue;
    const auto shown = shown_to(asked, verdicts, act, at);
    out.push_back({subject, std::move(act), std::move(at), shown});
  }
  std::sort(out.begin(), out.end(), [](const Observation& a, const Observation& b) { return order_of(a) < order_of(b); });
  return out;
}

}  // namespace rollcall::projections::indicators
