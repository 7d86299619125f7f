// See keys.h.
#include "services/gateway/keys.h"
#include "events/text.h"

#include <spdlog/spdlog.h>

#include <future>

#include "events/hash.h"
#include "services/gateway/seal.h"
#include "services/runtime/patience.h"
#include "services/runtime/secret_file.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kKey = 32;
constexpr std::chrono::seconds kPatience{10}, kStartPatience{120};
constexpr std::chrono::milliseconds kLook{100};  // between looks whether to stop
const LaneId kLane{std::string(kKeysTopic), {0}};

Expected<std::string> master_key(const std::filesystem::path& file) {
  auto key = runtime::keep_secret(file, [] { return random_bytes(kKey); });
  if (key && key->size() != kKey) return fail("the master key " + file.string() + " is not of 32 bytes; without the right one contacts can't be opened");
  return key;
}

// A contact that comes sealed (a correction repeats the ledger's): nothing else beside, else it could hide what is in clear.
std::optional<SealedContact> read_sealed(Json contact) {
  SealedContact sealed;
  simdjson::dom::object object;
  if (contact.get(object) || object["sealed"].error()) return std::nullopt;
  Decoding problems("");
  codec::decode(contact, sealed, problems);
  return problems.reasons().empty() ? std::optional(std::move(sealed)) : std::nullopt;
}

// {"name","email","phone"} as canonical JSON; each a text within its bound (schemas/events/focal_point.designated.v1.json).
Checked<std::string> read_contact(Json contact, const std::string& pointer) {
  static const std::map<std::string_view, std::size_t> kBounds{{"name", 100}, {"email", 200}, {"phone", 40}};
  Reasons reasons;
  simdjson::dom::object object;
  if (contact.get(object) || object.size() == 0) return tl::unexpected(Reasons{{Code::schema_violation, pointer, "give a name, an e-mail address or a telephone number", "schemas/events"}});
  for (auto member : object) {
    std::string_view text;
    const auto bound = kBounds.find(member.key);
    if (bound == kBounds.end()) reasons.push_back({Code::schema_violation, pointer + "/" + std::string(cut(member.key, 40)), "a contact has name, email and phone only", "schemas/events"});
    else if (member.value.get(text) || text.empty() || text.size() > bound->second)
      reasons.push_back({Code::schema_violation, pointer + "/" + std::string(member.key), "give 1 to " + std::to_string(bound->second) + " bytes of text", "schemas/events"});
  }
  if (!reasons.empty()) return tl::unexpected(std::move(reasons));
  return canonical(contact).value_or("{}");
}

// The object's canonical JSON with the value at `pointer` (one or two members deep) replaced.
std::string replaced(Json object, std::string_view pointer, const std::string& value) {
  const auto name = pointer.substr(1, pointer.find('/', 1) - 1);
  std::string out = "{";
  const simdjson::dom::object members = object.get_object().value_unsafe();
  for (auto member : members) {
    if (out.size() > 1) out += ',';
    append_json_string(member.key, out);
    out += ':';
    if (member.key != name) (void)append_canonical(member.value, out);
    else out += pointer.size() == name.size() + 1 ? value : replaced(member.value, pointer.substr(name.size() + 1), value);
  }
  return out += '}';
}

}  // namespace

Expected<std::unique_ptr<Keys>> Keys::open(Log& log, const std::filesystem::path& file, const std::function<bool()>& stopping) {
  auto master = master_key(file);
  if (!master) return tl::unexpected(master.error());
  const auto deadline = std::chrono::steady_clock::now() + kStartPatience;
  const auto too_late = [&] { return std::chrono::steady_clock::now() > deadline || (stopping && stopping()); };
  std::atomic<bool> enough{false};  // a broker may be starting at the same time, or a leader moving
  const auto end = runtime::patiently(enough, [&] {
    enough = too_late();
    return log.end(kLane);
  });
  if (!end) return fail(end.error().detail);
  std::unique_ptr<Keys> keys(new Keys(log, std::move(*master)));
  // Until all are read an erased contact could not be told from one that never was.
  std::unique_lock lock(keys->mutex_);
  while (!keys->moved_.wait_for(lock, kLook, [&] { return keys->read_ >= end->value; }))
    if (too_late()) return fail("the contact keys can't be read in time");
  lock.unlock();
  return keys;
}

