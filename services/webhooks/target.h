// Where a webhook goes, and whether Rollcall may go there: a URL that somebody gave makes this machine knock at a door
// (OWASP, server-side request forgery). The addresses that a name stands for are judged when it is called, and it is they
// that are called, so a name can't stand for another one in between.
#pragma once

#include <string>

#include "events/error.h"

namespace rollcall::webhooks {

struct Target {
  bool tls = true;
  std::string host;       // a name, or an address without brackets
  std::string port;
  std::string path;       // with the query, at least "/"
  std::string authority;  // as the Host header has it
};

// http or https, without user, password and fragment.
events::Expected<Target> parse_target(const std::string& url);

// Globally reachable by the registries of special-purpose addresses (RFC 6890, as IANA keeps them), and unicast. What is no
// address is not.
bool is_public(const std::string& address);

}  // namespace rollcall::webhooks
