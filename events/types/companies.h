// Companies: the Code of Conduct, and safeguards on networks and payments (docs/domain.md, Events, "companies").
#pragma once

#include "events/types/progress.h"

namespace rollcall::events {

struct CodeOfConductSigned {
  static constexpr TypeInfo info{"code_of_conduct.signed", Area::companies, kOrganisation};
  using EndedBy = struct CodeOfConductWithdrawn;
  FrameworkId code;  // a framework of kind `code`
  PartialDate signed_on;
  std::vector<CountryCode> active_in;  // where the signatory does business
  std::optional<Text> citation;
  PartialDate when() const { return signed_on; }
  const std::string& matter() const { return code.value; }
  bool operator==(const CodeOfConductSigned&) const = default;
};
BOOST_DESCRIBE_STRUCT(CodeOfConductSigned, (), (code, signed_on, active_in, citation))

// The six criteria of the Code of Conduct for the Protection of Children from Sexual Exploitation in Travel and Tourism.
enum class Criterion { ethical_policy, staff_training, supplier_clauses, traveller_information, local_key_persons, annual_report };
BOOST_DESCRIBE_ENUM(Criterion, ethical_policy, staff_training, supplier_clauses, traveller_information, local_key_persons, annual_report)

struct CriterionReport {
  Criterion criterion{};
  ReportedStatus status{};
  std::optional<Text> summary;
  bool operator==(const CriterionReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(CriterionReport, (), (criterion, status, summary))

struct CodeOfConductReported {
  static constexpr TypeInfo info{"code_of_conduct.reported", Area::companies, kOrganisation};
  FrameworkId code;
  PartialDate year;  // the year reported on
  PartialDate reported_on;
  std::vector<CriterionReport> criteria;  // at least one, none twice
  std::optional<Text> summary;
  std::optional<Text> citation;
  PartialDate when() const { return reported_on; }
  bool operator==(const CodeOfConductReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(CodeOfConductReported, (), (code, year, reported_on, criteria, summary, citation))

struct CodeOfConductWithdrawn {
  static constexpr TypeInfo info{"code_of_conduct.withdrawn", Area::companies, kOrganisation};
  FrameworkId code;
  PartialDate withdrawn_on;
  std::optional<Text> reason;
  std::optional<Text> citation;
  PartialDate when() const { return withdrawn_on; }
  const std::string& matter() const { return code.value; }
  bool operator==(const CodeOfConductWithdrawn&) const = default;
};
BOOST_DESCRIBE_STRUCT(CodeOfConductWithdrawn, (), (code, withdrawn_on, reason, citation))

enum class SafeguardKind { content_blocking, payment_refusal, content_reporting, age_verification, contact_filtering, search_warnings, staff_reporting };
BOOST_DESCRIBE_ENUM(SafeguardKind, content_blocking, payment_refusal, content_reporting, age_verification, contact_filtering, search_warnings, staff_reporting)

struct SafeguardDeployed {
  static constexpr TypeInfo info{"safeguard.deployed", Area::companies, kOrganisation};
  SafeguardKind kind{};
  PartialDate deployed_on;
  std::optional<PartialDate> runs_until;
  std::vector<CountryCode> countries;  // where
  std::optional<std::int64_t> coverage_percent;  // of connections, payments or users, 0 to 100
  Text summary;
  std::optional<Text> citation;
  PartialDate when() const { return deployed_on; }
  std::optional<PartialDate> until() const { return runs_until; }
  bool operator==(const SafeguardDeployed&) const = default;
};
BOOST_DESCRIBE_STRUCT(SafeguardDeployed, (), (kind, deployed_on, runs_until, countries, coverage_percent, summary, citation))

}  // namespace rollcall::events
