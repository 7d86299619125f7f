// The questions of submissions.h and their answers.
#include "projections/submissions/questions.h"

#include "projections/paging.h"
#include "projections/submissions/lists.h"
#include "projections/submissions/summary.h"

namespace rollcall::projections {
using namespace events;
namespace {

void write_members(JsonWriter& w, const Receipt& r) {
  write(w, "source", r.source);
  write(w, "id", r.id);
  write(w, "decision", r.admitted ? "admitted" : "refused");
  write(w, "position", r.place.text());
  key(w, "reasons");
  const std::string_view reasons = r.reasons.empty() ? "[]" : std::string_view(r.reasons);
  w.RawValue(reasons.data(), reasons.size(), rapidjson::kArrayType);
  write(w, "type", r.type);
  write(w, "subject", r.subject);
  write(w, "recordedtime", r.recorded.text());
  if (!r.first.empty()) write(w, "first", r.first);
}

// One (source, id) under several subjects is several events: told as a warning (ARCHITECTURE.md, promise 1).
std::string warning_about(const std::set<std::string>& subjects) {
  if (subjects.size() < 2) return {};
  std::string named;
  for (const auto& subject : subjects) (named += named.empty() ? "" : ", ") += subject;
  return "this id was sent about " + std::to_string(subjects.size()) + " subjects (" + named + "), which makes as many events; within a source use an id once";
}
std::string warning_about(const RowReader& rows, const Receipt& r) { return warning_about(subjects_of(rows, r.source, r.id, r.actor)); }

Answer not_signed_in(std::string_view whose) { return problem(401, "not_signed_in", "send the token of the stakeholder whose " + std::string(whose)); }

Csv list_csv() {
  Csv csv;
  csv.row({"source", "id", "decision", "position", "type", "subject", "recordedtime", "codes", "reasons", "warning"});
  return csv;
}

std::string codes_text(const Receipt& r) {
  std::string out;
  for (const auto& code : submissions::codes_of(r)) (out += out.empty() ? "" : " ") += code;
  return out;
}

// From a date, its first moment; RFC 3339; "" from the beginning.
std::optional<Instant> read_since(const Question& question) {
  const auto text = question.param("since");
  if (text.empty()) return Instant{std::numeric_limits<std::int64_t>::min()};
  if (const auto date = PartialDate::parse(text)) return Instant::parse(day_text(date->earliest()) + "T00:00:00Z");
  return Instant::parse(text);
}
Answer bad_since() { return problem(400, "bad_since", "give since as a date or as an RFC 3339 time, such as 2026-11-22T08:15:30Z"); }

}  // namespace

std::string to_json(const Receipt& receipt) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write_members(w, receipt);
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

Answer answer_pending(const std::vector<Pending>& pending, bool csv) {
  auto lines = list_csv();
  Writing out;
  key(out.w, "submissions");
  out.w.StartArray();
  for (const auto& p : pending) {
    lines.row({p.source, p.id, "pending", "", "", "", "", "", "", ""});
    out.w.StartObject();
    write(out.w, "source", p.source), write(out.w, "id", p.id), write(out.w, "decision", "pending");
    key(out.w, "position"), out.w.Null();
    key(out.w, "reasons"), out.w.StartArray(), out.w.EndArray();
    out.w.EndObject();
  }
  out.w.EndArray();
  auto answer = csv ? page_answer(std::move(lines), {}) : page_answer(std::move(out), {});
  answer.headers["Cache-Control"] = "no-store";
  return answer;
}

namespace submissions {

Answer answer_receipt(const Context& context, const Question& question) {
  if (question.viewer.empty()) return not_signed_in("submission it is");
  const auto found = find_receipt(context.rows, question.path.at("source"), question.path.at("id"), question.param("subject"), question.viewer);
  if (!found) return problem(404, "no_submission", "no decided submission of yours has this source and id");
  Writing out;
  write_members(out.w, *found);
  if (const auto warning = warning_about(context.rows, *found); !warning.empty()) write(out.w, "warning", warning);
  return std::move(out).answer();
}

Answer answer_list(const Context& context, const Question& question) {
  if (question.viewer.empty()) return not_signed_in("submissions they are");
  const auto page = read_page(question);
  if (!page) return page.error();
  const auto wanted = question.param("decision");
  if (wanted == "pending") return answer_pending({}, question.csv());  // who has some answers beforehand
  if (!wanted.empty() && wanted != "admitted" && wanted != "refused") return problem(400, "bad_decision", "give decision as admitted, refused or pending");
  const auto since = read_since(question);
  if (!since) return bad_since();
  const auto after = Place::parse(page->cursor);
  if (!after && !page->cursor.empty()) return bad_cursor();
  auto csv = list_csv();
  Writing out;
  key(out.w, "submissions");
  out.w.StartArray();
  std::size_t count = 0;
  std::string last, next;
  each_receipt(context.rows, wanted == "refused" ? kRefused : kAll, question.viewer, *since, after, [&](const Receipt& r) {
    if (wanted == "admitted" && !r.admitted) return true;
    if (count++ == page->limit) return next = last, false;
    last = r.place.text();
    const auto warning = warning_about(context.rows, r);
    out.w.StartObject();
    write_members(out.w, r);
    if (!warning.empty()) write(out.w, "warning", warning);
    out.w.EndObject();
    csv.row({r.source, r.id, r.admitted ? "admitted" : "refused", last, r.type, r.subject, r.recorded.text(), codes_text(r), r.reasons, warning});
    return true;
  });
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), next);
}

Answer answer_summary(const Context& context, const Question& question) {
  if (question.viewer.empty()) return not_signed_in("submissions they are");
  const auto since = read_since(question);
  if (!since) return bad_since();
  return write_summary(summarise(context.rows, question.viewer, *since), question.param("since"), question.csv());
}

}  // namespace submissions
}  // namespace rollcall::projections