Keys::Keys(Log& log, std::string master) : log_(log), master_(std::move(master)), appender_(log.appender()), reader_(log.reader()) {
  reader_->seek(kLane, {0});
  thread_ = std::thread([this] { follow(); });
}

Keys::~Keys() {
  stopping_ = true;
  {
    std::lock_guard lock(mutex_);
    reader_->wake();
  }
  moved_.notify_all();
  thread_.join();
}

void Keys::follow() {
  while (!stopping_) {
    const auto batch = reader_->next(std::chrono::seconds(1));
    if (batch) {
      take_in(*batch);
      continue;
    }
    spdlog::error("the contact keys can't be read, trying again: {}", batch.error().detail);
    std::unique_lock lock(mutex_);
    moved_.wait_for(lock, kPatience, [this] { return stopping_.load(); });
    reader_ = log_.reader();
    reader_->seek(kLane, {read_});
  }
}

// The first key stays (two gateways may make one at once, or an append lands late), and nothing comes after an erasure. But
// Kafka's compaction keeps what came last: so whatever contradicts is followed by what holds, again.
void Keys::take_in(const Batch& batch) {
  if (batch.entries.empty()) return;
  std::vector<NewEntry> again;
  std::shared_ptr<Appender> appender;
  {
    std::lock_guard lock(mutex_);
    for (const auto& entry : batch.entries) {
      auto& held = wrapped_.try_emplace(std::string(entry.key), "-").first->second;
      if (entry.value.empty() || held == "-") held = entry.value;
      else if (held != entry.value) again.push_back({std::string(entry.key), held, {}});
      read_ = entry.offset.value + 1;
    }
    appender = appender_;
  }
  moved_.notify_all();
  if (again.empty()) return;
  spdlog::warn("{} contact keys were made twice, or after an erasure: what holds is written again", again.size());
  appender->append(kLane, std::move(again), [](const auto&) {});  // if it fails, whoever reads the lane next does it
}

LogResult<void> Keys::write(const std::string& contact, std::string value) {
  std::shared_ptr<Appender> appender;  // outlives the lock: going may take it a while
  std::unique_lock lock(mutex_);
  appender = appender_;
  lock.unlock();
  std::promise<LogResult<std::vector<Offset>>> promise;
  appender->append(kLane, {{contact, std::move(value), {}}}, [&](auto result) { promise.set_value(std::move(result)); });
  const auto offsets = promise.get_future().get();
  lock.lock();
  if (!offsets) {
    if (appender_ == appender) appender_ = log_.appender();  // the failed one takes nothing any more (events/log.h)
    return tl::unexpected(offsets.error());
  }
  if (!moved_.wait_for(lock, kPatience, [&] { return stopping_ || read_ > offsets->back().value; })) return tl::unexpected(LogError{LogErrc::overloaded, "the key was not read back in time"});
  return {};
}

LogResult<std::string> Keys::key_of(const std::string& contact, For purpose) {
  const auto end = log_.end(kLane);
  if (!end) return tl::unexpected(end.error());
  {
    std::unique_lock lock(mutex_);
    moved_.wait_for(lock, kPatience, [&] { return stopping_ || read_ >= end->value; });
    if (const auto at = wrapped_.find(contact); at != wrapped_.end()) return unwrap(at->second);
  }
  if (purpose == For::rehearsal) return random_bytes(kKey);
  if (auto written = write(contact, seal_bytes(master_, random_bytes(kKey))); !written) return tl::unexpected(written.error());
  std::lock_guard lock(mutex_);
  return unwrap(wrapped_.at(contact));
}

