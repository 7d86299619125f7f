// A small blocking HTTP client for the commands that talk to a server: one request, or lines streamed both ways.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "events/error.h"

namespace rollcall::cli {

struct Fetched {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class Client {
 public:
  // `url`: http://HOST[:PORT]. `token` "" = not signed in.
  static events::Expected<Client> open(const std::string& url, std::string token);

  events::Expected<Fetched> get(const std::string& target, const std::map<std::string, std::string>& headers = {}) const;
  events::Expected<Fetched> post(const std::string& target, const std::string& content_type, const std::string& body, const std::map<std::string, std::string>& headers = {}) const;

  // The answer's lines as they come, for a target that answers in lines (the ledger). `each` answers false to stop.
  events::Expected<void> lines(const std::string& target, const std::function<bool(std::string_view)>& each) const;

  // Streams NDJSON to POST /v1/events: `next` gives the next line or nothing at the end, and runs on a thread of its own;
  // `answered` gets each answer line, in order. Reads answers while it sends, so neither side waits for the other.
  events::Expected<void> exchange_lines(const std::function<std::optional<std::string>()>& next, const std::function<void(std::string_view)>& answered, const std::string& target = "/v1/events") const;

 private:
  std::string host_, port_, token_;
};

}  // namespace rollcall::cli
