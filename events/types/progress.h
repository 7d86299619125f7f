// Progress told by a source, emerging trends, and recommendations received (docs/domain.md, Events, "progress").
#pragma once

#include "events/types/common.h"

namespace rollcall::events {

enum class ReportedStatus { met, partly_met, not_met };
BOOST_DESCRIBE_ENUM(ReportedStatus, met, partly_met, not_met)

struct ProgressReported {
  static constexpr TypeInfo info{"progress.reported", Area::progress, kPlace | SubjectKind::organisation};
  CommitmentId commitment;
  ReportedStatus status{};
  PartialDate status_on;
  Text summary;
  std::optional<Text> scheme;         // the source's own status scheme, and its word in that scheme
  std::optional<Text> scheme_status;
  std::optional<Text> citation;
  PartialDate when() const { return status_on; }
  bool operator==(const ProgressReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(ProgressReported, (), (commitment, status, status_on, summary, scheme, scheme_status, citation))

struct TrendReported {
  static constexpr TypeInfo info{"trend.reported", Area::progress, kPlace};
  Text title;
  Text pattern;  // what is seen to emerge or to change
  PartialDate observed_on;
  std::vector<Text> themes;  // theme ids of the frameworks meant
  std::vector<FrameworkId> frameworks;  // empty: none in particular
  std::vector<Text> recommended_measures;
  std::optional<RecommendationRef> recommendation;  // of a meeting that asked for it
  std::optional<Text> citation;
  PartialDate when() const { return observed_on; }
  bool operator==(const TrendReported&) const = default;
};
BOOST_DESCRIBE_STRUCT(TrendReported, (), (title, pattern, observed_on, themes, frameworks, recommended_measures, recommendation, citation))

// How the state under review answered. The last four as UPR Info tells them beside the formal ones.
enum class Response { accepted, partly_accepted, noted, rejected, pending, no_response, voluntary_pledge, general_response, no_clear_position };
BOOST_DESCRIBE_ENUM(Response, accepted, partly_accepted, noted, rejected, pending, no_response, voluntary_pledge, general_response, no_clear_position)

struct RecommendationReceived {
  static constexpr TypeInfo info{"recommendation.received", Area::progress, kPlace};
  Text mechanism;  // "UPR", "CRC Committee", "GRETA" …
  std::optional<Text> session;
  std::optional<Text> number;  // in the mechanism's own report
  Text text;
  std::optional<CountryCode> from_country;  // the recommending state
  std::optional<Text> from;  // another recommender
  Response response{};
  PartialDate received_on;
  std::vector<Text> issues;  // the source's own words for what it deals with
  std::optional<std::int64_t> action_category;  // UPR Info's 1 (minimal action) to 5 (specific action)
  std::vector<CommitmentId> commitments;  // promises that it bears on
  std::optional<Text> citation;
  PartialDate when() const { return received_on; }
  bool operator==(const RecommendationReceived&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecommendationReceived, (), (mechanism, session, number, text, from_country, from, response, received_on, issues, action_category, commitments, citation))

}  // namespace rollcall::events
