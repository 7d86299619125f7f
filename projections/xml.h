// Text as XML 1.0 holds it, in element content and attribute values.
#pragma once

#include <string>
#include <string_view>

namespace rollcall::projections {

// `text` is UTF-8. What XML can't hold at all (control characters, U+FFFE, U+FFFF) becomes a blank.
std::string xml_escaped(std::string_view text);

}  // namespace rollcall::projections
