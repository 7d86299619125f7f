// rollcall export and load: a ledger into files, and into another log.
#include <cstdio>

#include "events/json.h"
#include "services/cli/commands.h"
#include "services/transfer/transfer.h"

namespace rollcall::cli {
using namespace events;
namespace {

void tell(const transfer::Figures& figures) { std::fprintf(stderr, "%llu entries\n", static_cast<unsigned long long>(figures.entries)); }

std::string as_json(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

void print(const transfer::Figures& figures, const std::string& folder, const std::string& verifier, bool json) {
  const auto n = [](std::uint64_t v) { return static_cast<unsigned long long>(v); };
  if (json)
    std::printf("{\"folder\":%s,\"entries\":%llu,\"records\":%llu,\"undecided\":%llu,\"verifier\":%s}\n", as_json(folder).c_str(), n(figures.entries), n(figures.records), n(figures.undecided), as_json(verifier).c_str());
  else std::printf("%llu entries, %llu records\n%s%s", n(figures.entries), n(figures.records), verifier.c_str(), verifier.empty() ? "" : "\n");
}

}  // namespace

int export_to(const Where& where, const InstanceOptions& from, const std::string& folder, bool with_keys) {
  const auto secrets = from.secrets.empty() ? from.data : from.secrets;
  if (secrets.empty()) return std::fprintf(stderr, "rollcall: give --secrets, the folder in which signing.key is kept or made\n"), kWrongUsage;
  if (!from.kafka && !std::filesystem::exists(from.data / "log")) return failed({"there is no ledger in " + from.data.string()});
  const auto log = open_log(from);
  if (!log) return failed(log.error());
  const auto signer = signing::Signer::open(secrets / "signing.key", "rollcall");
  if (!signer) return failed(signer.error());
  const auto figures = transfer::export_ledger(**log, folder, *signer, with_keys, tell);
  if (!figures) return failed(figures.error());
  if (figures->undecided) std::fprintf(stderr, "rollcall: %llu submissions are not decided yet and stay behind; stop the gateways, wait, and export again to have them\n", static_cast<unsigned long long>(figures->undecided));
  print(*figures, folder, signer->verifier(), where.json);
  return kDone;
}

int load_from(const Where& where, InstanceOptions to, const std::string& folder, const std::string& verifier) {
  const auto lanes = transfer::lanes_of(folder, verifier);
  if (!lanes) return failed(lanes.error());
  to.lanes = static_cast<std::uint16_t>(*lanes - 1);
  const auto log = open_log(to);
  if (!log) return failed(log.error());
  if (const auto have = (*log)->lanes(std::string(kLedgerTopic)); !have || *have != *lanes) return failed({"this log's ledger has another number of lanes than the export; load into an empty log"});
  const auto figures = transfer::load_ledger(**log, folder, verifier, tell);
  if (!figures) return failed(figures.error());
  print(*figures, folder, "", where.json);
  return kDone;
}

}  // namespace rollcall::cli
