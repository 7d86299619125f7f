// Contact details of officials: sealed before they touch a topic, each person under a key of their own, and gone for
// good when that key is erased (ARCHITECTURE.md, promise 8).
//
//   contact id  = hex(HMAC-SHA256(master, "contact" | source | subject | id of the event))[0..32)
//   data key    = 32 random bytes, kept in rollcall.keys under the contact id, wrapped by the operator's master key
//   sealed      = base64(nonce | AES-256-GCM ciphertext | tag); nonce = HMAC-SHA256(data key, text)[0..12), so that the
//                 same event sent again is the same payload (a synthetic IV, as in RFC 8452's spirit)
//   an erased contact is an entry with an empty value; its id never gets a key again
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "events/codec.h"
#include "events/envelope.h"
#include "events/log.h"

namespace rollcall::gateway {

class Keys {
 public:
  // Reads the master key from `file`, or makes one (mode 0600), and all keys there are. The log outlives this. Errors: a
  // file of another length, one that can't be read or made; a log that can't be read, or not before `stopping`, which is
  // asked now and then (empty: never).
  static events::Expected<std::unique_ptr<Keys>> open(events::Log& log, const std::filesystem::path& file, const std::function<bool()>& stopping = {});
  ~Keys();

  // The event with its contact sealed, if it has one in clear (data's member `contact`, or that of a correction). Blocks
  // until the key is durable: call it on a worker thread. Reasons: a contact of the wrong shape, one erased before, or one
  // that comes sealed and can't be opened. For a rehearsal no key is made: where there is none, one that nobody keeps seals.
  enum class For { keeping, rehearsal };
  events::Checked<events::CloudEvent> seal(const events::CloudEvent& event, For purpose = For::keeping);
  // The event as it was before it was sealed, as far as its contact can be opened still. Any thread.
  events::CloudEvent unsealed(const events::CloudEvent& event) const;
  // Whether this event's contact was sealed once and its key erased since. Any thread.
  bool erased(const events::CloudEvent& event) const;

  // {"name":…,"email":…,"phone":…}, or nothing when the key is erased or the text was tampered with. Any thread.
  std::optional<std::string> unseal(const events::SealedContact& contact) const;

  // False: no key of that id. Blocks until durable.
  events::LogResult<bool> erase(const events::ContactId& contact);

 private:
  std::string contact_id(const events::CloudEvent& event) const;
  events::Checked<events::CloudEvent> seal_at(const events::CloudEvent& event, std::string_view pointer, For purpose);
  Keys(events::Log& log, std::string master);
  void follow();
  void take_in(const events::Batch& batch);
  events::LogResult<std::string> key_of(const std::string& contact, For purpose);  // "" when erased
  events::LogResult<std::string> unwrap(const std::string& wrapped) const;
  events::LogResult<void> write(const std::string& contact, std::string value);

  events::Log& log_;
  const std::string master_;
  std::shared_ptr<events::Appender> appender_;  // under mutex_: replaced after an append that failed
  std::unique_ptr<events::Reader> reader_;
  mutable std::mutex mutex_;
  std::condition_variable moved_;
  std::map<std::string, std::string> wrapped_;  // contact id -> wrapped key, "" erased
  std::uint64_t read_ = 0;                      // entries taken in: one past the last offset
  std::atomic<bool> stopping_{false};
  std::thread thread_;
};

}  // namespace rollcall::gateway
