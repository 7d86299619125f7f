// The property that every model must have (ARCHITECTURE.md, promise 4): lanes interleaved in any way, read in any
// batches, stopped and started anywhere, leave equal rows and equal answers.
#pragma once

#include <rapidcheck.h>

#include "tests/support/ledger_builder.h"

namespace rollcall::tests {

// `choices` says, record by record, which lane is read next, and where a batch ends or the reader crashes.
inline void read_in_any_order(Fold& fold, const Ledger& ledger, const std::vector<unsigned>& choices) {
  std::vector<std::vector<Entry>> lanes;
  for (std::uint16_t p = 0; p < ledger.lanes(); ++p)
    if (auto lane = ledger.lane(p); !lane.empty()) lanes.push_back(std::move(lane));
  std::vector<std::size_t> next(lanes.size());
  std::vector<Entry> batch;
  for (const auto choice : choices) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < lanes.size(); ++i)
      if (next[i] < lanes[i].size()) open.push_back(i);
    if (open.empty()) break;
    const auto lane = open[choice % open.size()];
    batch.push_back(lanes[lane][next[lane]++]);
    if (choice / 64 % 3 != 0) continue;
    fold.read(batch);
    if (choice / 256 % 2 == 0) fold.restart(ledger.entries());
    if (choice / 512 % 2 == 0) batch.clear();  // else it is read again: at least once
  }
  fold.read(batch);
}

// `make(choice…)` builds a ledger from chance; `urls` are asked of both folds.
template <class Make>
bool any_order_is_equal(Fold::SharedModel model, Make make, const std::vector<std::string>& urls) {
  return rc::check("lanes in any interleaving, cut and restarted anywhere, leave equal rows and answers", [&] {
    const auto chance = rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0u, 65536u));
    const Ledger ledger = make(*chance);
    Fold straight(model, ledger), other(model);
    read_in_any_order(other, ledger, *rc::gen::container<std::vector<unsigned>>(ledger.entries().size(), rc::gen::inRange(0u, 65536u)));
    RC_ASSERT(other.rows().all() == straight.rows().all());
    for (const auto& url : urls) RC_ASSERT(other.ask(url).body() == straight.ask(url).body());
  });
}

}  // namespace rollcall::tests
