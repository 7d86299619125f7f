// See kafka_binding.h.
#include "services/gateway/kafka_binding.h"

#include <algorithm>
#include <cctype>

#include "services/gateway/binary_mode.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr const char* kRule = "CloudEvents Kafka binding 1.0.2";
constexpr std::string_view kPrefix = "ce_";

tl::unexpected<Reasons> malformed(std::string pointer, std::string detail) { return tl::unexpected(Reasons{{Code::malformed, std::move(pointer), std::move(detail), kRule}}); }

// Kafka tells the case of header names apart, the binding writes this one small; clients of HTTP habits don't.
bool is_content_type(std::string_view name) {
  constexpr std::string_view wanted = "content-type";
  return std::equal(name.begin(), name.end(), wanted.begin(), wanted.end(), [](unsigned char a, char b) { return std::tolower(a) == b; });
}

Checked<CloudEvent> read_body(std::string_view value) {
  static thread_local JsonParser parser;  // its buffers cost more than the parsing
  const auto root = parser.parse(value);
  if (!root) return malformed("", root.error().detail);
  return read_structured(*root);  // headers ce_… may stand beside it, and count for nothing
}

Checked<CloudEvent> read_headers(const Entry& message, std::string_view content_type) {
  BinaryMode binary(kRule);
  for (const auto& [name, value] : message.headers)
    if (name.starts_with(kPrefix)) binary.take(std::string(name.substr(kPrefix.size())), std::string(value));
  return binary.finish(content_type, message.value);
}

}  // namespace

Checked<CloudEvent> read_message(const Entry& message) {
  std::string_view content_type;
  std::size_t types = 0;
  bool any = false;
  for (const auto& [name, value] : message.headers) {
    any = any || name.starts_with(kPrefix);
    if (is_content_type(name)) content_type = value, ++types;
  }
  if (types > 1) return malformed("", "give the header content-type once");
  const auto media = media_type(content_type);
  if (media == "application/cloudevents+json") return read_body(message.value);
  if (media.starts_with("application/cloudevents-batch")) return malformed("", "send one event a message: Kafka's binding of CloudEvents has no batch");
  if (media.starts_with("application/cloudevents")) return malformed("", "send events in JSON: application/cloudevents+json");
  if (!any) return malformed("", "this is no CloudEvent: set the header content-type to application/cloudevents+json, or describe the event in headers such as ce_id");
  return read_headers(message, content_type);
}

}  // namespace rollcall::gateway
