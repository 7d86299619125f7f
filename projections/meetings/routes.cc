// The questions of meetings.h about all meetings and about all of one.
#include <algorithm>

#include "projections/meetings/answers.h"
#include "projections/meetings/lists.h"
#include "projections/meetings/meetings.h"
#include "projections/meetings/rows.h"
#include "projections/paging.h"

namespace rollcall::projections {
namespace meetings {
namespace {
using namespace events;

std::string cursor_of(const Head& head) { return day_text(head.meeting.about()->starts_on.earliest()) + "/" + head.id.value; }

bool deals_with(const Meeting& meeting, const FrameworkId& framework) {
  const auto& looked_at = meeting.about()->frameworks;
  const auto* outcome = meeting.outcome();
  return std::find(looked_at.begin(), looked_at.end(), framework) != looked_at.end() || (outcome && outcome->adopted == framework);
}

std::string organisers_text(const Meeting& meeting) { return text_of(meeting.about()->organisers); }

void csv_head(Csv& csv, const Head& head, Day as_of) {
  const auto& about = *head.meeting.about();
  const auto* outcome = head.meeting.outcome();
  csv.row({head.id.value, about.title.value, name_of(*head.meeting.state(as_of)), about.starts_on.text(), about.ends_on.text(), about.place.value, about.region ? std::string_view(about.region->value) : "",
           text_of(about.frameworks), about.follows ? std::string_view(about.follows->value) : "", outcome ? outcome->concluded_on.text() : "",
           outcome && outcome->adopted ? std::string_view(outcome->adopted->value) : "", organisers_text(head.meeting), head.meeting.convened->told.actor,
           head.meeting.convened->disputed() ? "yes" : "no", text_of(head.meeting.convened->places)});
}

Answer answer_all(const Context& context, const Question& question) {
  const auto lens = read_lens(context, question);
  if (!lens) return lens.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  if (!page->cursor.empty() && !begins_with_day(page->cursor, '/')) return bad_cursor();
  const RegionId region{std::string(question.param("region"))};
  const FrameworkId framework{std::string(question.param("framework"))};
  if (!region.value.empty() && !lens->registry.region(region)) return unknown(context, "region", region.value);
  if (!framework.value.empty() && !lens->registry.framework(framework)) return unknown(context, "framework", framework.value);
  Csv csv;
  csv.row({"meeting", "title", "state", "starts_on", "ends_on", "place", "region", "frameworks", "follows", "concluded_on", "adopted", "organisers", "told_by", "disputed", "events"});
  Writing out;
  write_lens(out.w, *lens);
  key(out.w, "meetings");
  out.w.StartArray();
  std::string last, next;
  std::size_t count = 0;
  for (const auto& head : heads_of(read_heads(context.rows, lens->known_at), lens->as_of)) {
    if (!region.value.empty() && head.meeting.about()->region != region) continue;
    if (!framework.value.empty() && !deals_with(head.meeting, framework)) continue;
    if (cursor_of(head) <= page->cursor) continue;
    if (count++ == page->limit) { next = last; break; }
    last = cursor_of(head);
    csv_head(csv, head, lens->as_of);
    out.w.StartObject();
    write_meeting(out.w, head.id, head.meeting, lens->as_of);
    write_organisers(out.w, lens->registry, head.meeting.about());
    write_telling(out.w, *head.meeting.convened);
    out.w.EndObject();
  }
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), next);
}

// Who else tells when and where it is, beside the one that counts.
void write_tellings(JsonWriter& w, const Meeting& meeting) {
  key(w, "tellings");
  w.StartArray();
  for (const auto* act : meeting.convenings) {
    const auto& data = *act->as<MeetingConvened>();
    w.StartObject();
    write_flag(w, "counts", act == meeting.convened);
    write(w, "title", data.title.value);
    write_date(w, "starts_on", std::optional(data.starts_on));
    write_date(w, "ends_on", std::optional(data.ends_on));
    write(w, "place", data.place.value);
    write_text(w, "document", data.document);
    write_text(w, "citation", data.citation);
    write_telling(w, *act);
    w.EndObject();
  }
  w.EndArray();
}

void write_contributions(JsonWriter& w, const Meeting::Acts& contributions, const RegistryView& registry) {
  write_kinds(w, "by_kind", contributions, registry);
  key(w, "contributions");
  w.StartArray();
  for (const auto* act : contributions) write_contribution(w, *act, registry);
  w.EndArray();
}

// The agenda, each contribution where it belongs; `placed` are those that the page shows.
void write_agenda(JsonWriter& w, const Meeting& meeting, const Placed& placed, const RegistryView& registry) {
  key(w, "agenda");
  if (!meeting.agenda) return (void)w.Null();
  const auto& agenda = *meeting.agenda->as<MeetingAgendaSet>();
  w.StartObject();
  write_date(w, "set_on", std::optional(agenda.set_on));
  write_text(w, "citation", agenda.citation);
  write_telling(w, *meeting.agenda);
  key(w, "sessions");
  w.StartArray();
  for (int s = 0; s < static_cast<int>(agenda.sessions.size()); ++s) {
    const auto& session = agenda.sessions[static_cast<std::size_t>(s)];
    w.StartObject();
    write(w, "session", session.id.value);
    write(w, "title", session.title.value);
    write_date(w, "held_on", session.held_on);
    write_text(w, "annotation", session.annotation);
    key(w, "questions");
    w.StartArray();
    for (int q = 0; q < static_cast<int>(session.questions.size()); ++q) {
      w.StartObject();
      write(w, "question", session.questions[static_cast<std::size_t>(q)].id.value);
      write(w, "text", session.questions[static_cast<std::size_t>(q)].text.value);
      write_contributions(w, placed.at({s, q}), registry);
      w.EndObject();
    }
    w.EndArray();
    write_contributions(w, placed.at({s, -1}), registry);  // to the session, to no question of it
    w.EndObject();
  }
  w.EndArray();
  w.EndObject();
}

void write_next(JsonWriter& w, const Meeting& meeting, const std::vector<const Head*>& followers) {
  const auto* outcome = meeting.outcome();
  key(w, "outcome");
  if (outcome) {
    w.StartObject();
    write(w, "text", outcome->outcome.value);
    write_date(w, "concluded_on", std::optional(outcome->concluded_on));
    write_text(w, "adopted", outcome->adopted ? std::string_view(outcome->adopted->value) : std::string_view{});
    write_text(w, "next", outcome->next ? std::string_view(outcome->next->value) : std::string_view{});
    write_text(w, "citation", outcome->citation);
    write_telling(w, *meeting.concluded);
    w.EndObject();
  } else {
    w.Null();
  }
  key(w, "followed_by");
  w.StartArray();
  for (const auto* head : followers) {
    w.StartObject();
    write(w, "meeting", head->id.value);
    write(w, "title", head->meeting.about()->title.value);
    write_date(w, "starts_on", std::optional(head->meeting.about()->starts_on));
    write_date(w, "ends_on", std::optional(head->meeting.about()->ends_on));
    w.EndObject();
  }
  w.EndArray();
}

void write_recommendations(JsonWriter& w, const MeetingId& id, const Meeting& meeting, const RegistryView& registry) {
  const auto commitments = became(registry, id);
  key(w, "recommendations");
  w.StartArray();
  for (const auto* act : meeting.recommendations) {
    const auto at = commitments.find(act->as<MeetingRecommendationAdopted>()->recommendation.value);
    w.StartObject();
    write_recommendation(w, *act, at == commitments.end() ? std::vector<const CommitmentEntry*>{} : at->second);
    w.EndObject();
  }
  w.EndArray();
}

// As CSV: the agenda, a line a question, and how many contributions of which kind it got.
Answer csv_agenda(const Meeting& meeting, const Placed& placed, const RegistryView& registry) {
  Csv csv;
  csv.row({"session", "session_title", "held_on", "question", "text", "contributions", "by_kind"});
  const auto line = [&](AgendaPlace at, std::string_view session, std::string_view title, std::string_view held_on, std::string_view question, std::string_view text) {
    const auto& acts = placed.at(at);
    csv.row({session, title, held_on, question, text, std::to_string(acts.size()), kinds_text(acts, registry)});
  };
  const auto* agenda = meeting.agenda ? meeting.agenda->as<MeetingAgendaSet>() : nullptr;
  for (int s = 0; agenda && s < static_cast<int>(agenda->sessions.size()); ++s) {
    const auto& session = agenda->sessions[static_cast<std::size_t>(s)];
    const auto held_on = text_of(session.held_on);
    line({s, -1}, session.id.value, session.title.value, held_on, "", "");
    for (int q = 0; q < static_cast<int>(session.questions.size()); ++q)
      line({s, q}, session.id.value, session.title.value, held_on, session.questions[static_cast<std::size_t>(q)].id.value, session.questions[static_cast<std::size_t>(q)].text.value);
  }
  line({}, "", "", "", "", "");  // to none of these
  return std::move(csv).answer();
}

Answer answer_one(const Context& context, const Question& question) {
  const auto asked = read_meeting(context, question);
  if (!asked) return asked.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  const auto& [lens, id, meeting] = *asked;
  const auto placed = place(meeting, question.csv() ? meeting.contributions.size() : page->limit);
  if (question.csv()) return csv_agenda(meeting, placed, lens.registry);
  const auto heads = heads_of(read_heads(context.rows, lens.known_at), lens.as_of);
  const auto followers = followers_of(id, meeting.outcome(), heads);
  Writing out;
  write_lens(out.w, lens);
  write_meeting(out.w, id, meeting, lens.as_of);
  write_organisers(out.w, lens.registry, meeting.about());
  write_tellings(out.w, meeting);
  key(out.w, "delegations");
  out.w.StartObject();
  write_sums_of(out.w, sums_of(meeting, lens.registry));
  out.w.EndObject();
  write_count(out.w, "contributions_told", meeting.contributions.size());
  write_count(out.w, "contributions_shown", std::min(meeting.contributions.size(), page->limit));
  write_kinds(out.w, "contributions_by_kind", meeting.contributions, lens.registry);
  write_agenda(out.w, meeting, placed, lens.registry);
  key(out.w, "to_no_question");
  out.w.StartObject();
  write_contributions(out.w, placed.at({}), lens.registry);
  out.w.EndObject();
  write_recommendations(out.w, id, meeting, lens.registry);
  write_next(out.w, meeting, followers);
  return std::move(out).answer();
}

}  // namespace
}  // namespace meetings

namespace {
class MeetingsModel : public Model {
 public:
  std::string_view name() const override { return "meetings"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { meetings::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    return {{"/v1/meetings", meetings::answer_all},
            {"/v1/meetings/{id}", meetings::answer_one},
            {"/v1/meetings/{id}/participants", meetings::answer_participants},
            {"/v1/meetings/{id}/contributions", meetings::answer_contributions}};
  }
};
}  // namespace

std::unique_ptr<Model> meetings_model() { return std::make_unique<MeetingsModel>(); }

}  // namespace rollcall::projections
