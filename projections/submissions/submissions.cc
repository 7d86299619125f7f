// The fold and the questions of submissions.h.
#include "projections/submissions/submissions.h"

#include <set>

#include "projections/writing.h"

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

void write_receipt(JsonWriter& w, const Receipt& r) {
  w.StartObject();
  write_members(w, r);
  w.EndObject();
}

// The row of an "a" or "r" key: where the receipt itself lies.
struct Decided {
  static constexpr unsigned char kVersion = 1;
  std::string actor;
  Place place;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (actor, place))

Key list_key(std::string_view actor, Place place) { return Key().text("l").text(actor).number(place.partition.value).number(place.sequence.value); }

// A registry event and an act about one subject may have one source and id, and their lanes are read in any order.
Key admission_key(std::string_view source, std::string_view id, std::string_view subject, bool registry) {
  return Key().text("a").text(source).text(id).text(subject).number(static_cast<std::uint8_t>(registry ? 0 : 1));
}

std::optional<Receipt> receipt_at(const RowReader& rows, const Decided& decided) { return find_decision(rows, decided.actor, decided.place); }

// About one subject, or ("") about any.
std::vector<Decided> decided_of(const RowReader& rows, std::string_view kind, std::string_view source, std::string_view id, std::string_view subject = {}) {
  std::vector<Decided> out;
  auto prefix = Key().text(kind).text(source).text(id);
  if (!subject.empty()) prefix.text(subject);
  rows.scan(prefix, [&](std::string_view, std::string_view value) {
    out.push_back(from_row<Decided>(value));
    return out.size() < 100;
  });
  return out;
}

// One (source, id) under several subjects is several events: told as a warning (architecture.md, promise 1).
Answer answer_receipt(const Context& context, const Question& question) {
  if (question.viewer.empty()) return problem(401, "not_signed_in", "send the token of the stakeholder whose submission it is");
  const auto source = question.path.at("source"), id = question.path.at("id");
  const auto found = find_receipt(context.rows, source, id, question.param("subject"), question.viewer);
  if (!found) return problem(404, "no_submission", "no decided submission of yours has this source and id");
  std::set<std::string> subjects;
  for (const auto& decided : decided_of(context.rows, "a", source, id))
    if (auto receipt = receipt_at(context.rows, decided)) subjects.insert(std::move(receipt->subject));
  Writing out;
  write_members(out.w, *found);
  if (subjects.size() > 1) write(out.w, "warning", "this id was admitted about " + std::to_string(subjects.size()) + " subjects; within a source use an id once");
  return std::move(out).answer();
}

Answer answer_list(const Context& context, const Question& question) {
  if (question.viewer.empty()) return problem(401, "not_signed_in", "send the token of the stakeholder whose submissions they are");
  const auto page = read_page(question);
  if (!page) return page.error();
  const auto wanted = question.param("decision");
  if (!wanted.empty() && wanted != "admitted" && wanted != "refused") return problem(400, "bad_decision", "give decision as admitted or refused");
  const auto from = Place::parse(page->cursor);
  if (!from && !page->cursor.empty()) return problem(400, "bad_cursor", "give the cursor as the last page gave it");
  const auto prefix = Key().text("l").text(question.viewer);
  std::string start, next;
  if (from) start = Key(prefix).number(from->partition.value).number(from->sequence.value).take();
  Csv csv;
  csv.row({"source", "id", "decision", "position", "type", "subject", "recordedtime", "reasons"});
  Writing out;
  key(out.w, "submissions");
  out.w.StartArray();
  std::size_t count = 0;
  context.rows.scan(prefix, start, [&](std::string_view, std::string_view value) {
    const auto r = from_row<Receipt>(value);
    if (!wanted.empty() && r.admitted != (wanted == "admitted")) return true;
    if (count++ == page->limit) return next = r.place.text(), false;
    write_receipt(out.w, r);
    csv.row({r.source, r.id, r.admitted ? "admitted" : "refused", r.place.text(), r.type, r.subject, r.recorded.text(), r.reasons});
    return true;
  });
  out.w.EndArray();
  write_text(out.w, "next_cursor", next);
  return question.csv() ? std::move(csv).answer() : std::move(out).answer();
}

class SubmissionsModel : public Model {
 public:
  std::string_view name() const override { return "submissions"; }
  std::uint32_t version() const override { return 4; }
  void apply(const Record& record, Place place, RowChanges& changes) const override {
    if (record.kind == RecordKind::repeated) return;
    const auto receipt = receipt_of(record, place);
    if (!receipt) return;
    changes.put(list_key(receipt->actor, place).take(), to_row(*receipt));
    // By actor: one partner's refusal does not hide another's. An admission needs no such thing: there is but one.
    auto key = receipt->admitted ? admission_key(receipt->source, receipt->id, receipt->subject, place.partition.value == 0)
                                 : Key().text("r").text(receipt->source).text(receipt->id).text(receipt->subject).text(receipt->actor).number(place.partition.value);
    changes.put(key.take(), to_row(Decided{receipt->actor, place}));
  }
  std::vector<Route> routes() const override {
    return {{"/v1/submissions", answer_list}, {"/v1/submissions/{source}/{id}", answer_receipt}};
  }
};

}  // namespace

std::optional<Receipt> find_admission(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject) {
  if (subject.empty()) {
    const auto any = decided_of(rows, "a", source, id);
    return any.empty() ? std::nullopt : receipt_at(rows, any.front());
  }
  for (const bool registry : {true, false})  // two look-ups by the whole key are much cheaper than one scan
    if (const auto row = rows.get(admission_key(source, id, subject, registry))) return receipt_at(rows, from_row<Decided>(*row));
  return std::nullopt;
}

std::optional<Receipt> find_receipt(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, std::string_view actor) {
  for (const std::string_view kind : {"a", "r"})
    for (const auto& decided : decided_of(rows, kind, source, id, subject))
      if (decided.actor == actor) return receipt_at(rows, decided);
  return std::nullopt;
}

std::optional<Receipt> find_decision(const RowReader& rows, std::string_view actor, Place place) {
  const auto row = rows.get(list_key(actor, place));
  return row ? std::optional(from_row<Receipt>(*row)) : std::nullopt;
}

std::optional<Receipt> receipt_of(const Record& r, Place place) {
  if (r.kind == RecordKind::fence) return std::nullopt;
  Receipt out{std::string(r.submitted_source()), std::string(r.submitted_id()), std::string(r.submitted_type()), std::string(r.subject), std::string(r.actor),
              std::string(r.payload), r.kind == RecordKind::admitted, place, r.recorded, {}, {}};
  if (r.kind == RecordKind::admitted) return out;
  out.first = string_or(r.data, "first");
  if (r.kind == RecordKind::refused) {
    Json reasons;
    out.reasons = r.data["reasons"].get(reasons) ? "[]" : canonical(reasons).value_or("[]");
  } else if (const auto first = Place::parse(out.first)) {
    out.place = *first;
  }
  return out;
}

std::string to_json(const Receipt& receipt) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  write_receipt(w, receipt);
  return std::string(buffer.GetString(), buffer.GetSize());
}

std::unique_ptr<Model> submissions_model() { return std::make_unique<SubmissionsModel>(); }

}  // namespace rollcall::projections
