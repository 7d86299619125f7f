// Given events, when asked, then answer: a ledger built record by record as admission would write it, a model's fold of
// it, and the model's answers, without any service.
//
//   Ledger ledger;
//   ledger.append({.type = "treaty.ratified", .subject = "country/ROU", .data = R"({"instrument":"opsc",…})", .actor = "un-treaty-section"});
//   Fold fold(instruments_model(), ledger);
//   CHECK(fold.ask("/v1/instruments/opsc?as_of=2001-12-31").at("/countries/[country=ROU]/status") == "party");
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <vector>

#include "events/codec.h"
#include "events/record.h"
#include "projections/model.h"
#include "tests/support/memory_rows.h"

namespace rollcall::tests {

struct Event {
  std::string type;     // "treaty.ratified"
  std::string subject;  // "country/ROU"
  std::string data;     // JSON
  std::string actor = "registrar";
  events::Standing standing = events::Standing::authority;
  std::string id;       // "" = "event-N"
  std::string source;   // "" = the actor's own page
  std::string recorded; // a date or RFC 3339; "" = one second after the record before
};

struct Entry {
  events::Place place;
  std::string bytes;
};

class Ledger {
 public:
  explicit Ledger(std::uint16_t lanes = 2) : lanes_(lanes) {}

  // The place it got. Throws when the data is not what the type wants: a test's own mistake.
  events::Place append(const Event& given) {
    events::JsonParser parser;
    events::CloudEvent e;
    e.type = std::string(events::kTypePrefix) + given.type + std::string(events::kTypeSuffix);
    e.subject = given.subject;
    e.id = given.id.empty() ? "event-" + std::to_string(entries_.size() + 1) : given.id;
    e.source = given.source.empty() ? source_of(given.actor) : given.source;
    e.time = "2000-01-01T00:00:00Z";
    e.datacontenttype = "application/json";
    const auto json = parser.parse(given.data);
    if (!json) throw std::invalid_argument(given.type + ": " + json.error().detail);
    if (!events::find_type(e.type)) throw std::invalid_argument("no such type: " + given.type);
    if (const auto data = events::decode_data(e.type, *json); !data)
      throw std::invalid_argument(given.type + ": " + events::to_json(data.error()));
    e.data = events::canonical(*json).value();
    return keep(e, given);
  }
  events::Place append(std::string type, std::string subject, std::string data) { return append(Event{std::move(type), std::move(subject), std::move(data)}); }

  // The refusal of a submission, whatever its data.
  events::Place refuse(const Event& given, const events::Reasons& reasons) {
    events::CloudEvent e;
    e.subject = given.subject;
    auto [place, marks] = mark(e, given);
    marks.payload = events::payload_hash("{}");
    const auto type = std::string(events::kTypePrefix) + given.type + std::string(events::kTypeSuffix);
    entries_.push_back({place, events::write_refused({given.source.empty() ? source_of(given.actor) : given.source, given.id, type, given.subject}, marks, reasons, std::nullopt)});
    return place;
  }

  // A country, so that a subject is known.
  events::Place country(const std::string& code, const std::string& name = {}) {
    return append("country.registered", "country/" + code, R"({"country":")" + code + R"(","names":{"en":")" + (name.empty() ? code : name) + R"("}})");
  }

  const std::vector<Entry>& entries() const { return entries_; }  // in the order appended
  std::vector<Entry> lane(std::uint16_t p) const {
    std::vector<Entry> out;
    for (const auto& e : entries_)
      if (e.place.partition.value == p) out.push_back(e);
    return out;
  }
  std::uint16_t lanes() const { return lanes_; }
  static std::string source_of(const std::string& actor) { return std::string(events::kSourceBase) + "stakeholders/" + actor; }
  // {"source":…,"id":…} of an event, as claims and corrections name it.
  static std::string ref(const std::string& actor, const std::string& id) { return R"({"source":")" + source_of(actor) + R"(","id":")" + id + R"("})"; }

 private:
  events::Place keep(const events::CloudEvent& e, const Event& given) {
    auto [place, marks] = mark(e, given);
    marks.payload = events::payload_hash(events::to_submission(e));
    entries_.push_back({place, events::write_admitted(e, marks, given.standing)});
    return place;
  }

  // The next place in its lane.
  std::pair<events::Place, events::Marks> mark(const events::CloudEvent& e, const Event& given) {
    const auto partition = events::lane_for(e, lanes_);
    events::Instant recorded{clock_.ms + 1000};
    if (!given.recorded.empty()) {
      const auto day = events::PartialDate::parse(given.recorded);
      recorded = events::Instant::parse(day ? events::day_text(day->earliest()) + "T00:00:00Z" : given.recorded).value();
      if (recorded < clock_) throw std::invalid_argument("recordedtime never goes back");
    }
    clock_ = recorded;
    auto& next = next_[partition];
    const events::Place place{partition, events::Sequence{next}};
    events::Marks marks;
    marks.sequence = place.sequence;
    marks.recorded = recorded;
    marks.epoch = events::Epoch{1};
    marks.nonce = "9f86d081884c7d65";
    marks.inbox = events::Offset{next++};
    marks.registry = partition.value == 0 ? place.sequence.value : next_[events::Partition{0}];
    marks.actor = given.actor;
    return {place, marks};
  }

