// See html.h.
#include "projections/html.h"

#include "events/hash.h"
#include "events/json.h"

namespace rollcall::projections {
using namespace events;
namespace {

// What an answer in this form is allowed to load: nothing but the server's own style sheet.
constexpr std::string_view kPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

struct Language {
  std::string_view code, name;
};
constexpr Language kLanguages[] = {{"en", "English"}, {"ar", "العربية"}, {"es", "Español"}, {"fr", "Français"}, {"ru", "Русский"}, {"zh", "中文"}};

// The asked language if it is one that there are names in: it goes into an attribute.
std::string_view language_of(const Question& question) {
  for (const auto& language : kLanguages)
    if (question.param("lang") == language.code) return language.code;
  return "en";
}

Address with_clocks(const Question& question, std::string path) {
  Address address(std::move(path));
  address.with("as_of", question.param("as_of")).with("known_at", question.param("known_at")).with("lang", question.param("lang"));
  return address;
}

// Names are in the language asked for, the page's own words in English; the line runs as the language asked for does.
std::string document(const Question& question, std::string_view title, std::string_view notice, std::string_view main) {
  const auto lang = std::string(language_of(question));
  std::string out = "<!doctype html>\n<html lang=\"" + lang + "\" dir=\"" + (lang == "ar" ? "rtl" : "ltr") + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
                    "<meta name=\"color-scheme\" content=\"light dark\">\n<title>" + xml_escaped(title) + " – Rollcall</title>\n<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"" + std::string(kPlainStyle) + "\">\n</head>\n<body lang=\"en\">\n<header class=\"top\">\n";
  out += "<p class=\"mark\">" + page_at(question, "/v1/regions").link("Rollcall") + "</p>\n";
  if (!notice.empty()) out += "<p class=\"notice\">" + text_html(notice) + "</p>\n";
  out += "</header>\n<main>\n";
  return out.append(main) += "</main>\n</body>\n</html>\n";
}

Answer answer_of(int status, std::string body) {
  return {status, "text/html; charset=utf-8", std::move(body),
          {{"Content-Security-Policy", std::string(kPolicy)}, {"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}}};
}

std::string field(std::string_view label, std::string_view inner) { return "<label><span>" + xml_escaped(label) + "</span> " + std::string(inner) + "</label>\n"; }

// A date where it is one; a moment or a position as it was asked.
std::string clock_field(std::string_view label, std::string_view name, std::string_view value) {
  const auto date = PartialDate::parse(value);
  const bool day = value.empty() || (date && date->day);
  return field(label, std::string("<input type=\"") + (day ? "date" : "text") + "\" name=\"" + std::string(name) + "\" value=\"" + xml_escaped(value) + "\">");
}

}  // namespace

Address& Address::with(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  ((text_ += asked_ ? '&' : '?') += name) += '=';
  text_ += percent_encoded(value);
  asked_ = true;
  return *this;
}

Address page_at(const Question& question, std::string path) { return with_clocks(question, std::move(path)).with("format", "html"); }
Address data_at(const Question& question, std::string path, std::string_view format) { return with_clocks(question, std::move(path)).with("format", format); }

Address pinned_at(const Context& context, const Question& question, const Lens& lens, std::string path) {
  const auto asked = question.param("known_at");
  Address address(std::move(path));
  address.with("framework", question.param("framework")).with("as_of", day_text(lens.as_of)).with("known_at", asked.empty() ? context.position.text() : asked);
  return address.with("lang", question.param("lang")).with("format", "html");
}

std::string name_html(const Names& names, std::string_view id, const Question& question) {
  const auto lang = std::string(language_of(question));
  const auto at = names.find(lang);
  if (lang != "en" && at != names.end()) return "<bdi lang=\"" + lang + "\">" + xml_escaped(at->second) + "</bdi>";
  const auto english = name_in(names, "en");
  return xml_escaped(english.empty() ? id : english);
}

std::string text_html(std::string_view text) {
  std::string out;
  for (const char c : xml_escaped(text)) c == '\n' ? out += "<br>\n" : out += c;
  return out;
}

std::string date_words(std::string_view date) {
  const auto parsed = PartialDate::parse(date);
  return parsed ? long_date(*parsed) : std::string(date);
}

std::string moment_words(std::string_view known_at) {
  if (known_at.size() < 16 || known_at[10] != 'T') return date_words(known_at);
  return date_words(known_at.substr(0, 10)) + ", " + std::string(known_at.substr(11, 5)) + " UTC";
}

std::string clocks_html(const Lens& lens) {
  const bool position = lens.known_at.at.has_value();
  return "<p class=\"clock\">As it stood on <strong>" + date_words(day_text(lens.as_of)) + "</strong>, by what the ledger had learned " +
         (position ? "at position <code>" + xml_escaped(lens.known_at_text) + "</code>" : "by <strong>" + xml_escaped(moment_words(lens.known_at_text)) + "</strong>") + ".</p>\n";
}

std::string select_html(std::string_view label, std::string_view name, const std::vector<Choice>& choices, std::string_view chosen) {
  std::string out = "<select name=\"" + xml_escaped(name) + "\">\n";
  for (const auto& choice : choices)
    out += "<option value=\"" + xml_escaped(choice.value) + "\"" + (choice.lang.empty() ? "" : " lang=\"" + xml_escaped(choice.lang) + "\"") + (choice.value == chosen ? " selected" : "") + ">" + xml_escaped(choice.label) + "</option>\n";
  return field(label, out + "</select>");
}

std::string clocks_form(const Question& question) {
  std::vector<Choice> languages;
  for (const auto& [code, name] : kLanguages) languages.push_back({std::string(code), std::string(name), std::string(code)});
  return clock_field("As of (today if empty)", "as_of", question.param("as_of")) + clock_field("Known by (all if empty)", "known_at", question.param("known_at")) + select_html("Names in", "lang", languages, language_of(question)) +
         "<input type=\"hidden\" name=\"format\" value=\"html\">\n<button>Show</button>\n";
}

Answer html_answer(const Question& question, const Lens& lens, std::string_view title, std::string_view main) {
  const auto* described = lens.registry.described();
  const auto notice = described && described->notice ? std::string_view(described->notice->value) : std::string_view{};
  return answer_of(200, document(question, title, notice, main));
}

Answer html_problem(const Answer& problem, const Question& question) {
  Question bare;  // without what was wrong
  if (const auto lang = question.param("lang"); !lang.empty()) bare.query.emplace("lang", lang);
  JsonParser parser;
  const auto root = parser.parse(problem.body);
  const auto detail = root ? std::string(string_or(*root, "detail")) : std::string();
  auto answer = answer_of(problem.status, document(bare, "Not to be shown", "",
      "<h1>This can’t be shown</h1>\n<p class=\"deck\">" + text_html(detail.empty() ? "The server gave no reason." : detail) + "</p>\n<p>" + page_at(bare, "/v1/regions").link("All regions") + "</p>\n"));
  answer.headers.insert(problem.headers.begin(), problem.headers.end());
  return answer;
}

}  // namespace rollcall::projections
