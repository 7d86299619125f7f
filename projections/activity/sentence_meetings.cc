// Sentences of meetings and of progress told (sentence.h).
#include "projections/activity/sentence.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

std::string_view words_of(Response response) {
  switch (response) {
    case Response::accepted: return " and accepted it";
    case Response::partly_accepted: return " and accepted a part of it";
    case Response::noted: return " and noted it";
    case Response::rejected: return " and rejected it";
    case Response::pending: return "; its answer is still to come";
    case Response::no_response: return " and did not answer";
    case Response::voluntary_pledge: return ", as a pledge of its own";
    case Response::general_response: return " and answered in general";
    case Response::no_clear_position: return " and took no clear position";
  }
  return {};
}

struct SayMeeting {
  const Words& w;
  const std::string& s = w.subject;

  std::string operator()(const MeetingConvened& d) const {
    return s + ", " + in_quotes(d.title.value) + ", was called to " + plain(d.place.value) + " from " + long_date(d.starts_on) + " to " + long_date(d.ends_on);
  }
  std::string operator()(const MeetingAgendaSet& d) const {
    return "the agenda of " + s + " was set" + on(d.set_on) + ": " + std::to_string(d.sessions.size()) + (d.sessions.size() == 1 ? " session" : " sessions");
  }
  std::string operator()(const MeetingParticipantRegistered& d) const {
    return w.name(d.stakeholder) + " registered for " + s + " as " + spoken(d.capacity) + on(d.registered_on) + (d.people ? ", " + number_text(*d.people) + (*d.people == 1 ? " person" : " people") : "") +
           (d.young_people ? ", " + number_text(*d.young_people) + " of them young" : "");
  }
  std::string operator()(const MeetingContributionMade& d) const {
    return "a contribution was made to " + s + (d.country ? " about " + w.name(*d.country) : "") + on(d.made_on) + ": " + in_quotes(d.text.value);
  }
  std::string operator()(const MeetingRecommendationAdopted& d) const {
    return s + " adopted the recommendation " + plain(d.recommendation.value) + on(d.adopted_on) + (d.due ? ", due by " + long_date(*d.due) : "") + ": " + in_quotes(d.text.value);
  }
  std::string operator()(const MeetingConcluded& d) const { return s + " ended" + on(d.concluded_on) + (d.adopted ? " and adopted " + w.name(*d.adopted) : ""); }

  std::string operator()(const ProgressReported& d) const {
    const std::string how = d.status == ReportedStatus::met ? " is told to have met " : d.status == ReportedStatus::partly_met ? " is told to have met a part of " : " is told not to have met ";
    return s + how + d.commitment.value + ", as it stood" + on(d.status_on);
  }
  std::string operator()(const TrendReported& d) const { return "a trend was seen in " + s + on(d.observed_on) + ": " + in_quotes(d.title.value); }
  std::string operator()(const RecommendationReceived& d) const {
    const auto from = d.from_country ? w.name(*d.from_country) : d.from ? plain(d.from->value) : std::string();
    return s + " received a recommendation" + (from.empty() ? "" : " from " + from) + " (" + plain(d.mechanism.value) + ")" + on(d.received_on) + std::string(words_of(d.response));
  }
  template <class T>
  std::string operator()(const T&) const { return {}; }
};

}  // namespace

std::string say_meeting(const EventData& data, const Words& words) { return std::visit(SayMeeting{words}, data); }

}  // namespace rollcall::projections::activity
