// Patterns of personal data in free text (domain.md, Refusals). They err towards refusing: the partner is told which text,
// and what to do; nothing about a person reaches the log.
#include <algorithm>
#include <array>
#include <cctype>

#include "services/admission/rules.h"

namespace rollcall::admission {
using namespace events;
namespace {

bool alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool digit(char c) { return c >= '0' && c <= '9'; }

bool has_email(std::string_view t) {
  for (auto at = t.find('@'); at != t.npos; at = t.find('@', at + 1)) {
    if (at == 0 || !alnum(t[at - 1])) continue;
    std::size_t end = at + 1;
    while (end < t.size() && (alnum(t[end]) || t[end] == '-' || t[end] == '.')) ++end;
    const auto domain = t.substr(at + 1, end - at - 1);
    if (domain.size() >= 4 && domain.find('.') != domain.npos && alnum(domain[0])) return true;
  }
  return false;
}

// How many digits a run of telephone characters from `at` holds.
std::size_t phone_digits(std::string_view t, std::size_t at) {
  std::size_t count = 0;
  for (; at < t.size() && (digit(t[at]) || std::string_view(" ()-.+").find(t[at]) != std::string_view::npos); ++at) count += digit(t[at]);
  return count;
}

std::string lower(std::string_view t) {
  std::string out(t);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

bool has_phone(std::string_view t, const std::string& low) {
  for (auto at = t.find('+'); at != t.npos; at = t.find('+', at + 1))
    if (at + 1 < t.size() && digit(t[at + 1]) && phone_digits(t, at) >= 8) return true;
  static constexpr std::array<std::string_view, 6> kWords{"tel", "phone", "mobile", "whatsapp", "cell no", "fax"};
  for (const auto word : kWords)
    for (auto at = low.find(word); at != low.npos; at = low.find(word, at + 1)) {
      const auto end = at + word.size();
      if ((at > 0 && alnum(low[at - 1])) || (end < low.size() && std::isalpha(static_cast<unsigned char>(low[end])) && !low.substr(end).starts_with("ephone")))
        continue;  // "hotel 2001", "telecoms": part of another word
      const auto from = low.find_first_of("0123456789+(", end);
      if (from != low.npos && from - end <= 12 && phone_digits(low, from) >= 6) return true;
    }
  return false;
}

// One of `words`, and within the next few characters at least `digits` digits.
template <std::size_t N>
bool word_then_digits(const std::string& low, const std::array<std::string_view, N>& words, std::ptrdiff_t digits) {
  for (const auto word : words)
    for (auto at = low.find(word); at != low.npos; at = low.find(word, at + 1)) {
      const auto near = std::string_view(low).substr(at + word.size(), 30);
      if (std::count_if(near.begin(), near.end(), digit) >= digits) return true;
    }
  return false;
}

const char* found_in(std::string_view text) {
  const auto low = lower(text);
  static constexpr std::array<std::string_view, 5> kIdentity{"passport", "identity number", "id number", "national id", "social security"};
  static constexpr std::array<std::string_view, 4> kBirth{"date of birth", "born on", "d.o.b", "birth date"};
  if (has_email(text)) return "an e-mail address";
  if (has_phone(text, low)) return "a telephone number";
  if (word_then_digits(low, kIdentity, 5)) return "an identity number";
  if (word_then_digits(low, kBirth, 4)) return "a date of birth";
  return nullptr;
}

}  // namespace

void check_personal_data(Json data, const std::string& pointer, Reasons& reasons) {
  if (reasons.size() >= kMaxReasons) return;
  if (simdjson::dom::object object; data.get(object) == simdjson::SUCCESS) {
    const bool clear_contact = pointer.ends_with("/contact") && (object["name"].error() == simdjson::SUCCESS || object["email"].error() == simdjson::SUCCESS || object["phone"].error() == simdjson::SUCCESS);
    if (clear_contact) reasons.push_back({Code::personal_data, pointer, "contact details travel over HTTP only, where the gateway encrypts them", "architecture.md, promise 8"});
    for (auto member : object)
      if (member.key != "sealed") check_personal_data(member.value, pointer + "/" + std::string(member.key), reasons);
  } else if (simdjson::dom::array array; data.get(array) == simdjson::SUCCESS) {
    std::size_t i = 0;
    for (auto member : array) check_personal_data(member, pointer + "/" + std::to_string(i++), reasons);
  } else if (std::string_view text; data.get(text) == simdjson::SUCCESS) {
    if (const char* what = found_in(text))
      reasons.push_back({Code::personal_data, pointer, std::string("this text seems to hold ") + what + "; leave it out, Rollcall keeps no personal data in the log", "architecture.md, promise 8"});
  }
}

}  // namespace rollcall::admission
