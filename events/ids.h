// Named types for everything that could be confused with something else. A string id never crosses a function
// boundary bare. Each names its grammar; decoding (codec.h) refuses what does not fit it.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rollcall::events {

template <class Tag>
struct Named {
  std::string value;
  auto operator<=>(const Named&) const = default;
  static bool valid(std::string_view text) { return Tag::valid(text); }
  static constexpr std::string_view what() { return Tag::what; }
};

// Lower-case letters, digits, '-', '_' and '.', starting with a letter or digit, at most 100 bytes.
bool is_slug(std::string_view text);
bool is_country_code(std::string_view text);  // three upper-case letters: ISO 3166-1 alpha-3, X** for invented ones; ISO 4217 has the same shape
bool is_commitment_id(std::string_view text);  // <framework>/<theme letter><number>, e.g. eap-2001/b2
bool is_sha256_hex(std::string_view text);

struct StakeholderTag { static constexpr std::string_view what = "a stakeholder id such as 'ecpat-international'"; static bool valid(std::string_view t) { return is_slug(t); } };
struct FrameworkTag { static constexpr std::string_view what = "a framework id such as 'eap-2001'"; static bool valid(std::string_view t) { return is_slug(t); } };
struct InstrumentTag { static constexpr std::string_view what = "an instrument id such as 'opsc'"; static bool valid(std::string_view t) { return is_slug(t); } };
struct RegionTag { static constexpr std::string_view what = "a region id such as 'east-asia-pacific'"; static bool valid(std::string_view t) { return is_slug(t); } };
struct CountryTag { static constexpr std::string_view what = "an ISO 3166 alpha-3 country code such as 'THA'"; static bool valid(std::string_view t) { return is_country_code(t); } };
struct CurrencyTag { static constexpr std::string_view what = "an ISO 4217 currency code such as 'THB'"; static bool valid(std::string_view t) { return is_country_code(t); } };
struct MeetingTag { static constexpr std::string_view what = "a meeting id such as 'yokohama-2001'"; static bool valid(std::string_view t) { return is_slug(t); } };
struct CommitmentTag { static constexpr std::string_view what = "a commitment id such as 'eap-2001/b2'"; static bool valid(std::string_view t) { return is_commitment_id(t); } };
struct CredentialTag { static constexpr std::string_view what = "a credential id"; static bool valid(std::string_view t) { return is_slug(t); } };
struct ContactTag { static constexpr std::string_view what = "a contact id given by the gateway"; static bool valid(std::string_view t) { return is_slug(t); } };
struct Sha256Tag { static constexpr std::string_view what = "a SHA-256 in lower-case hex"; static bool valid(std::string_view t) { return is_sha256_hex(t); } };

using StakeholderId = Named<StakeholderTag>;
using FrameworkId = Named<FrameworkTag>;
using InstrumentId = Named<InstrumentTag>;
using RegionId = Named<RegionTag>;
using CountryCode = Named<CountryTag>;
using CurrencyCode = Named<CurrencyTag>;
using MeetingId = Named<MeetingTag>;
using CommitmentId = Named<CommitmentTag>;
using CredentialId = Named<CredentialTag>;
using ContactId = Named<ContactTag>;
using Sha256Hex = Named<Sha256Tag>;

// Counted things. Offsets count a log's records, sequences count a ledger lane's valid decisions: never the same.
template <class Tag, class Int>
struct Counted {
  Int value{};
  auto operator<=>(const Counted&) const = default;
};
using Partition = Counted<struct PartitionTag, std::uint16_t>;
using Offset = Counted<struct OffsetTag, std::uint64_t>;
using Sequence = Counted<struct SequenceTag, std::uint64_t>;
using Epoch = Counted<struct EpochTag, std::uint64_t>;

// What an event is about: `kind/id`, kinds as in docs/domain.md, Subjects.
enum class SubjectKind : std::uint8_t { country = 1, region = 2, organisation = 4, meeting = 8, framework = 16, instrument = 32, none = 0 };
struct Subject {
  std::string value;  // e.g. "country/THA"
  auto operator<=>(const Subject&) const = default;
  SubjectKind kind() const;      // none when it has no known prefix
  std::string_view id() const;   // "" when it has no known prefix
};
inline Subject subject_of(const CountryCode& c) { return {"country/" + c.value}; }

}  // namespace rollcall::events

template <class Tag>
struct std::hash<rollcall::events::Named<Tag>> {
  std::size_t operator()(const rollcall::events::Named<Tag>& n) const { return std::hash<std::string>{}(n.value); }
};
