#include "services/import/country_names.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cassert>
#include <numeric>

namespace rollcall::import {
namespace {

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* found = instance(status);
  assert(U_SUCCESS(status) && found != nullptr);
  return *found;
}

// Case folded and decomposed: composed with case folding first, since that is the form ICU offers, then taken apart.
icu::UnicodeString folded(std::string_view name) {
  static const auto& fold = normalizer(&icu::Normalizer2::getNFKCCasefoldInstance);
  static const auto& decompose = normalizer(&icu::Normalizer2::getNFKDInstance);
  UErrorCode status = U_ZERO_ERROR;
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  const auto result = decompose.normalize(fold.normalize(text, status), status);
  assert(U_SUCCESS(status));
  return result;
}

std::size_t distance(std::string_view a, std::string_view b) {  // Levenshtein, in bytes
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const auto change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, change}));
    }
  }
  return row.back();
}

}  // namespace

std::string normalised(std::string_view name) {
  const auto text = folded(name);
  std::vector<std::string> words(1);
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK || c == '.' || c == '\'' || c == 0x2019 || c == 0x2018) continue;
    if (c == '&') words.insert(words.end(), {"and", ""});
    else if (u_isalnum(c) || c == 0xFFFD) icu::UnicodeString(c).toUTF8String(words.back());
    else if (!words.back().empty()) words.emplace_back();
  }
  std::erase(words, "");
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  if (words.size() > 1 && words.back() == "the") words.pop_back();
  std::string out;
  for (const auto& word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

CountryNames::CountryNames(std::span<const events::CountryRegistered> countries) : countries_(countries.begin(), countries.end()) {
  const auto add = [&](const events::CountryRegistered& country, const std::string& name) {
    auto& entry = names_[normalised(name)];
    if (entry.written.empty()) entry.written = name;
    if (std::find(entry.countries.begin(), entry.countries.end(), &country) == entry.countries.end()) entry.countries.push_back(&country);
  };
  for (const auto& country : countries_) {
    for (const auto& [language, name] : country.names) add(country, name);
    for (const auto& name : country.also_known_as) add(country, name.value);
  }
}

const events::CountryRegistered* CountryNames::find(std::string_view name) const {
  if (events::is_country_code(name)) {
    for (const auto& country : countries_)
      if (country.country.value == name) return &country;
  }
  const auto found = names_.find(normalised(name));
  return found == names_.end() || found->second.countries.size() != 1 ? nullptr : found->second.countries.front();
}

std::vector<std::string> CountryNames::candidates(std::string_view name) const {
  std::vector<std::string> codes;
  if (const auto found = names_.find(normalised(name)); found != names_.end())
    for (const auto* country : found->second.countries) codes.push_back(country->country.value);
  return codes;
}

std::string CountryNames::suggestion(std::string_view name) const {
  const auto wanted = normalised(name.substr(0, 200));
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 4) + 1;
  std::string written;
  for (const auto& [normal, entry] : names_) {
    if (const auto d = distance(wanted, normal); d < best) best = d, written = entry.written;
  }
  return written;
}

std::string CountryNames::why_unknown(std::string_view name) const {
  if (const auto codes = candidates(name); codes.size() > 1) return "two countries have this name (" + codes[0] + ", " + codes[1] + "): write the alpha-3 code instead";
  const auto near = suggestion(name);
  return "no country of the registry has this name: " + (near.empty() ? "write its UN name or its alpha-3 code" : "is it '" + near + "'?");
}

}  // namespace rollcall::import
