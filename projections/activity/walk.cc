// See walk.h.
#include "projections/activity/walk.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {
constexpr std::size_t kMostAtOnce = 1024;
}

List::List(const RowReader& rows, std::string prefix, const std::string& from, const Wants* wants, Budget& budget)
    : rows_(rows), prefix_(std::move(prefix)), next_(prefix_ + from), wants_(wants) {
  fill(budget);
}

// At least one row, so that a page of however many lists gets on.
void List::fill(Budget& budget) {
  const auto most = std::max<std::size_t>(1, std::min(some_, budget.left));
  std::size_t count = 0;
  rows_.scan(prefix_, next_, [&](std::string_view key, std::string_view value) {
    passed_ = At::of_key(key.substr(prefix_.size()));
    if (!wants_) found_.emplace_back(passed_, value);
    else if ((*wants_)(Gist::read(value))) found_.emplace_back(passed_, std::string());
    if (++count == most) next_.assign(key).push_back('\0');
    return count < most;
  });
  budget.spend(count);
  ended_ = count < most;
  some_ = std::min(some_ * 4, kMostAtOnce);
}

std::optional<At> List::front() const {
  if (!found_.empty()) return found_.front().first;
  return ended_ ? std::nullopt : std::optional(passed_);
}

Step List::take(Budget& budget) {
  if (found_.empty() && !budget.left) return {Step::Kind::spent, passed_, {}};
  if (found_.empty()) return fill(budget), Step{Step::Kind::more, {}, {}};
  Step step{Step::Kind::entry, found_.front().first, std::move(found_.front().second)};
  found_.pop_front();
  return step;
}

Walk::Walk(const RowReader& rows, const std::vector<std::string>& prefixes, const std::string& from, const Wants* wants, Budget& budget) : budget_(budget) {
  for (const auto& prefix : prefixes) lists_.emplace_back(rows, prefix, from, wants, budget);
  for (std::size_t i = 0; i < lists_.size(); ++i) push(i);
}

void Walk::push(std::size_t list) {
  if (const auto at = lists_[list].front()) heads_.push({at->key(), list});
}

Step Walk::next() {
  while (!heads_.empty()) {
    const auto list = heads_.top().list;
    heads_.pop();
    auto step = lists_[list].take(budget_);
    if (step.kind != Step::Kind::spent) push(list);
    if (step.kind != Step::Kind::more) return step;
  }
  return {};
}

}  // namespace rollcall::projections::activity
