// A region's matrix as a page: a form to ask for another, how many cells of each kind, the table, the meetings' packs.
#include <algorithm>

#include "projections/scorecard/plain.h"

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

constexpr std::size_t kMostMeetings = 40;
constexpr std::size_t kFew = 8;  // countries whose names have room beside each other

const Theme* theme_of(const FrameworkEntry& framework, const Text& id) {
  const auto at = std::find_if(framework.themes.begin(), framework.themes.end(), [&](const Theme& t) { return t.id == id; });
  return at == framework.themes.end() ? nullptr : &*at;
}

class RegionPage {
 public:
  explicit RegionPage(const PlainRegion& shown) : s_(shown), lang_(shown.question.param("lang")), rest_(page_at(shown.question, "").text()) {}

  Answer answer() && {
    const auto path = path_of({"region/" + s_.region.region.value}) + "/scorecard";
    out_ = "<p class=\"label\">Scorecard</p>\n<h1>" + name_html(s_.region.names, s_.region.region.value, s_.question) + "</h1>\n<p class=\"deck\">" + name_html(s_.framework.names, s_.framework.framework.value, s_.question) + "</p>\n";
    out_ += invented_html(s_.region.invented.value_or(false), "region") + clocks_html(s_.lens);
    form(path);
    out_ += counts_html(s_.matrix.cells);
    matrix();
    out_ += legend_html();
    meetings();
    out_ += more_html(s_.question, {"region/" + s_.region.region.value}, s_.framework.framework.value);
    const auto here = [&](std::string_view form) { return data_at(s_.question, path, form).with("framework", s_.framework.framework.value).with("theme", s_.question.param("theme")); };
    const auto beside = [&](const std::string& what) { return data_at(s_.question, path_of({"region/" + s_.region.region.value}) + what, "csv").with("framework", s_.framework.framework.value); };
    out_ += forms_html(s_.context, s_.question, s_.lens, path,
                       {{"This matrix for a spreadsheet (CSV)", here("csv")}, {"Only what is overdue (CSV)", beside("/overdue")}, {"Every event behind it (CSV)", beside("/evidence")},
                        {"All regions and frameworks", page_at(s_.question, "/v1/regions")}});
    const auto name = name_in(s_.region.names, "en");
    return html_answer(s_.question, s_.lens, "Scorecard: " + std::string(name.empty() ? s_.region.region.value : name), out_);
  }

 private:
  void form(const std::string& path) {
    std::vector<Choice> regions, frameworks;
    const auto add = [&](std::vector<Choice>& to, const std::string& id, const Names& names) {
      const auto name = name_in(names, lang_);
      to.push_back({id, std::string(name.empty() ? id : name), names.count(lang_) ? lang_ : std::string()});
    };
    for (const auto* r : s_.lens.registry.regions()) add(regions, r->region.value, r->names);
    for (const auto* f : s_.lens.registry.frameworks())
      if (!s_.lens.registry.commitments(f->framework).empty()) add(frameworks, f->framework.value, f->names);
    std::sort(regions.begin(), regions.end(), [](const Choice& a, const Choice& b) { return a.label < b.label; });
    out_ += "<form class=\"asking\" method=\"get\" action=\"" + xml_escaped(path) + "\" aria-label=\"What to show\">\n" + select_html("Region", "region", regions, s_.region.region.value) +
            select_html("Framework", "framework", frameworks, s_.framework.framework.value) + clocks_form(s_.question) + "</form>\n";
  }

  void matrix() {
    const auto& m = s_.matrix;
    out_ += "<h2 id=\"matrix\">Country by commitment</h2>\n";
    if (m.countries.empty() || m.commitments.empty()) {
      out_ += "<p class=\"nothing\">" + std::string(m.countries.empty() ? "No country belonged to this region on that day." : "This framework has no commitments of that kind.") + "</p>\n";
      return;
    }
    out_ += "<p class=\"fine\">A sign leads to the events behind it, a country’s name to all of its promises.</p>\n<div class=\"box\" role=\"region\" aria-labelledby=\"matrix\" tabindex=\"0\">\n<table class=\"matrix" +
            std::string(m.countries.size() <= kFew ? " few" : "") + "\">\n<thead><tr><th scope=\"col\" class=\"corner\">Commitment</th>";
    for (const auto& code : m.countries) head(code);
    out_ += "</tr></thead>\n";
    const Text* theme = nullptr;
    for (std::size_t j = 0; j < m.commitments.size(); ++j) {
      if (!theme || !(*theme == m.commitments[j]->theme)) begin_theme(*(theme = &m.commitments[j]->theme), j > 0);
      row(j);
    }
    out_ += "</tbody>\n</table>\n</div>\n";
  }

