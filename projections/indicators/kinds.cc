// See kinds.h.
#include "projections/indicators/kinds.h"

#include <unordered_map>

#include "projections/indicators/rows.h"

namespace rollcall::projections::indicators {
namespace {
using namespace events;

Outline outline_of(std::vector<Told> history, const Known& known_at) {
  Outline out;
  std::unordered_map<std::string, std::uint32_t> known;
  const auto number = [&](std::string text) {
    const auto [at, fresh] = known.try_emplace(text, static_cast<std::uint32_t>(out.texts.size()));
    if (fresh) out.texts.push_back(std::move(text));
    return at->second;
  };
  for (const auto& act : resolve(std::move(history), known_at)) {
    const auto* report = act.as<IndicatorReported>();
    if (!report) continue;
    std::string dimensions;
    for (const auto& [dimension, value] : coordinates_of(*report)) (dimensions += dimension) += '\n';
    out.reports.push_back({when(act).latest(), number(report->indicator.value), number(period_text(*report)), number(std::string(name_of(report->unit))), number(std::move(dimensions)), number(act.told.actor)});
  }
  return out;
}

void add_lines(std::set<std::string>& to, std::string_view lines) {
  for (; !lines.empty(); lines.remove_prefix(lines.find('\n') + 1)) to.emplace(lines.substr(0, lines.find('\n')));
}

// A text is added once for each indicator and each part that it plays, however many reports say it.
class Adding {
 public:
  explicit Adding(const Outline& outline) : texts_(outline.texts) {}

  void add(Kind& kind, const Outline::Report& r) {
    once(r.indicator, 0, r.period, [&](const auto& text) { kind.periods.insert(text); });
    once(r.indicator, 1, r.unit, [&](const auto& text) { kind.units.insert(text); });
    once(r.indicator, 2, r.dimensions, [&](const auto& text) { add_lines(kind.dimensions, text); });
    once(r.indicator, 3, r.teller, [&](const auto& text) { kind.tellers.insert(text); });
    ++kind.cells;
  }

 private:
  template <class F>
  void once(std::uint32_t indicator, std::size_t part, std::uint32_t text, const F& f) {
    auto& seen = seen_[indicator];
    if (seen.empty()) seen.resize(texts_.size() * 4);
    if (seen[part * texts_.size() + text]) return;
    seen[part * texts_.size() + text] = true;
    f(texts_[text]);
  }

  const std::vector<std::string>& texts_;
  std::unordered_map<std::uint32_t, std::vector<bool>> seen_;
};

}  // namespace

std::map<std::string, Kind> Kinds::of(const Context& context, const Asked& asked) {
  const bool all = asked.lens.known_at.includes_all(context.position, context.latest);
  std::map<std::string, Kind> out;
  for (const auto& subject : subjects_told_of(context.rows)) {
    const auto read = [&] { return std::make_shared<const Outline>(outline_of(read_history(context.rows, subject), asked.lens.known_at)); };
    const auto outline = all ? kept_.read(context.rows, prefix_of(subject), read, [](const Outline& o) { return o.reports.size(); }) : read();
    std::unordered_map<std::uint32_t, Kind*> kinds;
    Adding adding(*outline);
    for (const auto& report : outline->reports) {
      if (report.held > asked.lens.as_of || (!asked.teller.empty() && outline->texts[report.teller] != asked.teller)) continue;
      auto& kind = kinds[report.indicator];
      if (!kind) {
        kind = &out[outline->texts[report.indicator]];
        (subject.kind() == SubjectKind::region ? kind->regions : kind->countries).emplace(subject.id());
      }
      adding.add(*kind, report);
    }
  }
  return out;
}

}  // namespace rollcall::projections::indicators
