// See follow_up.h.
#include "projections/scorecard/follow_up.h"

#include <algorithm>

#include "projections/meetings/answers.h"
#include "projections/scorecard/questions.h"

namespace rollcall::projections::scorecard {
using namespace events;
using meetings::Head;
using meetings::Meeting;
namespace {

constexpr Status kStatuses[] = {Status::open, Status::in_progress, Status::met, Status::met_late, Status::overdue, Status::lapsed};

// Every meeting that somebody is charged to convene; with its acts as known.
std::vector<Head> read_heads(const StoryOf& story_of, const Lens& lens) {
  std::map<MeetingId, std::vector<Act>> acts;
  for (const auto* stakeholder : lens.registry.stakeholders())
    for (const auto& duty : stakeholder->duties)
      if (duty.duty == DutyKind::convenor && duty.of && !acts.count({duty.of->value})) acts[{duty.of->value}] = story_of("meeting/" + duty.of->value)->acts();
  return meetings::heads_of(std::move(acts), lens.as_of);
}

// The countries that the meeting asked: those of its region, or of the framework's, or all.
std::vector<CountryCode> countries_of(const RegistryView& registry, const CommitmentEntry& commitment, const Meeting& meeting, Day on) {
  if (meeting.about() && meeting.about()->region) return registry.members(*meeting.about()->region, on);
  const auto* framework = registry.framework(commitment.framework);
  if (framework && framework->region) return registry.members(*framework->region, on);
  std::vector<CountryCode> all;
  for (const auto* country : registry.countries())
    if ((!country->from || country->from->earliest() <= on) && (!country->until || on <= country->until->latest())) all.push_back(country->country);
  return all;
}

// One commitment, country by country, on one day.
struct OnDay {
  Day on;
  std::vector<std::pair<CountryCode, Status>> countries;
  std::size_t count(Status status) const {
    return static_cast<std::size_t>(std::count_if(countries.begin(), countries.end(), [&](const auto& c) { return c.second == status; }));
  }
};
OnDay standing_on(const Moment& moment, const RegistryView& registry, const CommitmentEntry& commitment, const Meeting& meeting) {
  OnDay standing{moment.as_of, {}};
  for (const auto& code : countries_of(registry, commitment, meeting, moment.as_of))
    standing.countries.emplace_back(code, moment.cell(code, *moment.story_of(subject_of(code).value), commitment).status);
  return standing;
}

void write_standing(JsonWriter& w, std::string_view name, const std::optional<OnDay>& standing) {
  key(w, name);
  if (!standing) return (void)w.Null();
  w.StartObject();
  write(w, "as_of", day_text(standing->on));
  key(w, "counts");
  w.StartObject();
  for (const auto status : kStatuses) write_count(w, name_of(status), standing->count(status));
  w.EndObject();
  key(w, "countries");
  w.StartArray();
  for (const auto& [country, status] : standing->countries) {
    w.StartObject();
    write(w, "country", country.value);
    write(w, "status", name_of(status));
    w.EndObject();
  }
  w.EndArray();
  w.EndObject();
}

std::string counts_text(const std::optional<OnDay>& standing) {
  std::string out;
  for (const auto status : kStatuses)
    if (standing && standing->count(status)) (out += out.empty() ? "" : " ") += std::string(name_of(status)) + ":" + std::to_string(standing->count(status));
  return out;
}

// A question about one meeting's recommendations, and the answer being written both ways.
struct FollowUp {
  const Lens& lens;
  const Meeting& meeting;
  const Head* next;
  const Moment& now;
  const std::optional<Moment>& then;  // the next meeting's last day; nothing while that lies ahead
  Csv csv = {};

