// rollcall import: known public formats in, one line an event out (services/import reads them).
#include <cstdio>

#include "events/codec.h"
#include "services/cli/commands.h"
#include "services/import/geo.h"
#include "services/import/untc.h"
#include "services/import/upr.h"
#include "services/runtime/files.h"

namespace rollcall::cli {
using namespace events;
namespace {

struct Answered {  // kept alive beside the parser that holds what it says
  std::unique_ptr<JsonParser> parser = std::make_unique<JsonParser>();
  simdjson::dom::array list;
};
Expected<Answered> list_of(const Client& client, const std::string& target, const std::string& member) {
  const auto fetched = client.get(target);
  if (!fetched) return tl::unexpected(fetched.error());
  Answered out;
  const auto root = out.parser->parse(fetched->body);
  if (!root || (*root)[member].get(out.list)) return fail("the server's " + member + " can't be read: " + fetched->body.substr(0, 300));
  return out;
}

template <class T>
void take(Json object, std::string_view member, T& out) {
  Decoding ignored("");
  if (Json field; object[member].get(field) == simdjson::SUCCESS && !field.is_null()) codec::decode(field, out, ignored);
}

// The server's countries: the names by which a table's participants are found.
Expected<std::vector<CountryRegistered>> countries_of(const Client& client) {
  const auto countries = list_of(client, "/v1/countries?limit=10000", "countries");
  if (!countries) return tl::unexpected(countries.error());
  std::vector<CountryRegistered> out;
  for (const auto item : countries->list) {
    CountryRegistered c;
    c.country.value = string_or(item, "country");
    take(item, "names", c.names), take(item, "also_known_as", c.also_known_as);
    if (!string_or(item, "until").empty()) take(item, "until", c.until.emplace());
    out.push_back(std::move(c));
  }
  return out;
}

using Members = std::map<std::string, std::set<CountryCode>>;
Expected<Members> members_by_region(const Client& client) {
  const auto regions = list_of(client, "/v1/regions", "regions");
  if (!regions) return tl::unexpected(regions.error());
  Members members;
  for (const auto region : regions->list) {
    std::vector<CountryCode> countries;
    take(region, "countries", countries);
    members[std::string(string_or(region, "region"))] = {countries.begin(), countries.end()};
  }
  return members;
}

// The server's commitments that are kept by ratifying treaties, each with the states of its framework's region.
Expected<std::vector<import::RatificationPromise>> ratification_promises(const Client& client) {
  auto members = members_by_region(client);
  if (!members) return tl::unexpected(members.error());
  const auto frameworks = list_of(client, "/v1/frameworks", "frameworks");
  if (!frameworks) return tl::unexpected(frameworks.error());
  std::vector<import::RatificationPromise> out;
  for (const auto framework : frameworks->list) {
    const std::string region(string_or(framework, "region"));
    simdjson::dom::array commitments;
    if (framework["commitments"].get(commitments)) continue;
    for (const auto commitment : commitments) {
      import::RatificationPromise promise{{std::string(string_or(commitment, "id"))}, {}, {}};
      if (!region.empty()) promise.states = (*members)[region];
      EvidenceRule rule;
      take(commitment, "evidence", rule);
      for (const auto& item : rule.all_of)
        if (item.type.value == TreatyRatified::info.name && item.instrument) promise.treaties.insert(*item.instrument);
      if (!promise.treaties.empty()) out.push_back(std::move(promise));
    }
  }
  return out;
}

struct File { std::string name, text; };
Expected<std::vector<File>> read_files(const std::vector<std::string>& names) {
  std::vector<File> files;
  for (const auto& name : names) {
    auto text = runtime::read_file(name);
    if (!text) return tl::unexpected(text.error());
    files.push_back({name, std::move(*text)});
  }
  return files;
}

// What the files gave, their problems told.
struct Gathered {
  std::vector<std::string> lines;
  bool problems = false;

