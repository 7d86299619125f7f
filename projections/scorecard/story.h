// One subject's acts as a question sees them, sorted so that a cell looks only at what can bear on it; and a bounded cache
// of the stories as known today, since a region's matrix reads the same ones again and again.
#pragma once

#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "events/hash.h"
#include "projections/remembered.h"
#include "projections/scorecard/evidence.h"

namespace rollcall::projections::scorecard {

// A commitment and the name of its rule, another one whenever it is amended: what a story keeps its fits by.
struct Ruled {
  const events::CommitmentEntry& commitment;
  events::Sha256 name;
  Ruled(const events::CommitmentEntry& entry);  // not explicit: whoever asks once need not know of it
};

std::vector<Ruled> ruled_of(const std::vector<const events::CommitmentEntry*>& commitments);

struct HashOfHash {
  std::size_t operator()(const events::Sha256& hash) const {
    std::size_t first;
    return std::memcpy(&first, hash.data(), sizeof first), first;
  }
};

class Story {
 public:
  explicit Story(std::vector<Act> acts);
  Story(const Story&) = delete;  // the lists point into the acts
  Story& operator=(const Story&) = delete;

  using Acts = std::vector<const Act*>;  // in ledger order
  const std::vector<Act>& acts() const { return acts_; }
  const std::vector<Brief>& briefs() const { return briefs_; }  // act by act
  const std::vector<std::string>& tellers() const { return tellers_; }
  const Acts& of_type(std::string_view short_type) const;
  const Acts& reports_on(const events::CommitmentId& commitment) const;
  const Acts& endings_of(const Act& act) const;    // what names it as ended
  const Acts& revisions_of(const Act& act) const;  // of a plan

  // What bears on a commitment by its rule, among these acts. Any thread; kept for kMostRules rules. Commitments that ask for
  // the same item share its fits, so that all of it is 40 bytes for an act and an item that it fits: less than the acts take.
  static constexpr std::size_t kMostRules = 4096;
  struct RuleFits {
    std::vector<std::shared_ptr<const ItemFits>> all_of, partly;  // as in the rule
    std::vector<std::uint32_t> reports;  // on the commitment: by teller, each teller's by their days
    bool may_repeat = false;             // whether one event may be met twice among them
  };
  std::shared_ptr<const RuleFits> fits(const Ruled& ruled) const;

  // As if nobody but these tellers (by their index) had told anything, or said anything of what another told; of their acts
  // those of that standing, if one is given. Kept while it is short.
  std::shared_ptr<const Story> told_by(const std::vector<bool>& tellers, std::optional<events::Standing> standing) const;
  static constexpr std::size_t kShort = 1000;  // acts

 private:
  std::shared_ptr<const ItemFits> item_fits(const events::EvidenceItem& item) const;  // under the mutex

  std::vector<Act> acts_;
  std::vector<Brief> briefs_;
  std::vector<std::string> tellers_;
  std::unordered_map<std::string_view, Acts> by_type_;
  std::unordered_map<std::string_view, Acts> reports_;  // by commitment
  std::unordered_map<std::string_view, Acts> endings_, revisions_;  // by the event that they name
  mutable std::mutex mutex_;
  mutable std::unordered_map<events::Sha256, std::shared_ptr<const RuleFits>, HashOfHash> fits_;  // by Ruled::name
  mutable std::unordered_map<std::string, std::weak_ptr<const ItemFits>> items_;   // by the item, written down
  mutable std::map<std::pair<std::vector<bool>, int>, std::shared_ptr<const Story>> told_by_;  // a few
};

// Row keys: "a" subject place -> Told, so one subject's story is one prefix, in ledger order.
std::string row_key(std::string_view subject, events::Place place);
std::shared_ptr<const Story> read_story(const RowReader& rows, std::string_view subject, const Known& known_at);

// The stories as known today; any thread. Holds at most kMaxActs acts.
class Stories {
 public:
  static constexpr std::size_t kMaxActs = 400'000;

  // As read_story(), for everything that the rows hold.
  std::shared_ptr<const Story> read(const RowReader& rows, std::string_view subject);

 private:
  Remembered<Story> kept_{kMaxActs};
};

}  // namespace rollcall::projections::scorecard