  void write_commitment(JsonWriter& w, const CommitmentEntry& commitment, bool became, const Act& recommendation, const Meeting::Acts& said) {
    const auto stands = standing_on(now, lens.registry, commitment, meeting);
    const auto stood = then ? std::optional(standing_on(*then, lens.registry, commitment, meeting)) : std::nullopt;
    w.StartObject();
    write(w, "id", commitment.commitment.value);
    write(w, "wording", commitment.wording.value);
    write_date(w, "due", commitment.due);
    key(w, "actors"), codec::encode(w, commitment.actors);
    write_flag(w, "became", became);
    write_standing(w, "now", stands);
    write_standing(w, "at_next_meeting", stood);
    w.EndObject();
    line(recommendation, &commitment, counts_text(stands), counts_text(stood), said);
  }
  void line(const Act& recommendation, const CommitmentEntry* commitment, const std::string& stands, const std::string& stood, const Meeting::Acts& said) {
    const auto& data = *recommendation.as<MeetingRecommendationAdopted>();
    csv.row({data.recommendation.value, data.text.value, data.theme ? std::string_view(data.theme->value) : "", text_of(data.due), data.adopted_on.text(), recommendation.told.actor,
             recommendation.disputed() ? "yes" : "no", text_of(recommendation.places), commitment ? std::string_view(commitment->commitment.value) : "",
             commitment ? std::string_view(commitment->wording.value) : "", stands, next ? std::string_view(next->id.value) : "", stood, std::to_string(said.size()),
             meetings::kinds_text(said, lens.registry)});
  }
  void write_recommendation(JsonWriter& w, const Act& act, const std::vector<const CommitmentEntry*>& became) {
    const auto ids = meetings::commitments_of(*act.as<MeetingRecommendationAdopted>(), became);
    const auto said = next ? meetings::bearing_on(next->meeting, ids) : Meeting::Acts{};
    w.StartObject();
    meetings::write_recommendation(w, act, became);
    key(w, "commitments");  // those that it became, then those that it says it bears on
    w.StartArray();
    for (const auto& id : ids)
      if (const auto* commitment = lens.registry.commitment(id))
        write_commitment(w, *commitment, std::find(became.begin(), became.end(), commitment) != became.end(), act, said);
    w.EndArray();
    if (ids.empty()) line(act, nullptr, "", "", said);
    meetings::write_kinds(w, "said_at_next_by_kind", said, lens.registry);
    key(w, "said_at_next");
    w.StartArray();
    for (const auto* contribution : said) meetings::write_contribution(w, *contribution, lens.registry);
    w.EndArray();
    w.EndObject();
  }
};

void write_next(JsonWriter& w, const FollowUp& all) {
  key(w, "next_meeting");
  if (!all.next) return (void)w.Null();
  w.StartObject();
  meetings::write_meeting(w, all.next->id, all.next->meeting, all.lens.as_of);
  w.EndObject();
}

}  // namespace

Answer answer_recommendations(const Context& context, Stories& stories, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const MeetingId id{question.path.at("id")};
  if (!lens->registry.known({"meeting/" + id.value})) return unknown(context, "meeting", id.value);
  const auto now = moment_at(context, stories, *lens);
  const Meeting meeting(now.story_of("meeting/" + id.value)->acts(), lens->as_of);
  const auto heads = read_heads(now.story_of, *lens);
  const auto followers = meetings::followers_of(id, meeting.outcome(), heads);
  const auto* next = followers.empty() ? nullptr : followers.front();
  std::optional<Moment> then;
  if (next && next->meeting.about()->ends_on.latest() <= lens->as_of) then = moment_at(context, stories, *lens, lens->known_at, next->meeting.about()->ends_on.latest());
  const auto commitments = meetings::became(lens->registry, id);
  FollowUp all{*lens, meeting, next, now, then};
  all.csv.row({"recommendation", "text", "theme", "due", "adopted_on", "told_by", "disputed", "events", "commitment", "wording", "now", "next_meeting", "at_next_meeting", "said_at_next", "said_by_kind"});
  Writing out;
  write_lens(out.w, *lens);
  write(out.w, "meeting", id.value);
  write_next(out.w, all);
  key(out.w, "recommendations");
  out.w.StartArray();
  for (const auto* act : meeting.recommendations) {
    const auto at = commitments.find(act->as<MeetingRecommendationAdopted>()->recommendation.value);
    all.write_recommendation(out.w, *act, at == commitments.end() ? std::vector<const CommitmentEntry*>{} : at->second);
  }
  out.w.EndArray();
  return question.csv() ? std::move(all.csv).answer() : std::move(out).answer();
}

}  // namespace rollcall::projections::scorecard
