#include "services/import/untc_cell.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>

namespace rollcall::import {
namespace {
using events::TreatyForm;

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march", "april", "may", "june",
                                                   "july", "august", "september", "october", "november", "december"};
const std::map<std::string, TreatyForm> kUsual{{"a", TreatyForm::accession}, {"A", TreatyForm::acceptance},
                                               {"AA", TreatyForm::approval}, {"d", TreatyForm::succession}};
constexpr std::array<std::string_view, 7> kMarks{"a", "A", "AA", "d", "c", "s", "P"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
std::string lower(std::string_view text) {
  std::string out(text);
  for (auto& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}
std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\r\n");
  return from == text.npos ? std::string_view{} : text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}
bool contains(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }

std::optional<TreatyForm> form_named(std::string_view name) {
  if (contains(name, "ratification")) return TreatyForm::ratification;
  if (contains(name, "acceptance")) return TreatyForm::acceptance;
  if (contains(name, "approval")) return TreatyForm::approval;
  if (contains(name, "accession")) return TreatyForm::accession;
  if (contains(name, "succession")) return TreatyForm::succession;
  return std::nullopt;
}

// "sep", "sept" and "september" are all month 9; fewer than three letters are none.
int month_of(std::string_view word) {
  if (word.size() < 3) return 0;
  const auto w = lower(word);
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].starts_with(w) || (w == "sept" && i == 8)) return static_cast<int>(i) + 1;
  return 0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == ',' || c == '(' || c == ')' || c == '\n' || c == '\r' || c == '.') {
      if (!words.back().empty()) words.emplace_back();
    } else if (!words.back().empty() && std::isalpha(static_cast<unsigned char>(c)) && is_digit(words.back().back())) {
      words.emplace_back(1, c);  // "1990a"
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string iso(const std::string& year, int month, const std::string& day) {
  char buffer[24];
  if (month == 0) return year;
  if (day.empty()) std::snprintf(buffer, sizeof buffer, "%.4s-%02d", year.c_str(), month);
  else std::snprintf(buffer, sizeof buffer, "%.4s-%02d-%02d", year.c_str(), month, std::stoi(day));
  return buffer;
}

constexpr auto kHow = "write the date as 27 Sep 1990 or 1990-09-27, with a mark such as a, A, AA or d after it";

}  // namespace

Heading read_heading(std::string_view text) {
  Heading heading;
  const auto all = lower(trimmed(text));
  if (all.starts_with("participant") || all == "state" || all == "states" || all == "country" || all == "party") heading.column = Column::participant;
  if (heading.column == Column::participant) return heading;
  std::vector<TreatyForm> unmarked;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find(',', at), text.size());
    const auto part = trimmed(text.substr(at, end - at));
    at = end + 1;
    const auto open = part.find('(');
    const auto close = part.find(')', open == part.npos ? 0 : open);
    const auto mark = open == part.npos || close == part.npos ? "" : std::string(trimmed(part.substr(open + 1, close - open - 1)));
    const auto name = lower(trimmed(part.substr(0, open)));
    const bool signature = contains(name, "signature");
    const auto form = signature ? std::nullopt : form_named(name);
    if (form) {
      heading.column = Column::consent;
      if (mark.empty()) unmarked.push_back(*form);
      else heading.forms[mark] = *form;
    } else if (signature && heading.column == Column::other && !name.starts_with("definitive")) {
      heading.column = Column::signature;
    } else if (!mark.empty()) {
      heading.unsupported.push_back(mark);
    }
  }
  if (heading.column != Column::consent) return heading;
  if (unmarked.size() == 1) heading.forms[""] = unmarked.front();
  for (const auto& [mark, form] : kUsual)
    if (std::find(heading.unsupported.begin(), heading.unsupported.end(), mark) == heading.unsupported.end()) heading.forms.emplace(mark, form);
  return heading;
}

events::Expected<Cell> read_cell(std::string_view text) {
  Cell cell;
  std::string year, day, whole;
  int month = 0;
  for (const auto& word : words_of(text)) {
    const bool number = std::all_of(word.begin(), word.end(), is_digit);
    if (number && word.size() == 4 && year.empty()) year = word;
    else if (number && word.size() <= 2 && day.empty()) day = word;
    else if (!number && is_digit(word[0]) && whole.empty() && events::PartialDate::parse(word)) whole = word;
    else if (const int m = month_of(word); m != 0 && month == 0) month = m;
    else if (cell.mark.empty() && std::find(kMarks.begin(), kMarks.end(), word) != kMarks.end()) cell.mark = word;
    else return events::fail("'" + word.substr(0, 40) + "' can't be read here: " + kHow);
  }
  const bool parts = !year.empty() && (day.empty() || month != 0) && whole.empty();
  const bool one = !whole.empty() && year.empty() && day.empty() && month == 0;
  if (!parts && !one) return events::fail(std::string("this is no whole date: ") + kHow);
  const auto date = events::PartialDate::parse(one ? whole : iso(year, month, day));
  if (!date) return events::fail(std::string("there is no such day: ") + kHow);
  cell.date = *date;
  return cell;
}

std::string without_footnotes(std::string_view participant) {
  static constexpr std::array<std::string_view, 10> kSuperscripts{"\u00B9", "\u00B2", "\u00B3", "\u2070", "\u2074",
                                                                  "\u2075", "\u2076", "\u2077", "\u2078", "\u2079"};
  auto text = trimmed(participant);
  for (bool again = true; again && !text.empty();) {
    again = false;
    const auto drop = [&](std::size_t n) { text = trimmed(text.substr(0, text.size() - n)), again = true; };
    if (const char c = text.back(); is_digit(c) || c == ',' || c == '*') drop(1);
    else if (const auto open = text.rfind('['); c == ']' && open != text.npos) drop(text.size() - open);
    else
      for (const auto sign : kSuperscripts)
        if (text.ends_with(sign)) { drop(sign.size()); break; }
  }
  return std::string(text);
}

}  // namespace rollcall::import
