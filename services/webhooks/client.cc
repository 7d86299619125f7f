// See client.h. The only place that knows Beast and TLS. Each step is begun and waited for on an io_context of the call's own.
#include "services/webhooks/client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace rollcall::webhooks {
using namespace events;
namespace {
namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using boost::system::error_code;

class Step {
 public:
  Step(asio::io_context& io, std::chrono::steady_clock::time_point deadline, const std::atomic<bool>& stopping) : io_(io), deadline_(deadline), stopping_(stopping) {}

  // Begins something with a handler, and waits for it. `cancel` ends it when the time is over.
  template <class Begin, class Cancel>
  Expected<void> take(const std::string& what, const Begin& begin, const Cancel& cancel) {
    std::optional<error_code> done;
    begin([&](error_code ec, const auto&...) { done = ec; });
    bool late = false;
    for (io_.restart(); !done; io_.restart()) {
      io_.run_for(std::chrono::milliseconds(50));
      if (done || late) continue;
      if (std::chrono::steady_clock::now() >= deadline_ || stopping_) late = true, cancel();
    }
    if (late) return fail(what + (stopping_ ? ": stopping" : ": too slow"));
    if (*done) return fail(what + ": " + done->message());
    return {};
  }

 private:
  asio::io_context& io_;
  const std::chrono::steady_clock::time_point deadline_;
  const std::atomic<bool>& stopping_;
};

beast::http::request<beast::http::string_body> request_of(const Target& target, const Call& call) {
  beast::http::request<beast::http::string_body> request;
  request.version(11);
  request.method_string(call.method);
  request.target(target.path);
  request.set(beast::http::field::host, target.authority);
  request.set(beast::http::field::user_agent, "Rollcall");
  request.set(beast::http::field::connection, "close");
  for (const auto& [name, value] : call.headers) request.set(name, value);
  request.body() = call.body;
  request.prepare_payload();
  return request;
}

http::Response response_of(const beast::http::response<beast::http::string_body>& answer) {
  http::Response out;
  out.status = static_cast<int>(answer.result_int());
  for (const auto& field : answer) out.headers.add({field.name_string().data(), field.name_string().size()}, {field.value().data(), field.value().size()});
  out.body = answer.body();
  return out;
}

// Over a connection that stands.
template <class Stream>
Expected<http::Response> exchange(Stream& stream, Step& step, const Target& target, const Call& call, std::size_t most, const std::function<void()>& cancel) {
  auto request = request_of(target, call);
  if (auto sent = step.take("sending", [&](auto done) { beast::http::async_write(stream, request, std::move(done)); }, cancel); !sent) return tl::unexpected(sent.error());
  beast::flat_buffer buffer;
  beast::http::response_parser<beast::http::string_body> parser;
  parser.body_limit(most);
  parser.header_limit(16 << 10);
  if (auto read = step.take("reading the answer", [&](auto done) { beast::http::async_read(stream, buffer, parser, std::move(done)); }, cancel); !read) return tl::unexpected(read.error());
  return response_of(parser.get());
}

}  // namespace

struct Client::Trust {
  asio::ssl::context context{asio::ssl::context::tls_client};
};

Client::Client(std::unique_ptr<Trust> trust, bool allow_private, Limits limits) : trust_(std::move(trust)), allow_private_(allow_private), limits_(limits) {}
Client::~Client() = default;

Expected<std::unique_ptr<Client>> Client::open(const std::string& ca_file, bool allow_private, Limits limits) {
  auto trust = std::make_unique<Trust>();
  error_code ec;
  trust->context.set_default_verify_paths(ec);
  if (!ca_file.empty()) trust->context.load_verify_file(ca_file, ec);
  if (ec) return fail("can't read the certificates that are trusted (" + ca_file + "): " + ec.message());
  trust->context.set_verify_mode(asio::ssl::verify_peer);
  return std::unique_ptr<Client>(new Client(std::move(trust), allow_private, limits));
}

Expected<http::Response> Client::call(const Target& target, const Call& call, const std::atomic<bool>& stopping) const {
  asio::io_context io(1);
  Step step(io, std::chrono::steady_clock::now() + limits_.whole, stopping);
  tcp::resolver resolver(io);
  tcp::resolver::results_type found;
  auto resolved = step.take("looking up " + target.host, [&](auto done) {
    resolver.async_resolve(target.host, target.port, [&found, done = std::move(done)](error_code ec, tcp::resolver::results_type results) mutable { found = std::move(results), done(ec); });
  }, [&] { resolver.cancel(); });
  if (!resolved) return tl::unexpected(resolved.error());
  std::vector<tcp::endpoint> endpoints;
  for (const auto& entry : found) {
    if (!allow_private_ && !is_public(entry.endpoint().address().to_string())) return fail(target.host + " stands for " + entry.endpoint().address().to_string() + ", which is no public address; see --webhooks-private");
    endpoints.push_back(entry.endpoint());
  }
  asio::ssl::stream<tcp::socket> stream(io, trust_->context);
  auto& socket = stream.next_layer();
  const auto cancel = [&] {
    error_code ignored;
    socket.close(ignored);
  };
  auto connected = step.take("connecting", [&](auto done) { asio::async_connect(socket, endpoints, std::move(done)); }, cancel);
  if (!connected) return tl::unexpected(connected.error());
  if (!target.tls) return exchange(socket, step, target, call, limits_.answer, cancel);
  if (!SSL_set_tlsext_host_name(stream.native_handle(), target.host.c_str())) return fail("the host's name can't be sent");
  stream.set_verify_callback(asio::ssl::host_name_verification(target.host));
  auto trusted = step.take("TLS", [&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, std::move(done)); }, cancel);
  if (!trusted) return tl::unexpected(trusted.error());
  return exchange(stream, step, target, call, limits_.answer, cancel);
}

}  // namespace rollcall::webhooks
