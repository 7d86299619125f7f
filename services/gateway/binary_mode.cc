// See binary_mode.h.
#include "services/gateway/binary_mode.h"

#include <algorithm>
#include <cctype>

#include "events/text.h"

namespace rollcall::gateway {
using namespace events;

constexpr std::size_t kMaxReasons = 20;

void BinaryMode::refuse(Reasons reasons) {
  for (auto& reason : reasons)
    if (reasons_.size() < kMaxReasons) reasons_.push_back(std::move(reason));
}

void BinaryMode::refuse(std::string pointer, std::string detail) { refuse({{Code::malformed, std::move(pointer), std::move(detail), rule_}}); }

void BinaryMode::take(const std::string& attribute, const std::optional<std::string>& text) {
  if (!simdjson::validate_utf8(attribute.data(), attribute.size())) return refuse("", "name every header in lower-case letters and digits");
  const auto pointer = "/" + std::string(cut(attribute, 40));
  if (!text || !simdjson::validate_utf8(text->data(), text->size())) return refuse(pointer, "mend this header: it is no UTF-8");
  if (!seen_.insert(attribute).second) return refuse(pointer, "give this header once");
  if (attribute == "specversion") specversion_ = *text;
  else if (attribute == "data" || attribute == "datacontenttype") refuse(pointer, "leave this header out: the body is the data, and content-type its type");
  else refuse(set_attribute(event_, attribute, *text));
}

Checked<CloudEvent> BinaryMode::finish(std::string_view content_type, std::string_view body) {
  if (!content_type.empty()) refuse(set_attribute(event_, "datacontenttype", content_type));
  if (!body.empty()) {
    static thread_local JsonParser parser;  // its buffers cost more than the parsing
    auto json = parser.parse(body);
    auto data = json ? canonical(*json) : tl::unexpected(json.error());
    if (data) event_.data = std::move(*data);
    else refuse("/data", data.error().detail);
  }
  refuse(check_envelope(event_, specversion_));
  if (!reasons_.empty()) return tl::unexpected(std::move(reasons_));
  return std::move(event_);
}

std::string media_type(std::string_view content_type) {
  std::string media(content_type.substr(0, content_type.find(';')));
  while (!media.empty() && (media.back() == ' ' || media.back() == '\t')) media.pop_back();
  std::transform(media.begin(), media.end(), media.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return media;
}

}  // namespace rollcall::gateway
