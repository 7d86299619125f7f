// See lists.h.
#include "projections/meetings/lists.h"

#include <algorithm>

#include "projections/meetings/answers.h"
#include "projections/meetings/rows.h"
#include "projections/paging.h"

namespace rollcall::projections::meetings {
using namespace events;
namespace {

std::string number_text(const std::optional<std::int64_t>& number) { return number ? std::to_string(*number) : std::string(); }
void write_number(JsonWriter& w, std::string_view name, const std::optional<std::int64_t>& number) {
  key(w, name);
  number ? w.Int64(*number) : w.Null();
}

void write_participant(JsonWriter& w, const Act& act, const Voice& voice, bool counts) {
  const auto& data = *act.as<MeetingParticipantRegistered>();
  w.StartObject();
  write_voice(w, "stakeholder", data.stakeholder, voice);
  write_text(w, "country", voice.home);
  write(w, "capacity", name_of(data.capacity));
  write_date(w, "registered_on", std::optional(data.registered_on));
  write_number(w, "people", data.people);
  write_number(w, "young_people", data.young_people);
  write_flag(w, "counts", counts);
  write_text(w, "citation", data.citation);
  write_telling(w, act);
  w.EndObject();
}

// kind=, session=, question=: as the contribution says, or nothing.
struct Wanted {
  std::string_view kind, session, question;
  bool fits(const Act& act, const RegistryView& registry) const {
    const auto& data = *act.as<MeetingContributionMade>();
    const auto same = [](std::string_view wanted, const std::optional<Text>& given) { return wanted.empty() || (given && given->value == wanted); };
    return (kind.empty() || voice_of(registry, act).kind == kind) && same(session, data.session) && same(question, data.question);
  }
};

// "2007-10-18/3:42": where a page of contributions ended; good whatever is told or taken back meanwhile.
std::string cursor_of(const Act& act) { return day_text(when(act).latest()) + "/" + act.told.place.text(); }
using AfterAct = std::pair<Day, Place>;
std::optional<AfterAct> read_cursor(std::string_view cursor) {
  const auto place = begins_with_day(cursor, '/') ? Place::parse(cursor.substr(11)) : std::nullopt;
  return place ? std::optional(AfterAct(PartialDate::parse(cursor.substr(0, 10))->latest(), *place)) : std::nullopt;
}

}  // namespace

tl::expected<AskedMeeting, Answer> read_meeting(const Context& context, const Question& question) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  const MeetingId id{question.path.at("id")};
  if (!lens->registry.known({"meeting/" + id.value})) return tl::unexpected(unknown(context, "meeting", id.value));
  Meeting meeting(read_acts(context.rows, id, lens->known_at), lens->as_of);
  return AskedMeeting{std::move(*lens), id, std::move(meeting)};
}

const Meeting::Acts& Placed::at(AgendaPlace place) const {
  static const Meeting::Acts none;
  const auto found = by_place_.find(place);
  return found == by_place_.end() ? none : found->second;
}

Placed place(const Meeting& meeting, std::size_t limit) {
  Placed placed;
  const auto* agenda = meeting.agenda ? meeting.agenda->as<MeetingAgendaSet>() : nullptr;
  for (std::size_t i = 0; i < std::min(limit, meeting.contributions.size()); ++i) {
    const auto* act = meeting.contributions[i];
    placed.by_place_[place_of(*act->as<MeetingContributionMade>(), agenda)].push_back(act);
  }
  return placed;
}

Answer answer_participants(const Context& context, const Question& question) {
  const auto asked = read_meeting(context, question);
  if (!asked) return asked.error();
  const auto& [lens, id, meeting] = *asked;
  Csv csv;
  csv.row({"stakeholder", "name", "kind", "country", "capacity", "registered_on", "people", "young_people", "counts", "told_by", "standing", "disputed", "events"});
  Writing out;
  write_lens(out.w, lens);
  write(out.w, "meeting", id.value);
  write_sums_of(out.w, sums_of(meeting, lens.registry));
  key(out.w, "participants");
  out.w.StartArray();
  for (const auto* act : meeting.participants) {
    const auto& data = *act->as<MeetingParticipantRegistered>();
    const auto voice = voice_of(lens.registry, data.stakeholder);
    const bool counts = std::find(meeting.delegations.begin(), meeting.delegations.end(), act) != meeting.delegations.end();
    write_participant(out.w, *act, voice, counts);
    csv.row({data.stakeholder.value, voice.name, voice.kind, voice.home, name_of(data.capacity), data.registered_on.text(), number_text(data.people), number_text(data.young_people),
             counts ? "yes" : "no", act->told.actor, name_of(act->told.standing), act->disputed() ? "yes" : "no", text_of(act->places)});
  }
  out.w.EndArray();
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

Answer answer_contributions(const Context& context, const Question& question) {
  const auto asked = read_meeting(context, question);
  if (!asked) return asked.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  const auto after = read_cursor(page->cursor);
  if (!after && !page->cursor.empty()) return bad_cursor();
  const auto& [lens, id, meeting] = *asked;
  const Wanted wanted{question.param("kind"), question.param("session"), question.param("question")};
  auto contributions = meeting.contributions;
  std::erase_if(contributions, [&wanted, &registry = lens.registry](const Act* act) { return !wanted.fits(*act, registry); });
  Csv csv;
  csv.row({"session", "question", "by", "name", "kind", "made_on", "country", "commitments", "text", "standing", "disputed", "events"});
  Writing out;
  write_lens(out.w, lens);
  write(out.w, "meeting", id.value);
  write_count(out.w, "total", contributions.size());
  write_kinds(out.w, "by_kind", contributions, lens.registry);
  key(out.w, "contributions");
  out.w.StartArray();
  auto at = std::find_if(contributions.begin(), contributions.end(), [&](const Act* act) { return !after || *after < AfterAct(when(*act).latest(), act->told.place); });
  const auto end = static_cast<std::size_t>(contributions.end() - at) <= page->limit ? contributions.end() : at + static_cast<std::ptrdiff_t>(page->limit);
  const std::string next = end == contributions.end() ? std::string() : cursor_of(**(end - 1));
  for (; at != end; ++at) {
    const auto& act = **at;
    const auto& data = *act.as<MeetingContributionMade>();
    const auto voice = voice_of(lens.registry, act);
    write_contribution(out.w, act, lens.registry);
    csv.row({text_or_nothing(data.session), text_or_nothing(data.question), act.told.actor, voice.name, voice.kind, data.made_on.text(), data.country ? std::string_view(data.country->value) : "",
             text_of(data.commitments), data.text.value, name_of(act.told.standing), act.disputed() ? "yes" : "no", text_of(act.places)});
  }
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), next);
}

}  // namespace rollcall::projections::meetings
