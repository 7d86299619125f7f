// See answers.h.
#include "projections/youth/answers.h"

#include <algorithm>

namespace rollcall::projections::youth {
namespace {
using namespace events;

bool is_youth(const RegistryView& registry, const std::string& actor) {
  const auto* who = registry.stakeholder({actor});
  return who && who->kind == StakeholderKind::youth_committee;
}
std::string_view kind_of(const RegistryView& registry, const std::string& actor) {
  const auto* who = registry.stakeholder({actor});
  return who ? name_of(who->kind) : std::string_view{};
}

struct Claim {
  std::string_view says, statement;
  const std::optional<Text>* citation = nullptr;
};
Claim claim_of(const Told& told) {
  if (const auto* c = std::get_if<ClaimCorroborated>(&told.data)) return {"corroborates", c->statement.value, &c->citation};
  const auto& d = std::get<ClaimDisputed>(told.data);
  return {"disputes", d.statement.value, &d.citation};
}

void write_claim(JsonWriter& w, const RegistryView& registry, const Told& told) {
  const auto claim = claim_of(told);
  w.StartObject();
  write_teller(w, "told_by", told);
  write_text(w, "kind", kind_of(registry, told.actor));
  write(w, "says", claim.says);
  write(w, "statement", claim.statement);
  write_text(w, "citation", *claim.citation);
  write(w, "position", told.place.text());
  w.EndObject();
}

void write_report(JsonWriter& w, const RegistryView& registry, const Reported& r) {
  const auto& data = r.data();
  w.StartObject();
  write(w, "kind", name_of(data.kind));
  write(w, "rung", name_of(data.rung));
  key(w, "rung_number"), w.Int(rung_number(data.rung));
  write_flag(w, "participation", is_participation(data.rung));
  write_date(w, "reported_on", std::optional(data.reported_on));
  write_date(w, "from", data.from);
  key(w, "young_people"), data.young_people ? w.Int64(*data.young_people) : w.Null();
  write_text(w, "meeting", data.meeting ? std::string_view(data.meeting->value) : std::string_view{});
  write_ids(w, "commitments", data.commitments);
  write_ids(w, "frameworks", data.frameworks);
  write(w, "summary", data.summary.value);
  write_text(w, "citation", data.citation);
  write_teller(w, "told_by", r.act.told);
  write_text(w, "told_by_kind", kind_of(registry, r.act.told.actor));
  write_flag(w, "disputed", r.act.disputed());
  key(w, "voices");
  w.StartArray();
  for (const auto& claim : r.claims) write_claim(w, registry, claim);
  w.EndArray();
  write_places(w, "events", r.act.places);
  w.EndObject();
}

// "young-voices disputes: We were not asked.", several parted by line feeds.
std::string voices_text(const Reported& r) {
  std::string out;
  for (const auto& told : r.claims) {
    const auto claim = claim_of(told);
    ((out += out.empty() ? "" : "\n") += told.actor).append(" ").append(claim.says).append(": ").append(claim.statement);
  }
  return out;
}

}  // namespace

bool has_youth_voice(const RegistryView& registry, const Process& process) {
  return std::any_of(process.reports.begin(), process.reports.end(), [&](const Reported& r) {
    return is_youth(registry, r.act.told.actor) || std::any_of(r.claims.begin(), r.claims.end(), [&](const Told& t) { return is_youth(registry, t.actor); });
  });
}

void write_process(JsonWriter& w, const RegistryView& registry, const Process& process) {
  w.StartObject();
  write(w, process.subject.kind() == SubjectKind::region ? "region" : "country", process.subject.id());
  write(w, "process", process.name());
  write_flag(w, "youth_voice", has_youth_voice(registry, process));
  key(w, "reports");
  w.StartArray();
  for (const auto& r : process.reports) write_report(w, registry, r);
  w.EndArray();
  w.EndObject();
}

Csv processes_csv() {
  Csv csv;
  csv.row({"subject", "process", "kind", "rung", "rung_number", "participation", "reported_on", "from", "young_people", "meeting", "commitments", "frameworks", "summary", "citation",
           "told_by", "told_by_kind", "standing", "disputed", "voices", "youth_voice", "events"});
  return csv;
}

void add_rows(Csv& csv, const RegistryView& registry, const Process& process) {
  for (const auto& r : process.reports) {
    const auto& data = r.data();
    const auto& told = r.act.told;
    csv.row({process.subject.value, process.name(), name_of(data.kind), name_of(data.rung), std::to_string(rung_number(data.rung)), is_participation(data.rung) ? "yes" : "no",
             data.reported_on.text(), text_of(data.from), data.young_people ? std::to_string(*data.young_people) : "", data.meeting ? std::string_view(data.meeting->value) : "",
             text_of(data.commitments), text_of(data.frameworks), data.summary.value, data.citation ? std::string_view(data.citation->value) : "", told.actor, kind_of(registry, told.actor),
             name_of(told.standing), r.act.disputed() ? "yes" : "no", voices_text(r), has_youth_voice(registry, process) ? "yes" : "no", text_of(r.act.places)});
  }
}

}  // namespace rollcall::projections::youth
