// One HTTP request to somebody else's server, and its answer. Every wait and every size has a bound; redirects are not
// followed; a certificate must be valid for the host.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>

#include "services/http/message.h"
#include "services/webhooks/target.h"

namespace rollcall::webhooks {

struct Call {
  std::string method;  // "POST", "OPTIONS"
  http::Headers headers;
  std::string body;
};

class Client {
 public:
  struct Limits {
    std::chrono::milliseconds whole{20'000};  // from the name's look-up to the answer's end
    std::size_t answer = 64 << 10;            // bytes of its body
  };
  // `ca_file`: trusted beside the system's, "" = none. Errors: it can't be read.
  static events::Expected<std::unique_ptr<Client>> open(const std::string& ca_file, bool allow_private, Limits limits);
  ~Client();

  // Any thread, several at once. Errors: no such name, an address that may not be called, not reached, not trusted, no HTTP,
  // too slow, or `stopping`.
  events::Expected<http::Response> call(const Target& target, const Call& call, const std::atomic<bool>& stopping) const;

 private:
  struct Trust;
  Client(std::unique_ptr<Trust> trust, bool allow_private, Limits limits);
  std::unique_ptr<Trust> trust_;
  const bool allow_private_;
  const Limits limits_;
};

}  // namespace rollcall::webhooks
