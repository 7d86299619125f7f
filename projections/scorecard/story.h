// One subject's acts as a question sees them, sorted so that a cell looks only at what can bear on it; and a bounded cache
// of the stories as known today, since a region's matrix reads the same ones again and again.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "projections/scorecard/evidence.h"

namespace rollcall::projections::scorecard {

class Story {
 public:
  explicit Story(std::vector<Act> acts);
  Story(const Story&) = delete;  // the lists point into the acts
  Story& operator=(const Story&) = delete;

  using Acts = std::vector<const Act*>;  // in ledger order
  const std::vector<Act>& acts() const { return acts_; }
  const Acts& of_type(std::string_view short_type) const;
  const Acts& reports_on(const events::CommitmentId& commitment) const;
  const Acts& endings_of(const Act& act) const;    // what names it as ended
  const Acts& revisions_of(const Act& act) const;  // of a plan

  // What the commitment's rule asks for, among these acts. Any thread; kept, and worked out anew when the rule was amended.
  struct RuleFits {
    events::EvidenceRule rule;
    std::vector<Fits> all_of, partly;  // as in the rule
  };
  std::shared_ptr<const RuleFits> fits(const events::CommitmentEntry& commitment) const;

 private:
  std::vector<Act> acts_;
  std::unordered_map<std::string_view, Acts> by_type_;
  std::unordered_map<std::string_view, Acts> reports_;  // by commitment
  std::unordered_map<std::string_view, Acts> endings_, revisions_;  // by the event that they name
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::string, std::shared_ptr<const RuleFits>> fits_;  // by commitment
};

// Row keys: "a" subject place -> Told, so one subject's story is one prefix, in ledger order.
std::string row_key(std::string_view subject, events::Place place);
std::shared_ptr<const Story> read_story(const RowReader& rows, std::string_view subject, const Known& known_at);

// Any thread. Holds at most kMaxActs acts; a subject's story is good for as long as it has no newer row.
class Stories {
 public:
  static constexpr std::size_t kMaxActs = 400'000;

  // As read_story(), for everything that the rows hold.
  std::shared_ptr<const Story> read(const RowReader& rows, std::string_view subject);

 private:
  struct Kept {
    std::string subject, last_key;
    std::shared_ptr<const Story> story;
  };
  std::mutex mutex_;
  std::list<Kept> kept_;  // the last asked for first
  std::unordered_map<std::string_view, std::list<Kept>::iterator> by_subject_;
  std::size_t acts_ = 0;
};

}  // namespace rollcall::projections::scorecard
