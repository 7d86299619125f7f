// See target.h.
#include "services/webhooks/target.h"

#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <algorithm>

namespace rollcall::webhooks {
using namespace events;
namespace {
namespace ip = boost::asio::ip;

constexpr const char* kSpecialV4[] = {"0.0.0.0/8",      "10.0.0.0/8",    "100.64.0.0/10", "127.0.0.0/8",     "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
                                      "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",   "240.0.0.0/4"};
constexpr const char* kSpecialV6[] = {"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"};  // within the global unicast 2000::/3

bool within(const ip::address_v4& address, const char* network) {
  const auto n = ip::make_network_v4(network);
  return (address.to_uint() & n.netmask().to_uint()) == n.network().to_uint();
}

bool within(const ip::address_v6& address, const char* network) {
  const auto n = ip::make_network_v6(network);
  const auto a = address.to_bytes(), b = n.address().to_bytes();
  const unsigned bits = n.prefix_length();
  for (unsigned i = 0; i < bits; ++i)
    if (((a[i / 8] ^ b[i / 8]) >> (7 - i % 8)) & 1) return false;
  return true;
}

bool is_public_v4(const ip::address_v4& address) {
  return std::none_of(std::begin(kSpecialV4), std::end(kSpecialV4), [&](const char* network) { return within(address, network); });
}

bool is_plain(std::string_view text) {  // nothing that could end a header line or a request line
  return std::none_of(text.begin(), text.end(), [](unsigned char c) { return c <= ' ' || c >= 127; });
}

}  // namespace

Expected<Target> parse_target(const std::string& url) {
  Target target;
  std::string_view rest = url;
  if (rest.starts_with("https://")) rest.remove_prefix(8);
  else if (rest.starts_with("http://")) rest.remove_prefix(7), target.tls = false;
  else return fail("'" + url + "' is no http or https address");
  if (!is_plain(rest) || rest.find_first_of("#@\\") != rest.npos) return fail("'" + url + "' holds a user, a fragment or characters that no address has");
  const auto slash = std::min(rest.find_first_of("/?"), rest.size());
  const auto authority = rest.substr(0, slash);
  target.path = std::string(rest.substr(slash));
  if (!target.path.starts_with('/')) target.path.insert(0, "/");
  const bool bracketed = authority.starts_with('[');
  const auto close = bracketed ? authority.find(']') : 0;
  if (close == authority.npos) return fail("'" + url + "' has a bracket that does not close");
  const auto colon = authority.find(':', close);
  target.host = std::string(bracketed ? authority.substr(1, close - 1) : authority.substr(0, colon));
  target.port = colon == authority.npos ? (target.tls ? "443" : "80") : std::string(authority.substr(colon + 1));
  const bool number = !target.port.empty() && target.port.size() <= 5 && std::all_of(target.port.begin(), target.port.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (target.host.empty() || !number || std::stoi(target.port) > 65535) return fail("'" + url + "' has no host, or a port that is none");
  target.authority = std::string(authority);
  return target;
}

bool is_public(const std::string& text) {
  boost::system::error_code none;
  const auto address = ip::make_address(text, none);
  if (none) return false;
  if (address.is_v4()) return is_public_v4(address.to_v4());
  const auto v6 = address.to_v6();
  if (v6.is_v4_mapped()) return is_public_v4(ip::make_address_v4(ip::v4_mapped, v6));
  return within(v6, "2000::/3") && std::none_of(std::begin(kSpecialV6), std::end(kSpecialV6), [&](const char* network) { return within(v6, network); });
}

}  // namespace rollcall::webhooks
