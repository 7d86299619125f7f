// A plain blocking client for the tests of services/http: it can do what polite libraries can't (half-close, reset,
// stop in the middle). Every wait is bounded: a read that takes longer than 10 s fails the test.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "services/http/server.h"

namespace http_client {

using namespace std::chrono_literals;
inline constexpr auto bound = 10s;

// Something another thread makes true.
template <class Value>
class Watched {
 public:
  template <class Change>
  void change(Change change_value) {
    const std::lock_guard lock(mutex_);
    change_value(value_);
    changed_.notify_all();
  }
  void set(Value value) {
    change([&](Value& held) { held = std::move(value); });
  }
  Value get() const {
    const std::lock_guard lock(mutex_);
    return value_;
  }
  template <class Test>
  bool wait(Test test) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, bound, [&] { return test(value_); });
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  Value value_{};
};

// For what can't notify us. Bounded.
template <class Test>
bool eventually(Test test) {
  const auto until = std::chrono::steady_clock::now() + bound;
  while (!test()) {
    if (std::chrono::steady_clock::now() > until) return false;
    std::this_thread::yield();
  }
  return true;
}

struct Answer {
  int status = 0;
  rollcall::http::Headers headers;
  std::string body;
  std::string header(std::string_view name) const { return std::string(headers.find(name).value_or("")); }
};

class Client {
 public:
  explicit Client(std::uint16_t port, int receive_buffer = 0) : fd_(::socket(AF_INET, SOCK_STREAM, 0)) {
    if (receive_buffer) ::setsockopt(fd_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    const timeval wait{10, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    ::setsockopt(fd_, SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
    const int on = 1;
    ::setsockopt(fd_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(fd_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) throw std::runtime_error("connect");
  }
  ~Client() { close(); }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  // False when the server does not take it (closed, reset, full for 10 s).
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }
  // As much as it takes right now.
  std::size_t send_some(std::string_view bytes) {
    const auto sent = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    return sent > 0 ? static_cast<std::size_t>(sent) : 0;
  }
  int descriptor() const { return fd_; }
  void half_close() { ::shutdown(fd_, SHUT_WR); }
  void reset() {
    const linger hard{1, 0};
    ::setsockopt(fd_, SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
    close();
  }
  void close() {
    if (fd_ >= 0) ::close(std::exchange(fd_, -1));
  }

  // Throws on the end of the connection or after 10 s.
  std::string read_line() {
    std::size_t end;
    while ((end = input_.find("\r\n")) == std::string::npos) fill();
    auto line = input_.substr(0, end);
    input_.erase(0, end + 2);
    return line;
  }
  std::string read_bytes(std::size_t count) {
    while (input_.size() < count) fill();
    auto bytes = input_.substr(0, count);
    input_.erase(0, count);
    return bytes;
  }
  // The next chunk of a chunked body; empty for the last.
  std::string read_chunk() {
    const auto length = std::stoul(read_line(), nullptr, 16);
    auto chunk = read_bytes(length);
    if (!read_line().empty()) throw std::runtime_error("chunk without an end");
    return chunk;
  }
  Answer read_head() {
    Answer answer;
    const auto line = read_line();
    if (!line.starts_with("HTTP/1.1 ")) throw std::runtime_error("no status line: " + line);
    answer.status = std::stoi(line.substr(9));
    for (auto field = read_line(); !field.empty(); field = read_line()) {
      const auto colon = field.find(": ");
      answer.headers.add(field.substr(0, colon), field.substr(colon + 2));
    }
    return answer;
  }
  Answer read_answer(bool to_head = false) {
    auto answer = read_head();
    if (to_head || answer.status == 204 || answer.status == 304 || answer.status == 100) return answer;
    if (answer.header("Transfer-Encoding") == "chunked") {
      for (auto chunk = read_chunk(); !chunk.empty(); chunk = read_chunk()) answer.body += chunk;
    } else if (answer.headers.has("Content-Length")) {
      answer.body = read_bytes(std::stoul(answer.header("Content-Length")));
    } else {
      answer.body = read_to_end();
    }
    return answer;
  }
  // Everything until the server ends the connection properly; throws when it resets it.
  std::string read_to_end() {
    while (fill_some()) {}
    return std::exchange(input_, {});
  }
  // The server ends the connection, properly or not, and nothing comes before that.
  bool ends() {
    try {
      return read_to_end().empty();
    } catch (const std::system_error&) {
      return true;
    }
  }

 private:
  void fill() {
    if (!fill_some()) throw std::runtime_error("the server closed after: " + input_);
  }
  bool fill_some() {
    char bytes[16384];
    const auto got = ::recv(fd_, bytes, sizeof bytes, 0);
    if (got < 0 && errno == EAGAIN) throw std::runtime_error("nothing came for 10 s, after: " + input_);
    if (got < 0) throw std::system_error(errno, std::generic_category(), "recv");
    input_.append(bytes, static_cast<std::size_t>(got));
    return got > 0;
  }

  int fd_;
  std::string input_;
};

inline std::string get(std::string_view target, std::string_view more = "") {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) + "\r\n";
}
inline std::string post(std::string_view target, std::string_view body, std::string_view more = "") {
  return "POST " + std::string(target) + " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(more) + "\r\n" + std::string(body);
}
inline std::string chunk(std::string_view data) {
  char length[20];
  std::snprintf(length, sizeof length, "%zx\r\n", data.size());
  return length + std::string(data) + "\r\n";
}

// A server on a free port with those routes.
class Running {
 public:
  explicit Running(rollcall::http::Router router, rollcall::http::Options options = {})
      : server_(std::move(router), std::move(options)) {
    const auto port = server_.start();
    if (!port) throw std::runtime_error(port.error());
  }
  std::uint16_t port() const { return server_.port(); }
  rollcall::http::Server& server() { return server_; }
  Answer ask(std::string_view bytes) {
    Client client(port());
    client.send(bytes);
    return client.read_answer();
  }
  bool empties() {
    return eventually([&] { return server_.connections() == 0; });
  }

 private:
  rollcall::http::Server server_;
};

}  // namespace http_client
