// The questions of directory.h and their answers.
#include "projections/directory/answers.h"
#include "projections/directory/directory.h"
#include "projections/directory/rows.h"
#include "projections/registry/routes.h"

namespace rollcall::projections {
namespace directory {
namespace {
using namespace events;

tl::expected<Asked, Answer> read_asked(const Context& context, const Question& question, const Office& office, std::optional<MandateState> otherwise) {
  auto lens = read_lens(context, question);
  if (!lens) return tl::unexpected(lens.error());
  Asked asked{context, question, office, std::move(*lens), otherwise};
  const auto text = question.param("state");
  if (text.empty()) return asked;
  MandateState state{};
  const bool named = boost::describe::enum_from_string(std::string(text).c_str(), state);
  if (!named && text != "all") return tl::unexpected(problem(400, "bad_state", "give state as live, lapsed, ended or all"));
  asked.state = named ? std::optional(state) : std::nullopt;
  return asked;
}

Entry read_entry(KeptActs& kept, const Asked& asked, const Territory& place) {
  auto acts = kept.read(asked.context, prefix_of(place.subject), asked.lens.known_at);
  auto mandates = assess(*acts, asked.office.starts, asked.lens.as_of);
  return {place, std::move(acts), std::move(mandates)};
}

Answer answer_region(const Office& office, KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, office, MandateState::live);
  if (!asked) return asked.error();
  const auto places = read_region(context, question, asked->lens);
  if (!places) return places.error();
  std::vector<Entry> entries;
  for (const auto& place : places->countries) entries.push_back(read_entry(kept, *asked, place));
  const auto own = read_entry(kept, *asked, places->region);
  if (question.csv()) {
    if (!own.mandates.empty()) entries.insert(entries.begin(), own);
    return to_csv(*asked, entries);
  }
  Writing out;
  write_lens(out.w, asked->lens);
  write_entry(out.w, *asked, own);  // the region's own
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

Answer answer_country(const Office& office, KeptActs& kept, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question, office, std::nullopt);
  if (!asked) return asked.error();
  const auto place = read_country(context, question, asked->lens);
  if (!place) return place.error();
  const auto entry = read_entry(kept, *asked, *place);
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
  std::uint32_t version() const override { return 3; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { directory::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    auto routes = registry_routes();
    for (const auto& office : directory::offices()) {
      const std::string path(office.path);
      routes.push_back({"/v1/regions/{region}/" + path, [&office, kept = kept_](const Context& c, const Question& q) { return directory::answer_region(office, *kept, c, q); }});
      routes.push_back({"/v1/countries/{code}/" + path, [&office, kept = kept_](const Context& c, const Question& q) { return directory::answer_country(office, *kept, c, q); }});
    }
    return routes;
  }

 private:
  const std::shared_ptr<KeptActs> kept_ = std::make_shared<KeptActs>();
};
}  // namespace

std::unique_ptr<Model> directory_model() { return std::make_unique<DirectoryModel>(); }

}  // namespace rollcall::projections
