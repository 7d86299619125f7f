// rollcall digest and replay: what a read model holds, and the same made anew from the ledger alone.
#include <cstdio>

#include "services/cli/commands.h"
#include "services/projector/rebuild.h"
#include "services/rows/rocks_rows.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr std::uint64_t kSay = 25 * 4096;  // records between two words of progress

void print(const Where& where, std::string_view model, std::uint32_t version, const std::string& position, const std::string& digest) {
  if (where.json) std::printf("{\"model\":\"%s\",\"version\":%u,\"position\":\"%s\",\"digest\":\"%s\"}\n", std::string(model).c_str(), version, position.c_str(), digest.c_str());
  else std::printf("%s v%u at %s\n%s\n", std::string(model).c_str(), version, position.c_str(), digest.c_str());
}

// The lanes of a server, as anyone can read them: valid records only, so the sequence is the whole check.
Expected<void> from_server(const Client& client, const std::optional<Position>& to, projector::Rebuild& rebuild) {
  JsonParser parser;
  for (std::uint16_t p = 0;; ++p) {
    std::uint64_t due = 0;
    Expected<void> taken;
    bool no_such_lane = false;
    const auto done = client.lines("/v1/ledger/" + std::to_string(p) + "?from=0", [&](std::string_view line) {
      const auto record = read_record(parser, line);
      if (!record || record->sequence.value != due) return taken = broken("lane " + std::to_string(p) + " lacks sequence " + std::to_string(due)), false;
      const Place place{{p}, {due++}};
      if (to && !to->covers(place)) return false;
      taken = rebuild.apply(*record, place);
      return taken.has_value();
    });
    if (!done) no_such_lane = p > 0 && done.error().detail.find("answered 404") != std::string::npos;
    if (no_such_lane) return rebuild.land();
    if (!done) return done;
    if (!taken) return taken;
  }
}

}  // namespace

int digest(const Where& where, const std::string& model) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto answer = client->get("/v1/models/" + model);
  if (!answer) return failed(answer.error());
  JsonParser parser;
  const auto root = parser.parse(answer->body);
  if (answer->status != 200 || !root) return failed({"the server answered " + std::to_string(answer->status) + ": " + answer->body.substr(0, 500)});
  const auto version = static_cast<std::uint32_t>((*root)["version"].get_uint64().value_unsafe());
  print(where, model, version, std::string(string_or(*root, "position")), std::string(string_or(*root, "digest")));
  return kDone;
}

int replay(const Where& where, const InstanceOptions& from, const std::string& name, const std::string& to, const std::filesystem::path& out) {
  const auto model = make_model(name);
  if (!model) return std::fprintf(stderr, "rollcall: there is no read model '%s'\n", name.c_str()), kWrongUsage;
  const auto until = to.empty() ? std::nullopt : Position::parse(to);
  if (!to.empty() && !until) return std::fprintf(stderr, "rollcall: give --to as P:SEQ, several parted by commas\n"), kWrongUsage;
  auto folder = out;
  if (folder.empty()) folder = std::filesystem::temp_directory_path() / ("rollcall-replay-" + std::to_string(::getpid()));
  if (std::filesystem::exists(folder)) return failed({folder.string() + " exists; give --out a folder that does not"});
  int result = kDone;
  {
    auto rows = rows::open_rocks_to_fill(folder);
    if (!rows) return failed(rows.error());
    const std::atomic<bool> stopping{false};
    projector::Rebuild rebuild(*model, **rows, stopping, [](std::uint64_t records) { if (records % kSay == 0) std::fprintf(stderr, "%llu records\n", static_cast<unsigned long long>(records)); });
    Expected<void> done;
    if (from.kafka || !where.data.empty()) {
      if (!from.kafka && !std::filesystem::exists(from.data / "log")) return failed({"there is no ledger in " + from.data.string()});
      const auto log = open_log(from);
      done = log ? rebuild.read(**log, until) : tl::unexpected(log.error());
    } else {
      const auto client = connect(where);
      done = client ? from_server(*client, until, rebuild) : tl::unexpected(client.error());
    }
    if (done && until && rebuild.position() != *until) done = fail("the ledger ends at " + rebuild.position().text());
    if (done) print(where, name, model->version(), rebuild.position().text(), projector::digest_rows(model->name(), model->version(), *(*rows)->snapshot()));
    else result = failed(done.error());
  }
  if (out.empty()) std::filesystem::remove_all(folder);
  return result;
}

}  // namespace rollcall::cli
