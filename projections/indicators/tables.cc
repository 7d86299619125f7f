// See tables.h.
#include "projections/indicators/tables.h"

#include <algorithm>

#include "projections/indicators/rows.h"

namespace rollcall::projections::indicators {
namespace {
using namespace events;

bool wanted(const Asked& asked, const Cell& cell) {
  if (cell.held > asked.lens.as_of) return false;
  const auto& [act, at, shown, held] = cell;
  const auto& report = cell.report();
  if (!asked.indicator.empty() && report.indicator.value != asked.indicator) return false;
  if (!asked.teller.empty() && act.told.actor != asked.teller) return false;
  if (asked.period && (report.period.earliest() < asked.period->earliest() || when(act).latest() > asked.period->latest())) return false;
  return !asked.by || (at.size() == asked.by->size() && std::all_of(at.begin(), at.end(), [&](const auto& d) { return asked.by->count(d.first); }));
}

Shown shown_to_all(const Verdicts& verdicts, const Act& act, const Coordinates& at) {
  const auto& report = *act.as<IndicatorReported>();
  const auto found = verdicts.find(table_of(report, act.told.actor));
  if (!report.value) return found == verdicts.end() || !found->second.alike() ? Shown::few : Shown::withheld;
  return found == verdicts.end() || !found->second.hides(at) ? Shown::value : Shown::withheld;
}

Shown shown_to(const Asked& asked, const Cell& cell) {
  if (cell.act.told.actor != asked.viewer || cell.shown != Shown::withheld) return cell.shown;
  return cell.report().value ? Shown::own : Shown::few;
}

// By what it tells of, then by who tells it.
using Order = std::tuple<std::string_view, Day, Day, UnitOfMeasure, std::size_t, const Coordinates&, std::string_view, Place>;
Order order_of(const Cell& cell) {
  const auto& report = cell.report();
  return {report.indicator.value, report.period.earliest(), cell.held, report.unit, cell.at.size(), cell.at, cell.act.told.actor, cell.act.told.place};
}

std::vector<Cell> cells_of(std::vector<Told> history, const Known& known_at) {
  const auto verdicts = suppress(history);  // of all of it: whatever moment is asked for
  std::vector<Cell> out;
  for (auto& act : resolve(std::move(history), known_at)) {
    const auto* report = act.as<IndicatorReported>();
    if (!report) continue;
    auto at = coordinates_of(*report);
    const auto shown = shown_to_all(verdicts, act, at);
    const auto held = when(act).latest();
    out.push_back({std::move(act), std::move(at), shown, held});
  }
  std::sort(out.begin(), out.end(), [](const Cell& a, const Cell& b) { return order_of(a) < order_of(b); });
  return out;
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

Tables::Cells Tables::read(const Context& context, const Known& known_at, const Subject& subject) {
  const auto read = [&] { return std::make_shared<const std::vector<Cell>>(cells_of(read_history(context.rows, subject), known_at)); };
  if (!known_at.includes_all(context.position, context.latest)) return read();
  return kept_.read(context.rows, prefix_of(subject), read, [](const std::vector<Cell>& cells) { return cells.size(); });
}

std::vector<Observation> look_up(const std::vector<Cell>& cells, const Asked& asked, const Subject& subject) {
  std::vector<Observation> out;
  for (const auto& cell : cells)
    if (wanted(asked, cell)) out.push_back({subject, &cell.act, &cell.at, shown_to(asked, cell)});
  return out;
}

}  // namespace rollcall::projections::indicators
