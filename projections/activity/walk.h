// Walking several lists of rows.h as one, newest first, past what their gists say is not wanted, and never over more rows
// than were allowed. Pure.
#pragma once

#include <deque>
#include <functional>
#include <queue>

#include "projections/activity/gist.h"
#include "projections/activity/rows.h"

namespace rollcall::projections::activity {

// Rows that may still be passed; an entry that was read and then not wanted costs as many as kEntry.
struct Budget {
  static constexpr std::size_t kEntry = 8;
  std::size_t left;
  void spend(std::size_t rows) { left -= std::min(left, rows); }
};

using Wants = std::function<bool(const Gist&)>;

// What the walk came to.
struct Step {
  enum class Kind { entry, more, spent, end } kind = Kind::end;  // more: ask again
  At at;             // of the entry; spent: everything up to here was passed, and what follows may not be
  std::string row;   // of an entry in "t": itself
};

// One list's entries that may be wanted, read some rows at a time: few at first, since most lists are asked for few.
class List {
 public:
  List(const RowReader& rows, std::string prefix, const std::string& from, const Wants* wants, Budget& budget);
  std::optional<At> front() const;  // what it may have next sorts no earlier; nothing: it is at its end
  Step take(Budget& budget);

 private:
  void fill(Budget& budget);

  const RowReader& rows_;
  std::string prefix_, next_;
  const Wants* wants_;  // null: the list is "t"
  std::deque<std::pair<At, std::string>> found_;
  At passed_;
  bool ended_ = false;
  std::size_t some_ = 8;
};

// No entry is in two of the lists.
class Walk {
 public:
  // `from`: the end of a key (rows.h). `wants` is asked about each row, and must outlive this; null: the one list is "t".
  Walk(const RowReader& rows, const std::vector<std::string>& prefixes, const std::string& from, const Wants* wants, Budget& budget);
  Step next();  // never Kind::more

 private:
  struct Head {
    std::string key;
    std::size_t list;
    bool operator<(const Head& other) const { return key > other.key; }  // the least key is on top
  };
  void push(std::size_t list);

  Budget& budget_;
  std::deque<List> lists_;
  std::priority_queue<Head> heads_;
};

}  // namespace rollcall::projections::activity
