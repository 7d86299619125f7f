// Checks and canonical form of envelope.h.
#include "events/envelope.h"
#include "events/text.h"

#include <algorithm>
#include <cctype>
#include <memory_resource>
#include <set>

#include "events/catalogue.h"
#include "events/hash.h"

namespace rollcall::events {
namespace {

constexpr std::string_view kSpec = "CloudEvents 1.0.2";

struct Known {
  std::string_view name;
  std::string CloudEvent::*field;
  std::size_t limit;
};
constexpr Known kKnown[] = {{"id", &CloudEvent::id, 200}, {"source", &CloudEvent::source, 500}, {"type", &CloudEvent::type, 200},
    {"subject", &CloudEvent::subject, 200}, {"time", &CloudEvent::time, 64}, {"datacontenttype", &CloudEvent::datacontenttype, 100},
    {"dataschema", &CloudEvent::dataschema, 500}};
constexpr std::size_t kMaxExtensions = 20, kMaxExtension = 500;

// Memory on the stack for what an event's few attributes need: their nodes would cost more than what is done with them.
struct Nearby {
  std::byte bytes[2048];
  std::pmr::monotonic_buffer_resource memory{bytes, sizeof bytes};
};

Reason malformed(std::string_view pointer, std::string detail) { return {Code::malformed, std::string(pointer), std::move(detail), std::string(kSpec)}; }

bool set_by_the_ledger(std::string_view name) {
  return name == "sequence" || name == "recordedtime" || name == "partitionkey" || name.starts_with("rollcall");
}

bool has_control(std::string_view value) {
  return std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool is_json(std::string_view content_type) {
  std::string media(content_type.substr(0, content_type.find(';')));
  std::transform(media.begin(), media.end(), media.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  media.erase(media.find_last_not_of(' ') + 1);
  return media.empty() || media == "application/json" || media == "text/json" || media.ends_with("+json");  // RFC 2045: in any case
}

// An attribute's value as text: CloudEvents' JSON format has strings, booleans and integers.
bool attribute_text(Json value, std::string& out) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING: out = value.get_string().value_unsafe(); return true;
    case simdjson::dom::element_type::BOOL: out = value.get_bool().value_unsafe() ? "true" : "false"; return true;
    case simdjson::dom::element_type::INT64: out = std::to_string(value.get_int64().value_unsafe()); return true;
    default: return false;
  }
}

}  // namespace

Reasons set_attribute(CloudEvent& event, std::string_view name, std::string_view value) {
  const std::string pointer = "/" + std::string(cut(name, 40));
  if (name.empty() || name.size() > 40 || !std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }))
    return {malformed(pointer, "use lower-case letters and digits in an attribute's name")};
  if (name == "data" || name == "specversion") return {malformed(pointer, "this is no attribute's name: it is a part of the event of its own")};
  if (set_by_the_ledger(name)) return {malformed(pointer, "leave this attribute out: the ledger sets it")};
  if (value.empty()) return {malformed(pointer, "give a value, or leave the attribute out")};
  if (has_control(value)) return {malformed(pointer, "leave control characters out")};
  if (!simdjson::validate_utf8(value.data(), value.size())) return {malformed(pointer, "write it in UTF-8")};
  for (const auto& known : kKnown) {
    if (name != known.name) continue;
    if (value.size() > known.limit) return {malformed(pointer, "give at most " + std::to_string(known.limit) + " bytes")};
    event.*known.field = value;
    return {};
  }
  if (value.size() > kMaxExtension || event.extensions.size() >= kMaxExtensions)
    return {malformed(pointer, "give at most " + std::to_string(kMaxExtensions) + " extension attributes of " + std::to_string(kMaxExtension) + " bytes each")};
  event.extensions.insert_or_assign(std::string(name), value);
  return {};
}

Reasons check_envelope(const CloudEvent& event, std::string_view specversion) {
  Reasons reasons;
  if (specversion != "1.0") reasons.push_back(malformed("/specversion", "set specversion to 1.0"));
  if (event.id.empty()) reasons.push_back(malformed("/id", "give the event an id that is unique within its source"));
  if (event.source.empty()) reasons.push_back(malformed("/source", "name the source, a URI of your organisation"));
  if (event.type.empty()) reasons.push_back(malformed("/type", "name the event's type, such as org.rollcall.plan.adopted.v1"));
  if (!event.data.empty() && !is_json(event.datacontenttype)) reasons.push_back(malformed("/datacontenttype", "send data as application/json"));
  return reasons;
}

Checked<CloudEvent> read_structured(Json envelope) {
  simdjson::dom::object object;
  if (envelope.get(object)) return tl::unexpected(Reasons{malformed("", "send a JSON object: one CloudEvent in structured mode")});
  CloudEvent event;
  std::string specversion, text;
  Reasons reasons;
  Nearby nearby;
  std::pmr::set<std::string_view> seen(&nearby.memory);
  for (auto member : object) {
    if (!seen.insert(member.key).second) {
      reasons.push_back(malformed("/" + std::string(cut(member.key, 40)), "give it once"));
    } else if (member.key == "data") {
      auto data = canonical(member.value);
      if (data) event.data = std::move(*data);
      else reasons.push_back(malformed("/data", data.error().detail));
    } else if (member.key == "data_base64") {
      reasons.push_back(malformed("/data_base64", "send data as JSON in the member 'data'"));
    } else if (!attribute_text(member.value, text)) {
      if (!member.value.is_null()) reasons.push_back(malformed("/" + std::string(cut(member.key, 40)), "give a text"));
    } else if (member.key == "specversion") {
      specversion = text;
    } else {
      for (auto& reason : set_attribute(event, member.key, text)) reasons.push_back(std::move(reason));
    }
    if (reasons.size() > 20) break;
  }
  for (auto& reason : check_envelope(event, specversion)) reasons.push_back(std::move(reason));
  if (!reasons.empty()) return tl::unexpected(std::move(reasons));
  return event;
}

std::string to_submission(const CloudEvent& event) {
  Nearby nearby;
  std::pmr::map<std::string_view, std::string_view> members(&nearby.memory);  // attribute names are ASCII: byte order is RFC 8785's order
  for (const auto& known : kKnown)
    if (!(event.*known.field).empty()) members.emplace(known.name, event.*known.field);
  for (const auto& [name, value] : event.extensions) members.emplace(name, value);
  members.emplace("specversion", "1.0");
  if (!event.data.empty()) members.emplace("data", event.data);
  std::string out;
  out.reserve(256 + event.data.size());
  for (const auto& [name, value] : members) {
    out += out.empty() ? '{' : ',';
    append_json_string(name, out);
    out += ':';
    if (name == "data") out += value;
    else append_json_string(value, out);
  }
  return out += '}';
}

std::string payload_hash(std::string_view submission) { return base64url(bytes_of(sha256(submission))); }

Partition lane_for(const CloudEvent& event, std::uint16_t lanes) {
  const auto* info = find_type(event.type);
  if (lanes < 2 || (info && info->area == Area::registry)) return {0};
  return {static_cast<std::uint16_t>(1 + (murmur2(event.subject) & 0x7fffffff) % (lanes - 1u))};
}

}  // namespace rollcall::events