  std::uint16_t lanes_;
  std::vector<Entry> entries_;
  std::map<events::Partition, std::uint64_t> next_;
  events::Instant clock_ = events::Instant::parse("2026-01-01T00:00:00Z").value();
};

// An answer, and what stands in it. Pointers are RFC 6901, and "[member=value]" picks the list's first such object.
class Reply {
 public:
  explicit Reply(projections::Answer answer) : answer_(std::move(answer)) {
    if (answer_.content_type.find("json") == std::string::npos) return;
    auto parsed = parser_->parse(answer_.body);
    if (!parsed) throw std::logic_error(parsed.error().detail + ": " + answer_.body);
    json_ = *parsed;
  }
  int status() const { return answer_.status; }
  const std::string& body() const { return answer_.body; }
  const projections::Answer& answer() const { return answer_; }

  // A text as it is, anything else as minified JSON; "(nothing)" when nothing stands there.
  std::string at(std::string_view pointer) const {
    auto json = json_;
    while (!pointer.empty()) {
      pointer.remove_prefix(1);
      const auto end = pointer.starts_with('[') ? pointer.find(']') + 1 : std::min(pointer.find('/'), pointer.size());
      if (!step(json, pointer.substr(0, end))) return "(nothing)";
      pointer.remove_prefix(end);
    }
    std::string_view text;
    return json.get(text) == simdjson::SUCCESS ? std::string(text) : simdjson::minify(json);
  }
  std::size_t size(std::string_view pointer) const {  // of a list
    simdjson::dom::array array;
    return json_.at_pointer(pointer).get(array) ? 0 : array.size();
  }

 private:
  static bool step(events::Json& json, std::string_view part) {
    if (!part.starts_with('[')) return json.at_pointer(std::string("/").append(part)).get(json) == simdjson::SUCCESS;
    const auto equals = part.find('=');
    const auto member = part.substr(1, equals - 1), wanted = part.substr(equals + 1, part.size() - equals - 2);
    simdjson::dom::array array;
    if (json.get(array)) return false;
    for (const auto element : array)
      if (events::string_or(element, member) == wanted) return json = element, true;
    return false;
  }
  projections::Answer answer_;
  std::shared_ptr<events::JsonParser> parser_ = std::make_shared<events::JsonParser>();
  events::Json json_{};
};

// A model's rows and the registry, after what was read so far.
class Fold {
 public:
  using SharedModel = std::shared_ptr<const projections::Model>;  // a unique_ptr becomes one
  explicit Fold(SharedModel model) : model_(std::move(model)) {}
  Fold(SharedModel model, const Ledger& ledger) : Fold(std::move(model)) { read(ledger.entries()); }

  // One batch: its changes and the position land together. What was taken in before is passed over.
  void read(std::span<const Entry> batch) {
    projections::RowChanges changes;
    for (const auto& e : batch) {
      if (position_.covers(e.place)) continue;
      const auto record = events::read_record(parser_, e.bytes);
      if (!record) throw std::logic_error(record.error().detail);
      if (e.place.partition.value == 0) registry_.apply(*record);
      model_->apply(*record, e.place, changes);
      position_.advance(e.place);
      latest_ = std::max(latest_, record->recorded);
    }
    if (!rows_.write(changes, position_.text())) throw std::logic_error("the rows failed");
    snapshot_ = rows_.snapshot();
  }

  // As after a crash: nothing is left but the rows; the position is theirs, and the registry is folded again up to it.
  void restart(std::span<const Entry> ledger) {
    const auto checkpoint = rows_.snapshot()->get(projections::Rows::kCheckpointKey);
    position_ = events::Position::parse(checkpoint.value_or("")).value_or(events::Position());
    registry_ = {};
    for (const auto& e : ledger)
      if (e.place.partition.value == 0 && position_.covers(e.place)) registry_.apply(events::read_record(parser_, e.bytes).value());
  }

  projections::Context context() {
    if (!snapshot_) snapshot_ = rows_.snapshot();
    return {*snapshot_, registry_, position_, latest_, today, unseal};
  }

  // "/v1/instruments/opsc?as_of=2001-12-31" by the model's own routes; no percent-decoding. Throws when no route fits.
  Reply ask(const std::string& url, const std::string& viewer = {}) {
    projections::Question question;
    question.viewer = viewer;
    const auto mark = std::min(url.find('?'), url.size());
    for (const auto pair : split(std::string_view(url).substr(std::min(mark + 1, url.size())), '&'))
      if (const auto equals = pair.find('='); equals != pair.npos) question.query.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    for (const auto& route : model_->routes())
      if (question.path.clear(); matches(route.pattern, std::string_view(url).substr(0, mark), question.path))
        return Reply(route.answer(context(), question));
    throw std::invalid_argument("no route for " + url);
  }

  MemoryRows& rows() { return rows_; }
  const projections::Registry& registry() const { return registry_; }
  const events::Position& position() const { return position_; }
  events::Day today = events::PartialDate::parse("2026-06-01")->earliest();
  std::function<std::optional<std::string>(const events::SealedContact&)> unseal = [](const events::SealedContact&) { return std::nullopt; };

 private:
  static std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
      const auto end = std::min(text.find(at), text.size());
      out.push_back(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }
  static bool matches(std::string_view pattern, std::string_view path, std::map<std::string, std::string>& names) {
    const auto wanted = split(pattern, '/'), got = split(path, '/');
    if (wanted.size() != got.size()) return false;
    for (std::size_t i = 0; i < got.size(); ++i) {
      if (wanted[i].starts_with('{')) names.emplace(wanted[i].substr(1, wanted[i].size() - 2), got[i]);
      else if (wanted[i] != got[i]) return false;
    }
    return true;
  }

  SharedModel model_;
  events::JsonParser parser_;
  projections::Registry registry_;
  events::Position position_;
  events::Instant latest_{};
  MemoryRows rows_;
  std::unique_ptr<projections::RowReader> snapshot_;
};

}  // namespace rollcall::tests
