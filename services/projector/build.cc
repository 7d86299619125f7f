// A generation's way: folded, checked, caught up, in place of the one that serves. See host.h.
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include "services/projector/host.h"

namespace rollcall::projector {
using namespace events;
namespace {

constexpr std::uint64_t kNear = 2000;  // records that are folded while nothing moves, about: a few milliseconds' worth
constexpr int kRounds = 50;
constexpr int kLowPriority = 10;
constexpr std::chrono::seconds kLongestQuestion{30};

// On a thread of its own that gives way to those that serve (as the threads that it starts do). Linux: a thread's
// priority is its own, and never rises again.
template <class Work>
auto gently(const Work& work) {
  return std::async(std::launch::async, [&] {
           ::setpriority(PRIO_PROCESS, 0, kLowPriority);
           return work();
         }).get();
}

}  // namespace

Expected<void> Host::build(const Order& order) {
  const auto model = versions_.back();
  const auto folder = generations_.begin(model->version());
  if (!folder) return tl::unexpected(folder.error());
  auto rows = open_rows_(generations_.path(*folder));
  if (!rows) return tl::unexpected(rows.error());
  auto rebuild = std::make_unique<Rebuild>(*model, **rows, stopping_, [this](std::uint64_t records) { tell([&](RebuildStatus& s) { s.records = records; }); });
  if (auto checked = gently([&] { return fold_and_check(*rebuild, **rows, *model, order); }); !checked) return checked;
  return take_over(std::move(rebuild), model, std::move(*rows), *folder);
}

// What is refused lies there to be looked at, until the next rebuild or start.
Expected<void> Host::fold_and_check(Rebuild& rebuild, projections::Rows& rows, const projections::Model& model, const Order& order) {
  auto to = order.to.value_or(Position());
  auto expected = order.expect;
  if (!order.to) {
    const auto now = serving();
    const bool comparable = now->model().version() == model.version();
    now->answer([&](const projections::Context& at) -> projections::Answer {  // one moment's position and rows
      to = at.position;
      if (comparable) expected = digest_rows(model.name(), model.version(), at.rows, &stopping_);
      return {};
    }, {});
  }
  tell([&](RebuildStatus& s) { s.position = to.text(), s.expected = expected; });
  if (auto read = rebuild.read(log_, to); !read) return read;
  if (rebuild.position() != to) return fail("the ledger ends at " + rebuild.position().text() + ", before " + to.text());
  tell([&](RebuildStatus& s) { s.state = RebuildStatus::State::checking, s.records = rebuild.records(); });
  const auto digest = digest_rows(model.name(), model.version(), *rows.snapshot(), &stopping_);
  if (stopping_) return fail("asked to stop");
  tell([&](RebuildStatus& s) { s.digest = digest; });
  if (digest == expected || order.trust) return {};
  return broken("at " + to.text() + " the new digest is " + digest + ", expected was " + expected + "; nothing is switched");
}

Expected<void> Host::go_back() {
  const auto folder = generations_.kept().back();
  const auto model = model_of(*generations_.version_of(folder));
  auto rows = open_rows_(generations_.path(folder));
  if (!rows) return tl::unexpected(rows.error());
  auto rebuild = std::make_unique<Rebuild>(*model, **rows, stopping_, [this](std::uint64_t records) { tell([&](RebuildStatus& s) { s.records = records; }); });
  return take_over(std::move(rebuild), model, std::move(*rows), folder);
}

// Rounds, each as far as the serving one stands by then, until one is short.
Expected<void> Host::follow(Rebuild& rebuild) {
  tell([](RebuildStatus& s) { s.state = RebuildStatus::State::catching_up; });
  for (int round = 0; round < kRounds; ++round) {
    const auto before = rebuild.records();
    if (auto read = rebuild.read(log_, serving()->position(), round > 0); !read) return read;
    if (rebuild.records() - before < kNear) return {};
  }
  return fail("the ledger grows faster than it can be folded; order it again when there is less traffic");
}

Expected<void> Host::take_over(std::unique_ptr<Rebuild> rebuild, std::shared_ptr<const projections::Model> model, std::unique_ptr<projections::Rows> rows, const std::string& folder) {
  if (auto near = follow(*rebuild); !near) return near;
  if (!rows->flush()) return fail("the rows can't be written; check the disk");  // a kill after the switch must not undo the fold
  auto before = [&] { std::lock_guard lock(mutex_); return generation_; }();
  std::shared_ptr<Projector> next;
  const auto paused = std::chrono::steady_clock::now();
  before->pause();
  const auto switched = [&]() -> Expected<void> {
    try {
      if (before->health().halted()) return tl::unexpected(Error{"what serves has halted: " + before->health().reason(), before->health().why().code});
      if (auto read = rebuild->read(log_, before->position(), true); !read) return read;
      rebuild.reset();
      next = std::make_shared<Projector>(log_, std::move(model), std::move(rows), clock_);
      next->take_over(*before);
      return generations_.serve(folder);
    } catch (const std::exception& e) {
      return fail(e.what());
    }
  }();
  if (!switched) {
    if (!before->health().halted()) before->resume();
    return switched;
  }
  {
    std::lock_guard lock(mutex_);
    generation_ = next;
    kept_ = generations_.kept();
  }
  next->resume();
  spdlog::info("projector {}: {} serves; positions stood still for {} ms", name(), folder, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - paused).count());
  retire(std::move(before));
  return {};
}

// Closed here, not by the last question on it: then its folder is free to be opened again, or removed.
void Host::retire(std::shared_ptr<Projector> old) {
  old->stop();
  const auto until = std::chrono::steady_clock::now() + kLongestQuestion;
  while (old.use_count() > 1 && std::chrono::steady_clock::now() < until) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  if (old.use_count() > 1) spdlog::warn("projector {}: a question on what served before is still under way; its folder stays open until that ends", name());
}

}  // namespace rollcall::projector
