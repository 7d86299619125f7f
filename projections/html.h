// Pages of the read API for readers without a script (?format=html): whole small HTML documents with plain links and
// forms. A page has no script and no style of its own, and what frames it (the style sheet at kPlainStyle, the policy that
// allows it) is the same for all. Pure; every text goes through xml_escaped() or what is here.
#pragma once

#include "projections/lens.h"
#include "projections/xml.h"

namespace rollcall::projections {

inline constexpr std::string_view kPlainStyle = "/assets/plain.css";  // served by services/dashboard

// A page of this server: a path, and a query of what is not empty.
class Address {
 public:
  explicit Address(std::string path) : text_(std::move(path)) {}
  Address& with(std::string_view name, std::string_view value);
  const std::string& text() const { return text_; }
  std::string html() const { return xml_escaped(text_); }                                                // within an attribute
  std::string link(std::string_view inner) const { return "<a href=\"" + html() + "\">" + std::string(inner) + "</a>"; }  // `inner` is HTML

 private:
  std::string text_;
  bool asked_ = false;
};

// The page at `path` under the question's clocks and language; and its other forms.
Address page_at(const Question& question, std::string path);
Address data_at(const Question& question, std::string path, std::string_view format);
// Exactly this answer again, whenever it is asked: both clocks written into the address.
Address pinned_at(const Context& context, const Question& question, const Lens& lens, std::string path);

// A name in the question's language if there is one, marked as such; else in English; else the id.
std::string name_html(const events::Names& names, std::string_view id, const Question& question);
std::string text_html(std::string_view text);         // each line a paragraph's line
std::string date_words(std::string_view date);        // "18 October 2001", as precise as it was given
std::string moment_words(std::string_view known_at);  // "18 October 2001, 08:15 UTC"; a position as it is
std::string clocks_html(const Lens& lens);            // both clocks, as a sentence

// A form's pieces. What is chosen goes into the address, so that a page can be kept and sent on.
struct Choice {
  std::string value, label, lang;
};
std::string select_html(std::string_view label, std::string_view name, const std::vector<Choice>& choices, std::string_view chosen);
std::string clocks_form(const Question& question);    // as_of, known_at and lang

// The whole document around `main`. `title` is text.
Answer html_answer(const Question& question, const Lens& lens, std::string_view title, std::string_view main);
// What went wrong, as a page; `problem` is a problem+json.
Answer html_problem(const Answer& problem, const Question& question);

}  // namespace rollcall::projections
