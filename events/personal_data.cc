// The patterns of personal_data.h.
#include "events/personal_data.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "events/codec.h"
#include "events/hash.h"

namespace rollcall::events {
namespace {

constexpr std::size_t kNonceAndTag = 28;  // of a sealed text that holds nothing (AES-256-GCM)
const std::string kRule = "architecture.md, promise 8";

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

// What the text holds, nullptr for nothing.
const char* found_in(std::string_view text) {
  if (has_email(text)) return "an e-mail address";
  if (std::count_if(text.begin(), text.end(), digit) < 4) return nullptr;  // none of the others has fewer
  const auto low = lower(text);
  static constexpr std::array<std::string_view, 5> kIdentity{"passport", "identity number", "id number", "national id", "social security"};
  static constexpr std::array<std::string_view, 4> kBirth{"date of birth", "born on", "d.o.b", "birth date"};
  if (has_phone(text, low)) return "a telephone number";
  if (word_then_digits(low, kIdentity, 5)) return "an identity number";
  if (word_then_digits(low, kBirth, 4)) return "a date of birth";
  return nullptr;
}

int hex_value(char c) { return digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; }

// A URI may hold a person's address with its characters escaped.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_value(text[i + 2]);
    out += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
    if (low >= 0) i += 2;
  }
  return out;
}

Reason held(std::string pointer, const char* what) {
  return {Code::personal_data, std::move(pointer), std::string("this seems to hold ") + what + "; leave it out, Rollcall keeps no personal data in the log", kRule};
}

// Whether the gateway opened it is not to be seen here; that it is no text in clear is.
bool looks_sealed(Json value) {
  std::string_view text;
  std::string bytes;
  return value.get(text) == simdjson::SUCCESS && from_base64(text, bytes) && bytes.size() >= kNonceAndTag;
}

bool has_text(simdjson::dom::object object, std::string_view member) { return object.at_key(member).error() == simdjson::SUCCESS; }

std::string member_pointer(const std::string& pointer, std::string_view name) {
  std::string out = pointer + "/";
  for (const char c : name) c == '~' ? out += "~0" : c == '/' ? out += "~1" : out += c;
  return out;
}

void search(Json value, const std::string& pointer, Reasons& reasons);

void search(simdjson::dom::object object, const std::string& pointer, Reasons& reasons) {
  if (pointer.ends_with("/contact") && (has_text(object, "name") || has_text(object, "email") || has_text(object, "phone")))
    reasons.push_back({Code::personal_data, pointer, "contact details travel over HTTP only, where the gateway encrypts them", kRule});
  for (auto member : object) {
    if (reasons.size() >= Decoding::kMaxReasons) return;
    if (const char* what = found_in(member.key)) reasons.push_back(held(pointer, what));  // named by where it stands: its name is what must not be told
    else if (member.key != "sealed") search(member.value, member_pointer(pointer, member.key), reasons);
    else if (!looks_sealed(member.value)) reasons.push_back({Code::personal_data, pointer + "/sealed", "give the sealed text as the ledger has it, or the contact in clear over HTTP", kRule});
  }
}

void search(Json value, const std::string& pointer, Reasons& reasons) {
  if (reasons.size() >= Decoding::kMaxReasons) return;
  if (simdjson::dom::object object; value.get(object) == simdjson::SUCCESS) {
    search(object, pointer, reasons);
  } else if (simdjson::dom::array array; value.get(array) == simdjson::SUCCESS) {
    std::size_t i = 0;
    for (auto member : array) search(member, pointer + "/" + std::to_string(i++), reasons);
  } else if (std::string_view text; value.get(text) == simdjson::SUCCESS) {
    if (const char* what = found_in(text)) reasons.push_back(held(pointer, what));
  }
}

}  // namespace

Reasons personal_data_in_attributes(const CloudEvent& event) {
  Reasons reasons;
  const auto look = [&](std::string_view name, std::string_view value) {
    const char* what = found_in(value);
    if (!what && value.find('%') != value.npos) what = found_in(unescaped(value));
    if (what && reasons.size() < Decoding::kMaxReasons) reasons.push_back(held("/" + std::string(name), what));
  };
  look("id", event.id), look("source", event.source), look("type", event.type), look("subject", event.subject), look("time", event.time);
  look("datacontenttype", event.datacontenttype), look("dataschema", event.dataschema);
  for (const auto& [name, value] : event.extensions) look(name, value);
  return reasons;
}

Reasons personal_data_in(Json data, const std::string& pointer) {
  Reasons reasons;
  search(data, pointer, reasons);
  return reasons;
}

bool seems_personal(std::string_view bytes) {
  return found_in(bytes) || bytes.find("\"contact\"") != bytes.npos || (bytes.find('%') != bytes.npos && found_in(unescaped(bytes)));
}

}  // namespace rollcall::events
