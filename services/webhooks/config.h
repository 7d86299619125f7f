// The file of subscriptions (--webhooks FILE), JSON. It is read at the start; a change counts from the next start on.
//
//   {"origin": "rollcall.example.org",             by which name Rollcall asks for consent; "rollcall.example" unless given
//    "ca_file": "/etc/rollcall/ca.pem",            whom to trust beside the system's; may be left out
//    "subscriptions": [
//      {"name": "secretariat",                     lower-case letters, digits, '-', '_', '.'
//       "url": "https://hooks.example.org/rollcall",
//       "secret_file": "/run/secrets/secretariat", whsec_… (signature.h)
//       "authorization_file": "…",                 sent as `Authorization: Bearer …`; may be left out
//       "events": true,                            false: reminders alone
//       "filter": {"regions": [], "countries": [], "frameworks": [], "types": [], "actors": []},
//       "from": "now",                             where a new subscription begins: now, start, or beyond a position vector
//       "reminders": {"within": 30}}]}             what falls due within so many days, in the filter's regions and countries; may be left out
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "events/position.h"
#include "services/webhooks/match.h"
#include "services/webhooks/target.h"

namespace rollcall::webhooks {

struct Subscription {
  std::string name, url;
  Target target;
  std::string key;            // of the signature
  std::string authorization;  // "" = none
  bool events = true;
  Filter filter;
  std::optional<events::Position> from;  // beyond it; nothing: now
  std::optional<int> remind_within;      // days
};

struct Config {
  static constexpr std::size_t kMost = 32;  // each has a thread and a reader of its own
  std::string origin = "rollcall.example";
  std::string ca_file;
  std::vector<Subscription> subscriptions;
};

// `allow_private`: plain http, and addresses that are not public, may be called (--webhooks-private).
events::Expected<Config> read_config(const std::filesystem::path& file, bool allow_private);

}  // namespace rollcall::webhooks
