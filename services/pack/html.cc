// See html.h. A page is written front to back into one string.
#include "services/pack/html.h"

#include <algorithm>

#include "services/pack/html_write.h"

namespace rollcall::pack {
using events::Json;
namespace {

constexpr std::size_t kMostAcross = 28;  // countries of a matrix, on A4 across

// "Changes since 2003-11-05", in words.
std::string title_words(const Table& table) {
  const auto blank = table.title.rfind(' ');
  return blank == std::string::npos ? table.title : table.title.substr(0, blank + 1) + date_words(table.title.substr(blank + 1));
}

class Page {
 public:
  Page(const Gathered& gathered, const Documents& documents, const Names& names, const std::vector<Table>& tables)
      : gathered_(gathered), documents_(documents), names_(names), tables_(tables), meeting_(*documents.find("meeting")) {}

  std::string write() && {
    const auto title = title_text();
    out_ = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escaped(title) +
           " – meeting pack</title>\n<style>" + std::string(kStyle) + "</style>\n</head>\n<body>\n<main>\n";
    head(title);
    glance();
    for (const auto& table : tables_)
      if (table.matrix) matrix(table);
    for (const auto* name : {"overdue", "changes"}) sections(name);
    recommendations();
    agenda();
    section("delegations", "Who came", "Delegations by kind of stakeholder and by country. Where several tell of one delegation, the one of the best standing counts.");
    focal_points();
    section("disputes", "Open disputes", "What others dispute and its teller has not taken back.");
    sections("evidence");
    out_ += "</main>\n";
    foot();
    return std::move(out_) + "</body>\n</html>\n";
  }

 private:
  std::string title_text() const {
    const auto title = text(meeting_, "title");
    return title.empty() ? gathered_.pinned.meeting.value : title;
  }
  void element(const char* tag, std::string_view content) { out_ += std::string("<") + tag + ">" + escaped(content) + "</" + tag + ">\n"; }
  void paragraph(std::string_view content, const char* name = "") { out_ += (*name ? "<p class=\"" + std::string(name) + "\">" : "<p>") + escaped(content) + "</p>\n"; }
  void heading(const std::string& id, std::string_view words) { out_ += "<h2 id=\"" + escaped(id) + "\">" + escaped(words) + "</h2>\n"; }

  // dt and dd, unless there is nothing to say.
  void fact(const char* what, const std::string& value) {
    if (!value.empty()) out_ += "<dt>" + escaped(what) + "</dt><dd>" + escaped(value) + "</dd>\n";
  }
  std::string fact_of(const std::string& what) const {
    for (const auto& row : tables_.front().rows)
      if (row[0].text == what) return row[1].text;
    return {};
  }

  void head(const std::string& title) {
    out_ += "<header>\n<p class=\"label\">Meeting pack</p>\n";
    element("h1", title);
    out_ += "<dl class=\"facts\">\n";
    const auto from = text(meeting_, "starts_on"), to = text(meeting_, "ends_on");
    fact("When", from == to ? date_words(from) : date_words(from) + " to " + date_words(to));
    fact("Where", text(meeting_, "place"));
    fact("Convened by", fact_of("Convened by"));
    fact("For", fact_of("Region"));
    std::string frameworks;
    for (const auto id : list(meeting_, "frameworks")) (frameworks += frameworks.empty() ? "" : "; ") += names_.framework(std::string(id.get_string().value_unsafe()));
    fact("Looks at", frameworks);
    if (const auto* previous = documents_.find("previous")) fact("Follows", text(*previous, "title") + ", " + date_words(text(*previous, "ends_on")));
    fact("Outcome", fact_of("Outcome"));
    out_ += "</dl>\n<p class=\"pin\">As it stood on <b>" + escaped(date_words(gathered_.pinned.as_of)) + "</b>, by what the ledger held at position <b>" + escaped(gathered_.pinned.at) + "</b>.</p>\n";
    contents();
    out_ += "</header>\n";
  }

  void contents() {
    out_ += "<ol class=\"contents\">\n";
    const auto entry = [&](const std::string& id, const std::string& words) { out_ += "<li><a href=\"#" + escaped(id) + "\">" + escaped(words) + "</a></li>\n"; };
    entry("glance", "At a glance");
    for (const auto& table : tables_)
      if (table.matrix) entry(table.name, "Scorecard: " + table.about);
    for (const auto* name : {"overdue", "changes"})
      for (const auto* table : named(name)) entry(table->name, title_words(*table));
    entry("recommendations", "Recommendations and what became of them");
    entry("agenda", "Agenda and contributions");
    entry("delegations", "Who came");
    entry("focal-points", "Focal points");
    entry("disputes", "Open disputes");
    for (const auto* table : named("evidence")) entry(table->name, table->title);
    out_ += "</ol>\n";
  }

