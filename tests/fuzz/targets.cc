// What comes in from outside, each reader with what must hold whatever it is given: no crash, every refusal in a sentence,
// and what was accepted comes out the same when it is written and read again.
#include <set>

#include "events/codec.h"
#include "services/gateway/csv_filled.h"
#include "services/import/untc.h"
#include "services/import/upr.h"
#include "tests/fuzz/driver.h"
#include "tests/support/decision_world.h"

namespace rollcall::fuzz {
namespace {
using namespace events;

// The first reason that tells a partner nothing; "" when all do.
std::string mute(const Reasons& reasons) {
  if (reasons.empty()) return "refused without a reason";
  for (const auto& reason : reasons)
    if (reason.detail.size() < 5 || !simdjson::validate_utf8(reason.detail.data(), reason.detail.size())) return "a reason is no sentence: " + reason.detail;
  return "";
}

// What was taken in as an event is written, read and written again.
std::string written_twice(const CloudEvent& event) {
  const auto once = to_submission(event);
  JsonParser parser;
  const auto json = parser.parse(once);
  if (!json) return "what was written can't be read: " + json.error().detail;
  const auto again = read_structured(*json);
  if (!again) return "what was written is refused: " + again.error().at(0).detail;
  return to_submission(*again) == once ? "" : "written again it is another text";
}

Verdict check_envelope_text(std::string_view input) {
  JsonParser parser;
  const auto json = parser.parse(input);
  if (!json) return {json.error().detail.empty() ? "an error without words" : "", false};
  if (const auto once = canonical(*json)) {
    JsonParser second;
    const auto again = second.parse(*once);
    if (!again || canonical(*again).value_or("") != *once) return {"the canonical form is not its own canonical form", false};
  }
  const auto event = read_structured(*json);
  if (!event) return {mute(event.error()), false};
  if (auto broken = written_twice(*event); !broken.empty()) return {broken, true};
  if (find_type(event->type) && !event->data.empty()) {
    JsonParser of_data;
    const auto data = decode_data(event->type, *of_data.parse(event->data));
    if (!data) return {mute(data.error()), true};
  }
  return {"", true};
}

tests::World& world() {
  static tests::World one;
  return one;
}

// A body of lines: each one is refused, or decided.
Verdict check_ndjson(std::string_view body) {
  Verdict verdict;
  while (!body.empty() && verdict.broken.empty()) {
    const auto end = std::min(body.find('\n'), body.size());
    JsonParser parser;
    const auto json = parser.parse(body.substr(0, end));
    const auto event = json ? read_structured(*json) : tl::unexpected(Reasons{{Code::malformed, "", json.error().detail, ""}});
    body.remove_prefix(std::min(end + 1, body.size()));
    if (!event) {
      verdict.broken = mute(event.error());
      continue;
    }
    const auto text = to_submission(*event);
    const auto decision = world().decide({*event, payload_hash(text), text.size(), {"tha-gov"}});
    const auto* refused = std::get_if<admission::Refused>(&decision);
    verdict.broken = refused ? mute(refused->reasons) : "";
    verdict.accepted = verdict.accepted || !refused;
  }
  return verdict;
}

Verdict check_csv(std::string_view body) {
  const auto rows = gateway::read_csv_events(body, "plan.adopted", {"tha-gov"});
  if (!rows) return {mute(rows.error()), false};
  Verdict verdict;
  const auto& columns = *gateway::find_template("plan.adopted");
  for (const auto& row : *rows) {
    if (!row.event) {
      verdict.broken = mute(row.event.error());
    } else {
      verdict.broken = written_twice(*row.event);
      verdict.accepted = true;
      gateway::KnownEvent known{*row.event, "tha-gov", "", false};
      const auto once = gateway::filled_csv(columns, {&known});
      const auto again = gateway::read_csv_events(once, "plan.adopted", {"tha-gov"});
      const bool plan = row.event->type == "org.rollcall.plan.adopted.v1";
      if (plan && verdict.broken.empty() && again && again->size() == 1 && again->front().event) {
        known.event.data = again->front().event->data;
        const auto third = gateway::read_csv_events(gateway::filled_csv(columns, {&known}), "plan.adopted", {"tha-gov"});
        if (!third || !third->at(0).event || third->at(0).event->data != known.event.data) verdict.broken = "a row written and read is another row the second time";
      }
    }
    if (!verdict.broken.empty()) break;
  }
  return verdict;
}

Verdict check_dates(std::string_view text) {
  Verdict verdict;
  if (const auto date = PartialDate::parse(text)) {
    verdict.accepted = true;
    if (date->text() != text || PartialDate::parse(date->text()) != date) verdict.broken = "a date does not come back as it was written";
    if (date->earliest() > date->latest()) verdict.broken = "a date ends before it begins";
  }
  if (const auto instant = Instant::parse(text)) {
    verdict.accepted = true;
    const auto again = Instant::parse(instant->text());
    if (!again || again->ms != instant->ms) verdict.broken = "an instant does not come back: " + instant->text();
  }
  return verdict;
}

const import::CountryNames& names() {
  static const import::CountryNames few([] {
    std::vector<CountryRegistered> out(4);
    const std::pair<const char*, const char*> known[] = {{"ROU", "Romania"}, {"THA", "Thailand"}, {"VNM", "Viet Nam"}, {"CIV", "C\u00F4te d'Ivoire"}};
    for (std::size_t i = 0; i < out.size(); ++i) out[i].country = {known[i].first}, out[i].names = {{"en", known[i].second}};
    return out;
  }());
  return few;
}

std::string check_import(const import::Import& read) {
  std::set<std::string> ids;
  for (const auto& problem : read.problems)
    if (problem.sentence.size() < 5 || problem.line == 0) return "a problem without a line or a sentence";
  for (const auto& event : read.events) {
    if (!ids.insert(event.id).second) return "two events have the id " + event.id;
    JsonParser parser;
    const auto data = decode_data(event.type, *parser.parse(event.data));
    if (!data) return event.id + " is refused: " + data.error().at(0).pointer + " " + data.error().at(0).detail + " " + event.data.substr(0, 300);
    if (auto broken = written_twice(event); !broken.empty()) return event.id + ": " + broken;
  }
  return "";
}

Verdict check_untc(std::string_view table) {
  const auto read = import::read_untc(table, {"opsc"}, names(), "https://s");
  return {check_import(read), !read.events.empty()};
}

Verdict check_upr(std::string_view table) {
  import::UprReading reading{names(), "https://s", {{{"f-1/a1"}, {{"opsc"}}, {}}}};
  reading.all = true;
  std::map<std::string, std::string> taken;
  const auto read = import::read_upr(table, reading, taken);
  const auto broken = check_import(read);
  if (broken.empty() && !import::read_upr(table, reading, taken).events.empty()) return {"the same file again gave events", true};
  import::UprSessions sessions;
  if (import::is_upr_sessions(table)) (void)import::read_upr_sessions(table, names(), sessions);
  return {broken, !read.events.empty()};
}

}  // namespace

const std::vector<Target>& targets() {
  static const std::vector<Target> all{
      {"envelope", check_envelope_text, {"{", "}", "[", "]", "\"", ":", ",", "\\u0000", "\\ud800", "null", "true", "1e400", "-0", "1.0", "\"data\":", "\"specversion\":\"1.0\"", "\"subject\":", "\"sequence\":\"1\"", "\xEF\xBB\xBF", "\xC3"}},
      {"ndjson", check_ndjson, {"\n", "\r\n", "{}", "\"", "\"id\":\"\"", "country/THA", "country/ROU", "2001-02-30", "9999-12-31", "-1", "[]", "null", "\"title\":", "org.rollcall.event.corrected.v1", "treaty.ratified"}},
      {"csv", check_csv, {"\"", "\"\"", ",", ";", "\r", "\n", "\r\n", "[", "[\"a\"]", "'=", "#", "yes", "true", "2001", "title", "budget.amount", "data.type", "\xEF\xBB\xBF", "\xFF", " "}},
      {"dates", check_dates, {"-", "T", "Z", ":", ".", "+14:00", "-23:59", "0000", "9999", "02-29", "60", "24", "2000", "1900", ".999999999", " "}},
      {"untc", check_untc, {"\"", ",", "\r", "\n", "(a)", " d", " AA", "[2]", "31 Feb 2001", "1 Jan 10000", "Participant", "Signature", "Accession(a)", "Ratification", "Thailand", "\xC2\xB9", "\xFF", "0"}},
      {"upr", check_upr, {"\"", ",", "\r", "\n", "&#40;", "&#0;", "&#x1F9F8;", "&amp;", "Session", "To", "Text", "Accepted", "Viet Nam", "ratify the OP-CRC-SC", "99", "-1", "\x8E", "\xFF", std::string_view("\0", 1)}}};
  return all;
}

}  // namespace rollcall::fuzz
