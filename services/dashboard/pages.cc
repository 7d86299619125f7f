// See pages.h. The files are embedded by CMakeLists.txt from web/dist.
#include "services/dashboard/pages.h"

#include "events/hash.h"

namespace rollcall::dashboard {
namespace files {
std::optional<std::string_view> file(std::string_view path);
std::optional<std::string_view> sha256(std::string_view path);
}  // namespace files

namespace {
using namespace std::string_view_literals;

// In index.html: where the same is to be had without a script, where a link to what the script asks first may stand, and one
// to the words that it will speak, which build.mjs leaves in a file a language.
constexpr auto kPlainMark = "%PLAIN%"sv, kFirstMark = "%FIRST%"sv, kWordsMark = "%WORDS%"sv;
constexpr auto kPlainStyle = "assets/plain.css"sv, kPlainIcon = "assets/icon.svg"sv;  // all other files are named by their content (build.mjs)
constexpr auto kForEver = "public, max-age=31536000, immutable"sv, kAskEachTime = "no-cache"sv;

std::string_view content_type_of(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {{".html", "text/html; charset=utf-8"}, {".js", "text/javascript; charset=utf-8"}, {".css", "text/css; charset=utf-8"},
                                                                      {".svg", "image/svg+xml"},             {".json", "application/json"},             {".woff2", "font/woff2"},
                                                                      {".png", "image/png"},                 {".webmanifest", "application/manifest+json"}};
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

std::string tag_of(std::string_view name, std::string_view more) { return '"' + std::string(*files::sha256(name)) + std::string(more) + '"'; }

std::optional<Page> asset(const Ask& ask) {
  const auto name = std::string(ask.path.substr(1));
  if (name.ends_with(".br") || name.ends_with(".gz")) return std::nullopt;  // a form of another, not a file
  const auto whole = files::file(name), br = files::file(name + ".br"), gz = files::file(name + ".gz");
  if (!whole) return std::nullopt;
  Page page{content_type_of(name), {}, {}, br || gz ? "Accept-Encoding" : "", {}, name == kPlainStyle || name == kPlainIcon ? kAskEachTime : kForEver};
  if (br && ask.brotli) page.encoding = "br", page.body = *br, page.etag = tag_of(name, "-br");
  else if (gz && ask.gzip) page.encoding = "gzip", page.body = *gz, page.etag = tag_of(name, "-gz");
  else page.body = *whole, page.etag = tag_of(name, "");
  return page;
}

std::string attribute(std::string_view text) {
  std::string out;
  for (const char c : text) c == '&' ? out += "&amp;" : c == '"' ? out += "&quot;" : c == '<' ? out += "&lt;" : out += c;
  return out;
}

void replace(std::string& body, std::string_view mark, std::string_view by) {
  for (auto at = body.find(mark); at != std::string::npos; at = body.find(mark, at + by.size())) body.replace(at, mark.size(), by);
}

Page view(const Ask& ask) {
  const auto address = plain_address(ask), question = first_question(ask), language = language_of(ask);
  Page page{content_type_of(".html"), std::string(*files::file("index.html")), {}, "Accept-Language", {}, kAskEachTime};
  replace(page.body, kPlainMark, attribute(address));
  replace(page.body, kFirstMark, question.empty() ? "" : "<link rel=\"preload\" as=\"fetch\" crossorigin href=\"" + attribute(question) + "\">");
  replace(page.body, kWordsMark, files::file("words/" + language + ".html").value_or(""));
  page.etag = tag_of("index.html", "-" + events::base64url(events::bytes_of(events::sha256(address + '\n' + question + '\n' + language))).substr(0, 12));
  return page;
}

}  // namespace

std::optional<Page> page(const Ask& ask) {
  if (ask.path.starts_with("/assets/")) return asset(ask);
  if (!is_view(ask.path)) return std::nullopt;
  return view(ask);
}

std::string_view not_found_page() {
  return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n"
         "<title>Nothing here – Rollcall</title>\n<link rel=\"icon\" href=\"/assets/icon.svg\" type=\"image/svg+xml\">\n<link rel=\"stylesheet\" href=\"/assets/plain.css\">\n</head>\n<body>\n<header class=\"top\">\n<p class=\"mark\"><a href=\"/\">Rollcall</a></p>\n</header>\n<main>\n"
         "<h1>There is nothing at this address</h1>\n<p class=\"deck\">It may have been mistyped, or cut off where it was copied from.</p>\n"
         "<ul>\n<li><a href=\"/\">The scorecard</a></li>\n<li><a href=\"/v1/regions?format=html\">All regions and countries</a></li>\n<li><a href=\"/openapi.yaml\">What programs may ask</a> (OpenAPI)</li>\n</ul>\n</main>\n</body>\n</html>\n";
}

}  // namespace rollcall::dashboard
