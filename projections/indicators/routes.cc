// The questions of indicators.h and their answers.
#include <algorithm>

#include "events/hash.h"
#include "projections/indicators/answers.h"
#include "projections/indicators/indicators.h"
#include "projections/indicators/kinds.h"
#include "projections/indicators/rows.h"
#include "projections/paging.h"

namespace rollcall::projections {
namespace indicators {
namespace {
using namespace events;

// One page of cells, and how the answer goes on.
struct Shelf {
  std::vector<Observation> all;
  std::size_t from = 0, to = 0;
  std::string next;                         // "" on the last page
  std::vector<std::string_view> untold;     // countries of which nothing is told
  bool withholds() const { return std::any_of(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to), [](const Observation& o) { return o.shown != Shown::value; }); }
};

tl::expected<Shelf, Answer> open_page(const Question& question, std::vector<Observation> all) {
  const auto page = read_page(question);
  if (!page) return tl::unexpected(page.error());
  Shelf shelf{std::move(all), 0, 0, {}, {}};
  if (!page->cursor.empty()) {
    const auto last = std::find_if(shelf.all.begin(), shelf.all.end(), [&](const Observation& o) { return o.act->told.place.text() == page->cursor; });
    if (last == shelf.all.end()) return tl::unexpected(bad_cursor());
    shelf.from = static_cast<std::size_t>(last - shelf.all.begin()) + 1;
  }
  shelf.to = std::min(shelf.from + page->limit, shelf.all.size());
  if (shelf.to < shelf.all.size()) shelf.next = shelf.all[shelf.to - 1].act->told.place.text();
  return shelf;
}

Answer to_csv(const Shelf& shelf) {
  ObservationsCsv csv(shelf.all);
  for (auto i = shelf.from; i < shelf.to; ++i) csv.add(shelf.all[i]);
  if (shelf.next.empty())
    for (const auto area : shelf.untold) csv.add_missing(area);
  return page_answer(std::move(csv).table(), shelf.next);
}

void write_page(JsonWriter& w, const Shelf& shelf) {
  key(w, "observations");
  w.StartArray();
  for (auto i = shelf.from; i < shelf.to; ++i) write_observation(w, shelf.all[i]);
  w.EndArray();
  write_text(w, "note", shelf.withholds() ? kNote : std::string_view{});
  key(w, "untold");
  w.StartArray();
  for (const auto area : shelf.untold) write(w, area);
  w.EndArray();
}

Answer answer_region(Tables& tables, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const RegionId id{question.path.at("region")};
  const auto* region = asked->lens.registry.region(id);
  if (!region) return unknown(context, "region", id.value);
  const auto countries = asked->lens.registry.members(id, asked->lens.as_of);
  std::vector<Tables::Cells> cells{tables.read(context, asked->lens.known_at, {"region/" + id.value})};  // what `all` points into
  auto all = look_up(*cells.back(), *asked, {"region/" + id.value});
  std::vector<std::string_view> untold;
  for (const auto& code : countries) {
    cells.push_back(tables.read(context, asked->lens.known_at, subject_of(code)));
    auto some = look_up(*cells.back(), *asked, subject_of(code));
    if (some.empty()) untold.push_back(code.value);
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  auto shelf = open_page(question, std::move(all));
  if (!shelf) return shelf.error();
  shelf->untold = std::move(untold);
  if (question.csv()) return to_csv(*shelf);
  Writing out;
  write_lens(out.w, asked->lens);
  write(out.w, "region", id.value);
  write_text(out.w, "name", name_in(region->names, question.param("lang")));
  write_ids(out.w, "countries", countries);
  write_page(out.w, *shelf);
  return page_answer(std::move(out), shelf->next);
}

Answer answer_country(Tables& tables, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const CountryCode code{question.path.at("code")};
  const auto* country = asked->lens.registry.country(code);
  if (!country) return unknown(context, "country", code.value);
  const auto cells = tables.read(context, asked->lens.known_at, subject_of(code));
  auto shelf = open_page(question, look_up(*cells, *asked, subject_of(code)));
  if (!shelf) return shelf.error();
  if (shelf->all.empty()) shelf->untold.push_back(code.value);
  if (question.csv()) return to_csv(*shelf);
  Writing out;
  write_lens(out.w, asked->lens);
  write(out.w, "country", code.value);
  write_text(out.w, "name", name_in(country->names, question.param("lang")));
  write_page(out.w, *shelf);
  return page_answer(std::move(out), shelf->next);
}

void write_set(JsonWriter& w, std::string_view name, const std::set<std::string>& texts) { write_strings(w, name, {texts.begin(), texts.end()}); }
std::string joined(const std::set<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) (out += out.empty() ? "" : ";") += text;
  return out;
}

Answer answer_kinds(Kinds& known, const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const auto page = read_page(question);
  if (!page) return page.error();
  const auto kinds = known.of(context, *asked);
  const auto cursor_of = [](const auto& kind) { return percent_encoded(kind.first); };  // a name is any text, a header's value is not
  auto at = kinds.begin();
  if (!page->cursor.empty()) {
    at = std::find_if(at, kinds.end(), [&](const auto& kind) { return cursor_of(kind) == page->cursor; });
    if (at == kinds.end()) return bad_cursor();
    ++at;
  }
  Csv csv;
  csv.row({"indicator", "units", "dimensions", "countries", "regions", "periods", "tellers", "cells"});
  Writing out;
  write_lens(out.w, asked->lens);
  key(out.w, "indicators");
  out.w.StartArray();
  std::string next;
  for (std::size_t count = 0; at != kinds.end() && count < page->limit; ++at, ++count) {
    const auto& [indicator, kind] = *at;
    next = std::next(at) == kinds.end() ? std::string() : cursor_of(*at);
    csv.row({indicator, joined(kind.units), joined(kind.dimensions), joined(kind.countries), joined(kind.regions), joined(kind.periods), joined(kind.tellers), std::to_string(kind.cells)});
    out.w.StartObject();
    write(out.w, "indicator", indicator);
    write_set(out.w, "units", kind.units), write_set(out.w, "dimensions", kind.dimensions), write_set(out.w, "countries", kind.countries);
    write_set(out.w, "regions", kind.regions), write_set(out.w, "periods", kind.periods), write_set(out.w, "tellers", kind.tellers);
    write_count(out.w, "cells", kind.cells);
    out.w.EndObject();
  }
  out.w.EndArray();
  return page_answer(question, std::move(csv), std::move(out), next);
}

}  // namespace
}  // namespace indicators

namespace {
class IndicatorsModel : public Model {
 public:
  std::string_view name() const override { return "indicators"; }
  std::uint32_t version() const override { return 1; }
  void apply(const events::Record& record, events::Place place, RowChanges& changes) const override { indicators::apply(record, place, changes); }
  std::vector<Route> routes() const override {
    const auto with = [](auto kept, auto answer) { return [kept, answer](const Context& context, const Question& question) { return answer(*kept, context, question); }; };
    return {{"/v1/indicators", with(kinds_, indicators::answer_kinds)},
            {"/v1/regions/{region}/indicators", with(tables_, indicators::answer_region)},
            {"/v1/countries/{code}/indicators", with(tables_, indicators::answer_country)}};
  }

 private:
  const std::shared_ptr<indicators::Kinds> kinds_ = std::make_shared<indicators::Kinds>();
  const std::shared_ptr<indicators::Tables> tables_ = std::make_shared<indicators::Tables>();
};
}  // namespace

std::unique_ptr<Model> indicators_model() { return std::make_unique<IndicatorsModel>(); }

}  // namespace rollcall::projections
