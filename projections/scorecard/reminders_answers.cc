// Reminders as JSON, CSV, a feed and a calendar (reminders_asked.h).
#include "projections/icalendar.h"
#include "projections/paging.h"
#include "projections/scorecard/reminders_asked.h"
#include "projections/xml.h"

namespace rollcall::projections::scorecard {
namespace {
using namespace events;

std::string places_of(const Reminder& r) { return text_of(r.events); }
std::string joined(const std::vector<std::string>& parts, std::string_view by) {
  std::string out;
  for (const auto& part : parts) (out += out.empty() ? "" : std::string(by)) += part;
  return out;
}
std::string_view framework_of(const Reminder& r) { return r.framework ? std::string_view(r.framework->value) : std::string_view{}; }
std::string_view commitment_of(const Reminder& r) { return r.kind == ReminderKind::commitment ? std::string_view(r.item) : std::string_view{}; }
std::int64_t days_left(const Reminded& asked, const Reminder& r) { return (r.due - asked.lens.as_of).count(); }

void write_reminder(JsonWriter& w, const Reminded& asked, const Reminder& r) {
  w.StartObject();
  write(w, "id", r.uid());
  write(w, "kind", name_of(r.kind));
  write(w, "state", name_of(r.state));
  write(w, "due", day_text(r.due));
  key(w, "days"), w.Int64(days_left(asked, r));
  write(w, "subject", r.subject.value);
  write(w, "title", asked.title_of(r));
  write_text(w, "detail", r.detail);
  write_text(w, "framework", framework_of(r));
  write_text(w, "commitment", commitment_of(r));
  write_text(w, "status", r.status ? name_of(*r.status) : std::string_view{});
  write_strings(w, "focal_points", r.focal_points);
  write_places(w, "events", r.events);
  w.EndObject();
}

Answer to_csv(const Reminded& asked) {
  Csv csv;
  csv.row({"id", "kind", "state", "due", "days", "subject", "title", "detail", "framework", "commitment", "status", "focal_points", "events"});
  for (const auto& r : asked.reminders)
    csv.row({r.uid(), name_of(r.kind), name_of(r.state), day_text(r.due), std::to_string(days_left(asked, r)), r.subject.value, asked.title_of(r), r.detail, framework_of(r), commitment_of(r),
             r.status ? name_of(*r.status) : "", joined(r.focal_points, "; "), places_of(r)});
  return page_answer(std::move(csv), asked.next);
}

std::string note_of(const Reminder& r) {
  std::string out = r.detail;
  if (!r.focal_points.empty()) (out += out.empty() ? "" : "\n") += "In charge: " + joined(r.focal_points, "; ");
  if (!r.events.empty()) (out += out.empty() ? "" : "\n") += "Told in " + places_of(r);
  return out;
}

std::string noticed_text(const Reminded& asked, const Reminder& r) { return day_text(r.noticed(asked.within)) + "T00:00:00Z"; }

void element(std::string& out, std::string_view name, std::string_view text) { out.append("<").append(name).append(">").append(xml_escaped(text)).append("</").append(name).append(">\n"); }

}  // namespace

Answer answer_reminders(const Context& context, Stories& stories, const Question& question) {
  const auto asked = read_reminders(context, stories, question);
  if (!asked) return asked.error();
  if (question.csv()) return to_csv(*asked);
  Writing out;
  write(out.w, asked->subject.kind() == SubjectKind::region ? "region" : "country", asked->subject.id());
  write(out.w, "name", asked->name);
  write_lens(out.w, asked->lens);
  write_count(out.w, "within", static_cast<std::size_t>(asked->within));
  write_count(out.w, "due", asked->due);
  write_count(out.w, "overdue", asked->overdue);
  key(out.w, "reminders");
  out.w.StartArray();
  for (const auto& r : asked->reminders) write_reminder(out.w, *asked, r);
  out.w.EndArray();
  return page_answer(std::move(out), asked->next);
}

// An entry is updated on the day from which it is told, and again when its day has passed: then a reader shows it anew.
Answer answer_reminders_atom(const Context& context, Stories& stories, const Question& question) {
  const auto asked = read_reminders(context, stories, question);
  if (!asked) return asked.error();
  constexpr std::string_view tag = "tag:rollcall.example,2026:";
  std::string entries, updated;
  for (const auto& r : asked->reminders) {
    entries += "<entry>\n";
    element(entries, "id", std::string(tag) + "reminder/" + r.uid());
    element(entries, "title", asked->title_of(r) + " (" + day_text(r.due) + ")");
    element(entries, "updated", noticed_text(*asked, r));
    entries.append("<category term=\"").append(name_of(r.kind)).append("\"/>\n<category term=\"").append(name_of(r.state)).append("\"/>\n");
    element(entries, "summary", note_of(r));
    entries += "</entry>\n";
    updated = std::max(updated, noticed_text(*asked, r));
  }
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  element(out, "id", std::string(tag) + "reminders/" + asked->subject.value);
  element(out, "title", "Rollcall: what falls due, " + asked->name);
  element(out, "updated", updated.empty() ? day_text(asked->lens.as_of) + "T00:00:00Z" : updated);
  out += "<author><name>Rollcall</name></author>\n" + entries + "</feed>\n";
  return {200, "application/atom+xml; charset=utf-8", std::move(out), {}};
}

Answer answer_reminders_ics(const Context& context, Stories& stories, const Question& question) {
  const auto asked = read_reminders(context, stories, question);
  if (!asked) return asked.error();
  std::string out;
  const auto line = [&](const std::string& text) { add_ical_line(out, text); };
  line("BEGIN:VCALENDAR"), line("VERSION:2.0"), line("PRODID:-//Rollcall//Reminders//EN"), line("CALSCALE:GREGORIAN");
  line("NAME:" + ical_escaped("What falls due, " + asked->name)), line("X-WR-CALNAME:" + ical_escaped("What falls due, " + asked->name));
  line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
  for (const auto& r : asked->reminders) {
    line("BEGIN:VEVENT"), line("UID:" + r.uid() + "@rollcall.example");
    line("DTSTAMP:" + ical_date(r.noticed(asked->within)) + "T000000Z");
    line("DTSTART;VALUE=DATE:" + ical_date(r.due)), line("DTEND;VALUE=DATE:" + ical_date(r.due + std::chrono::days(1)));
    line("SUMMARY:" + ical_escaped(asked->title_of(r)));
    if (const auto note = note_of(r); !note.empty()) line("DESCRIPTION:" + ical_escaped(note));
    line("CATEGORIES:" + std::string(name_of(r.kind)) + "," + std::string(name_of(r.state))), line("TRANSP:TRANSPARENT"), line("END:VEVENT");
  }
  line("END:VCALENDAR");
  return {200, "text/calendar; charset=utf-8", std::move(out), {}};
}

}  // namespace rollcall::projections::scorecard
