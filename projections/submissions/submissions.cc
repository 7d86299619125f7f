// The fold and the look-ups of submissions.h.
#include "projections/submissions/submissions.h"

#include "projections/submissions/lists.h"
#include "projections/submissions/questions.h"

namespace rollcall::projections {
using namespace events;
namespace {

// The row of an "a" or "r" key: where the receipt itself lies.
struct Decided {
  static constexpr unsigned char kVersion = 1;
  std::string actor;
  Place place;
};
BOOST_DESCRIBE_STRUCT(Decided, (), (actor, place))

// A registry event and an act about one subject may have one source and id, and their lanes are read in any order.
Key admission_key(std::string_view source, std::string_view id, std::string_view subject, bool registry) {
  return Key().text("a").text(source).text(id).text(subject).number(static_cast<std::uint8_t>(registry ? 0 : 1));
}

Key refusal_key(std::string_view source, std::string_view id, std::string_view subject, std::string_view actor, Partition lane) {
  return Key().text("r").text(source).text(id).text(subject).text(actor).number(lane.value);
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

class SubmissionsModel : public Model {
 public:
  std::string_view name() const override { return "submissions"; }
  std::uint32_t version() const override { return 5; }
  void apply(const Record& record, Place place, RowChanges& changes) const override {
    if (record.kind == RecordKind::repeated) return;
    const auto receipt = receipt_of(record, place);
    if (!receipt) return;
    changes.put(submissions::list_key(submissions::kAll, receipt->actor, place), to_row(*receipt));
    if (!receipt->admitted) changes.put(submissions::list_key(submissions::kRefused, receipt->actor, place), {});
    // By actor: one partner's refusal does not hide another's. An admission needs no such thing: there is but one.
    auto key = receipt->admitted ? admission_key(receipt->source, receipt->id, receipt->subject, place.partition.value == 0)
                                 : refusal_key(receipt->source, receipt->id, receipt->subject, receipt->actor, place.partition);
    changes.put(key.take(), to_row(Decided{receipt->actor, place}));
  }
  std::vector<Route> routes() const override {
    return {{"/v1/submissions", submissions::answer_list}, {"/v1/submissions/summary", submissions::answer_summary}, {"/v1/submissions/{source}/{id}", submissions::answer_receipt}};
  }
};

}  // namespace

std::optional<Receipt> find_admission(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject) {
  if (subject.empty()) {
    const auto any = decided_of(rows, "a", source, id);
    return any.empty() ? std::nullopt : receipt_at(rows, any.front());
  }
  for (const bool registry : {true, false})  // two look-ups by the whole key are much cheaper than one scan
    if (auto found = find_admission_in(rows, source, id, subject, registry)) return found;
  return std::nullopt;
}

std::optional<Receipt> find_admission_in(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, bool registry) {
  const auto row = rows.get(admission_key(source, id, subject, registry));
  return row ? receipt_at(rows, from_row<Decided>(*row)) : std::nullopt;
}

std::optional<Receipt> find_refusal_in(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, std::string_view actor, Partition lane) {
  const auto row = rows.get(refusal_key(source, id, subject, actor, lane));
  return row ? receipt_at(rows, from_row<Decided>(*row)) : std::nullopt;
}

std::optional<Receipt> find_receipt(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, std::string_view actor) {
  for (const std::string_view kind : {"a", "r"})
    for (const auto& decided : decided_of(rows, kind, source, id, subject))
      if (decided.actor == actor) return receipt_at(rows, decided);
  return std::nullopt;
}

std::optional<Receipt> find_decision(const RowReader& rows, std::string_view actor, Place place) {
  const auto row = rows.get(submissions::list_key(submissions::kAll, actor, place));
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

std::set<std::string> subjects_of(const RowReader& rows, std::string_view source, std::string_view id, std::string_view actor) {
  std::set<std::string> out;
  for (const std::string_view kind : {"a", "r"}) {
    const std::string prefix = Key().text(kind).text(source).text(id).take();
    rows.scan(prefix, [&](std::string_view row, std::string_view value) {
      const auto rest = row.substr(prefix.size());
      if (const auto subject = rest.substr(0, rest.find('\0')); !subject.empty() && from_row<Decided>(value).actor == actor) out.emplace(subject);
      return out.size() < kMostSubjects;
    });
  }
  return out;
}

std::unique_ptr<Model> submissions_model() { return std::make_unique<SubmissionsModel>(); }

}  // namespace rollcall::projections
