// See plain.h.
#include "projections/registry/plain.h"

#include <algorithm>

#include "events/hash.h"

namespace rollcall::projections {
using namespace events;
namespace {

struct Named {
  std::string name, html;
};

void list(std::string& out, std::vector<Named> all, std::string_view classes) {
  std::sort(all.begin(), all.end(), [](const Named& a, const Named& b) { return a.name < b.name; });
  out += "<ul class=\"" + std::string(classes) + "\">\n";
  for (const auto& entry : all) out += "<li>" + entry.html + "</li>\n";
  out += "</ul>\n";
}

// A region's own frameworks; those that are made for all states stand beside each region in its page's form.
std::string frameworks_of(const Question& question, const Lens& lens, const RegionEntry& region) {
  std::string out;
  const auto path = "/v1/regions/" + percent_encoded(region.region.value) + "/scorecard";
  for (const auto* framework : lens.registry.frameworks())
    if (framework->region == region.region && !lens.registry.commitments(framework->framework).empty())
      out += "<li>" + page_at(question, path).with("framework", framework->framework.value).link(name_html(framework->names, framework->framework.value, question)) + "</li>\n";
  return out;
}

std::string region_html(const Question& question, const Lens& lens, const RegionEntry& region, bool own) {
  const auto members = lens.registry.members(region.region, lens.as_of).size();
  const auto name = name_html(region.names, region.region.value, question);
  const auto frameworks = own ? frameworks_of(question, lens, region) : std::string();
  const auto count = " <span class=\"fine\">" + std::to_string(members) + (members == 1 ? " country" : " countries") + (region.invented.value_or(false) ? ", made up to show how things work" : "") + "</span>";
  if (!frameworks.empty()) return "<h3>" + name + count + "</h3>\n<ul>\n" + frameworks + "</ul>\n";
  // No framework was made for it: its countries by the one that asks most of all states.
  const FrameworkEntry* any = nullptr;
  std::size_t most = 0;
  for (const auto* f : lens.registry.frameworks())
    if (const auto n = f->region ? 0 : lens.registry.commitments(f->framework).size(); n > most) any = f, most = n;
  if (!any) return name + count;
  return page_at(question, "/v1/regions/" + percent_encoded(region.region.value) + "/scorecard").with("framework", any->framework.value).link(name) + count;
}

}  // namespace

Answer plain_start(const Context& context, const Question& question, const Lens& lens) {
  const auto lang = question.param("lang");
  std::vector<Named> with, others, countries;
  for (const auto* region : lens.registry.regions()) {
    const bool own = !frameworks_of(question, lens, *region).empty();
    (own ? with : others).push_back({std::string(name_in(region->names, lang)), region_html(question, lens, *region, own)});
  }
  for (const auto* country : lens.registry.countries())
    countries.push_back({std::string(name_in(country->names, lang)), page_at(question, "/v1/countries/" + percent_encoded(country->country.value)).link(name_html(country->names, country->country.value, question))});
  std::string out = "<h1>Who promised what, and what has been done</h1>\n<p class=\"deck\">By region and by country, as of any day, with who says so. Promises that nobody has told anything about are listed as having no evidence; that is not a “no”.</p>\n" + clocks_html(lens);
  out += "<form class=\"asking\" method=\"get\" action=\"/v1/regions\" aria-label=\"What to show\">\n" + clocks_form(question) + "</form>\n<h2>Regions with a plan of their own</h2>\n";
  list(out, std::move(with), "regions");
  out += "<h2>Other regions</h2>\n";
  list(out, std::move(others), "columns");
  out += "<h2>Countries</h2>\n";
  list(out, std::move(countries), "columns");
  out += "<section class=\"forms\">\n<h2>For spreadsheets and programs</h2>\n<ul>\n";
  for (const auto& [path, words] : {std::pair{"/v1/regions", "Regions and their members"}, {"/v1/countries", "Countries"}, {"/v1/frameworks", "Frameworks and their commitments"}, {"/v1/instruments", "Treaties and who is bound"},
                                    {"/v1/stakeholders", "Stakeholders"}, {"/v1/meetings", "Meetings"}, {"/v1/activity", "What happened last"}})
    out += "<li>" + data_at(question, path, "csv").link(words) + " (CSV)</li>\n";
  out += "<li><a href=\"/openapi.yaml\">Every address, described</a> (OpenAPI)</li>\n<li>" + pinned_at(context, question, lens, "/v1/regions").link("This page as it stands now, whenever it is opened") + "</li>\n</ul>\n</section>\n";
  return html_answer(question, lens, "Regions and countries", out);
}

}  // namespace rollcall::projections
