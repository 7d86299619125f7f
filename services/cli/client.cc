// See client.h. Beast, blocking.
#include "services/cli/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <thread>

namespace rollcall::cli {
namespace {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using events::fail;

constexpr std::uint64_t kMaxAnswer = 256ull << 20;

struct Connection {
  asio::io_context io;
  asio::ip::tcp::socket socket{io};
  beast::flat_buffer buffer;
};

events::Expected<std::unique_ptr<Connection>> connect(const std::string& host, const std::string& port) {
  auto c = std::make_unique<Connection>();
  beast::error_code error;
  asio::ip::tcp::resolver resolver(c->io);
  const auto found = resolver.resolve(host, port, error);
  if (!error) asio::connect(c->socket, found, error);
  if (error) return fail("can't reach http://" + host + ":" + port + " (" + error.message() + "); is rollcall serve running there?");
  c->socket.set_option(asio::ip::tcp::no_delay(true), error);
  return c;
}

template <class Body>
void prepare(http::request<Body>& request, const std::string& host, const std::string& token, const std::map<std::string, std::string>& headers) {
  request.set(http::field::host, host);
  request.set(http::field::user_agent, "rollcall");
  if (!token.empty()) request.set(http::field::authorization, "Bearer " + token);
  for (const auto& [name, value] : headers) request.set(name, value);
}

template <class Fields>
Fetched fetched(const Fields& head, std::string body) {
  Fetched out{static_cast<int>(head.result_int()), {}, std::move(body)};
  for (const auto& field : head) {
    std::string name(field.name_string());
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    out.headers.emplace(std::move(name), std::string(field.value()));
  }
  return out;
}

events::Expected<Fetched> roundtrip(const std::string& host, const std::string& port, http::request<http::string_body>& request) {
  auto c = connect(host, port);
  if (!c) return tl::unexpected(c.error());
  beast::error_code error;
  request.prepare_payload();
  http::write((*c)->socket, request, error);
  http::response_parser<http::string_body> parser;
  parser.body_limit(kMaxAnswer);
  if (!error || error == asio::error::broken_pipe) error = {}, http::read((*c)->socket, (*c)->buffer, parser, error);
  if (error) return fail("the server broke off: " + error.message());
  auto message = parser.release();
  return fetched(message, std::move(message.body()));
}

// Reads a response whose body is lines; an answer of another status than 200 is an error with its body.
events::Expected<void> read_lines(Connection& c, const std::function<bool(std::string_view)>& each) {
  http::response_parser<http::buffer_body> parser;
  parser.body_limit(boost::none);
  beast::error_code error;
  http::read_header(c.socket, c.buffer, parser, error);
  std::string rest;
  char piece[64 * 1024];
  while (!error && !parser.is_done()) {
    parser.get().body().data = piece;
    parser.get().body().size = sizeof piece;
    http::read(c.socket, c.buffer, parser, error);
    if (error == http::error::need_buffer) error = {};
    rest.append(piece, sizeof piece - parser.get().body().size);
    if (parser.get().result_int() != 200) continue;
    std::size_t from = 0;
    for (auto end = rest.find('\n'); end != rest.npos; from = end + 1, end = rest.find('\n', from))
      if (!each(std::string_view(rest).substr(from, end - from))) return {};
    rest.erase(0, from);
  }
  if (error) return fail("the server broke off: " + error.message());
  if (parser.get().result_int() != 200) return fail("the server answered " + std::to_string(parser.get().result_int()) + ": " + rest.substr(0, 1000));
  return {};
}

// The request's body in chunks, then the last chunk; stops at the first error (the reader will learn why).
void write_lines(Connection& c, const std::function<std::optional<std::string>()>& next) {
  beast::error_code error;
  std::string portion;
  for (auto line = next(); line && !error; line = next()) {
    (portion += *line) += '\n';
    if (portion.size() < 64 * 1024) continue;
    asio::write(c.socket, http::make_chunk(asio::buffer(portion)), error);
    portion.clear();
  }
  if (!error && !portion.empty()) asio::write(c.socket, http::make_chunk(asio::buffer(portion)), error);
  if (!error) asio::write(c.socket, http::make_chunk_last(), error);
}

}  // namespace

events::Expected<Client> Client::open(const std::string& url, std::string token) {
  constexpr std::string_view scheme = "http://";
  if (!url.starts_with(scheme)) return fail("give the server's address as http://HOST:PORT (TLS is the reverse proxy's)");
  auto authority = url.substr(scheme.size());
  authority = authority.substr(0, authority.find('/'));
  const auto colon = authority.rfind(':');
  Client client;
  client.host_ = authority.substr(0, colon);
  client.port_ = colon == authority.npos ? "80" : authority.substr(colon + 1);
  client.token_ = std::move(token);
  return client;
}

events::Expected<Fetched> Client::get(const std::string& target, const std::map<std::string, std::string>& headers) const {
  http::request<http::string_body> request(http::verb::get, target, 11);
  prepare(request, host_, token_, headers);
  return roundtrip(host_, port_, request);
}

events::Expected<Fetched> Client::post(const std::string& target, const std::string& content_type, const std::string& body, const std::map<std::string, std::string>& headers) const {
  http::request<http::string_body> request(http::verb::post, target, 11);
  prepare(request, host_, token_, headers);
  request.set(http::field::content_type, content_type);
  request.body() = body;
  return roundtrip(host_, port_, request);
}

events::Expected<void> Client::lines(const std::string& target, const std::function<bool(std::string_view)>& each) const {
  auto c = connect(host_, port_);
  if (!c) return tl::unexpected(c.error());
  http::request<http::empty_body> request(http::verb::get, target, 11);
  prepare(request, host_, token_, {});
  beast::error_code error;
  http::write((*c)->socket, request, error);
  if (error) return fail("the server broke off: " + error.message());
  return read_lines(**c, each);
}

events::Expected<void> Client::exchange_lines(const std::function<std::optional<std::string>()>& next, const std::function<void(std::string_view)>& answered, const std::string& target) const {
  auto c = connect(host_, port_);
  if (!c) return tl::unexpected(c.error());
  http::request<http::empty_body> request(http::verb::post, target, 11);
  prepare(request, host_, token_, {{"Content-Type", "application/x-ndjson"}, {"Prefer", "wait=30"}});
  request.chunked(true);
  http::request_serializer<http::empty_body> head(request);
  beast::error_code error;
  http::write_header((*c)->socket, head, error);
  if (error) return fail("the server broke off: " + error.message());
  std::thread writer([&] { write_lines(**c, next); });
  auto done = read_lines(**c, [&](std::string_view line) { return answered(line), true; });
  if (!done) (*c)->socket.shutdown(asio::ip::tcp::socket::shutdown_both, error);  // the writer stops too
  writer.join();
  return done;
}

}  // namespace rollcall::cli
