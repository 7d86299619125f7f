// The page's own addresses (web/src/pages.tsx), where each is to be had without a script, and what its script asks first.
#include <algorithm>
#include <array>
#include <cctype>

#include "events/hash.h"
#include "services/dashboard/pages.h"

namespace rollcall::dashboard {
namespace {
using namespace std::string_view_literals;
using events::percent_encoded;

constexpr auto kHomeRegion = "east-asia-pacific"sv, kHomeFramework = "eap-2001"sv;  // as web/src/address.ts

constexpr std::string_view kLanguages[] = {"en", "fr", "es", "ru", "zh", "ar"};                 // as web/src/tongues.ts

// As web/src/pages.tsx; "*" is one segment.
constexpr std::string_view kViews[] = {"/", "/index.html", "/countries/*", "/commitments/*/*", "/instruments", "/instruments/*", "/plans", "/focal-points", "/programmes", "/code-of-conduct", "/code-of-conduct/*",
                                       "/indicators", "/youth", "/meetings", "/meetings/*", "/changes", "/activity", "/organisations/*", "/reminders", "/desk"};

std::vector<std::string_view> segments_of(std::string_view path) {
  std::vector<std::string_view> out;
  path.remove_prefix(1);
  while (true) {
    const auto slash = path.find('/');
    out.push_back(path.substr(0, slash));
    if (slash == path.npos) return out;
    path.remove_prefix(slash + 1);
  }
}

bool matches(std::string_view view, const std::vector<std::string_view>& path) {
  const auto wanted = segments_of(view);
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (i == path.size()) return false;
    if (wanted[i] == "*" ? path[i].empty() : wanted[i] != path[i]) return false;
  }
  return wanted.size() == path.size();
}

class Plain {
 public:
  Plain(const Ask& ask, std::string path) : ask_(ask), out_(std::move(path)) {}
  Plain& with(std::string_view name, std::string_view value) {
    if (!value.empty()) out_ += (asked_ ? "&" : "?") + std::string(name) + "=" + percent_encoded(value), asked_ = true;
    return *this;
  }
  std::string page() {
    for (const auto name : {"as_of", "known_at", "lang"}) with(name, of(ask_, name));
    return with("format", "html").out_;
  }
  const std::string& text() const { return out_; }
  static std::string_view of(const Ask& ask, std::string_view name, std::string_view otherwise = {}) {
    for (const auto& [key, value] : ask.query)
      if (key == name && !value.empty()) return value;
    return otherwise;
  }

