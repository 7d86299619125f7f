// What the plain pages share: addresses, signs, counts, and the same answer in its other forms.
#include "projections/scorecard/plain.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

std::string numbered(std::size_t n, std::string_view one, std::string_view many) { return (n == 0 ? "none" : std::to_string(n)) + " " + std::string(n == 1 ? one : many); }

// One bar across, a piece a kind, as wide as there are cells of it; an SVG since a style within the page is not allowed.
std::string bar_html(const std::array<std::size_t, std::size(kKinds) + 1>& counts, std::size_t all) {
  std::string out = "<svg class=\"bar\" viewBox=\"0 0 " + std::to_string(all) + " 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
  std::size_t from = 0;
  for (const auto kind : kKinds) {
    const auto n = counts[static_cast<std::size_t>(kind)];
    if (n == 0) continue;
    out += "<rect class=\"" + std::string(words_of(kind).id) + "\" x=\"" + std::to_string(from) + "\" y=\"0\" width=\"" + std::to_string(n) + "\" height=\"1\"/>";
    from += n;
  }
  return out + "</svg>\n";
}

}  // namespace

std::string path_of(const Subject& subject) {
  const auto kind = subject.kind();
  const std::string_view list = kind == SubjectKind::country ? "countries" : kind == SubjectKind::region ? "regions" : "organisations";
  return "/v1/" + std::string(list) + "/" + percent_encoded(subject.id());
}

std::string cell_path(const Subject& subject, const CommitmentId& commitment) {
  const auto slash = commitment.value.find('/');
  return path_of(subject) + "/commitments/" + percent_encoded(commitment.value.substr(0, slash)) + "/" + percent_encoded(commitment.value.substr(slash + 1));
}

std::string item_of(const CommitmentId& commitment) {
  auto item = commitment.value.substr(commitment.value.find('/') + 1);
  for (auto& c : item) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return item;
}

std::string sign_html(Kind kind, const Cell* cell) {
  const auto& words = words_of(kind);
  std::string classes = "tile " + std::string(words.id);
  if (cell && cell->standing) (classes += " by-") += name_of(*cell->standing);
  if (cell && cell->disputed) classes += " disputed";
  return "<span class=\"" + classes + "\" aria-hidden=\"true\">" + std::string(words.letter) + "</span>";
}

std::string counts_html(const std::vector<Cell>& cells) {
  if (cells.empty()) return {};
  std::array<std::size_t, std::size(kKinds) + 1> counts{};
  for (const auto& cell : cells) ++counts[static_cast<std::size_t>(kind_of(cell))];
  const auto of = [&](Kind kind) { return counts[static_cast<std::size_t>(kind)]; };
  const auto met = of(Kind::met) + of(Kind::met_late), overdue = of(Kind::overdue) + of(Kind::overdue_silent), silent = of(Kind::silent) + of(Kind::overdue_silent);
  std::string out = "<p class=\"lead\">Of " + numbered(cells.size(), "cell", "cells") + ", " + numbered(met, "is", "are") + " met and " + numbered(overdue, "is", "are") + " overdue." +
                    (silent == 0 ? std::string() : " Of " + std::to_string(silent) + " nothing is recorded; that is not a “no”.") + "</p>\n" + bar_html(counts, cells.size()) + "<ul class=\"counts\">\n";
  for (const auto kind : kKinds)
    if (of(kind) > 0) out += "<li>" + sign_html(kind) + " <b>" + std::to_string(of(kind)) + "</b> " + xml_escaped(words_of(kind).label) + "</li>\n";
  return out + "</ul>\n";
}

std::string legend_html() {
  std::string out = "<section class=\"legend\">\n<h2>How to read the signs</h2>\n<dl>\n";
  for (const auto kind : kKinds) out += "<div><dt>" + sign_html(kind) + " " + xml_escaped(words_of(kind).label) + "</dt><dd>" + xml_escaped(words_of(kind).meaning) + "</dd></div>\n";
  const Cell none;
  const auto line = [&](std::string_view classes, std::string_view what, std::string_view means) {
    out += "<div><dt><span class=\"tile open_told " + std::string(classes) + "\" aria-hidden=\"true\"></span> " + std::string(what) + "</dt><dd>" + std::string(means) + "</dd></div>\n";
  };
  line("by-authority", "Told by the authority", "A government on its own acts, a depositary on a treaty");
  line("by-monitor", "Told by a monitor", "A body that watches over this framework");
  line("by-other", "Told by others", "Anybody else who may speak about it");
  line("disputed", "Disputed", "Somebody disputes what is told, and it has not been taken back");
  return out + "</dl>\n</section>\n";
}

std::string more_html(const Question& question, const Subject& subject, std::string_view framework) {
  constexpr std::pair<std::string_view, std::string_view> kLists[] = {{"plans", "Plans"}, {"focal-points", "Focal points"}, {"rapporteurs", "National rapporteurs"}, {"youth-committees", "Youth committees"}, {"participation", "How young people took part"},
                                                                      {"programmes", "Programmes"}, {"indicators", "Figures"}, {"youth-view", "What young people say beside their government"}, {"reminders", "What falls due next"}};
  std::string out = "<section class=\"more\">\n<h2>More about it</h2>\n<ul>\n";
  for (const auto& [list, words] : kLists) out += "<li>" + page_at(question, path_of(subject) + "/" + std::string(list)).with("framework", framework).link(words) + "</li>\n";
  return out + "</ul>\n</section>\n";
}

std::string invented_html(bool invented, std::string_view what) {
  return invented ? "<p class=\"invented\">This " + std::string(what) + " is made up, to show how things work: nothing here says anything about a real one.</p>\n" : std::string();
}

std::string forms_html(const Context& context, const Question& question, const Lens& lens, const std::string& path, const std::vector<std::pair<std::string, Address>>& more) {
  const auto framework = question.param("framework");
  std::string out = "<section class=\"forms\">\n<h2>The same elsewhere</h2>\n<ul>\n";
  for (const auto& [words, address] : more) out += "<li>" + address.link(xml_escaped(words)) + "</li>\n";
  out += "<li>" + data_at(question, path, "json").with("framework", framework).link("This page’s numbers as JSON") + "</li>\n";
  out += "<li>" + pinned_at(context, question, lens, path).link("This page as it stands now, whenever it is opened") + "</li>\n";
  return out + "</ul>\n</section>\n";
}

}  // namespace rollcall::projections::scorecard
