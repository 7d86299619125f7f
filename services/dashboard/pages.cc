// See pages.h. The files are embedded by CMakeLists.txt from web/dist.
#include "services/dashboard/pages.h"

#include <utility>

namespace rollcall::dashboard {
namespace files {
std::optional<std::string_view> file(std::string_view path);
std::optional<std::string_view> sha256(std::string_view path);
}  // namespace files

namespace {
using namespace std::string_view_literals;

std::string_view content_type_of(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> kTypes[] = {{".html", "text/html; charset=utf-8"},
                                                                      {".js", "text/javascript; charset=utf-8"},
                                                                      {".css", "text/css; charset=utf-8"},
                                                                      {".svg", "image/svg+xml"}};
  for (const auto& [ending, type] : kTypes)
    if (path.ends_with(ending)) return type;
  return "application/octet-stream";
}

// The page's own addresses, as web/src/view.ts reads them.
bool is_view(std::string_view path) {
  constexpr auto kCountries = "/countries/"sv;
  return path == "/" || path == "/index.html" || (path.starts_with(kCountries) && path.size() > kCountries.size() && path.find('/', kCountries.size()) == path.npos);
}
}  // namespace

std::optional<Page> page(std::string_view path) {
  const bool asset = path.starts_with("/assets/");
  if (!asset && !is_view(path)) return std::nullopt;
  const auto name = asset ? path.substr(1) : "index.html"sv;
  const auto body = files::file(name);
  if (!body) return std::nullopt;
  return Page{content_type_of(name), *body, '"' + std::string(*files::sha256(name)) + '"', asset ? "public, max-age=31536000, immutable"sv : "no-cache"sv};
}

}  // namespace rollcall::dashboard
