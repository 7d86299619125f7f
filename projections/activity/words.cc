// See words.h.
#include "projections/activity/words.h"

#include <algorithm>

#include "projections/lens.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a text within a sentence

std::string or_id(std::string_view name, std::string_view id) { return std::string(name.empty() ? id : name); }
template <class Entry>
std::string english(const Entry* entry, std::string_view id) { return or_id(entry ? name_in(entry->names, "en") : std::string_view{}, id); }

std::string short_name(const InstrumentEntry* entry, std::string_view id) { return or_id(entry ? std::string_view(entry->short_name.value) : std::string_view{}, id); }

// As it is named within a sentence: "the Palermo Protocol"; an id, a number ("ILO C182") or a name with its article as it stands.
std::string with_article(std::string name) {
  const bool id = name.empty() || name.front() < 'A' || name.front() > 'Z';
  return id || name.starts_with("A ") || name.starts_with("The ") || std::isdigit(static_cast<unsigned char>(name.back())) ? name : "the " + name;
}

// The member that a reader knows an act by.
std::string_view title_of(const EventData& data) {
  return std::visit([](const auto& d) -> std::string_view {
    if constexpr (requires { d.title.value; }) return d.title.value;
    else if constexpr (requires { d.unit.value; }) return d.unit.value;
    else if constexpr (requires { d.institution.value; }) return d.institution.value;
    else if constexpr (requires { d.name.value; }) return d.name.value;
    else return {};
  }, data);
}

}  // namespace

std::string Words::name(const CountryCode& id) const { return english(registry.country(id), id.value); }
std::string Words::name(const RegionId& id) const { return english(registry.region(id), id.value); }
std::string Words::name(const FrameworkId& id) const { return with_article(english(registry.framework(id), id.value)); }
std::string Words::name(const InstrumentId& id) const { return with_article(short_name(registry.instrument(id), id.value)); }
std::string Words::name(const StakeholderId& id) const {
  const auto* entry = registry.stakeholder(id);
  return or_id(entry ? std::string_view(entry->name.value) : std::string_view{}, id.value);
}
std::string Words::name(const MeetingId& id) const { return "the meeting " + id.value; }

std::string Words::names(const std::vector<CountryCode>& ids) const {
  std::vector<std::string> parts;
  for (const auto& id : ids)
    if (subject_of(id).value != subject_id) parts.push_back(name(id));
  return list_of(parts);
}

std::string Words::the(std::string_view noun) const {
  const auto title = target ? title_of(*target) : std::string_view{};
  return title.empty() ? "an earlier " + std::string(noun) : "the " + std::string(noun) + " " + in_quotes(title);
}

std::string name_of_subject(const RegistryView& registry, const Subject& subject) {
  const Words words{registry, {}, subject.value, nullptr};
  const std::string id(subject.id());
  switch (subject.kind()) {
    case SubjectKind::country: return words.name(CountryCode{id});
    case SubjectKind::region: return words.name(RegionId{id});
    case SubjectKind::framework: return english(registry.framework({id}), id);
    case SubjectKind::instrument: return short_name(registry.instrument({id}), id);
    case SubjectKind::organisation: return words.name(StakeholderId{id});
    case SubjectKind::meeting: return words.name(MeetingId{id});
    case SubjectKind::none: return subject.value;
  }
  return subject.value;
}

std::string list_of(const std::vector<std::string>& parts) {
  const std::size_t shown = parts.size() > 4 ? 3 : parts.size();
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i) out += i + 1 == parts.size() ? " and " : ", ";
    out += parts[i];
  }
  if (shown < parts.size()) out += " and " + std::to_string(parts.size() - shown) + " others";
  return out;
}

std::string plain(std::string_view text) {
  std::string out;
  bool blank = false;
  for (const unsigned char c : text) {
    if (c <= ' ' || c == 127) blank = !out.empty();
    else {
      if (std::exchange(blank, false)) out += ' ';
      out += static_cast<char>(c);
    }
  }
  if (out.size() <= kLongest) return out;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0) == 0x80) --end;  // not within a character
  if (const auto word = out.rfind(' ', end); word != out.npos && word > kLongest / 2) end = word;
  return out.substr(0, end) + "…";
}

std::string in_quotes(std::string_view text) { return "“" + plain(text) + "”"; }

std::string on(const PartialDate& date) { return (date.day ? " on " : " in ") + long_date(date); }
std::string on(const std::optional<PartialDate>& date) { return date ? on(*date) : std::string(); }

std::string number_text(std::int64_t value, std::int64_t decimals) {
  if (decimals <= 0 || decimals > 18) return std::to_string(value);
  auto digits = std::to_string(value < 0 ? -static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value));
  if (const auto least = static_cast<std::size_t>(decimals) + 1; digits.size() < least) digits.insert(0, least - digits.size(), '0');
  digits.insert(digits.size() - static_cast<std::size_t>(decimals), ".");
  return (value < 0 ? "-" : "") + digits;
}

}  // namespace rollcall::projections::activity
