// What the binary modes of the HTTP and the Kafka binding have in common: an attribute a header, the body the data.
#pragma once

#include <optional>
#include <set>

#include "events/envelope.h"

namespace rollcall::gateway {

class BinaryMode {
 public:
  explicit BinaryMode(std::string rule) : rule_(std::move(rule)) {}

  // A header's attribute, without its prefix, and its value as text; nothing when it can't be read as such. What names no
  // attribute (the body is the data), what stands twice and what is no UTF-8 is refused: none of it would mean one thing to
  // every reader.
  void take(const std::string& attribute, const std::optional<std::string>& text);
  // The body, and its type ("" = absent).
  events::Checked<events::CloudEvent> finish(std::string_view content_type, std::string_view body);

 private:
  void refuse(std::string pointer, std::string detail);
  void refuse(events::Reasons reasons);

  const std::string rule_;
  events::CloudEvent event_;
  std::string specversion_;
  std::set<std::string> seen_;
  events::Reasons reasons_;
};

// What stands before the parameters of a Content-Type, in lower case.
std::string media_type(std::string_view content_type);

}  // namespace rollcall::gateway
