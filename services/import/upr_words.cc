// See upr_words.h.
#include "services/import/upr_words.h"

#include <algorithm>
#include <array>

#include "services/import/country_names.h"

namespace rollcall::import {
namespace {
using events::InstrumentId;

// Issues of UPR Info's own list, and the words that count where a recommendation has other issues. "*": however it goes on.
constexpr std::array<std::string_view, 3> kIssues{"rights of the child", "trafficking", "national plan of action"};
constexpr std::array<std::string_view, 18> kAboutChildren{"child", "children*", "childhood", "girl*", "boy", "boys", "minors", "juvenile*", "adolescent*",
    "underage", "traffick*", "pornograph*", "paedophil*", "pedophil*", "sexual exploitation", "sexually exploit*", "sexual abuse", "sex tourism"};

// How UPR texts name the treaties that Rollcall ships with, as normalised() writes names.
struct TreatyName { std::string_view name, instrument; };
constexpr std::array<TreatyName, 44> kTreaties{{
    {"sale of children", "opsc"}, {"op crc sc", "opsc"}, {"opcrc sc", "opsc"}, {"crc op sc", "opsc"}, {"op sc", "opsc"}, {"opsc", "opsc"},
    {"child prostitution and child pornography", "opsc"},
    {"children in armed conflict*", "opac"}, {"op crc ac", "opac"}, {"opcrc ac", "opac"}, {"crc op ac", "opac"}, {"op ac", "opac"}, {"opac", "opac"},
    {"both optional protocols to the crc", "opsc"}, {"both optional protocols to the crc", "opac"},
    {"two optional protocols to the crc", "opsc"}, {"two optional protocols to the crc", "opac"},
    {"both optional protocols to the convention on the rights of the child", "opsc"}, {"both optional protocols to the convention on the rights of the child", "opac"},
    {"two optional protocols to the convention on the rights of the child", "opsc"}, {"two optional protocols to the convention on the rights of the child", "opac"},
    {"crc and its two optional protocols", "opsc"}, {"crc and its two optional protocols", "opac"},
    {"convention on the rights of the child and its two optional protocols", "opsc"}, {"convention on the rights of the child and its two optional protocols", "opac"},
    {"op crc ic", "crc-opic"}, {"opcrc ic", "crc-opic"}, {"opic", "crc-opic"}, {"rights of the child on a communications procedure", "crc-opic"},
    {"convention no 182", "ilo-c182"}, {"convention 182", "ilo-c182"}, {"conventions 138 and 182", "ilo-c182"}, {"ilo 182", "ilo-c182"}, {"c182", "ilo-c182"}, {"worst forms of child labour", "ilo-c182"},
    {"palermo protocol*", "palermo"}, {"protocol to prevent suppress and punish trafficking*", "palermo"}, {"palermo convention*", ""},
    {"lanzarote", "lanzarote"}, {"protection of children against sexual exploitation", "lanzarote"},
    {"convention on action against trafficking", "coe-trafficking"}, {"budapest convention", "budapest"}, {"convention on cybercrime", "budapest"},
    {"optional protocol*", ""}}};
// The Convention itself, which is also a part of its protocols' names: counts only where none of them is meant.
constexpr std::array<std::string_view, 2> kConvention{"convention on the rights of the child", "crc"};

constexpr std::array<std::string_view, 8> kConsent{"ratif*", "acced*", "accession", "become a party", "become party", "become a state party", "becoming party", "becoming a party"};
// What else a clause may go on to ask: of a treaty named after it, no ratification is asked.
constexpr std::array<std::string_view, 26> kOther{"withdraw*", "lift*", "implement*", "reservation*", "comply*", "compliance", "conform*", "accordance", "incorporat*",
    "harmoni*", "align*", "report*", "submit*", "enact*", "apply*", "observ*", "respect*", "follow*", "ensure*", "protect the", "adopt*", "amend*", "bring*", "under the", "pursuant", "in line"};

std::vector<std::string_view> words_of(std::string_view normal) {
  std::vector<std::string_view> words;
  while (!normal.empty()) {
    const auto end = std::min(normal.find(' '), normal.size());
    if (end > 0) words.push_back(normal.substr(0, end));
    normal.remove_prefix(std::min(end + 1, normal.size()));
  }
  return words;
}

bool stands_at(std::span<const std::string_view> words, std::string_view phrase) {
  const bool open = phrase.ends_with('*');
  if (open) phrase.remove_suffix(1);
  const auto wanted = words_of(phrase);
  if (wanted.size() > words.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (open && i + 1 == wanted.size() ? !words[i].starts_with(wanted[i]) : words[i] != wanted[i]) return false;
  return true;
}
template <std::size_t N>
bool any_at(std::span<const std::string_view> words, const std::array<std::string_view, N>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return stands_at(words, phrase); });
}
bool names_treaty(std::span<const std::string_view> words) {
  return std::any_of(kTreaties.begin(), kTreaties.end(), [&](const TreatyName& t) { return !t.instrument.empty() && stands_at(words, t.name); });
}

// The clause's treaties after a word of consent.
void asked_in(std::string_view clause, std::set<InstrumentId>& asked) {
  const auto normal = normalised(clause);
  const auto words = words_of(normal);
  bool asking = false, protocol = false, convention = false;
  for (std::span<const std::string_view> rest(words); !rest.empty(); rest = rest.subspan(1)) {
    if (any_at(rest, kConsent)) asking = true;
    else if (any_at(rest, kOther)) asking = false;
    if (!asking) continue;
    for (const auto& treaty : kTreaties) {
      if (!stands_at(rest, treaty.name)) continue;
      protocol = true;
      if (!treaty.instrument.empty()) asked.insert({std::string(treaty.instrument)});
    }
    convention = convention || any_at(rest, kConvention);
  }
  if (convention && !protocol) asked.insert({"crc"});
}

}  // namespace

bool is_relevant(std::span<const events::Text> issues, std::string_view text) {
  for (const auto& issue : issues)
    if (std::find(kIssues.begin(), kIssues.end(), normalised(issue.value)) != kIssues.end()) return true;
  const auto normal = normalised(text);
  const auto words = words_of(normal);
  for (std::span<const std::string_view> rest(words); !rest.empty(); rest = rest.subspan(1))
    if (any_at(rest, kAboutChildren) || any_at(rest, kConvention) || names_treaty(rest)) return true;
  return false;
}

std::set<InstrumentId> asked_to_ratify(std::string_view text) {
  std::set<InstrumentId> asked;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(";:!?"), text.size());  // not ".": "No. 182"
    asked_in(text.substr(0, end), asked);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return asked;
}

}  // namespace rollcall::import