  // "overdue", "overdue-promise-shore" …
  std::vector<const Table*> named(const std::string& name) const {
    std::vector<const Table*> out;
    for (const auto& table : tables_)
      if (table.name == name || table.name.starts_with(name + "-")) out.push_back(&table);
    return out;
  }
  const Table& table(const std::string& name) const {
    return *std::find_if(tables_.begin(), tables_.end(), [&](const Table& t) { return t.name == name; });
  }

  void figure(const char* what, std::size_t count) { out_ += "<div><dt>" + escaped(what) + "</dt><dd>" + std::to_string(count) + "</dd></div>\n"; }
  std::size_t rows_of(const std::string& name) const {
    std::size_t rows = 0;
    for (const auto* t : named(name)) rows += t->rows.size();
    return rows;
  }

  void glance() {
    heading("glance", "At a glance");
    out_ += "<dl class=\"figures\">\n";
    figure("Cells overdue", rows_of("overdue"));
    if (documents_.find("previous")) figure("Cells changed since the meeting before", rows_of("changes"));
    figure("Open disputes", rows_of("disputes"));
    figure("Delegations", static_cast<std::size_t>(number(*documents_.find("participants"), "delegations")));
    figure("People", static_cast<std::size_t>(number(*documents_.find("participants"), "people")));
    figure("Young people", static_cast<std::size_t>(number(*documents_.find("participants"), "young_people")));
    figure("Contributions", static_cast<std::size_t>(number(meeting_, "contributions_told")));
    figure("Recommendations", list(meeting_, "recommendations").size());
    out_ += "</dl>\n";
    for (const auto& table : tables_)
      if (table.matrix) bar(table);
    if (rows_of("scorecard") == 0) paragraph("The meeting is for all states, or looks at no framework made for a region: a pack of one region shows its scorecard (region=…).", "nothing");
  }

  void bar(const Table& matrix) {
    const auto counts = counts_of(matrix);
    element("h3", matrix.about);
    // Widths by attribute, as the page's policy allows no style of an element's own.
    std::size_t total = 0;
    for (const auto& [kind, n] : counts) total += n;
    out_ += "<table class=\"bar\" aria-hidden=\"true\"><tr>";
    for (const auto kind : kKinds)
      if (const auto at = counts.find(kind); at != counts.end()) {
        const auto thousandths = std::max<std::size_t>(3, 1000 * at->second / total);  // the fewest can still be seen
        out_ += "<td class=\"" + std::string(words_of(kind).id) + "\" width=\"" + std::to_string(thousandths / 10) + "." + std::to_string(thousandths % 10) + "%\"></td>";
      }
    out_ += "</tr></table>\n";
    out_ += legend(&counts);
  }

