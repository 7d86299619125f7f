#include "services/http/reader.h"

#include <array>

#include <boost/asio/post.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

namespace rollcall::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast::http;
using boost::system::error_code;

Read translate(error_code ec) {
  using beast::error;
  if (!ec || ec == error::need_buffer) return Read::ok;
  if (ec == error::end_of_stream || ec == asio::error::eof) return Read::closed;
  if (ec == error::partial_message) return Read::cut_off;
  if (ec == error::header_limit || ec == error::buffer_overflow) return Read::header_too_large;
  if (ec == error::bad_version) return Read::bad_version;
  if (ec.category() == beast::make_error_code(error::bad_version).category()) return Read::malformed;
  return Read::gone;
}

}  // namespace

class RequestReader::Impl {
 public:
  using Parser = beast::request_parser<beast::buffer_body>;

  Impl(asio::ip::tcp::socket& socket, std::size_t max_header)
      : socket_(socket), max_header_(max_header), buffer_(std::max(max_header, piece)) {}

  Request head() {
    const auto& message = parser_->get();
    Request request;
    request.method = std::string(message.method_string());
    request.target = std::string(message.target());
    request.version = message.version();
    request.keep_alive = message.keep_alive();
    for (const auto& field : message) request.headers.add(field.name_string(), field.value());
    return request;
  }

  asio::ip::tcp::socket& socket_;
  const std::size_t max_header_;
  boost::beast::flat_buffer buffer_;
  std::optional<Parser> parser_;
  std::unique_ptr<std::array<char, piece>> body_;  // only while there is one to read
};

RequestReader::RequestReader(asio::ip::tcp::socket& socket, std::size_t max_header_bytes)
    : impl_(std::make_unique<Impl>(socket, max_header_bytes)) {}
RequestReader::~RequestReader() = default;

void RequestReader::await_request(std::function<void(Read)> done) {
  auto& my = *impl_;
  my.parser_.reset();
  my.body_.reset();
  if (my.buffer_.size() > 0) {
    asio::post(my.socket_.get_executor(), [done = std::move(done)] { done(Read::ok); });
    return;
  }
  constexpr std::size_t first_read = 4 << 10;
  my.socket_.async_read_some(my.buffer_.prepare(std::min(first_read, my.buffer_.max_size())),
                             [&my, done = std::move(done)](error_code ec, std::size_t bytes) {
                               if (!ec) my.buffer_.commit(bytes);
                               done(translate(ec));
                             });
}

void RequestReader::read_head(std::function<void(Read, Request)> done) {
  auto& my = *impl_;
  my.parser_.emplace();
  my.parser_->header_limit(static_cast<std::uint32_t>(my.max_header_));
  my.parser_->body_limit(boost::none);
  beast::async_read_header(my.socket_, my.buffer_, *my.parser_,
                           [&my, done = std::move(done)](error_code ec, std::size_t) {
                             done(translate(ec), ec ? Request{} : my.head());
                           });
}

void RequestReader::read_body(std::function<void(Read, std::string_view)> done) {
  auto& my = *impl_;
  if (!my.body_) my.body_ = std::make_unique<std::array<char, piece>>();
  if (my.buffer_.capacity() < piece) my.buffer_.reserve(std::min(piece, my.buffer_.max_size()));
  auto& body = my.parser_->get().body();
  body.data = my.body_->data();
  body.size = my.body_->size();
  body.more = true;
  beast::async_read_some(my.socket_, my.buffer_, *my.parser_,
                         [&my, done = std::move(done)](error_code ec, std::size_t) {
                           const auto left = my.parser_->get().body().size;
                           auto result = translate(ec);
                           if (result == Read::closed) result = Read::cut_off;
                           done(result, {my.body_->data(), my.body_->size() - left});
                         });
}

bool RequestReader::body_done() const { return impl_->parser_ && impl_->parser_->is_done(); }

std::optional<std::uint64_t> RequestReader::content_length() const {
  const auto length = impl_->parser_->content_length();
  return length ? std::optional<std::uint64_t>(*length) : std::nullopt;
}

bool RequestReader::has_read_ahead() const { return impl_->buffer_.size() > 0; }

void RequestReader::discard(std::function<void()> done) {
  auto& my = *impl_;
  my.buffer_.clear();
  my.socket_.async_read_some(my.buffer_.prepare(std::min(piece, my.buffer_.max_size())),
                             [this, done = std::move(done)](error_code ec, std::size_t) {
                               if (ec) return done();
                               discard(done);
                             });
}

}  // namespace rollcall::http
