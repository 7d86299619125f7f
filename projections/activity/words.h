// The small change of sentences: names as the registry had them, dates, titles and lists in English. Pure.
#pragma once

#include "projections/activity/told_about.h"
#include "projections/registry/registry.h"

namespace rollcall::projections::activity {

struct Words {
  const RegistryView& registry;
  std::string subject;                        // its name
  std::string_view subject_id;                // "country/THA"
  const events::EventData* target = nullptr;  // what the event refers to, if it is known

  std::string name(const events::CountryCode& id) const;
  std::string name(const events::RegionId& id) const;
  std::string name(const events::FrameworkId& id) const;
  std::string name(const events::InstrumentId& id) const;
  std::string name(const events::StakeholderId& id) const;
  std::string name(const events::MeetingId& id) const;

  // "A, B and C"; of more than four the first three "and 12 others".
  std::string names(const std::vector<events::CountryCode>& ids) const;  // without the subject itself
  // `the plan “Title”` by the target's own title; `an earlier plan` when that is not known.
  std::string the(std::string_view noun) const;
};

std::string name_of_subject(const RegistryView& registry, const events::Subject& subject);

std::string list_of(const std::vector<std::string>& parts);
std::string in_quotes(std::string_view text);                 // “one line, cut where it is long”
std::string plain(std::string_view text);                  // the same without the marks
std::string on(const events::PartialDate& date);           // " on 1 March 2002", " in March 2002", " in 2002"
std::string on(const std::optional<events::PartialDate>& date);
std::string number_text(std::int64_t value, std::int64_t decimals = 0);

template <class E>
std::string spoken(E value) {  // "content_blocking" -> "content blocking"
  std::string out(boost::describe::enum_to_string(value, "?"));
  for (auto& c : out) c = c == '_' ? ' ' : c;
  return out;
}
template <class E>
std::string spoken(const std::vector<E>& values) {
  std::vector<std::string> parts;
  for (const auto value : values) parts.push_back(spoken(value));
  return list_of(parts);
}

}  // namespace rollcall::projections::activity
