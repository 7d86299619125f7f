// One cell as a page: what was promised, how it stands, every event behind it in a sentence, and what would meet it.
#include <algorithm>

#include "projections/activity/sentence.h"
#include "projections/scorecard/plain.h"

namespace rollcall::projections::scorecard {
using namespace events;
namespace {

activity::Entry entry_of(const Subject& subject, const Told& told) { return {subject.value, told.event, told.target, told.actor, told.standing, told.recorded, told.place, told.data}; }

std::string_view counts_as(Standing standing) {
  switch (standing) {
    case Standing::authority: return "the authority on it";
    case Standing::monitor: return "a monitor";
    default: return "another source";
  }
}

class CellPage {
 public:
  explicit CellPage(const PlainCell& shown) : s_(shown), registry_(shown.about.lens.registry) {}

  Answer answer() && {
    const auto* framework = registry_.framework(s_.commitment.framework);
    const auto item = item_of(s_.commitment.commitment);
    const auto name = s_.about.names ? name_html(*s_.about.names, s_.about.subject.id(), s_.question) : xml_escaped(s_.about.name);
    const auto subject_page = page_at(s_.question, path_of(s_.about.subject) + (s_.about.subject.kind() == SubjectKind::region ? "/own" : ""));
    out_ = "<p class=\"label\">" + (framework ? name_html(framework->names, framework->framework.value, s_.question) : xml_escaped(s_.commitment.framework.value)) + "</p>\n<h1>" + subject_page.link(name) + ", " + xml_escaped(item) + "</h1>\n";
    out_ += "<blockquote class=\"promise\"><p>" + text_html(s_.commitment.wording.value) + "</p></blockquote>\n<p class=\"fine\">" + xml_escaped(s_.commitment.paragraph.value) + (s_.commitment.due ? "; due by " + date_words(s_.commitment.due->text()) : std::string("; no date is written")) + "</p>\n";
    out_ += clocks_html(s_.about.lens);
    verdict();
    events();
    wanted();
    others();
    const auto path = cell_path(s_.about.subject, s_.commitment.commitment);
    out_ += forms_html(s_.context, s_.question, s_.about.lens, path, {{"All of these promises in one list", subject_page}});
    const auto english = s_.about.names ? name_in(*s_.about.names, "en") : s_.about.name;
    return html_answer(s_.question, s_.about.lens, std::string(english) + ", " + item, out_);
  }

 private:
  std::string who(std::string_view id) const {
    const auto* entry = registry_.stakeholder({std::string(id)});
    return xml_escaped(entry ? std::string_view(entry->name.value) : id);
  }

  void verdict() {
    const auto& cell = s_.cell;
    out_ += "<div class=\"verdict\">" + sign_html(kind_of(cell), &cell) + "<div><p><strong>" + xml_escaped(in_words(cell)) + "</strong></p>\n<p class=\"fine\">" + xml_escaped(words_of(kind_of(cell)).meaning) + ".";
    if (cell.basis) out_ += *cell.basis == Basis::act ? " It stands on what was done." : " It stands on a report that says so.";
    if (!cell.sources.empty()) {
      out_ += " Told or corroborated by ";
      for (std::size_t i = 0; i < cell.sources.size(); ++i) out_ += (i == 0 ? "" : i + 1 == cell.sources.size() ? " and " : ", ") + who(cell.sources[i]);
      out_ += ".";
    }
    out_ += "</p></div></div>\n";
  }

  std::string sentence(const Told& told) const {
    const auto target = told.target.empty() ? s_.told.end() : std::find_if(s_.told.begin(), s_.told.end(), [&](const Told& t) { return t.event == told.target; });
    return activity::sentence_of(entry_of(s_.about.subject, told), target == s_.told.end() ? std::nullopt : std::optional(entry_of(s_.about.subject, *target)), registry_);
  }

  void events() {
    out_ += "<section>\n<h2>What is recorded</h2>\n";
    if (s_.told.empty()) {
      out_ += "<p class=\"nothing\">Nobody has told the ledger anything about this promise. It may have been kept all the same.</p>\n</section>\n";
      return;
    }
    out_ += "<ol class=\"events\">\n";
    for (const auto& told : s_.told) event(told);
    out_ += "</ol>\n</section>\n";
  }