  void take(const File& file, const import::Import& read) {
    for (const auto& event : read.events) lines.push_back(to_submission(event));
    tell(file, read.problems);
  }
  void tell(const File& file, const std::vector<import::Problem>& found) {
    problems = problems || !found.empty();
    for (const auto& problem : found) std::fprintf(stderr, "%s:%zu: %s (%s)\n", file.name.c_str(), problem.line, problem.sentence.c_str(), problem.text.c_str());
  }
};

Expected<Gathered> gather_untc(const std::vector<File>& files, const import::CountryNames& names, const std::string& source, const std::string& instrument) {
  if (instrument.empty()) return fail("give --instrument, the treaty's id, such as opsc");
  Gathered out;
  for (const auto& file : files) out.take(file, import::read_untc(file.text, {instrument}, names, source));
  return out;
}

Expected<Gathered> gather_upr(const Client& client, const std::vector<File>& files, const import::CountryNames& names, const std::string& source, bool all) {
  auto promises = ratification_promises(client);
  if (!promises) return tl::unexpected(promises.error());
  import::UprReading reading{names, source, std::move(*promises), {}, all};
  Gathered out;
  for (const auto& file : files)
    if (import::is_upr_sessions(file.text)) out.tell(file, import::read_upr_sessions(file.text, names, reading.sessions));
  std::map<std::string, std::string> taken;
  for (const auto& file : files)
    if (!import::is_upr_sessions(file.text)) out.take(file, import::read_upr(file.text, reading, taken));
  return out;
}

// Registry events: only the registrar sends them.
Expected<Gathered> gather_geo(const Client& client, const std::vector<File>& files, const import::CountryNames& names, const ImportOptions& options) {
  if (!RegionId::valid(options.region)) return fail("give --region, the region's id, such as osce");
  const auto members = members_by_region(client);
  if (!members) return tl::unexpected(members.error());
  import::GeoReading reading{names, {options.region}, options.group, options.title, std::string(kSourceBase) + "stakeholders/registrar", {}};
  if (const auto known = members->find(options.region); known != members->end()) reading.known = known->second;
  if (files.size() != 1) return fail("give one file: a region's countries are read from one table");
  Gathered out;
  out.take(files.front(), import::read_geo(files.front().text, reading));
  return out;
}

}  // namespace

int submit_as(const Where& where, const Client& client, const std::string& speaker, std::vector<std::string> lines) {
  // The registrar's token speaks for nobody else: it issues the speaker a token for this import, and takes it back.
  const auto issued = where.token.empty() ? issue_credential(client, speaker, "") : Expected<Issued>(Issued{});
  if (!issued) return failed(issued.error());
  const auto as_speaker = issued->token.empty() ? Expected<Client>(client) : Client::open(where.url, issued->token);
  if (!as_speaker) return failed(as_speaker.error());
  const int result = submit_lines(*as_speaker, std::move(lines), where.json);
  if (!issued->token.empty())
    if (auto revoked = revoke_credential(client, speaker, issued->credential); !revoked) return failed(revoked.error());
  return result;
}

int import_files(const Where& where, const ImportOptions& options) {
  const bool untc = options.format == "untc", geo = options.format == "geo";
  if (!untc && !geo && options.format != "upr")
    return std::fprintf(stderr, "rollcall: import knows the formats untc (a status table of the UN Treaty Collection), upr (UPR Info's recommendations), geo (a region's countries) and csv (a template)\n"), kWrongUsage;
  const auto speaker = !options.speaker.empty() ? options.speaker : untc ? "un-treaty-section" : "ohchr-upr";
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto files = read_files(options.files);
  if (!files) return failed(files.error());
  const auto countries = countries_of(*client);
  if (!countries) return failed(countries.error());
  const import::CountryNames names(*countries);
  const auto source = std::string(kSourceBase) + "stakeholders/" + speaker;
  auto gathered = geo ? gather_geo(*client, *files, names, options) : untc ? gather_untc(*files, names, source, options.instrument) : gather_upr(*client, *files, names, source, options.all);
  if (!gathered) return failed(gathered.error());
  const int result = geo ? submit_lines(*client, std::move(gathered->lines), where.json) : submit_as(where, *client, speaker, std::move(gathered->lines));
  return result == kDone && gathered->problems ? kRefused : result;
}

}  // namespace rollcall::cli