  void head(const CountryCode& code) {
    const auto* entry = s_.lens.registry.country(code);
    out_ += "<th scope=\"col\" class=\"country\"><a href=\"" + xml_escaped(path_of(subject_of(code)) + rest_) + "#" + xml_escaped(s_.framework.framework.value) + "\"><span class=\"full\">" +
            (entry ? name_html(entry->names, code.value, s_.question) : xml_escaped(code.value)) + "</span> <span class=\"code\" aria-hidden=\"true\">" + xml_escaped(code.value) + "</span></a></th>";
  }

  void begin_theme(const Text& id, bool again) {
    const auto* theme = theme_of(s_.framework, id);
    auto letter = theme ? theme->letter.value : std::string();
    for (auto& c : letter) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    out_ += std::string(again ? "</tbody>\n" : "") + "<tbody>\n<tr class=\"theme\"><th scope=\"rowgroup\" colspan=\"" + std::to_string(s_.matrix.countries.size() + 1) + "\"><span class=\"held\"><b>" + xml_escaped(letter) + "</b> " +
            (theme ? name_html(theme->names, id.value, s_.question) : xml_escaped(id.value)) + "</span></th></tr>\n";
  }

  void row(std::size_t j) {
    const auto& commitment = *s_.matrix.commitments[j];
    out_ += "<tr><th scope=\"row\"><b>" + xml_escaped(item_of(commitment.commitment)) + "</b> <span class=\"wording\">" + xml_escaped(commitment.wording.value) + "</span>" +
            (commitment.due ? " <span class=\"due\">by " + date_words(commitment.due->text()) + "</span>" : std::string()) + "</th>";
    for (std::size_t i = 0; i < s_.matrix.countries.size(); ++i) {
      const auto& cell = s_.matrix.at(i, j);
      out_ += "<td><a href=\"" + xml_escaped(cell_path(subject_of(s_.matrix.countries[i]), commitment.commitment) + rest_) + "\" title=\"" + xml_escaped(in_words(cell)) + "\">" + sign_html(kind_of(cell), &cell) + "</a></td>";
    }
    out_ += "</tr>\n";
  }

  // Those that were convened for this region, the last first.
  std::vector<std::pair<MeetingId, MeetingConvened>> convened() const {
    std::vector<std::pair<MeetingId, MeetingConvened>> found;
    for (const auto* stakeholder : s_.lens.registry.stakeholders())
      for (const auto& duty : stakeholder->duties) {
        if (duty.duty != DutyKind::convenor || !duty.of || std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.first.value == duty.of->value; })) continue;
        const auto story = s_.moment.story_of("meeting/" + duty.of->value);
        for (const auto* act : story->of_type(MeetingConvened::info.name)) {
          const auto& meeting = *act->as<MeetingConvened>();
          const bool ours = meeting.region ? meeting.region == s_.region.region : std::find(meeting.frameworks.begin(), meeting.frameworks.end(), s_.framework.framework) != meeting.frameworks.end();
          if (!ours) continue;
          found.emplace_back(MeetingId{duty.of->value}, meeting);
          break;
        }
      }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.second.starts_on.latest() != b.second.starts_on.latest() ? a.second.starts_on.latest() > b.second.starts_on.latest() : a.first < b.first; });
    found.resize(std::min(found.size(), kMostMeetings));
    return found;
  }

  void meetings() {
    const auto all = convened();
    if (all.empty()) return;
    out_ += "<section>\n<h2>Meeting packs</h2>\n<ul class=\"packs\">\n";
    for (const auto& [id, meeting] : all) {
      const auto pack = [&](std::string_view form) { return Address("/v1/meetings/" + percent_encoded(id.value) + "/pack").with("format", form).with("region", meeting.region ? std::string_view{} : std::string_view(s_.region.region.value)); };
      const auto title = xml_escaped(meeting.title.value);
      out_ += "<li>" + pack("html").link(title) + ", <span class=\"whole\">" + date_words(meeting.starts_on.text()) + "</span> <span class=\"fine\">(also as " + pack("xlsx").link("workbook<span class=\"heard\"> of " + title + "</span>") + " or " +
              pack("csv").link("tables<span class=\"heard\"> of " + title + "</span>") + ")</span></li>\n";
    }
    out_ += "</ul>\n</section>\n";
  }

  const PlainRegion& s_;
  const std::string lang_;
  const std::string rest_;  // the query of every link to another page
  std::string out_;
};

}  // namespace

Answer plain_scorecard(const PlainRegion& shown) { return RegionPage(shown).answer(); }

std::optional<Answer> plain_elsewhere(const Question& question) {
  const auto wanted = question.param("region");
  if (!question.html() || wanted.empty() || wanted == question.path.at("region")) return std::nullopt;
  auto address = page_at(question, "/v1/regions/" + percent_encoded(wanted) + "/scorecard").with("framework", question.param("framework")).with("theme", question.param("theme"));
  return Answer{303, "text/html; charset=utf-8", "<!doctype html>\n<title>Elsewhere</title>\n<p>" + address.link("It is here") + "</p>\n", {{"Location", address.text()}, {"Cache-Control", "no-store"}}};
}

}  // namespace rollcall::projections::scorecard
