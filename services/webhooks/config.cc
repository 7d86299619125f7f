// See config.h.
#include "services/webhooks/config.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <tuple>

#include "events/catalogue.h"
#include "events/json.h"
#include "services/webhooks/signature.h"

namespace rollcall::webhooks {
using namespace events;
namespace {

Expected<std::string> read_whole(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail("can't read " + file.string());
  return std::string(std::istreambuf_iterator<char>(in), {});
}

Expected<void> only(Json object, const std::string& where, std::initializer_list<std::string_view> names) {
  simdjson::dom::object members;
  if (object.get(members)) return fail(where + " must be an object");
  for (const auto member : members)
    if (std::find(names.begin(), names.end(), member.key) == names.end()) return fail(where + " has no member '" + std::string(member.key) + "'");
  return {};
}

Expected<std::set<std::string>> read_list(Json filter, const std::string& where, const std::string& name, bool (*valid)(std::string_view)) {
  std::set<std::string> out;
  Json list;
  if (filter[name].get(list)) return out;
  simdjson::dom::array members;
  if (list.get(members)) return fail(where + ": filter." + name + " must be a list");
  for (const auto member : members) {
    std::string_view text;
    if (member.get(text) || !valid(text)) return fail(where + ": filter." + name + " holds something that is none of them");
    out.emplace(text);
  }
  return out;
}

bool is_type(std::string_view text) { return find_type(std::string(kTypePrefix).append(text).append(kTypeSuffix)); }

Expected<Filter> read_filter(Json filter, const std::string& where) {
  if (auto known = only(filter, where + ": filter", {"regions", "countries", "frameworks", "types", "actors"}); !known) return tl::unexpected(known.error());
  Filter out;
  for (const auto& [name, list, valid] : {std::tuple("regions", &out.regions, &is_slug), std::tuple("countries", &out.countries, &is_country_code), std::tuple("frameworks", &out.frameworks, &is_slug),
                                          std::tuple("types", &out.types, &is_type), std::tuple("actors", &out.actors, &is_slug)}) {
    auto read = read_list(filter, where, name, valid);
    if (!read) return tl::unexpected(read.error());
    *list = std::move(*read);
  }
  return out;
}

Expected<std::optional<Position>> read_from(std::string_view text, const std::string& where) {
  if (text == "now") return std::optional<Position>();
  if (text == "start") return std::optional(Position());
  auto position = Position::parse(text);
  if (!position) return fail(where + ": give from as now, start, or a position vector such as 0:57,3:42");
  return position;
}

Expected<void> read_secrets(Json json, Subscription& s, const std::string& where) {
  const auto secret = read_whole(string_or(json, "secret_file"));
  if (!secret) return fail(where + ": " + secret.error().detail);
  auto key = read_secret(*secret);
  if (!key) return fail(where + ": " + key.error().detail);
  s.key = std::move(*key);
  const auto file = string_or(json, "authorization_file");
  if (file.empty()) return {};
  const auto token = read_whole(file);
  if (!token) return fail(where + ": " + token.error().detail);
  s.authorization = token->substr(0, token->find_first_of("\r\n"));
  return {};
}

Expected<void> read_reminders(Json json, Subscription& s, const std::string& where) {
  Json reminders;
  if (json["reminders"].get(reminders)) return {};
  if (auto known = only(reminders, where + ": reminders", {"within"}); !known) return known;
  std::int64_t within = 0;
  if (reminders["within"].get(within) || within < 1 || within > 3660) return fail(where + ": give reminders.within as a number of days from 1 to 3660");
  s.remind_within = static_cast<int>(within);
  return {};
}

Expected<Subscription> read_subscription(Json json, bool allow_private) {
  Subscription s;
  s.name = string_or(json, "name"), s.url = string_or(json, "url");
  const std::string where = "webhook '" + s.name + "'";
  if (!is_slug(s.name)) return fail("give each webhook a name of lower-case letters, digits, '-', '_' and '.'");
  if (auto known = only(json, where, {"name", "url", "secret_file", "authorization_file", "events", "filter", "from", "reminders"}); !known) return tl::unexpected(known.error());
  auto target = parse_target(s.url);
  if (!target) return fail(where + ": " + target.error().detail);
  if (!target->tls && !allow_private) return fail(where + ": plain http is for private networks (--webhooks-private); give an https address");
  s.target = std::move(*target);
  if (auto secrets = read_secrets(json, s, where); !secrets) return tl::unexpected(secrets.error());
  if (auto reminders = read_reminders(json, s, where); !reminders) return tl::unexpected(reminders.error());
  bool events = true;
  if (json["events"].get(events) == simdjson::SUCCESS) s.events = events;
  Json filter;
  if (json["filter"].get(filter) == simdjson::SUCCESS) {
    auto read = read_filter(filter, where);
    if (!read) return tl::unexpected(read.error());
    s.filter = std::move(*read);
  }
  auto from = read_from(string_or(json, "from", "now"), where);
  if (!from) return tl::unexpected(from.error());
  s.from = std::move(*from);
  return s;
}

}  // namespace

Expected<Config> read_config(const std::filesystem::path& file, bool allow_private) {
  const auto text = read_whole(file);
  if (!text) return tl::unexpected(text.error());
  JsonParser parser;
  const auto json = parser.parse(*text);
  if (!json) return fail(file.string() + ": " + json.error().detail);
  if (auto known = only(*json, file.string(), {"origin", "ca_file", "subscriptions"}); !known) return tl::unexpected(known.error());
  Config config;
  config.origin = string_or(*json, "origin", config.origin), config.ca_file = string_or(*json, "ca_file");
  simdjson::dom::array list;
  if ((*json)["subscriptions"].get(list) || list.size() > Config::kMost) return fail(file.string() + ": give subscriptions as a list of at most " + std::to_string(Config::kMost));
  std::set<std::string> names;
  for (const auto member : list) {
    auto s = read_subscription(member, allow_private);
    if (!s) return fail(file.string() + ": " + s.error().detail);
    if (!names.insert(s->name).second) return fail(file.string() + ": there are two webhooks named '" + s->name + "'");
    config.subscriptions.push_back(std::move(*s));
  }
  return config;
}

}  // namespace rollcall::webhooks
