// Drafts: what was handed in with a credential that wants a second person, and waits for one. They live outside the log,
// one file each, in a folder for each stakeholder; contacts are sealed in them as they are in the inbox.
//
//   FOLDER/STAKEHOLDER/ID.json    a Draft; replaced whole, so that a kill at any moment leaves it as it was or as it is to be
//   FOLDER/STAKEHOLDER/lock       held (flock) by whoever changes the stakeholder's drafts: gateways may share the folder
//
// Bounds, by stakeholder: kMaxDrafts and kMaxDraftBytes; those that are done with go first when there is no room. Each goes
// kDraftDays after it was last changed. What is promised is on the disk when a function returns. Any thread; all block.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "events/codec.h"
#include "events/dates.h"
#include "events/log.h"

namespace rollcall::gateway {

inline constexpr std::size_t kMaxDrafts = 500;
inline constexpr std::size_t kMaxDraftBytes = 16 << 20;
inline constexpr int kDraftDays = 30;

enum class DraftState { waiting, sent, returned };
BOOST_DESCRIBE_ENUM(DraftState, waiting, sent, returned)

struct Draft {
  events::Text id;  // 24 hexadecimal digits
  events::StakeholderId stakeholder;
  DraftState state{};
  std::int64_t revision = 1;  // of the content
  events::CredentialId prepared_by;
  std::optional<events::CredentialId> approved_by, returned_by;
  events::Text prepared_at, changed_at;  // RFC 3339
  std::optional<events::Text> note;      // why it was returned
  std::optional<events::RawJson> refused;  // {"reasons":[…]}: by the ledger, once approved
  std::optional<events::Text> position;    // where it was admitted
  events::RawJson submission;              // to_submission of the event
};
BOOST_DESCRIBE_STRUCT(Draft, (), (id, stakeholder, state, revision, prepared_by, approved_by, returned_by, prepared_at, changed_at, note, refused, position, submission))
// Approved, and its decision is not known yet.
inline bool undecided(const Draft& draft) { return draft.state == DraftState::sent && !draft.position; }

struct DraftRefusal {
  int status;
  std::string code, detail;
};
template <class T>
using Drafted = tl::expected<T, DraftRefusal>;

class Drafts {
 public:
  // The clock outlives it. Errors: the folder can't be made.
  static events::Expected<std::unique_ptr<Drafts>> open(const std::filesystem::path& folder, const events::Clock& clock);

  // New ones, all or none. What waits already, under the same subject, source and id and with the same content, is that draft;
  // with other content it is refused. `submissions`: as to_submission writes them.
  Drafted<std::vector<Draft>> add(const events::StakeholderId& stakeholder, const events::CredentialId& by, const std::vector<std::string>& submissions);
  std::optional<Draft> find(const events::StakeholderId& stakeholder, const std::string& id) const;
  std::vector<Draft> of(const events::StakeholderId& stakeholder) const;  // oldest first
  // As `change` makes it of what it finds, unless it says no; the same time, then, by no other.
  Drafted<Draft> change(const events::StakeholderId& stakeholder, const std::string& id, const std::function<std::optional<DraftRefusal>(Draft&)>& change);
  Drafted<void> remove(const events::StakeholderId& stakeholder, const std::string& id, const std::function<std::optional<DraftRefusal>(const Draft&)>& check);

  // Approved here, or before this was opened.
  std::vector<Draft> all_undecided() const;
  void sweep();  // those that are too old

 private:
  Drafts(std::filesystem::path folder, const events::Clock& clock) : folder_(std::move(folder)), clock_(clock) {}
  std::vector<events::StakeholderId> stakeholders() const;
  std::filesystem::path folder_of(const events::StakeholderId& stakeholder) const { return folder_ / stakeholder.value; }
  std::filesystem::path file_of(const Draft& draft) const;
  Drafted<void> write(const Draft& draft);

  const std::filesystem::path folder_;
  const events::Clock& clock_;
  mutable std::mutex mutex_;
  std::set<std::pair<events::StakeholderId, std::string>> undecided_;
};

}  // namespace rollcall::gateway