LogResult<std::string> Keys::unwrap(const std::string& wrapped) const {
  if (wrapped.empty()) return std::string();
  auto key = unseal_bytes(master_, wrapped);
  if (!key) return tl::unexpected(LogError{LogErrc::corrupt, "the master key does not open its key"});
  return std::move(*key);
}

std::string Keys::contact_id(const CloudEvent& event) const {
  return hex(hmac_sha256(master_, "contact\n" + event.source + "\n" + event.subject + "\n" + event.id)).substr(0, 32);
}

bool Keys::erased(const CloudEvent& event) const {
  std::lock_guard lock(mutex_);
  const auto at = wrapped_.find(contact_id(event));
  return at != wrapped_.end() && at->second.empty();
}

// Where a contact stands: in an event itself, or in a correction's data. Whatever type the event claims: a mistyped name
// must not carry a person into the inbox. Data is canonical, so a member's name stands in it as it is.
Checked<CloudEvent> Keys::seal(const CloudEvent& event, For purpose) {
  if (event.data.find("\"contact\":") == std::string::npos) return event;
  auto sealed = seal_at(event, "/contact", purpose);
  return sealed ? seal_at(*sealed, "/data/contact", purpose) : sealed;
}

CloudEvent Keys::unsealed(const CloudEvent& event) const {
  CloudEvent open = event;
  for (const std::string_view pointer : {"/contact", "/data/contact"}) {
    if (open.data.find("\"sealed\":") == std::string::npos) break;
    JsonParser parser, again;
    const auto data = parser.parse(open.data);
    Json contact;
    if (!data || data->at_pointer(pointer).get(contact)) continue;
    const auto sealed = read_sealed(contact);
    const auto text = sealed ? unseal(*sealed) : std::nullopt;
    if (text) open.data = canonical(*again.parse(replaced(*data, pointer, *text))).value_or(event.data);
  }
  return open;
}

Checked<CloudEvent> Keys::seal_at(const CloudEvent& event, std::string_view pointer, For purpose) {
  JsonParser parser;
  const auto data = parser.parse(event.data);
  Json contact;
  if (!data || data->at_pointer(pointer).get(contact)) return event;
  const auto at = "/data" + std::string(pointer);
  if (const auto given = read_sealed(contact)) {
    if (unseal(*given)) return event;
    return tl::unexpected(Reasons{{Code::personal_data, at, "this sealed contact can't be opened (erased, or not of this ledger); give it in clear over HTTP, or leave it out", "architecture.md, promise 8"}});
  }
  const auto text = read_contact(contact, at);
  if (!text) return tl::unexpected(text.error());
  const auto id = contact_id(event);
  const auto key = key_of(id, purpose);
  if (!key) return tl::unexpected(Reasons{{Code::personal_data, at, "the contact can't be sealed now (" + key.error().detail + "); send the event again", "services/gateway/keys.h"}});
  if (key->empty()) return tl::unexpected(Reasons{{Code::personal_data, at, "this contact was erased; send a new designation under a new id", "architecture.md, promise 8"}});
  CloudEvent sealed = event;
  sealed.data = canonical(*parser.parse(replaced(*data, pointer, R"({"contact":")" + id + R"(","sealed":")" + base64(seal_bytes(*key, *text)) + R"("})"))).value_or("");
  return sealed;
}

std::optional<std::string> Keys::unseal(const SealedContact& contact) const {
  std::string sealed, wrapped;
  {
    std::lock_guard lock(mutex_);
    const auto at = wrapped_.find(contact.contact.value);
    if (at == wrapped_.end() || at->second.empty()) return std::nullopt;
    wrapped = at->second;
  }
  const auto key = unseal_bytes(master_, wrapped);
  return key && from_base64(contact.sealed.value, sealed) ? unseal_bytes(*key, sealed) : std::nullopt;
}

LogResult<bool> Keys::erase(const ContactId& contact) {
  {
    std::lock_guard lock(mutex_);
    if (!wrapped_.count(contact.value)) return false;
  }
  if (auto written = write(contact.value, ""); !written) return tl::unexpected(written.error());
  return true;
}

}  // namespace rollcall::gateway
