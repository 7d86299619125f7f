// See csv_filled.h.
#include "services/gateway/csv_filled.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_set>

#include "events/codec.h"
#include "events/hash.h"
#include "projections/lens.h"

namespace rollcall::gateway {
using namespace events;
namespace {

std::string key_of(std::string_view subject, std::string_view source, std::string_view id) {
  std::string key(subject);
  (key += '\n') += source;
  return (key += '\n') += id;
}

// The member that a column names, by its path.
std::optional<Json> member_at(Json data, std::string_view path) {
  if (path.starts_with("data.")) path.remove_prefix(5);
  while (!path.empty()) {
    const auto dot = std::min(path.find('.'), path.size());
    if (!data.is_object() || data[path.substr(0, dot)].get(data)) return std::nullopt;
    path.remove_prefix(std::min(dot + 1, path.size()));
  }
  return data;
}

std::string value_text(Json value) {
  std::string_view text;
  bool flag = false;
  if (value.get(text) == simdjson::SUCCESS) return std::string(text);
  if (value.get(flag) == simdjson::SUCCESS) return flag ? "yes" : "no";
  return canonical(value).value_or("");
}

// Parted by ';', or as JSON where a member would not come back as it is.
std::string list_text(Json value) {
  simdjson::dom::array members;
  if (value.get(members)) return "";
  std::string out;
  for (const auto member : members) {
    const auto text = value_text(member);
    if (text.empty() || text.find_first_of(";[") != text.npos || text.front() == ' ' || text.back() == ' ') return canonical(value).value_or("");
    (out += out.empty() ? "" : "; ") += text;
  }
  return out;
}

std::vector<std::string> row_of(const Template& t, const CloudEvent& event) {
  std::vector<std::string> cells{std::string(t.type->name), event.id, event.subject, event.time, event.source};
  JsonParser parser;
  const auto data = parser.parse(event.data);
  for (const auto& column : t.columns) {
    const auto value = data ? member_at(*data, column.name) : std::nullopt;
    cells.push_back(!value ? "" : column.list ? list_text(*value) : value_text(*value));
  }
  return cells;
}

void add_row(projections::Csv& csv, const std::vector<std::string>& cells) { csv.row({cells.begin(), cells.end()}); }

std::vector<std::string> headings_of(const Template& t) {
  std::vector<std::string> headings{"type", "id", "subject", "time", "source"};
  for (const auto& column : t.columns) headings.push_back(column.name);
  return headings;
}

// What the row of a known event reads as, untouched; nothing when it can't be read back at all.
std::optional<CloudEvent> read_back(const Template& t, const KnownEvent& known) {
  projections::Csv csv;
  add_row(csv, headings_of(t)), add_row(csv, row_of(t, known.event));
  const auto rows = read_csv_events(std::move(csv).answer().body, t.type->name, {known.actor});
  return rows && rows->size() == 1 && rows->front().event ? std::optional(*rows->front().event) : std::nullopt;
}

// The ledger's sealed contact stays where the row gives none: a cell can't hold it.
std::string with_contact(const std::string& data, const std::string& before) {
  JsonParser parser, other;
  const auto now = parser.parse(data), then = other.parse(before);
  Json contact;
  if (!now || !then || (*then)["contact"].get(contact) || !(*now)["contact"].error()) return data;
  auto whole = data.substr(0, data.size() - 1) + (data.size() > 2 ? "," : "") + "\"contact\":" + simdjson::minify(contact) + "}";
  const auto joined = parser.parse(whole);
  return joined ? canonical(*joined).value_or(data) : data;
}

CloudEvent correction_of(const KnownEvent& known, std::string data, const std::string& reason) {
  EventCorrected correction;
  correction.event = {{known.event.source}, {known.event.id}};
  correction.type.value = known.event.type;
  correction.reason.value = reason;
  correction.data.value = with_contact(data, known.event.data);
  CloudEvent event;
  const auto said = key_of(known.event.subject, known.event.source, known.event.id) + '\n' + known.last + '\n' + reason + '\n' + correction.data.value;
  event.id = "correction/" + base64url(bytes_of(sha256(said)));
  event.source = known.event.source;
  event.type = type_of<EventCorrected>();
  event.subject = known.event.subject;
  event.time = known.event.time;
  event.datacontenttype = "application/json";
  event.dataschema = std::string(kSourceBase) + "schemas/" + std::string(EventCorrected::info.name) + ".v1.json";
  JsonParser parser;
  const auto parsed = parser.parse(to_json(correction));
  event.data = parsed ? canonical(*parsed).value_or("{}") : "{}";
  return event;
}

Reason reason_of(Code code, std::string pointer, std::string detail) { return {code, std::move(pointer), std::move(detail), "services/gateway/csv_filled.h"}; }

}  // namespace

void KnownEvents::take(const Record& record) {
  if (record.kind != RecordKind::admitted) return;
  const bool correction = record.type == type_of<EventCorrected>() && string_or(record.data, "type") == type_;
  Json ref, data;
  if ((correction || record.type == type_of<EventRetracted>()) && record.data["event"].get(ref) == simdjson::SUCCESS) {
    std::string whole = correction && record.data["data"].get(data) == simdjson::SUCCESS ? canonical(data).value_or("") : "";
    changes_.push_back({key_of(record.subject, record.source, record.id), key_of(record.subject, string_or(ref, "source"), string_or(ref, "id")), std::string(record.id), std::move(whole)});
  }
  if (record.type != type_) return;
  KnownEvent known;
  known.event.id = record.id, known.event.source = record.source, known.event.type = record.type;
  known.event.subject = record.subject, known.event.time = record.time;
  known.event.data = canonical(record.data).value_or("{}");
  known.actor = record.actor;
  events_.emplace(key_of(record.subject, record.source, record.id), std::move(known));
}

void KnownEvents::settle() {
  std::unordered_set<std::string> retracted;
  for (auto change = changes_.rbegin(); change != changes_.rend(); ++change)  // a retraction that was retracted itself withdraws nothing
    if (change->data.empty() && !retracted.count(change->key)) retracted.insert(change->target);
  for (auto& change : changes_) {
    const auto at = events_.find(change.target);
    if (change.data.empty() || retracted.count(change.key) || at == events_.end()) continue;
    at->second.event.data = std::move(change.data);
    at->second.last = std::move(change.id);
  }
  for (auto& [key, known] : events_) {
    known.retracted = retracted.count(key) > 0;
    by_id_.emplace(known.event.source + '\n' + known.event.id, &known);
  }
  changes_.clear();
}

const KnownEvent* KnownEvents::find(std::string_view subject, std::string_view source, std::string_view id) const {
  const auto at = events_.find(key_of(subject, source, id));
  return at == events_.end() ? nullptr : &at->second;
}

const KnownEvent* KnownEvents::elsewhere(std::string_view source, std::string_view id) const {
  const auto at = by_id_.find(std::string(source) + '\n' + std::string(id));
  return at == by_id_.end() ? nullptr : at->second;
}

std::vector<const KnownEvent*> KnownEvents::all() const {
  std::vector<const KnownEvent*> out;
  for (const auto& [key, known] : events_)
    if (!known.retracted) out.push_back(&known);
  const auto order = [](const KnownEvent* k) { return std::tie(k->event.subject, k->event.time, k->event.id, k->event.source); };
  std::sort(out.begin(), out.end(), [&](const auto* a, const auto* b) { return order(a) < order(b); });
  return out;
}

std::string filled_csv(const Template& t, const std::vector<const KnownEvent*>& events) {
  projections::Csv csv;
  add_row(csv, headings_of(t)), add_row(csv, guide_line(t));
  for (const auto* known : events) add_row(csv, row_of(t, known->event));
  return std::move(csv).answer().body;
}

std::vector<Revised> revise(const Template& t, std::vector<CsvRow> rows, const KnownEvents& known, const std::string& reason) {
  std::vector<Revised> out;
  std::set<std::string> seen;
  for (auto& row : rows) {
    Revised r{row.line, Revised::Kind::refused, {}, {}, {}};
    const auto refuse = [&](Code code, std::string pointer, std::string detail) { r.reasons.push_back(reason_of(code, std::move(pointer), std::move(detail))); };
    if (!row.event) {
      r.reasons = std::move(row.event.error());
      out.push_back(std::move(r));
      continue;
    }
    auto& event = *row.event;
    r.id = event.id;
    const auto* before = known.find(event.subject, event.source, event.id);
    const auto* elsewhere = before ? nullptr : known.elsewhere(event.source, event.id);
    if (short_type(event.type) != t.type->name) refuse(Code::malformed, "/type", "this spreadsheet is of the type " + std::string(t.type->name) + "; send rows of another type in a file of their own");
    else if (!seen.insert(key_of(event.subject, event.source, event.id)).second) refuse(Code::conflict_with_earlier, "/id", "an earlier row has the same id: give this one an id of its own");
    else if (elsewhere) refuse(Code::conflict_with_earlier, "/subject", "this id is that of an event about " + elsewhere->event.subject + ", and an event stays with its subject: retract it, and give this row a new id");
    else if (before && before->retracted) refuse(Code::conflict_with_earlier, "/id", "this event was retracted: give the row a new id to tell it anew");
    else if (!before) r.kind = Revised::Kind::added, r.event = std::move(event);
    else if (const auto same = read_back(t, *before); same && same->data == event.data) r.kind = Revised::Kind::unchanged;
    else r.kind = Revised::Kind::corrected, r.event = correction_of(*before, std::move(event.data), reason);
    out.push_back(std::move(r));
  }
  return out;
}

}  // namespace rollcall::gateway
