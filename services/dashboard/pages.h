// The page as the binary carries it: what to answer when a browser asks for an address that is no part of the API. Apart
// from HTTP, so that whoever serves it only copies a few fields. Use from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::dashboard {

// What a browser asks for, decoded.
struct Ask {
  std::string_view path;                                       // "/countries/THA"
  std::vector<std::pair<std::string, std::string>> query = {};  // the page's own: region, framework, as_of, known_at, lang, why
  bool brotli = false, gzip = false;                           // what it takes
  std::string_view languages = {};                             // Accept-Language
};

struct Page {
  std::string_view content_type;
  std::string body;
  std::string_view encoding;       // "br", "gzip" or ""
  std::string_view varies;         // by which of the browser's headers, so that a cache tells them apart
  std::string etag;                // strong, with its quotes: of exactly these bytes
  std::string_view cache_control;  // files named by their content: for ever; all else: ask each time
};

// The page's own addresses ("/", "/countries/THA" …) give the page, "/assets/…" its files, pressed where they were at build
// time. Nothing for all else. For a reader without a script the page says where the same is to be had (plain_address).
std::optional<Page> page(const Ask& ask);
std::string_view not_found_page();  // HTML, for an address that there is nothing at

// What the page shows at this address (web/src/address.ts), as the read API's own page. A path and query, all of it percent-encoded.
std::string plain_address(const Ask& ask);
// What the page's script asks the read API first at this address, to the byte as it will (web/src/address.ts), so that a
// browser can begin while the script is on its way. "" where that isn't known, or would have to be spelled with care.
std::string first_question(const Ask& ask);
bool is_view(std::string_view path);
// The reader's language as the script will find it (web/src/language.ts): the address's, else the first of the browser's that
// the page speaks.
std::string language_of(const Ask& ask);

// To be sent with every page: everything comes from this server, and no script or style but its files.
inline constexpr std::string_view kContentSecurityPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'";

}  // namespace rollcall::dashboard
