// See live.h.
#include "services/projector/live.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace rollcall::projector {
using namespace events;
namespace {

std::string event_text(const projections::LiveEvent& event) { return "id: " + event.at.text() + "\ndata: " + event.data + "\n\n"; }

// A question on one moment of what serves.
template <class Ask>
auto ask_serving(const Host& host, const Ask& ask) {
  const auto projector = host.serving();
  decltype(ask(*projector, std::declval<const projections::Context&>())) out{};
  projector->answer([&](const projections::Context& context) -> projections::Answer { return out = ask(*projector, context), projections::Answer{}; }, {});
  return out;
}

const projections::LiveRoute* find_route(const std::vector<projections::LiveRoute>& routes, std::string_view pattern) {
  const auto at = std::find_if(routes.begin(), routes.end(), [&](const auto& route) { return route.pattern == pattern; });
  return at == routes.end() ? nullptr : &*at;
}

}  // namespace

// Its members are the writing thread's, but for the stream, which anyone may end.
class Live::Client : public http::Exchange {
 public:
  Client(Live& live, std::string given_pattern, projections::Question given_question, Position from, std::shared_ptr<http::Stream> given_stream)
      : pattern(std::move(given_pattern)), question(std::move(given_question)), at(std::move(from)), stream(std::move(given_stream)), told(Clock::now()), live_(live) {}
  void on_drained() override { live_.wake(); }
  void on_stopping() override {
    stream->write(": this server stops; connect again\n\n");
    stream->finish();
  }
  void on_close(http::CloseReason) override { live_.remove(this); }

  const std::string pattern;
  const projections::Question question;
  Position at;
  const std::shared_ptr<http::Stream> stream;
  Clock::time_point told;                        // when something was written last
  std::optional<Clock::time_point> full_since;   // since when it has had no room

 private:
  Live& live_;
};

Live::Live(Host& host, LiveLimits limits) : host_(host), limits_(limits) {
  host_.listen({nullptr, [this] { wake(); }});
  thread_ = std::thread([this] { run(); });
}

Live::~Live() { stop(); }

void Live::stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
    woken_.notify_all();
  }
  if (thread_.joinable()) thread_.join();
}

void Live::wake() {
  std::lock_guard lock(mutex_);
  moved_ = true;
  woken_.notify_all();
}

std::size_t Live::clients() const {
  std::lock_guard lock(mutex_);
  return clients_.size();
}

void Live::remove(const Client* client) {
  std::lock_guard lock(mutex_);
  clients_.remove_if([&](const auto& one) { return one.get() == client; });
}

void Live::add_routes(http::Router& router, std::shared_ptr<const ReadPorts> ports) {
  for (const auto& pattern : host_.live_patterns())
    router.stream("GET", pattern, [this, pattern, ports](http::Request request, std::shared_ptr<http::Stream> stream) { return begin(pattern, *ports, std::move(request), std::move(stream)); });
}

// Looks at few rows at most: on the connection's thread.
std::shared_ptr<http::Exchange> Live::begin(const std::string& pattern, const ReadPorts& ports, http::Request request, std::shared_ptr<http::Stream> stream) {
  const auto refuse = [&](http::Response response) { return stream->respond(std::move(response)), nullptr; };
  auto question = read_question(request, ports.viewer(request.headers));
  if (const auto last = request.headers.find("last-event-id"); last && !last->empty()) question.query["last_event_id"] = *last;
  if (!host_.serving()->health().ready()) return refuse(http::try_again("not_ready", "this read model is still catching up, or has halted; see /readyz"));
  using Begun = std::optional<tl::expected<Position, projections::Answer>>;
  const auto begun = ask_serving(host_, [&](const Projector& projector, const projections::Context& context) -> Begun {
    const auto routes = projector.model().live_routes();
    const auto* route = find_route(routes, pattern);
    return route ? Begun(route->begin(context, question)) : std::nullopt;
  });
  if (!begun) return refuse(http::problem(404, "not_found", "Not Found", "the version of this read model that serves has no such call"));
  if (!*begun) return refuse(from(begun->error()));
  auto client = std::make_shared<Client>(*this, pattern, std::move(question), **begun, stream);
  std::unique_lock lock(mutex_);
  if (stopping_ || clients_.size() >= limits_.most) return lock.unlock(), refuse(http::try_again("busy", "too many follow as it is; ask again"));
  stream->start(200, {{"Content-Type", "text/event-stream"}, {"Cache-Control", "no-store"}, {"X-Accel-Buffering", "no"}, {"Rollcall-Position", client->at.text()}});
  if (request.method == "HEAD") return stream->finish(), nullptr;
  stream->write("retry: 2000\nid: " + client->at.text() + "\n\n");
  clients_.push_back(client);
  moved_ = true;
  woken_.notify_all();
  return client;
}

void Live::run() {
  const auto tick = std::min({limits_.heartbeat, limits_.patience, std::chrono::milliseconds(1000)});
  for (bool more = false;;) {
    {
      std::unique_lock lock(mutex_);
      if (!more) woken_.wait_for(lock, tick, [&] { return moved_ || stopping_; });
      if (stopping_) return;
      moved_ = false;
    }
    try {
      more = write_once(Clock::now());
    } catch (const std::exception& e) {  // a store that can't be read: who follows is told nothing wrong, and asks again
      spdlog::error("live answers of {}: {}", host_.name(), e.what());
      more = false;
    }
  }
}

bool Live::write_once(Clock::time_point now) {
  std::list<std::shared_ptr<Client>> clients;
  {
    std::lock_guard lock(mutex_);
    clients = clients_;
  }
  bool more = false;
  for (const auto& client : clients) {
    auto& c = *client;
    if (c.stream->buffered_bytes() > limits_.ahead) {
      if (!c.full_since) c.full_since = now;
      if (now - *c.full_since < limits_.patience || !c.stream->open()) continue;
      c.stream->write(": too slow; connect again with Last-Event-ID\n\n");
      c.stream->finish();
      ++dropped_;
      continue;
    }
    c.full_since.reset();
    auto piece = ask_serving(host_, [&](const Projector& projector, const projections::Context& context) {
      const auto routes = projector.model().live_routes();
      const auto* route = find_route(routes, c.pattern);
      return route ? route->next(context, c.question, c.at) : projections::LivePiece{{}, c.at, false};
    });
    std::string text;
    for (const auto& event : piece.events) text += event_text(event);
    c.at = std::move(piece.at);
    if (text.empty() && now - c.told >= limits_.heartbeat) text = ": here\nid: " + c.at.text() + "\n\n";
    if (!text.empty()) c.told = now, c.stream->write(std::move(text));
    more = more || piece.more;
  }
  return more;
}

}  // namespace rollcall::projector
