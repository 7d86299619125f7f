// See host.h. What serves, and the orders; how a generation is built is in build.cc.
#include "services/projector/host.h"

#include <spdlog/spdlog.h>

namespace rollcall::projector {
using namespace events;
namespace {

tl::unexpected<Refusal> refuse(Refusal::Code code, std::string detail) { return tl::unexpected(Refusal{code, std::move(detail)}); }

}  // namespace

std::string_view text_of(RebuildStatus::State state) {
  switch (state) {
    case RebuildStatus::State::none: return "none";
    case RebuildStatus::State::folding: return "folding";
    case RebuildStatus::State::checking: return "checking";
    case RebuildStatus::State::catching_up: return "catching_up";
    case RebuildStatus::State::done: return "done";
    case RebuildStatus::State::failed: return "failed";
  }
  return "";
}

Expected<std::unique_ptr<Host>> Host::open(Log& log, const Clock& clock, const std::filesystem::path& models, OpenRows open_rows, Versions versions) {
  std::vector<std::uint32_t> numbers;
  for (const auto& model : versions) numbers.push_back(model->version());
  auto generations = Generations::open(models, std::string(versions.back()->name()), std::move(numbers));
  if (!generations) return tl::unexpected(generations.error());
  auto rows = open_rows(generations->path(generations->serving()));  // held by another process: nothing of its is touched
  if (!rows) return tl::unexpected(rows.error());
  if (auto settled = generations->settle(); !settled) return tl::unexpected(settled.error());
  std::unique_ptr<Host> host(new Host(log, clock, std::move(open_rows), std::move(versions), std::move(*generations)));
  const auto version = host->generations_.version_of(host->generations_.serving());
  host->generation_ = std::make_shared<Projector>(log, host->model_of(*version), std::move(*rows), clock);
  return host;
}

Host::Host(Log& log, const Clock& clock, OpenRows open_rows, Versions versions, Generations generations)
    : log_(log), clock_(clock), open_rows_(std::move(open_rows)), versions_(std::move(versions)), generations_(std::move(generations)), kept_(generations_.kept()) {}

Host::~Host() { stop(); }

void Host::stop() {
  stopping_ = true;
  std::lock_guard orders(orders_);
  if (worker_.joinable()) worker_.join();
  if (generation_) generation_->stop();
}

std::shared_ptr<const projections::Model> Host::model_of(std::uint32_t version) const {
  return *std::find_if(versions_.begin(), versions_.end(), [&](const auto& model) { return model->version() == version; });
}

std::shared_ptr<const Projector> Host::serving() const {
  std::lock_guard lock(mutex_);
  return generation_;
}

std::set<std::string> Host::patterns() const {
  std::set<std::string> out;
  for (const auto& model : versions_)
    for (const auto& route : model->routes()) out.insert(route.pattern);
  return out;
}

std::set<std::string> Host::live_patterns() const {
  std::set<std::string> out;
  for (const auto& model : versions_)
    for (const auto& route : model->live_routes()) out.insert(route.pattern);
  return out;
}

bool Host::wait_for(const Position& position, std::chrono::milliseconds wait) const {
  const auto until = std::chrono::steady_clock::now() + wait;
  for (;;) {
    const auto asked = serving();
    const auto left = until - std::chrono::steady_clock::now();
    if (asked->wait_for(position, std::max(std::chrono::duration_cast<std::chrono::milliseconds>(left), std::chrono::milliseconds(0)))) return true;
    if (serving() == asked || left <= left.zero()) return false;
  }
}

RebuildStatus Host::status() const {
  std::lock_guard lock(mutex_);
  return status_;
}

Ended Host::ended() const {
  std::lock_guard lock(mutex_);
  return ended_;
}

std::vector<std::string> Host::kept() const {
  std::lock_guard lock(mutex_);
  return kept_;
}

// Held while an order is looked at, so that of two that come at once one is refused.
tl::expected<std::unique_lock<std::mutex>, Refusal> Host::take_orders() {
  std::unique_lock orders(orders_);
  if (stopping_) return refuse(Refusal::Code::not_ready, "this process is stopping");
  if (status().running()) return refuse(Refusal::Code::running, "a rebuild of this read model is under way; wait for its end");
  if (worker_.joinable()) worker_.join();
  return orders;
}

Host::Taken Host::rebuild(const Order& order) {
  const auto orders = take_orders();
  if (!orders) return tl::unexpected(orders.error());
  const auto now = serving();
  if (!now->health().ready()) return refuse(Refusal::Code::not_ready, "this read model does not stand at the ledger's end yet, or has halted; see /readyz");
  if (!kept().empty()) return refuse(Refusal::Code::kept, "what served before is still kept (" + kept().back() + "); drop it first");
  const auto newest = versions_.back()->version();
  if (order.to.has_value() == order.expect.empty()) return refuse(Refusal::Code::nothing_to_compare, "give a position and the digest to expect there, both or neither");
  if (order.to && !now->position().covers(*order.to)) return refuse(Refusal::Code::not_reached, "this read model has not reached " + order.to->text() + " yet");
  if (newest != now->model().version() && order.expect.empty() && !order.trust)
    return refuse(Refusal::Code::nothing_to_compare, "the new one is of version " + std::to_string(newest) + ", whose digest is another than version " + std::to_string(now->model().version()) +
                                                         "'s: give the digest to expect at a position, as rollcall replay --to has it elsewhere, or order it to be trusted");
  run(newest, RebuildStatus::State::folding, [this, order] { return build(order); });
  return {};
}

Host::Taken Host::switch_back() {
  const auto orders = take_orders();
  if (!orders) return tl::unexpected(orders.error());
  if (!serving()->health().ready()) return refuse(Refusal::Code::not_ready, "this read model does not stand at the ledger's end yet, or has halted; see /readyz");
  const auto before = kept();
  const auto version = before.empty() ? std::nullopt : generations_.version_of(before.back());
  if (!version) return refuse(Refusal::Code::nothing_kept, "nothing that served before is kept in a version that this program has");
  run(*version, RebuildStatus::State::catching_up, [this] { return go_back(); });
  return {};
}

Host::Taken Host::drop() {
  const auto orders = take_orders();
  if (!orders) return tl::unexpected(orders.error());
  if (kept().empty()) return refuse(Refusal::Code::nothing_kept, "nothing that served before is kept");
  const auto dropped = generations_.drop();
  std::lock_guard lock(mutex_);
  kept_ = generations_.kept();
  if (!dropped) return refuse(Refusal::Code::failed, dropped.error().detail);
  return {};
}

void Host::run(std::uint32_t version, RebuildStatus::State first, std::function<Expected<void>()> work) {
  tell([&](RebuildStatus& s) { s = {}, s.state = first, s.version = version; });
  worker_ = std::thread([this, work = std::move(work)] {
    Expected<void> done;
    try {
      done = work();
    } catch (const std::exception& e) {
      done = fail(e.what());
    }
    if (!done) spdlog::error("projector {}: the rebuild failed, what served goes on: {}", name(), done.error().detail);
    tell([&](RebuildStatus& s) {
      s.state = done ? RebuildStatus::State::done : RebuildStatus::State::failed;
      if (!done) s.error = done.error();
      ++(done ? ended_.done : ended_.failed);
    });
  });
}

}  // namespace rollcall::projector
