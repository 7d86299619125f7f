// One country, region or organisation as a page: its promises, framework by framework.
#include <algorithm>

#include "projections/scorecard/plain.h"

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

std::string_view kind_words(const Subject& subject) {
  switch (subject.kind()) {
    case SubjectKind::country: return "country";
    case SubjectKind::region: return "region";
    default: return "organisation";
  }
}

// The regions that a country belongs to, each with a link to its matrix.
std::string regions_html(const Question& question, const About& about) {
  std::string out;
  if (about.subject.kind() != SubjectKind::country) return out;
  for (const auto* region : about.lens.registry.regions()) {
    if (!about.lens.registry.is_member(region->region, {std::string(about.subject.id())}, about.lens.as_of)) continue;
    (out += out.empty() ? "" : ", ") += page_at(question, path_of({"region/" + region->region.value}) + "/scorecard").link(name_html(region->names, region->region.value, question));
  }
  return out.empty() ? out : "<p class=\"deck\">Belongs to " + out + "</p>\n";
}

std::string share_text(const Share& share) {
  const auto of = [&](Status status) { return share.by_status[static_cast<std::size_t>(status)]; };
  return std::to_string(of(Status::met) + of(Status::met_late)) + " of " + std::to_string(share.active) + " organisations have met it";
}

void cell_row(std::string& out, const Question& question, const About& about, const CommitmentEntry& commitment, const Cell& cell) {
  const auto item = xml_escaped(item_of(commitment.commitment));
  const auto events = cell.told;
  out += "<tr><th scope=\"row\"><b>" + item + "</b> <span class=\"wording\">" + xml_escaped(commitment.wording.value) + "</span>" +
         (commitment.due ? " <span class=\"due\">by " + date_words(commitment.due->text()) + "</span>" : std::string()) + "</th>\n<td class=\"status\"><span class=\"state\">" + sign_html(kind_of(cell), &cell) + " <span>" + xml_escaped(in_words(cell)) + "</span></span>" +
         (cell.organisations ? "<span class=\"fine\">" + share_text(*cell.organisations) + "</span>" : std::string()) + "</td>\n<td class=\"behind\">" +
         page_at(question, cell_path(about.subject, commitment.commitment)).link((events == 0 ? std::string("What is wanted") : std::to_string(events) + (events == 1 ? " event" : " events")) + "<span class=\"heard\"> for " + item + "</span>") + "</td></tr>\n";
}

void framework_section(std::string& out, const Question& question, const About& about, const FrameworkCells& shown) {
  const auto id = xml_escaped(shown.framework->framework.value);
  out += "<section>\n<h2 id=\"" + id + "\">" + name_html(shown.framework->names, shown.framework->framework.value, question) + "</h2>\n" + counts_html(shown.cells) +
         "<table class=\"list\" aria-labelledby=\"" + id + "\">\n<thead><tr><th scope=\"col\">Commitment</th><th scope=\"col\">Status</th><th scope=\"col\">Behind it</th></tr></thead>\n<tbody>\n";
  for (std::size_t i = 0; i < shown.cells.size(); ++i) cell_row(out, question, about, *shown.commitments[i], shown.cells[i]);
  out += "</tbody>\n</table>\n</section>\n";
}

}  // namespace

Answer plain_subject(const Context& context, const Question& question, const About& about, const std::vector<FrameworkCells>& frameworks) {
  const auto path = path_of(about.subject) + (about.subject.kind() == SubjectKind::region ? "/own" : "");
  const auto kind = std::string(kind_words(about.subject));
  std::string out = "<p class=\"label\">Promises of a " + kind + "</p>\n<h1>" + (about.names ? name_html(*about.names, about.subject.id(), question) : xml_escaped(about.name)) + "</h1>\n" + regions_html(question, about) +
                    invented_html(about.invented, kind) + clocks_html(about.lens) + "<form class=\"asking\" method=\"get\" action=\"" + xml_escaped(path) + "\" aria-label=\"What to show\">\n" + clocks_form(question) + "</form>\n";
  if (frameworks.empty()) out += "<p class=\"nothing\">No framework speaks to this " + kind + " on that day.</p>\n";
  if (frameworks.size() > 1) {
    out += "<nav aria-label=\"Frameworks\">\n<ol class=\"contents\">\n";
    for (const auto& f : frameworks) out += "<li><a href=\"#" + xml_escaped(f.framework->framework.value) + "\">" + name_html(f.framework->names, f.framework->framework.value, question) + "</a></li>\n";
    out += "</ol>\n</nav>\n";
  }
  for (const auto& f : frameworks) framework_section(out, question, about, f);
  out += legend_html();
  if (about.subject.kind() == SubjectKind::country) out += more_html(question, about.subject, {});
  out += forms_html(context, question, about.lens, path, {{"These cells for a spreadsheet (CSV)", data_at(question, path, "csv")}, {"All regions and frameworks", page_at(question, "/v1/regions")}});
  const auto english = about.names ? name_in(*about.names, "en") : about.name;
  return html_answer(question, about.lens, english.empty() ? about.subject.id() : english, out);
}

}  // namespace rollcall::projections::scorecard
