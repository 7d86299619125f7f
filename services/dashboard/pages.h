// The page as the binary carries it: what to answer when a browser asks for an address that is no part of the API. Apart
// from HTTP, so that whoever serves it only copies four fields. Use from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rollcall::dashboard {

struct Page {
  std::string_view content_type, body;  // live as long as the program
  std::string etag;                     // strong, with its quotes
  std::string_view cache_control;       // files named by their content: for ever; the page that names them: ask each time
};

// `path` as in a URL, decoded, without query: "/" and the page's own addresses ("/countries/THA") give the page,
// "/assets/…" its files. Nothing for all else.
std::optional<Page> page(std::string_view path);

// To be sent with every page: everything comes from this server, and no script or style but its files.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

}  // namespace rollcall::dashboard