  void event(const Told& told) {
    const auto line = told.event.find('\n');
    const auto record = "/v1/events/" + percent_encoded(std::string_view(told.event).substr(0, line)) + "/" + percent_encoded(std::string_view(told.event).substr(line + 1));
    out_ += "<li>\n<p>" + std::string(told.corrects ? "Corrected to: " : "") + xml_escaped(sentence(told)) + "</p>\n";
    if (const auto words = statement(told); !words.empty()) out_ += "<blockquote><p>" + text_html(words) + "</p></blockquote>\n";
    out_ += "<p class=\"fine\">Told by " + who(told.actor) + ", " + std::string(counts_as(told.standing)) + ". Learned on " + moment_words(told.recorded.text()) + ".";
    if (const auto citation = citation_of(told.data); !citation.empty()) out_ += " Source: " + xml_escaped(citation) + (citation.ends_with('.') ? "" : ".");
    out_ += " <span class=\"whole\">" + Address(record).with("subject", s_.about.subject.value).link("Record " + told.place.text()) + "</span></p>\n</li>\n";
  }

  // An item of a rule as a reader would say it.
  std::string words_of_item(const EvidenceItem& item) const {
    auto type = item.type.value;
    std::replace_if(type.begin(), type.end(), [](char c) { return c == '.' || c == '_'; }, ' ');
    std::string out = xml_escaped(type);
    if (item.instrument) {
      const auto* instrument = registry_.instrument(*item.instrument);
      out += ": " + xml_escaped(instrument ? instrument->short_name.value : item.instrument->value);
    }
    if (item.framework) {
      const auto* framework = registry_.framework(*item.framework);
      out += ", for " + (framework ? name_html(framework->names, item.framework->value, s_.question) : xml_escaped(item.framework->value));
    }
    if (item.with_indicators.value_or(false)) out += ", with indicators";
    for (const auto& condition : item.where) out += ", with " + xml_escaped(condition.member.value) + values_of(condition);
    if (item.standing && *item.standing != Standing::other) out += ", told by " + std::string(*item.standing == Standing::authority ? "the authority" : "a monitor or the authority");
    return out;
  }
  static std::string values_of(const Condition& condition) {
    std::string out;
    for (const auto& value : condition.any_of) out += (out.empty() ? " " : " or ") + xml_escaped(value.value);
    return out;
  }

  void wanted() {
    const auto& rule = s_.commitment.evidence;
    out_ += "<section>\n<h2>What meets it</h2>\n";
    if (!rule.all_of.empty()) {
      out_ += rule.all_of.size() == 1 ? "<p>An act of this kind:</p>\n<ul>\n" : "<p>All of these acts:</p>\n<ul>\n";
      for (const auto& item : rule.all_of) out_ += "<li>" + words_of_item(item) + "</li>\n";
      out_ += "</ul>\n";
    }
    if (rule.report_counts.value_or(true)) out_ += rule.all_of.empty() ? "<p>No single act can prove it: a report on progress that says so does.</p>\n" : "<p>Or a report on progress that says so.</p>\n";
    out_ += "</section>\n";
  }

  void other(const Subject& subject, const std::string& name, const CommitmentEntry& commitment, const Cell& cell) {
    out_ += "<li><span class=\"state\">" + sign_html(kind_of(cell), &cell) + " <span>" + page_at(s_.question, cell_path(subject, commitment.commitment)).link(name) + ": " + xml_escaped(in_words(cell)) + "</span></span></li>\n";
  }

  void others() {
    if (!s_.organisations.empty()) {
      out_ += "<section>\n<h2>Organisations that must keep it</h2>\n<ul class=\"others\">\n";
      for (const auto& [subject, cell] : s_.organisations) other(subject, who(subject.id()), s_.commitment, cell);
      out_ += "</ul>\n</section>\n";
    }
    if (s_.same.empty()) return;
    out_ += "<section>\n<h2>The same promise elsewhere</h2>\n<ul class=\"others\">\n";
    for (const auto& [commitment, cell] : s_.same) {
      const auto* framework = registry_.framework(commitment->framework);
      other(s_.about.subject, (framework ? name_html(framework->names, framework->framework.value, s_.question) : xml_escaped(commitment->framework.value)) + ", " + xml_escaped(item_of(commitment->commitment)), *commitment, cell);
    }
    out_ += "</ul>\n</section>\n";
  }

  const PlainCell& s_;
  const RegistryView& registry_;
  std::string out_;
};

}  // namespace

Answer plain_cell(const PlainCell& shown) { return CellPage(shown).answer(); }

}  // namespace rollcall::projections::scorecard
