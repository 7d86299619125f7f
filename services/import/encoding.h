// Older tables are in the encoding of the machine that wrote them. Pure.
#pragma once

#include <string>
#include <string_view>

namespace rollcall::import {

// UTF-8 as it is. What is no UTF-8 is taken for Mac Roman if its lines end with CR alone, else for Windows-1252: the two
// in which spreadsheet programs saved text as CSV.
std::string as_utf8(std::string_view bytes);

// "&#40;Unknown&#41;" -> "(Unknown)", and the named ones of XML. What is no such reference stays.
std::string without_references(std::string_view text);

}  // namespace rollcall::import
