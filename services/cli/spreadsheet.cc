// rollcall template and rollcall import csv: a type's spreadsheet, empty or filled with what was told, and an edited one back.
#include <algorithm>
#include <cstdio>
#include <set>

#include "events/codec.h"
#include "services/cli/commands.h"
#include "services/gateway/csv_filled.h"
#include "services/runtime/files.h"

namespace rollcall::cli {
using namespace events;
namespace {

// The ledger is read whole, lane by lane: it alone knows every event with its corrections, whatever models there are.
Expected<gateway::KnownEvents> known_events(const Client& client, std::string_view type) {
  gateway::KnownEvents known{std::string(kTypePrefix) + std::string(type) + std::string(kTypeSuffix)};
  JsonParser parser;
  for (std::uint16_t lane = 0;; ++lane) {
    Expected<void> taken;
    const auto done = client.lines("/v1/ledger/" + std::to_string(lane), [&](std::string_view line) {
      const auto record = read_record(parser, line);
      if (!record) return taken = tl::unexpected(record.error()), false;
      known.take(*record);
      return true;
    });
    if (!done && lane > 0 && done.error().detail.find("answered 404") != std::string::npos) break;
    if (!done) return tl::unexpected(done.error());
    if (!taken) return tl::unexpected(taken.error());
  }
  known.settle();
  return known;
}

// The subjects of a region: itself and its countries of today.
Expected<std::set<std::string>> subjects_in(const Client& client, const std::string& region) {
  const auto fetched = client.get("/v1/countries?region=" + region);
  if (!fetched) return tl::unexpected(fetched.error());
  JsonParser parser;
  const auto root = parser.parse(fetched->body);
  simdjson::dom::array list;
  if (fetched->status != 200 || !root || (*root)["countries"].get(list)) return fail("the server answered " + std::to_string(fetched->status) + ": " + fetched->body.substr(0, 300));
  std::set<std::string> out{"region/" + region};
  for (const auto country : list) out.insert("country/" + std::string(string_or(country, "country")));
  return out;
}

// Who speaks by the rows' sources (".../stakeholders/ID"), when it is one for all.
std::string speaker_of(const std::vector<gateway::CsvRow>& rows) {
  const auto pages = std::string(kSourceBase) + "stakeholders/";
  std::set<std::string> speakers;
  for (const auto& row : rows) {
    if (!row.event || !row.event->source.starts_with(pages)) continue;
    const auto rest = std::string_view(row.event->source).substr(pages.size());
    speakers.emplace(rest.substr(0, rest.find_first_of("/#")));
  }
  return speakers.size() == 1 ? *speakers.begin() : std::string();
}

std::string reasons_json(const Reasons& reasons) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  codec::encode(w, reasons);
  return std::string(buffer.GetString(), buffer.GetSize());
}

struct Tally { std::size_t unchanged = 0, refused = 0; };

// Tells what needs no submitting, and gives the rest's lines.
std::vector<std::string> lines_of(const std::vector<gateway::Revised>& revised, bool json, Tally& tally) {
  std::vector<std::string> lines;
  for (const auto& r : revised) {
    if (!r.event.id.empty()) lines.push_back(to_submission(r.event));
    if (r.kind == gateway::Revised::Kind::unchanged) ++tally.unchanged;
    if (r.kind == gateway::Revised::Kind::corrected && !json) std::printf("line %zu  %s: a correction\n", r.line, r.id.c_str());
    if (r.kind != gateway::Revised::Kind::refused) continue;
    ++tally.refused;
    if (json) std::printf("{\"line\":%zu,\"decision\":\"refused\",\"reasons\":%s}\n", r.line, reasons_json(r.reasons).c_str());
    else for (const auto& reason : r.reasons) std::printf("refused %s  line %zu %s: %s\n", std::string(name_of(reason.code)).c_str(), r.line, reason.pointer.c_str(), reason.detail.c_str());
  }
  return lines;
}

}  // namespace

Expected<std::string> template_text(const Where& where, const TemplateOptions& options) {
  const auto* columns = gateway::find_template(options.type);
  if (!columns) return fail("there is no event type '" + options.type + "'; did you mean " + nearest_type(options.type) + "?");
  if (!options.filled) return gateway::template_csv(*columns);
  const auto client = connect(where);
  if (!client) return tl::unexpected(client.error());
  auto subjects = options.region.empty() ? Expected<std::set<std::string>>(std::set<std::string>{}) : subjects_in(*client, options.region);
  if (!subjects) return tl::unexpected(subjects.error());
  if (!options.country.empty()) subjects = std::set<std::string>{"country/" + options.country};
  const auto known = known_events(*client, columns->type->name);
  if (!known) return tl::unexpected(known.error());
  auto events = known->all();
  std::erase_if(events, [&](const auto* k) { return (!options.actor.empty() && k->actor != options.actor) || (!subjects->empty() && !subjects->count(k->event.subject)); });
  return gateway::filled_csv(*columns, events);
}

int template_of(const Where& where, const TemplateOptions& options) {
  const auto text = template_text(where, options);
  if (!text) return failed(text.error());
  std::fputs(text->c_str(), stdout);
  return kDone;
}

int import_csv(const Where& where, const ImportOptions& options) {
  const auto* columns = gateway::find_template(options.type);
  if (!columns) return std::fprintf(stderr, "rollcall: give --type, such as plan.adopted%s\n", options.type.empty() ? "" : (", or is it " + nearest_type(options.type) + "?").c_str()), kWrongUsage;
  const auto client = connect(where);
  if (!client) return failed(client.error());
  std::vector<gateway::CsvRow> rows;
  for (const auto& file : options.files) {
    const auto text = runtime::read_file(file);
    if (!text) return failed(text.error());
    auto read = gateway::read_csv_events(*text, columns->type->name, {options.speaker.empty() ? "nobody" : options.speaker});
    if (!read) {
      for (const auto& reason : read.error()) std::fprintf(stderr, "%s: %s\n", file.c_str(), reason.detail.c_str());
      return kFailed;
    }
    std::move(read->begin(), read->end(), std::back_inserter(rows));
  }
  const auto speaker = options.speaker.empty() ? speaker_of(rows) : options.speaker;
  if (speaker.empty() || speaker == "nobody") return std::fprintf(stderr, "rollcall: give --speaker, the stakeholder who says so, or the column source with one stakeholder's page in every row\n"), kWrongUsage;
  const auto known = known_events(*client, columns->type->name);
  if (!known) return failed(known.error());
  Tally tally;
  auto lines = lines_of(gateway::revise(*columns, std::move(rows), *known, options.reason), where.json, tally);
  std::fprintf(stderr, "%zu rows unchanged, %zu refused before sending\n", tally.unchanged, tally.refused);
  const int result = lines.empty() ? static_cast<int>(kDone) : submit_as(where, *client, speaker, std::move(lines));
  return result == kDone && tally.refused > 0 ? static_cast<int>(kRefused) : result;
}

}  // namespace rollcall::cli
