// rollcall pack: a meeting pack, made here from a server's answers, or from a data folder that no server runs on.
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <thread>

#include "services/cli/commands.h"
#include "services/pack/pack.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr std::chrono::minutes kCatchUp{10};

// "rollcall-position" as the client has it, to "Rollcall-Position".
projections::Answer answer_of(const Expected<Fetched>& fetched) {
  if (!fetched) return projections::problem(503, "unreachable", fetched.error().detail);
  projections::Answer answer{fetched->status, {}, fetched->body, {}};
  for (const auto& [name, proper] : {std::pair("rollcall-position", "Rollcall-Position"), std::pair("rollcall-model", "Rollcall-Model")})
    if (const auto at = fetched->headers.find(name); at != fetched->headers.end()) answer.headers.emplace(proper, at->second);
  return answer;
}

int write_out(const pack::Gathered& gathered, const pack::File& file, const std::filesystem::path& out) {
  if (!out.empty()) {
    if (!(std::ofstream(out, std::ios::binary) << file.bytes << std::flush)) return failed({"can't write " + out.string()});
  } else if (std::fwrite(file.bytes.data(), 1, file.bytes.size(), stdout) != file.bytes.size()) {
    return failed({"the pack can't be written"});
  }
  std::fprintf(stderr, "%s: the same again with --at %s --as-of %s\n", out.empty() ? file.name.c_str() : out.c_str(), gathered.pinned.at.c_str(), gathered.pinned.as_of.c_str());
  return kDone;
}

int make_pack(const pack::Ask& ask, const pack::Order& order, pack::Format format, const std::filesystem::path& out) {
  const auto gathered = pack::gather(ask, order);
  if (!gathered) return failed({"the server answered " + std::to_string(gathered.error().status) + ": " + gathered.error().body.substr(0, 500)});
  const auto file = pack::make(*gathered, format);
  return file ? write_out(*gathered, *file, out) : failed(file.error());
}

// The read models alone, on the ledger of the folder.
Expected<std::unique_ptr<Instance>> open_models(const std::filesystem::path& data) {
  if (!std::filesystem::exists(data / "log")) return fail("there is no ledger in " + data.string());
  InstanceOptions options;
  options.data = data;
  options.port = 0;
  options.parts = {.gateway = false, .admission = false, .dashboard = false, .models = {"meetings", "scorecard", "directory"}};
  auto instance = Instance::start(options);
  if (!instance) return fail(instance.error().detail + "; does a server run on it? Then ask that one, with --url");
  const auto deadline = std::chrono::steady_clock::now() + kCatchUp;
  while (!(*instance)->caught_up()) {
    if (const auto halted = (*instance)->halted()) return tl::unexpected(*halted);
    if (std::chrono::steady_clock::now() > deadline) return fail((*instance)->why_not_ready());
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return instance;
}

}  // namespace

int make_pack(const Where& where, const pack::Order& order, const std::string& format, const std::filesystem::path& out) {
  const auto form = pack::format_of(format);
  if (!form) return std::fprintf(stderr, "rollcall: give --format as html, xlsx, csv, json or manifest\n"), kWrongUsage;
  if (out.empty() && (form == pack::Format::xlsx || form == pack::Format::csv) && ::isatty(STDOUT_FILENO))
    return std::fprintf(stderr, "rollcall: give --out FILE: this form is not for a terminal\n"), kWrongUsage;
  if (!where.data.empty()) {
    const auto instance = open_models(where.data);
    if (!instance) return failed(instance.error());
    return make_pack([&](const std::string& pattern, const projections::Question& question) { return (*instance)->ask(pattern, question); }, order, *form, out);
  }
  const auto client = Client::open(where.url, {});  // as the public: a pack opens no contact, whoever makes it
  if (!client) return failed(client.error());
  return make_pack([&](const std::string& pattern, const projections::Question& question) { return answer_of(client->get(pack::target_of(pattern, question))); }, order, *form, out);
}

}  // namespace rollcall::cli
