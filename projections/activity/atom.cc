// The feed as Atom (RFC 4287; pages by RFC 5005). An entry's id is a tag URI (RFC 4151) made of what names the event for
// ever: its type, subject, source and id; so it is the same wherever this ledger is carried.
#include <algorithm>

#include "events/hash.h"
#include "events/record.h"
#include "projections/activity/entry.h"
#include "projections/activity/sentence.h"
#include "projections/activity/told_about.h"
#include "projections/xml.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

constexpr std::string_view kTag = "tag:rollcall.example,2026:";
constexpr std::size_t kAtomPage = 100;  // entries of a page, unless asked otherwise

void element(std::string& out, std::string_view name, std::string_view text) {
  out.append("<").append(name).append(">").append(xml_escaped(text)).append("</").append(name).append(">\n");
}

// The question as it was asked, in one order, without what pages it.
std::string query_of(const Question& question, const std::string& cursor = {}) {
  std::string out;
  const auto add = [&](std::string_view name, std::string_view value) { ((out += out.empty() ? '?' : '&') += name) += '=', out += percent_encoded(value); };
  for (const auto& [name, value] : question.query)
    if (name != "cursor" && name != "format" && !value.empty()) add(percent_encoded(name), value);
  if (!cursor.empty()) add("cursor", cursor);
  return out;
}

std::string entry_id(const Entry& entry) {
  return std::string(kTag) + "event/" + percent_encoded(type_name(entry.data)) + "/" + percent_encoded(entry.subject) + "/" + percent_encoded(source_of(entry.event)) + "/" + percent_encoded(id_of(entry.event));
}

std::string told_text(const Found& found, const RegistryView& registry) {
  const auto& entry = found.entry;
  const auto held = held_on(entry.data);
  const auto teller = Words{registry, {}, entry.subject, nullptr}.name(StakeholderId{entry.actor});
  std::string out = "Told by " + teller + " (" + std::string(name_of(entry.standing)) + "), learned " + entry.recorded.text() + (held ? ", held " + held->text() : "") + ".";
  if (!found.followers.empty()) out += " Since then told about it:";
  for (const auto& f : found.followers) out += " " + f.type + " (" + f.at.place.text() + ")";
  return out;
}

void write_entry(std::string& out, const Found& found, const RegistryView& registry) {
  const auto& entry = found.entry;
  out += "<entry>\n";
  element(out, "id", entry_id(entry));
  element(out, "title", sentence_of(entry, found.target, registry));
  element(out, "updated", entry.recorded.text());
  element(out, "published", entry.recorded.text());
  out.append("<author><name>").append(xml_escaped(Words{registry, {}, entry.subject, nullptr}.name(StakeholderId{entry.actor}))).append("</name></author>\n");
  out.append("<category term=\"").append(xml_escaped(type_name(entry.data))).append("\"/>\n");
  out.append("<category scheme=\"").append(kTag).append("subject\" term=\"").append(xml_escaped(entry.subject)).append("\"/>\n");
  out.append("<link rel=\"alternate\" type=\"application/cloudevents+json\" href=\"/v1/events/").append(percent_encoded(source_of(entry.event))).append("/").append(percent_encoded(id_of(entry.event))).append("\"/>\n");
  element(out, "summary", told_text(found, registry));
  out += "</entry>\n";
}

}  // namespace

Answer answer_atom(const Context& context, const Question& question) {
  const auto asked = read_asked(context, question);
  if (!asked) return asked.error();
  const auto page = read_page(question, kAtomPage);
  if (!page) return page.error();
  const auto feed = read_feed(context, *asked, *page);
  if (!feed) return feed.error();
  const auto query = query_of(question);
  const auto updated = feed->found.empty() ? std::min(asked->lens.known_at.by, context.latest) : feed->found.front().entry.recorded;
  std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n";
  element(out, "id", std::string(kTag) + "activity" + query);
  element(out, "title", "Rollcall: what happened");
  element(out, "updated", updated.text());
  out.append("<link rel=\"self\" type=\"application/atom+xml\" href=\"/v1/activity.atom").append(xml_escaped(query)).append("\"/>\n");
  if (!feed->next.empty()) out.append("<link rel=\"next\" type=\"application/atom+xml\" href=\"/v1/activity.atom").append(xml_escaped(query_of(question, feed->next))).append("\"/>\n");
  for (const auto& found : feed->found) write_entry(out, found, asked->lens.registry);
  out += "</feed>\n";
  return {200, "application/atom+xml; charset=utf-8", std::move(out), {}};
}

}  // namespace rollcall::projections::activity
