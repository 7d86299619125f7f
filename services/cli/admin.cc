// rollcall admin: registry events by the registrar's token, and erasing a person.
#include <cstdio>

#include "events/codec.h"
#include "events/envelope.h"
#include "events/hash.h"
#include "services/cli/bootstrap.h"
#include "services/cli/commands.h"
#include "services/gateway/seal.h"
#include "services/runtime/clock.h"
#include "services/runtime/files.h"

namespace rollcall::cli {
using namespace events;
namespace {

const std::string kRegistrarSource = std::string(kSourceBase) + "stakeholders/registrar";

template <class T>
CloudEvent registry_event(std::string id, std::string subject, const T& data) {
  CloudEvent e;
  e.id = std::move(id);
  e.source = kRegistrarSource;
  e.type = type_of<T>();
  e.subject = std::move(subject);
  e.time = runtime::SystemClock().now().text();
  e.datacontenttype = "application/json";
  e.data = to_json(data);
  return e;
}

Expected<void> submit_one(const Client& client, const CloudEvent& event) {
  const auto answer = client.post("/v1/events", "application/cloudevents+json", to_submission(event), {{"Prefer", "wait=30"}});
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status != 200 && answer->status != 201) return fail("the server answered " + std::to_string(answer->status) + ": " + answer->body);
  return {};
}

}  // namespace

Expected<Issued> issue_credential(const Client& registrar, const std::string& stakeholder, const std::string& expires, const std::string& duty) {
  const std::string token = "rc_" + base64url(gateway::random_bytes(32)), hash = hex(bytes_of(sha256(token)));
  CredentialIssued entry;
  entry.credential = {stakeholder + "-" + hash.substr(0, 12)};
  entry.stakeholder = {stakeholder};
  entry.token_sha256 = {hash};
  if (!expires.empty()) {
    entry.expires_on = PartialDate::parse(expires);
    if (!entry.expires_on) return fail("give --expires as a date");
  }
  if (!duty.empty()) {
    entry.duty.emplace();
    if (!boost::describe::enum_from_string(duty.c_str(), *entry.duty)) return fail("give --duty as prepare or approve");
  }
  auto done = submit_one(registrar, registry_event("credential/" + entry.credential.value, "organisation/" + stakeholder, entry));
  if (!done) return tl::unexpected(done.error());
  return Issued{entry.credential.value, token};
}

Expected<void> revoke_credential(const Client& registrar, const std::string& stakeholder, const std::string& credential) {
  CredentialRevoked entry;
  entry.credential = {credential};
  entry.stakeholder = {stakeholder};
  return submit_one(registrar, registry_event("revoked/" + credential, "organisation/" + stakeholder, entry));
}

int admin_credential(const Where& where, const std::string& stakeholder, const std::string& expires, const std::string& duty) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto issued = issue_credential(*client, stakeholder, expires, duty);
  if (!issued) return failed(issued.error());
  if (where.json) std::printf("{\"stakeholder\":\"%s\",\"credential\":\"%s\",\"token\":\"%s\"}\n", stakeholder.c_str(), issued->credential.c_str(), issued->token.c_str());
  else std::printf("%s\n", issued->token.c_str());
  std::fprintf(stderr, "credential %s issued to %s; hand the token over now, it is kept nowhere\n", issued->credential.c_str(), stakeholder.c_str());
  return kDone;
}

int admin_revoke(const Where& where, const std::string& stakeholder, const std::string& credential) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto done = revoke_credential(*client, stakeholder, credential);
  if (!done) return failed(done.error());
  std::printf("credential %s revoked\n", credential.c_str());
  return kDone;
}

// FILE: an array of items as in schemas/reference (type, id, subject, data).
int admin_registry(const Where& where, const std::string& type, const std::string& file) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto text = runtime::read_file(file);
  if (!text) return failed(text.error());
  auto items = read_items(*text, "registrar");
  if (!items) return failed({file + ": " + items.error().detail + "; give a JSON array of {\"type\",\"id\",\"subject\",\"data\"}, as schemas/reference has them"});
  std::vector<std::string> lines;
  for (const auto& item : *items) {
    if (!short_type(item.event.type).value_or("").starts_with(type + ".")) return failed({item.event.id + " is of type " + item.event.type + ", not about a " + type});
    lines.push_back(to_submission(item.event));
  }
  return submit_lines(*client, std::move(lines), where.json);
}

int admin_erase(const Where& where, const std::string& contact) {
  if (!ContactId::valid(contact)) return std::fprintf(stderr, "rollcall: give the contact's id, as the designation's record has it (data.contact.contact)\n"), kWrongUsage;
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto answer = client->post("/v1/contacts/" + contact + "/erasure", "application/json", "{}");
  if (!answer) return failed(answer.error());
  if (answer->status != 200) return failed({"the server answered " + std::to_string(answer->status) + ": " + answer->body});
  std::printf("contact %s erased: its key is gone, and with it every copy of the details\n", contact.c_str());
  return kDone;
}

}  // namespace rollcall::cli
