// See binding.h.
#include "services/gateway/binding.h"

#include <algorithm>
#include <cctype>

#include "services/gateway/binary_mode.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxBatchEvents = 1000;

constexpr const char* kRule = "CloudEvents HTTP binding 1.0.2";

Reason malformed(std::string pointer, std::string detail) { return {Code::malformed, std::move(pointer), std::move(detail), kRule}; }

Checked<std::vector<CloudEvent>> read_batch(Json root) {
  simdjson::dom::array array;
  if (root.get(array)) return tl::unexpected(Reasons{malformed("", "send a JSON array of CloudEvents")});
  if (array.size() > kMaxBatchEvents) return tl::unexpected(Reasons{{Code::too_large, "", "send at most " + std::to_string(kMaxBatchEvents) + " events in a batch, or stream them as application/x-ndjson", "services/gateway"}});
  std::vector<CloudEvent> out;
  for (auto member : array) {
    auto event = read_structured(member);
    if (!event) {
      for (auto& reason : event.error()) reason.pointer.insert(0, "/" + std::to_string(out.size()));
      return tl::unexpected(std::move(event.error()));
    }
    out.push_back(std::move(*event));
  }
  return out;
}

// Header values are percent-encoded UTF-8 (binding, 3.1.3.2).
Checked<std::vector<CloudEvent>> read_binary(const http::Request& request) {
  BinaryMode binary(kRule);
  for (const auto& [name, value] : request.headers) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (lower.starts_with("ce-")) binary.take(lower.substr(3), http::percent_decode(value));
  }
  auto event = binary.finish(request.headers.find("content-type").value_or(""), request.body);
  if (!event) return tl::unexpected(std::move(event.error()));
  return std::vector<CloudEvent>{std::move(*event)};
}

}  // namespace

Mode mode_of(const http::Headers& headers) {
  const auto media = media_type(headers.find("content-type").value_or(""));
  if (media == "application/cloudevents+json") return Mode::structured;
  if (media == "application/cloudevents-batch+json") return Mode::batch;
  if (media == "application/x-ndjson" || media == "application/ndjson") return Mode::ndjson;
  if (media == "text/csv") return Mode::csv;
  return headers.has("ce-specversion") ? Mode::binary : Mode::unsupported;
}

Checked<std::vector<CloudEvent>> read_events(const http::Request& request) {
  const auto mode = mode_of(request.headers);
  if (mode == Mode::binary) return read_binary(request);
  JsonParser parser;
  auto root = parser.parse(request.body);
  if (!root) return tl::unexpected(Reasons{malformed("", root.error().detail)});
  if (mode == Mode::batch) return read_batch(*root);
  auto event = read_structured(*root);
  if (!event) return tl::unexpected(std::move(event.error()));
  return std::vector<CloudEvent>{std::move(*event)};
}

}  // namespace rollcall::gateway
