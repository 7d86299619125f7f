// See drafts.h.
#include "services/gateway/drafts.h"

#include <fcntl.h>
#include <spdlog/spdlog.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>

#include "events/hash.h"
#include "services/gateway/seal.h"
#include "services/runtime/files.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60 * 1000;
const DraftRefusal kUnkept{503, "unavailable", "the drafts can't be written now; send it again"};
const DraftRefusal kNoDraft{404, "no_draft", "your stakeholder has no draft of this id"};

// From here to the end of its life nobody else changes the stakeholder's drafts.
class Held {
 public:
  explicit Held(const std::filesystem::path& folder) : fd_(::open((folder / "lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    held_ = fd_ >= 0 && ::flock(fd_, LOCK_EX) == 0;
  }
  ~Held() {
    if (fd_ >= 0) ::close(fd_);
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  explicit operator bool() const { return held_; }

 private:
  const int fd_;
  bool held_ = false;
};

bool is_draft_id(std::string_view id) {
  return id.size() == 24 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

std::optional<Draft> read_draft(const std::filesystem::path& file) {
  const auto text = runtime::read_file(file);
  if (!text) return std::nullopt;
  JsonParser parser;
  const auto json = parser.parse(*text);
  Draft draft;
  if (json && decode(*json, draft, "").empty()) return draft;
  spdlog::error("the draft {} can't be read; it is left as it is", file.string());
  return std::nullopt;
}

std::vector<Draft> read_all(const std::filesystem::path& folder) {
  std::vector<Draft> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".json")
      if (auto draft = read_draft(entry.path())) out.push_back(std::move(*draft));
  std::sort(out.begin(), out.end(), [](const Draft& a, const Draft& b) { return std::tie(a.prepared_at.value, a.id.value) < std::tie(b.prepared_at.value, b.id.value); });
  return out;
}

// Subject, source and id: what a submission is known by.
std::array<std::string, 3> named(const std::string& submission) {
  JsonParser parser;
  const auto json = parser.parse(submission);
  if (!json) return {};
  return {std::string(string_or(*json, "subject")), std::string(string_or(*json, "source")), std::string(string_or(*json, "id"))};
}

struct Room {
  std::size_t drafts = 0, bytes = 0;
  void take(const Draft& draft) { ++drafts, bytes += draft.submission.value.size(); }
  void leave(const Draft& draft) { --drafts, bytes -= draft.submission.value.size(); }
  bool over() const { return drafts > kMaxDrafts || bytes > kMaxDraftBytes; }
};

// Those that are done with, oldest first, as far as it takes to have room.
std::vector<Draft> to_make_room(Room& room, const std::vector<Draft>& there) {
  std::vector<Draft> out;
  for (const auto& draft : there) {
    if (!room.over()) break;
    if (draft.state != DraftState::sent || undecided(draft)) continue;
    room.leave(draft);
    out.push_back(draft);
  }
  return out;
}

void remove_file(const std::filesystem::path& file) {
  std::error_code error;
  std::filesystem::remove(file, error);
  runtime::sync_name(file);
}

}  // namespace

Expected<std::unique_ptr<Drafts>> Drafts::open(const std::filesystem::path& folder, const Clock& clock) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return fail("can't make the folder " + folder.string() + ": " + error.message());
  std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  std::unique_ptr<Drafts> drafts(new Drafts(folder, clock));
  for (const auto& stakeholder : drafts->stakeholders())
    for (const auto& draft : drafts->of(stakeholder))
      if (undecided(draft)) drafts->undecided_.emplace(stakeholder, draft.id.value);
  return drafts;
}

std::filesystem::path Drafts::file_of(const Draft& draft) const { return folder_of(draft.stakeholder) / (draft.id.value + ".json"); }

Drafted<void> Drafts::write(const Draft& draft) {
  if (const auto written = runtime::replace_file(file_of(draft), to_json(draft)); !written) {
    spdlog::error("a draft can't be kept: {}", written.error().detail);
    return tl::unexpected(kUnkept);
  }
  std::lock_guard lock(mutex_);
  undecided(draft) ? void(undecided_.emplace(draft.stakeholder, draft.id.value)) : void(undecided_.erase({draft.stakeholder, draft.id.value}));
  return {};
}

Drafted<std::vector<Draft>> Drafts::add(const StakeholderId& stakeholder, const CredentialId& by, const std::vector<std::string>& submissions) {
  const auto folder = folder_of(stakeholder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  const Held held(folder);
  if (!held) return tl::unexpected(kUnkept);
  auto there = read_all(folder);
  Room room;
  for (const auto& draft : there) room.take(draft);
  std::map<std::array<std::string, 3>, Draft> open;
  for (const auto& draft : there)
    if (draft.state != DraftState::sent) open.emplace(named(draft.submission.value), draft);
  const Text now{clock_.now().text()};
  std::vector<Draft> out, fresh;
  for (const auto& submission : submissions) {
    const auto name = named(submission);
    if (const auto same = open.find(name); same != open.end()) {
      if (same->second.submission.value != submission)
        return tl::unexpected(DraftRefusal{409, "draft_exists", "a draft with the id '" + name[2] + "' has other content: change it at /v1/drafts/" + same->second.id.value + ", or give a new id"});
      out.push_back(same->second);
      continue;
    }
    Draft draft{{hex(random_bytes(12))}, stakeholder, DraftState::waiting, 1, by, {}, {}, now, now, {}, {}, {}, {submission}};
    room.take(draft);
    open.emplace(name, draft);
    fresh.push_back(draft);
    out.push_back(std::move(draft));
  }
  const auto done_with = to_make_room(room, there);
  if (!fresh.empty() && room.over()) return tl::unexpected(DraftRefusal{409, "drafts_full", "at most " + std::to_string(kMaxDrafts) + " drafts and 16 MiB are kept for a stakeholder; approve, return or delete some first"});
  for (const auto& draft : done_with) remove_file(file_of(draft));
  for (std::size_t i = 0; i < fresh.size(); ++i) {
    if (const auto written = write(fresh[i]); written) continue;
    for (std::size_t j = 0; j < i; ++j) remove_file(file_of(fresh[j]));
    return tl::unexpected(kUnkept);
  }
  return out;
}

std::optional<Draft> Drafts::find(const StakeholderId& stakeholder, const std::string& id) const {
  return is_draft_id(id) ? read_draft(folder_of(stakeholder) / (id + ".json")) : std::nullopt;
}

std::vector<Draft> Drafts::of(const StakeholderId& stakeholder) const { return read_all(folder_of(stakeholder)); }

Drafted<Draft> Drafts::change(const StakeholderId& stakeholder, const std::string& id, const std::function<std::optional<DraftRefusal>(Draft&)>& change) {
  const Held held(folder_of(stakeholder));
  auto draft = find(stakeholder, id);
  if (!draft) return tl::unexpected(kNoDraft);
  if (!held) return tl::unexpected(kUnkept);
  if (auto no = change(*draft)) return tl::unexpected(std::move(*no));
  draft->changed_at = {clock_.now().text()};
  if (auto written = write(*draft); !written) return tl::unexpected(written.error());
  return std::move(*draft);
}

Drafted<void> Drafts::remove(const StakeholderId& stakeholder, const std::string& id, const std::function<std::optional<DraftRefusal>(const Draft&)>& check) {
  const Held held(folder_of(stakeholder));
  const auto draft = find(stakeholder, id);
  if (!draft) return tl::unexpected(kNoDraft);
  if (!held) return tl::unexpected(kUnkept);
  if (auto no = check(*draft)) return tl::unexpected(std::move(*no));
  remove_file(file_of(*draft));
  return {};
}

std::vector<StakeholderId> Drafts::stakeholders() const {
  std::vector<StakeholderId> out;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder_, error))
    if (entry.is_directory(error) && StakeholderId::valid(entry.path().filename().string())) out.push_back({entry.path().filename().string()});
  return out;
}

std::vector<Draft> Drafts::all_undecided() const {
  std::set<std::pair<StakeholderId, std::string>> ids;
  {
    std::lock_guard lock(mutex_);
    ids = undecided_;
  }
  std::vector<Draft> out;
  for (const auto& [stakeholder, id] : ids)
    if (auto draft = find(stakeholder, id); draft && undecided(*draft)) out.push_back(std::move(*draft));
  return out;
}

void Drafts::sweep() {
  const auto now = clock_.now();
  for (const auto& stakeholder : stakeholders()) {
    const Held held(folder_of(stakeholder));
    if (!held) continue;
    for (const auto& draft : of(stakeholder)) {
      const auto changed = Instant::parse(draft.changed_at.value);
      if (changed && changed->ms + kDraftDays * kDay < now.ms && !undecided(draft)) remove_file(file_of(draft));
    }
  }
}

}  // namespace rollcall::gateway
