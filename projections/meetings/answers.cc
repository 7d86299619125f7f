// See answers.h.
#include "projections/meetings/answers.h"

namespace rollcall::projections::meetings {
using namespace events;
namespace {

std::map<std::string, std::size_t, std::less<>> count_kinds(const Meeting::Acts& acts, const RegistryView& registry) {
  std::map<std::string, std::size_t, std::less<>> counts;
  for (const auto* act : acts) ++counts[std::string(voice_of(registry, *act).kind)];
  return counts;
}

void write_each(JsonWriter& w, std::string_view list, std::string_view member, const std::map<std::string, Sums, std::less<>>& sums) {
  key(w, list);
  w.StartArray();
  for (const auto& [name, sum] : sums) {
    w.StartObject();
    write_text(w, member, name);
    write_sums(w, sum);
    w.EndObject();
  }
  w.EndArray();
}

}  // namespace

Voice voice_of(const RegistryView& registry, const StakeholderId& id) {
  const auto* entry = registry.stakeholder(id);
  if (!entry) return {};
  return {entry->name.value, name_of(entry->kind), entry->home ? std::string_view(entry->home->value) : std::string_view{}};
}

void write_voice(JsonWriter& w, std::string_view member, const StakeholderId& id, const Voice& voice) {
  write(w, member, id.value);
  write_text(w, "name", voice.name);
  write_text(w, "kind", voice.kind);
}

void write_telling(JsonWriter& w, const Act& act) {
  write_teller(w, "told_by", act.told);
  write_flag(w, "disputed", act.disputed());
  write_strings(w, "corroborated_by", act.corroborated_by);
  write_strings(w, "disputed_by", act.disputed_by);
  write_places(w, "events", act.places);
}

void write_organisers(JsonWriter& w, const RegistryView& registry, const MeetingConvened* about) {
  key(w, "organisers");
  w.StartArray();
  if (about)
    for (const auto& id : about->organisers) {
      w.StartObject();
      write_voice(w, "stakeholder", id, voice_of(registry, id));
      w.EndObject();
    }
  w.EndArray();
}

void write_meeting(JsonWriter& w, const MeetingId& id, const Meeting& meeting, Day as_of) {
  const auto* about = meeting.about();
  const auto* outcome = meeting.outcome();
  const auto state = meeting.state(as_of);
  write(w, "meeting", id.value);
  write_text(w, "title", about ? std::string_view(about->title.value) : std::string_view{});
  write_text(w, "state", state ? name_of(*state) : std::string_view{});
  write_date(w, "starts_on", about ? std::optional(about->starts_on) : std::nullopt);
  write_date(w, "ends_on", about ? std::optional(about->ends_on) : std::nullopt);
  write_text(w, "place", about ? std::string_view(about->place.value) : std::string_view{});
  write_text(w, "region", about && about->region ? std::string_view(about->region->value) : std::string_view{});
  write_ids(w, "frameworks", about ? about->frameworks : std::vector<FrameworkId>{});
  write_text(w, "follows", about && about->follows ? std::string_view(about->follows->value) : std::string_view{});
  write_date(w, "concluded_on", outcome ? std::optional(outcome->concluded_on) : std::nullopt);
  write_text(w, "adopted", outcome && outcome->adopted ? std::string_view(outcome->adopted->value) : std::string_view{});
}

void write_commitment(JsonWriter& w, const CommitmentEntry& commitment) {
  w.StartObject();
  write(w, "id", commitment.commitment.value);
  write(w, "framework", commitment.framework.value);
  write(w, "theme", commitment.theme.value);
  write(w, "wording", commitment.wording.value);
  write_date(w, "due", commitment.due);
  key(w, "actors"), codec::encode(w, commitment.actors);
  w.EndObject();
}

void write_recommendation(JsonWriter& w, const Act& act, const std::vector<const CommitmentEntry*>& became) {
  const auto& data = *act.as<MeetingRecommendationAdopted>();
  write(w, "recommendation", data.recommendation.value);
  write(w, "text", data.text.value);
  write_text(w, "theme", data.theme);
  key(w, "actors"), codec::encode(w, data.actors);
  write_date(w, "due", data.due);
  write_date(w, "adopted_on", std::optional(data.adopted_on));
  write_ids(w, "about", data.about);
  write_text(w, "citation", data.citation);
  write_telling(w, act);
  key(w, "became");
  w.StartArray();
  for (const auto* commitment : became) write_commitment(w, *commitment);
  w.EndArray();
}

void Sums::add(const MeetingParticipantRegistered& delegation) {
  ++delegations;
  people += delegation.people.value_or(0);
  young_people += delegation.young_people.value_or(0);
  without_figures += !delegation.people;
}

void write_sums(JsonWriter& w, const Sums& sums) {
  write_count(w, "delegations", sums.delegations);
  key(w, "people"), w.Int64(sums.people);
  key(w, "young_people"), w.Int64(sums.young_people);
  write_count(w, "without_figures", sums.without_figures);
}

SumsOf sums_of(const Meeting& meeting, const RegistryView& registry) {
  SumsOf sums;
  for (const auto* act : meeting.delegations) {
    const auto& delegation = *act->as<MeetingParticipantRegistered>();
    const auto voice = voice_of(registry, delegation.stakeholder);
    for (auto* sum : {&sums.all, &sums.by_kind[std::string(voice.kind)], &sums.by_country[std::string(voice.home)]}) sum->add(delegation);
  }
  return sums;
}

void write_sums_of(JsonWriter& w, const SumsOf& sums) {
  write_sums(w, sums.all);
  write_each(w, "by_kind", "kind", sums.by_kind);
  write_each(w, "by_country", "country", sums.by_country);
}

void write_kinds(JsonWriter& w, std::string_view member, const Meeting::Acts& contributions, const RegistryView& registry) {
  key(w, member);
  w.StartArray();
  for (const auto& [kind, count] : count_kinds(contributions, registry)) {
    w.StartObject();
    write_text(w, "kind", kind);
    write_count(w, "contributions", count);
    w.EndObject();
  }
  w.EndArray();
}

std::string kinds_text(const Meeting::Acts& contributions, const RegistryView& registry) {
  std::string out;
  for (const auto& [kind, count] : count_kinds(contributions, registry)) (out += out.empty() ? "" : " ") += kind + ":" + std::to_string(count);
  return out;
}

void write_contribution(JsonWriter& w, const Act& act, const RegistryView& registry) {
  const auto& data = *act.as<MeetingContributionMade>();
  w.StartObject();
  write_voice(w, "by", {act.told.actor}, voice_of(registry, act));
  write_text(w, "session", text_or_nothing(data.session));
  write_text(w, "question", text_or_nothing(data.question));
  write(w, "text", data.text.value);
  write_date(w, "made_on", std::optional(data.made_on));
  write_text(w, "country", data.country ? std::string_view(data.country->value) : std::string_view{});
  write_ids(w, "commitments", data.commitments);
  write_text(w, "citation", data.citation);
  write_telling(w, act);
  w.EndObject();
}

}  // namespace rollcall::projections::meetings