 private:
  const Ask& ask_;
  std::string out_;
  bool asked_ = false;
};

// ?why=THA/eap-2001/b2: the cell whose evidence is shown beside the page.
std::optional<std::string> cell_asked(const Ask& ask) {
  const auto why = Plain::of(ask, "why");
  const auto first = why.find('/'), second = why.find('/', first == why.npos ? why.npos : first + 1);
  if (first == why.npos || second == why.npos) return std::nullopt;
  return "/v1/countries/" + percent_encoded(why.substr(0, first)) + "/commitments/" + percent_encoded(why.substr(first + 1, second - first - 1)) + "/" + percent_encoded(why.substr(second + 1));
}

// A pack is pinned to a position, never to a moment.
std::string pack_address(const Ask& ask, std::string_view meeting) {
  const auto known_at = Plain::of(ask, "known_at");
  const bool position = known_at.find(':') != known_at.npos && known_at.find_first_not_of("0123456789:,") == known_at.npos;
  Plain plain(ask, "/v1/meetings/" + percent_encoded(meeting) + "/pack");
  return plain.with("region", Plain::of(ask, "region")).with("at", position ? known_at : ""sv).with("as_of", Plain::of(ask, "as_of")).with("format", "html").text();
}

// A page that the read API answers as a list: of all, or of the region shown.
std::optional<std::string> list_asked(const Ask& ask, const std::vector<std::string_view>& path) {
  constexpr std::string_view kOfAll[] = {"instruments", "code-of-conduct", "meetings", "activity"};
  constexpr std::pair<std::string_view, std::string_view> kOfRegion[] = {{"plans", "plans"}, {"focal-points", "focal-points"}, {"programmes", "programmes"}, {"indicators", "indicators"},
                                                                         {"youth", "participation"}, {"reminders", "reminders"}, {"changes", "changes"}};
  for (const auto name : kOfAll)
    if (path[0] == name && path.size() == 1) return Plain(ask, "/v1/" + std::string(name)).page();
  if (path.size() == 2 && (path[0] == "instruments" || path[0] == "code-of-conduct")) return Plain(ask, "/v1/" + std::string(path[0]) + "/" + percent_encoded(path[1])).page();
  const auto since = Plain::of(ask, "since");
  for (const auto& [name, list] : kOfRegion)
    if (path[0] == name && path.size() == 1 && (name != "changes" || !since.empty()))
      return Plain(ask, "/v1/regions/" + percent_encoded(Plain::of(ask, "region", kHomeRegion)) + "/" + std::string(list)).with("framework", Plain::of(ask, "framework", kHomeFramework)).with("since", since).page();
  return std::nullopt;
}

// What is written in an address as it is, by the script too: all that an identifier, a day or a position has.
bool as_it_is(std::string_view text) { return text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._:,") == text.npos; }

}  // namespace

bool is_view(std::string_view path) {
  if (!path.starts_with('/')) return false;
  const auto segments = segments_of(path);
  for (const auto view : kViews)
    if (matches(view, segments)) return true;
  return false;
}

std::string plain_address(const Ask& ask) {
  if (const auto cell = cell_asked(ask)) return Plain(ask, *cell).page();
  const auto path = segments_of(ask.path);
  const auto region = percent_encoded(Plain::of(ask, "region", kHomeRegion));
  if (path.size() == 2 && path[0] == "countries") return Plain(ask, "/v1/countries/" + percent_encoded(path[1])).page();
  if (path.size() == 2 && path[0] == "organisations") return Plain(ask, "/v1/organisations/" + percent_encoded(path[1])).page();
  if (path.size() == 2 && path[0] == "meetings") return pack_address(ask, path[1]);
  if (path.size() == 3 && path[0] == "commitments") return Plain(ask, "/v1/regions/" + region + "/scorecard").with("framework", path[1]).page();
  if (path[0].empty() || path[0] == "index.html") return Plain(ask, "/v1/regions/" + region + "/scorecard").with("framework", Plain::of(ask, "framework", kHomeFramework)).page();
  if (const auto list = list_asked(ask, path)) return *list;
  return Plain(ask, "/v1/regions").page();
}

std::string language_of(const Ask& ask) {
  const auto spoken = [](std::string_view tag) { return std::find(std::begin(kLanguages), std::end(kLanguages), tag) != std::end(kLanguages); };
  if (const auto wished = Plain::of(ask, "lang"); spoken(wished)) return std::string(wished);
  for (auto rest = ask.languages; !rest.empty();) {
    const auto comma = rest.find(',');
    auto tag = rest.substr(0, comma);
    tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
    auto two = std::string(tag.substr(0, 2));
    for (auto& c : two) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (spoken(two)) return two;
    rest = comma == rest.npos ? "" : rest.substr(comma + 1);
  }
  return "en";
}

std::string first_question(const Ask& ask) {
  const auto path = segments_of(ask.path);
  const bool country = path.size() == 2 && path[0] == "countries";
  if (!country && ask.path != "/") return {};
  const auto region = Plain::of(ask, "region", kHomeRegion), framework = Plain::of(ask, "framework", kHomeFramework);
  bool simple = country ? as_it_is(path[1]) : as_it_is(region) && as_it_is(framework);
  auto question = country ? "/v1/countries/" + std::string(path[1]) : "/v1/regions/" + std::string(region) + "/scorecard?framework=" + std::string(framework) + "&cells=signs";
  for (const auto name : {"as_of"sv, "known_at"sv})
    if (const auto value = Plain::of(ask, name); !value.empty()) {
      question.append(question.find('?') == question.npos ? "?" : "&").append(name).append("=").append(value);
      simple = simple && as_it_is(value);
    }
  return simple ? question : "";
}

}  // namespace rollcall::dashboard
