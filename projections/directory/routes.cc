// The questions of directory.h and their answers.
#include <array>

#include "projections/directory/assess.h"
#include "projections/directory/directory.h"
#include "projections/directory/rows.h"
#include "projections/registry/routes.h"
#include "projections/writing.h"

namespace rollcall::projections {
namespace directory {
namespace {
using namespace events;

// One place (a country, or the region itself) and its focal points by as_of.
struct Entry {
  Subject subject;
  const Names* names = nullptr;
  std::vector<FocalPoint> points;
};

struct Asked {
  const Context& context;
  const Question& question;
  Lens lens;
  std::optional<MandateState> state;  // none: all

  bool shows(const FocalPoint& point) const { return !state || *state == point.state; }
  std::string_view lang() const { return question.param("lang"); }
  // The opened contact, "erased", or nothing: none is held, or the public asks.
  std::optional<std::string> contact(const FocalPoint& point) const {
    if (!point.data().contact || question.viewer.empty() || !context.unseal) return std::nullopt;
    return context.unseal(*point.data().contact);
  }
};

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question, std::optional<MandateState> otherwise) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{context, question, std::move(*lens), otherwise};
  const auto text = question.param("state");
  if (text.empty()) return asked;
  MandateState state{};
  const bool named = boost::describe::enum_from_string(std::string(text).c_str(), state);
  if (!named && text != "all") return tl::unexpected(problem(400, "bad_state", "give state as live, lapsed, ended or all"));
  asked.state = named ? std::optional(state) : std::nullopt;
  return asked;
}

Entry read_entry(const Asked& asked, Subject subject, const Names* names) {
  const auto acts = read_acts(asked.context.rows, subject, asked.lens.known_at);
  return {std::move(subject), names, assess(acts, asked.lens.as_of)};
}

void write_contact(JsonWriter& w, const Asked& asked, const FocalPoint& point) {
  write_flag(w, "contact_held", point.data().contact.has_value());
  key(w, "contact");
  const auto opened = asked.contact(point);
  if (!opened) w.Null();
  else if (opened->starts_with('{')) w.RawValue(opened->data(), opened->size(), rapidjson::kObjectType);
  else write(w, *opened);
}

void write_point(JsonWriter& w, const Asked& asked, const FocalPoint& point) {
  const auto& data = point.data();
  w.StartObject();
  write(w, "unit", data.unit.value);
  write_text(w, "role", data.role);
  write(w, "state", name_of(point.state));
  write_date(w, "designated_on", std::optional(data.designated_on));
  write_date(w, "mandate_until", data.mandate_until);
  write_date(w, "ended_on", point.end ? std::optional(point.end->as<FocalPointEnded>()->ended_on) : std::nullopt);
  write_text(w, "end_reason", point.end ? point.end->as<FocalPointEnded>()->reason : std::nullopt);
  write_ids(w, "frameworks", data.frameworks);
  write_text(w, "citation", data.citation);
  write_teller(w, "told_by", point.designation.told);
  write_flag(w, "disputed", point.disputed);
  write_strings(w, "corroborated_by", point.designation.corroborated_by);
  write_strings(w, "disputed_by", point.designation.disputed_by);
  write_places(w, "events", point.events);
  write_contact(w, asked, point);
  w.EndObject();
}

void write_points(JsonWriter& w, const Asked& asked, const Entry& entry) {
  std::array<std::size_t, 3> counts{};
  for (const auto& point : entry.points) ++counts[static_cast<std::size_t>(point.state)];
  key(w, "counts");
  w.StartObject();
  for (const auto state : {MandateState::live, MandateState::lapsed, MandateState::ended}) write_count(w, name_of(state), counts[static_cast<std::size_t>(state)]);
  w.EndObject();
  key(w, "focal_points");
  w.StartArray();
  for (const auto& point : entry.points)
    if (asked.shows(point)) write_point(w, asked, point);
  w.EndArray();
}

void write_entry(JsonWriter& w, const Asked& asked, const Entry& entry) {
  write(w, entry.subject.kind() == SubjectKind::region ? "region" : "country", entry.subject.id());
  write_text(w, "name", entry.names ? name_in(*entry.names, asked.lang()) : std::string_view{});
  write_points(w, asked, entry);
}

// name, email, phone as three fields; "erased" or nothing in the first.
std::array<std::string, 3> contact_fields(const Asked& asked, const FocalPoint& point) {
  const auto opened = asked.contact(point);
  if (!opened) return {};
  JsonParser parser;
  const auto json = parser.parse(*opened);
  if (!json || !json->is_object()) return {*opened};
  return {std::string(string_or(*json, "name")), std::string(string_or(*json, "email")), std::string(string_or(*json, "phone"))};
}

// A place without a focal point keeps its line: no evidence is shown as no evidence.
Answer to_csv(const Asked& asked, const std::vector<Entry>& entries) {
  Csv csv;
  csv.row({"subject", "name", "unit", "role", "state", "designated_on", "mandate_until", "ended_on", "frameworks", "told_by", "standing", "disputed", "events",
           "contact_held", "contact_name", "contact_email", "contact_phone"});
  for (const auto& entry : entries) {
    const auto name = entry.names ? name_in(*entry.names, asked.lang()) : std::string_view{};
    bool any = false;
    for (const auto& point : entry.points) {
      if (!asked.shows(point)) continue;
      any = true;
      const auto& data = point.data();
      const auto contact = contact_fields(asked, point);
      const auto& told = point.designation.told;
      csv.row({entry.subject.value, name, data.unit.value, data.role ? std::string_view(data.role->value) : "", name_of(point.state), data.designated_on.text(),
               text_of(data.mandate_until), point.end ? point.end->as<FocalPointEnded>()->ended_on.text() : "", text_of(data.frameworks), told.actor,
               name_of(told.standing), point.disputed ? "yes" : "no", text_of(point.events), data.contact ? "yes" : "no", contact[0], contact[1], contact[2]});
    }
    if (!any) csv.row({entry.subject.value, name, "", "", "", "", "", "", "", "", "", "", "", "", "", "", ""});
  }
  return std::move(csv).answer();
}

Answer answer_region(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, MandateState::live);
  if (!asked) return asked.error();
  const auto& registry = asked->lens.registry;
  const RegionId id{question.path.at("region")};
  const auto* region = registry.region(id);
  if (!region) return unknown(context, "region", id.value);
  std::vector<Entry> entries;
  for (const auto& code : registry.members(id, asked->lens.as_of)) {
    const auto* country = registry.country(code);
    entries.push_back(read_entry(*asked, subject_of(code), country ? &country->names : nullptr));
  }
  const auto own = read_entry(*asked, {"region/" + id.value}, &region->names);
  if (question.csv()) {
    if (!own.points.empty()) entries.insert(entries.begin(), own);
    return to_csv(*asked, entries);
  }
  Writing out;
  write_lens(out.w, asked->lens);
  write_entry(out.w, *asked, own);  // the region's own focal points
  key(out.w, "countries");
  out.w.StartArray();
  for (const auto& entry : entries) {
    out.w.StartObject();
    write_entry(out.w, *asked, entry);
    out.w.EndObject();
  }
  out.w.EndArray();
  return std::move(out).answer();
}

Answer answer_country(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, std::nullopt);
  if (!asked) return asked.error();
  const CountryCode code{question.path.at("code")};
  const auto* country = asked->lens.registry.country(code);
  if (!country) return unknown(context, "country", code.value);
  const auto entry = read_entry(*asked, subject_of(code), &country->names);
  if (question.csv()) return to_csv(*asked, {entry});
  Writing out;
  write_lens(out.w, asked->lens);
  write_entry(out.w, *asked, entry);
  return std::move(out).answer();
}

}  // namespace
}  // namespace directory

namespace {
class DirectoryModel : public Model {
 public:
  std::string_view name() const override { return "directory"; }
  std::uint32_t version() const override { return 2; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { directory::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    auto routes = registry_routes();
    routes.push_back({"/v1/regions/{region}/focal-points", directory::answer_region});
    routes.push_back({"/v1/countries/{code}/focal-points", directory::answer_country});
    return routes;
  }
};
}  // namespace

std::unique_ptr<Model> directory_model() { return std::make_unique<DirectoryModel>(); }

}  // namespace rollcall::projections
