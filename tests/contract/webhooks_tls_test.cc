// The client of webhooks: whom it trusts over TLS, and how long it waits.
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <catch2/catch.hpp>
#include <fstream>
#include <thread>

#include "services/webhooks/client.h"
#include "tests/support/temp_folder.h"

using namespace rollcall;
using namespace rollcall::webhooks;
namespace asio = boost::asio;

namespace {

// A certificate that signs itself, for this name, in cert.pem and key.pem.
void make_certificate(const std::filesystem::path& folder, const std::string& name) {
  EVP_PKEY* key = EVP_EC_gen("P-256");
  X509* cert = X509_new();
  X509_set_version(cert, 2);
  ASN1_INTEGER_set(X509_get_serialNumber(cert), 1);
  X509_gmtime_adj(X509_getm_notBefore(cert), -3600);
  X509_gmtime_adj(X509_getm_notAfter(cert), 3600);
  X509_set_pubkey(cert, key);
  X509_NAME_add_entry_by_txt(X509_get_subject_name(cert), "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1, 0);
  X509_set_issuer_name(cert, X509_get_subject_name(cert));
  X509_EXTENSION* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, ("DNS:" + name).c_str());
  X509_add_ext(cert, names, -1);
  X509_sign(cert, key, EVP_sha256());
  FILE* out = std::fopen((folder / "cert.pem").c_str(), "w");
  PEM_write_X509(out, cert), std::fclose(out);
  out = std::fopen((folder / "key.pem").c_str(), "w");
  PEM_write_PrivateKey(out, key, nullptr, nullptr, 0, nullptr, nullptr), std::fclose(out);
  X509_EXTENSION_free(names), X509_free(cert), EVP_PKEY_free(key);
}

// Takes one connection after the other, and answers 204 over TLS where the client lets it.
class TlsReceiver {
 public:
  explicit TlsReceiver(const std::filesystem::path& folder) : acceptor_(io_, {asio::ip::address_v4::loopback(), 0}) {
    context_.use_certificate_chain_file((folder / "cert.pem").string());
    context_.use_private_key_file((folder / "key.pem").string(), asio::ssl::context::pem);
    thread_ = std::thread([this] { run(); });
  }
  ~TlsReceiver() {
    stopping_ = true;
    boost::system::error_code ignored;
    asio::ip::tcp::socket(io_).connect(acceptor_.local_endpoint(), ignored);  // wakes it
    thread_.join();
  }
  std::string url(const std::string& host) const { return "https://" + host + ":" + std::to_string(acceptor_.local_endpoint().port()) + "/"; }
  int answered() const { return answered_; }

 private:
  void run() {
    while (!stopping_) {
      boost::system::error_code ec;
      asio::ssl::stream<asio::ip::tcp::socket> stream(acceptor_.accept(), context_);
      if (stream.handshake(asio::ssl::stream_base::server, ec)) continue;
      char bytes[4096];
      if (stream.read_some(asio::buffer(bytes), ec); ec) continue;
      const std::string answer = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";
      asio::write(stream, asio::buffer(answer), ec);
      ++answered_;
    }
  }
  asio::io_context io_;
  asio::ip::tcp::acceptor acceptor_;
  asio::ssl::context context_{asio::ssl::context::tls_server};
  std::atomic<bool> stopping_{false};
  std::atomic<int> answered_{0};
  std::thread thread_;
};

events::Expected<http::Response> call(const std::string& url, const std::string& ca_file, Client::Limits limits = {}) {
  const auto client = Client::open(ca_file, true, limits);
  if (!client) return tl::unexpected(client.error());
  const std::atomic<bool> stopping{false};
  return (*client)->call(parse_target(url).value(), {"POST", {{"Content-Type", "application/json"}}, "{}"}, stopping);
}

}  // namespace

TEST_CASE("over TLS only a certificate that is trusted, and made for the host, is taken", "[contract]") {
  tests::TempFolder folder;
  make_certificate(folder.path(), "localhost");
  TlsReceiver receiver(folder.path());
  const auto unknown = call(receiver.url("localhost"), "");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().detail.find("TLS") != std::string::npos);
  const auto ca = (folder.path() / "cert.pem").string();
  const auto other_name = call(receiver.url("127.0.0.1"), ca);
  REQUIRE_FALSE(other_name);
  CHECK(other_name.error().detail.find("TLS") != std::string::npos);
  CHECK(receiver.answered() == 0);
  const auto trusted = call(receiver.url("localhost"), ca);
  REQUIRE(trusted);
  CHECK(trusted->status == 204);
  CHECK_FALSE(Client::open((folder.path() / "none.pem").string(), true, {}));
}

TEST_CASE("who takes the connection and never answers is waited for no longer than said", "[contract]") {
  asio::io_context io;
  asio::ip::tcp::acceptor silent(io, {asio::ip::address_v4::loopback(), 0});  // the kernel takes the connection
  const auto url = "http://127.0.0.1:" + std::to_string(silent.local_endpoint().port()) + "/";
  Client::Limits limits;
  limits.whole = std::chrono::milliseconds(200);
  const auto since = std::chrono::steady_clock::now();
  const auto called = call(url, "", limits);
  REQUIRE_FALSE(called);
  CHECK(called.error().detail == "reading the answer: too slow");
  CHECK(std::chrono::steady_clock::now() - since < std::chrono::seconds(10));
  silent.close();
  CHECK_FALSE(call(url, ""));  // nobody there
}
