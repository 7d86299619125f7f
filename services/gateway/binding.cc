// See binding.h.
#include "services/gateway/binding.h"
#include "events/text.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxBatchEvents = 1000;

std::string media_type(const http::Headers& headers) {
  std::string media(headers.find("content-type").value_or(""));
  media.resize(std::min(media.find(';'), media.size()));
  while (!media.empty() && media.back() == ' ') media.pop_back();
  std::transform(media.begin(), media.end(), media.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return media;
}

Reason malformed(std::string pointer, std::string detail) { return {Code::malformed, std::move(pointer), std::move(detail), "CloudEvents HTTP binding 1.0.2"}; }

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

// Header values are percent-encoded UTF-8 (binding, 3.1.3.2). What names no attribute (the body is the data), what stands
// twice and what is no UTF-8 is refused: none of it would mean one thing to every reader.
Reasons set_from_header(CloudEvent& event, std::set<std::string>& seen, const std::string& attribute, const std::optional<std::string>& text) {
  const auto pointer = "/" + std::string(cut(attribute, 40));
  if (!text || !simdjson::validate_utf8(text->data(), text->size())) return {malformed(pointer, "mend this header: percent-encoded UTF-8")};
  if (!seen.insert(attribute).second) return {malformed(pointer, "give this header once")};
  if (attribute == "data" || attribute == "datacontenttype") return {malformed(pointer, "leave this header out: the body is the data, and Content-Type its type")};
  return set_attribute(event, attribute, *text);
}

Checked<std::vector<CloudEvent>> read_binary(const http::Request& request) {
  CloudEvent event;
  std::string specversion;
  std::set<std::string> seen{"specversion"};
  Reasons reasons;
  for (const auto& [name, value] : request.headers) {
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (!lower.starts_with("ce-")) continue;
    const auto attribute = lower.substr(3);
    const auto text = http::percent_decode(value);
    if (attribute == "specversion" && text && specversion.empty()) specversion = *text;
    else for (auto& reason : set_from_header(event, seen, attribute, text)) reasons.push_back(std::move(reason));
  }
  if (const auto type = request.headers.find("content-type"))
    for (auto& reason : set_attribute(event, "datacontenttype", *type)) reasons.push_back(std::move(reason));
  if (!request.body.empty()) {
    JsonParser parser;
    auto json = parser.parse(request.body);
    auto data = json ? canonical(*json) : tl::unexpected(json.error());
    if (data) event.data = std::move(*data);
    else reasons.push_back(malformed("/data", data.error().detail));
  }
  for (auto& reason : check_envelope(event, specversion)) reasons.push_back(std::move(reason));
  if (!reasons.empty()) return tl::unexpected(std::move(reasons));
  return std::vector<CloudEvent>{std::move(event)};
}

}  // namespace

Mode mode_of(const http::Headers& headers) {
  const auto media = media_type(headers);
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
