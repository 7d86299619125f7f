// What a page needs to make a form for each event type, and to know for whom it makes it.
#include "events/codec.h"
#include "events/hash.h"
#include "schemas/files.h"
#include "services/gateway/drafting.h"

namespace rollcall::gateway {
using namespace events;
namespace {

// Their names are no part of any event, so they are told here alone.
std::string_view name_of(Area area) {
  constexpr std::string_view names[] = {"promises", "plans", "people", "knowledge", "youth", "law", "cooperation", "capacity", "programmes", "companies", "meetings", "progress", "contest", "registry"};
  static_assert(std::size(names) == static_cast<std::size_t>(Area::registry) + 1);
  return names[static_cast<std::size_t>(area)];
}

void write_subjects(JsonWriter& w, unsigned subjects) {
  key(w, "subjects");
  w.StartArray();
  for (const auto& [kind, name] : {std::pair(SubjectKind::country, "country"), {SubjectKind::region, "region"}, {SubjectKind::organisation, "organisation"},
                                   {SubjectKind::meeting, "meeting"}, {SubjectKind::framework, "framework"}, {SubjectKind::instrument, "instrument"}})
    if (subjects & static_cast<unsigned>(kind)) write(w, std::string_view(name));
  w.EndArray();
}

template <class Type>
void write_type(JsonWriter& w) {
  const std::string name(Type::info.name);
  JsonParser parser;
  const auto schema = parser.parse(schemas::file("events/" + name + ".v1.json").value_or("{}"));
  w.StartObject();
  write(w, "name", name), write(w, "type", type_of<Type>());
  write(w, "title", schema ? string_or(*schema, "title", name) : name);
  write(w, "description", schema ? string_or(*schema, "description") : std::string_view());
  write(w, "area", name_of(Type::info.area));
  write_subjects(w, Type::info.subjects);
  key(w, "refers_to");
  if constexpr (requires { typename Type::RefersTo; }) write(w, Type::RefersTo::info.name);
  else w.Null();
  key(w, "registrar_only"), w.Bool(Type::info.area == Area::registry);
  write(w, "schema", "/schemas/" + name + ".v1.json"), write(w, "template", "/v1/templates/" + name + ".csv");
  w.EndObject();
}

std::string types_json() {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  key(w, "types");
  w.StartArray();
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, EventTypes>>([&](auto type) { write_type<typename decltype(type)::type>(w); });
  w.EndArray();
  w.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize());
}

// What it may most likely speak about: itself, its home and mandate, the meetings that it organises.
std::vector<Subject> subjects_of(const StakeholderEntry& entry) {
  std::vector<Subject> out;
  if (entry.home) out.push_back(subject_of(*entry.home));
  for (const auto& country : entry.mandate.countries)
    if (country != entry.home) out.push_back(subject_of(country));
  for (const auto& region : entry.mandate.regions) out.push_back({"region/" + region.value});
  out.push_back({"organisation/" + entry.stakeholder.value});
  for (const auto& duty : entry.duties)
    if (duty.of && (duty.duty == DutyKind::convenor || duty.duty == DutyKind::co_organiser)) out.push_back({"meeting/" + duty.of->value});
  return out;
}

void write_speaks(JsonWriter& w, const Ports& ports, const StakeholderEntry& entry) {
  const auto subjects = subjects_of(entry);
  key(w, "speaks_about");
  w.StartArray();
  for (const auto& subject : subjects) write(w, subject.value);
  w.EndArray();
  key(w, "standing");
  w.StartObject();
  for (const auto& subject : subjects)
    if (const auto standing = ports.standing ? ports.standing(entry.stakeholder, subject) : std::nullopt) write(w, subject.value, events::name_of(*standing));
  w.EndObject();
}

void write_drafts(JsonWriter& w, const Ports& ports, const StakeholderId& stakeholder) {
  std::map<DraftState, std::int64_t> count;
  if (ports.drafts) for (const auto& draft : ports.drafts->of(stakeholder)) ++count[draft.state];
  key(w, "drafts");
  w.StartObject();
  for (const auto state : {DraftState::waiting, DraftState::returned, DraftState::sent}) key(w, events::name_of(state)), w.Int64(count[state]);
  w.EndObject();
}

http::Response me_response(const Ports& ports, const http::Request& request) {
  const auto registry = ports.registry();
  const auto today = ports.clock.now().day();
  const auto caller = caller_of(request.headers, *registry, today);
  if (!caller) return not_signed_in(ports.ready());
  const projections::RegistryView view(*registry);
  const auto* entry = view.stakeholder(caller->stakeholder);
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  w.StartObject();
  write(w, "stakeholder", caller->stakeholder.value);
  if (entry) {
    write(w, "name", entry->name.value), write(w, "kind", events::name_of(entry->kind));
    key(w, "home");
    if (entry->home) write(w, entry->home->value);
    else w.Null();
    key(w, "mandate"), codec::encode(w, entry->mandate);
    key(w, "duties"), codec::encode(w, entry->duties);
  }
  key(w, "in_office"), w.Bool(view.in_office(caller->stakeholder, today) != nullptr);
  key(w, "registrar"), w.Bool(entry && projections::has_duty(*entry, DutyKind::registrar));
  write(w, "source", std::string(kSourceBase) + "stakeholders/" + caller->stakeholder.value);
  write(w, "credential", caller->credential.value);
  key(w, "duty");
  if (caller->duty) write(w, events::name_of(*caller->duty));
  else w.Null();
  key(w, "expires_on");
  if (caller->expires_on) write(w, caller->expires_on->text());
  else w.Null();
  if (entry) write_speaks(w, ports, *entry);
  write_drafts(w, ports, caller->stakeholder);
  w.EndObject();
  auto response = http::reply_with(200, "application/json", std::string(buffer.GetString(), buffer.GetSize()));
  response.headers.set("Cache-Control", "no-store");
  return response;
}

}  // namespace

void add_form_routes(http::Router& router, const std::shared_ptr<const Ports>& ports) {
  const auto types = std::make_shared<const std::string>(types_json());
  const auto tag = "\"" + base64url(bytes_of(sha256(*types))).substr(0, 22) + "\"";
  router.get("/v1/types", [types, tag](http::Request, http::Reply reply) {
    auto response = http::reply_with(200, "application/json", *types);
    response.headers.set("ETag", tag);
    reply(std::move(response));
  });
  router.get("/v1/me", on_pool(ports, me_response));
}

}  // namespace rollcall::gateway