  // As many countries side by side as a page is wide; the others below.
  void matrix(const Table& matrix) {
    out_ += "<section class=\"wide\">\n";
    heading(matrix.name, "Scorecard: " + matrix.about);
    out_ += legend(nullptr);
    for (auto from = kMatrixLead; from < matrix.columns.size(); from += kMostAcross) part(matrix, from, std::min(from + kMostAcross, matrix.columns.size()));
    out_ += "</section>\n";
  }
  void part(const Table& matrix, std::size_t from, std::size_t to) {
    out_ += "<div class=\"matrix-room\" role=\"region\" aria-label=\"" + escaped(matrix.about) + "\" tabindex=\"0\"><table class=\"matrix\">\n<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Commitment</th><th scope=\"col\">Due</th>";
    for (auto i = from; i < to; ++i) out_ += "<th scope=\"col\" class=\"country\" title=\"" + escaped(matrix.columns[i]) + "\"><span>" + escaped(names_.country(matrix.columns[i])) + "</span></th>";
    out_ += "</tr></thead>\n<tbody>\n";
    std::string theme;
    for (const auto& row : matrix.rows) {
      if (row[1].text != theme) {
        theme = row[1].text;
        out_ += "<tr class=\"theme\"><th scope=\"colgroup\" colspan=\"" + std::to_string(to - from + 3) + "\">" + escaped(names_.theme(row[0].text, theme)) + "</th></tr>\n";
      }
      out_ += "<tr><th scope=\"row\">" + escaped(row[0].text.substr(row[0].text.find('/') + 1)) + "</th><td class=\"wording\">" + escaped(row[3].text) + "</td><td class=\"whole\">" + escaped(row[2].text) + "</td>";
      for (auto i = from; i < to; ++i) out_ += "<td class=\"cell\">" + (row[i].kind == Kind::none ? std::string() : tile(row[i])) + "</td>";
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table></div>\n";
  }

  static std::vector<std::string> shown_of(const std::string& name) {
    if (name == "overdue") return {"name", "commitment", "wording", "due", "status", "events"};
    if (name == "changes") return {"name", "commitment", "wording", "before", "after", "events_after"};
    if (name == "evidence") return {"position", "name", "on", "type", "gist", "told_by", "standing", "citation"};
    if (name == "delegations") return {"by", "name", "delegations", "people", "young_people", "without_figures"};
    if (name == "disputes") return {"name", "what", "disputed_by_name", "statement", "commitments", "position"};
    return {};
  }
  void section(const std::string& name, const std::string& words, const std::string& about) {
    heading(name, words);
    paragraph(about, "fine");
    out_ += table_of(table(name), shown_of(name));
  }
  void sections(const std::string& name) {
    for (const auto* t : named(name)) {
      heading(t->name, title_words(*t));
      paragraph(t->about + (name == "evidence" ? ". Each event that explains a cell, by its place in the ledger." : "."), "fine");
      out_ += table_of(*t, shown_of(name));
    }
  }

  void recommendations() {
    heading("recommendations", "Recommendations and what became of them");
    const auto answer = *documents_.find("recommendations");
    const auto next = member(answer, "next_meeting");
    paragraph(next ? "Taken up at " + text(*next, "title") + ", " + date_words(text(*next, "starts_on")) + "." : std::string("No meeting that takes them up is known."), "fine");
    out_ += table_of(table("recommendations"), {"recommendation", "text", "due", "commitment", "now", "at_next_meeting", "said_at_next", "events"});
  }

  void said(Json place) {
    const auto all = list(place, "contributions");
    if (all.empty()) return;
    out_ += "<ul class=\"said\">\n";
    for (const auto c : all) {
      const auto name = text(c, "name"), country = text(c, "country"), disputed = joined(c, "disputed_by", ", ");
      out_ += "<li>" + escaped(text(c, "text")) + "<br><span class=\"who\">" + escaped(name.empty() ? text(c, "by") : name) + ", " + escaped(plain(text(c, "kind"))) + (country.empty() ? "" : ", on " + escaped(names_.country(country))) +
              ", " + escaped(date_words(text(c, "made_on"))) + (disputed.empty() ? "" : "; disputed by " + escaped(disputed)) + " <span class=\"refs\">" + escaped(joined(c, "events")) + "</span></span></li>\n";
    }
    out_ += "</ul>\n";
  }

  void agenda() {
    heading("agenda", "Agenda and contributions");
    std::string kinds;
    for (const auto kind : list(meeting_, "contributions_by_kind")) (kinds += kinds.empty() ? "" : ", ") += plain(text(kind, "kind")) + " " + text(kind, "contributions");
    if (!kinds.empty()) paragraph("Contributions by kind of stakeholder: " + kinds + ".", "fine");
    if (number(meeting_, "contributions_shown") < number(meeting_, "contributions_told"))
      paragraph("The first " + text(meeting_, "contributions_shown") + " of " + text(meeting_, "contributions_told") + " contributions are shown.", "fine");
    const auto set = member(meeting_, "agenda");
    if (!set) paragraph("No agenda is recorded.", "nothing");
    for (const auto session : set ? list(*set, "sessions") : std::vector<Json>{}) {
      out_ += "<h3 class=\"session\">" + escaped(text(session, "session") + ". " + text(session, "title")) + "</h3>\n";
      if (const auto words = text(session, "annotation"); !words.empty()) paragraph(words, "fine");
      for (const auto question : list(session, "questions")) {
        out_ += "<p class=\"question\">" + escaped(text(question, "question") + ". " + text(question, "text")) + "</p>\n";
        said(question);
      }
      said(session);
    }
    if (const auto apart = member(meeting_, "to_no_question"); apart && !list(*apart, "contributions").empty()) {
      element("h3", "To no question of the agenda");
      said(*apart);
    }
  }

  void focal_points() {
    heading("focal-points", "Focal points");
    auto live = table("focal-points");
    std::erase_if(live.rows, [](const auto& row) { return row[4].text == "ended"; });
    paragraph("Live and lapsed mandates; contact details are in no pack.", "fine");
    out_ += table_of(live, {"name", "unit", "role", "state", "designated_on", "mandate_until", "events"});
  }

  void foot() {
    const auto& pinned = gathered_.pinned;
    out_ += "<footer>\n<p>The same pack, byte for byte, whenever it is made from this ledger: <code>rollcall pack " + escaped(pinned.meeting.value) + " --at " + escaped(pinned.at) + " --as-of " + escaped(pinned.as_of) +
            (pinned.region.empty() ? "" : " --region " + escaped(pinned.region)) + "</code>. Small numbers such as 3:42 are places in the ledger.</p>\n</footer>\n";
  }

  const Gathered& gathered_;
  const Documents& documents_;
  const Names& names_;
  const std::vector<Table>& tables_;
  const Json meeting_;
  std::string out_;
};

}  // namespace

std::string html_of(const Gathered& gathered, const Documents& documents, const Names& names, const std::vector<Table>& tables) { return Page(gathered, documents, names, tables).write(); }

}  // namespace rollcall::pack
