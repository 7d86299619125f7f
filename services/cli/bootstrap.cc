// See bootstrap.h.
#include "services/cli/bootstrap.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <future>

#include "events/codec.h"
#include "events/hash.h"
#include "schemas/files.h"
#include "services/gateway/seal.h"
#include "services/import/untc.h"
#include "services/runtime/secret_file.h"

namespace rollcall::cli {
using namespace events;
namespace {

const std::string kRegistrar = "registrar";
constexpr std::string_view kReferenceTime = "2026-11-22T00:00:00Z";  // of this edition of the reference data: part of the payload
constexpr std::chrono::seconds kSilence{30};  // without a decision, before we say that we wait
constexpr std::size_t kPortion = 500;
constexpr std::int64_t kLearnedAfter = 21 * 86'400'000LL;  // ms: what a sample's item takes to be told, unless it says otherwise

CloudEvent event_of(std::string_view actor, std::string type, std::string id, std::string subject, std::string_view time, std::string data) {
  CloudEvent e;
  e.id = std::move(id);
  e.source = std::string(kSourceBase) + "stakeholders/" + std::string(actor);
  e.dataschema = std::string(kSourceBase) + "schemas/" + type + ".v1.json";
  e.type = std::string(kTypePrefix) + std::move(type) + std::string(kTypeSuffix);
  e.subject = std::move(subject);
  e.time = time;
  e.datacontenttype = "application/json";
  e.data = std::move(data);
  return e;
}

// Waits for the decisions of one portion.
class Portion {
 public:
  explicit Portion(std::size_t expected) : open_(expected) { if (expected == 0) done_.set_value(); }
  void failed(const std::string& detail) { finish_one(detail); }
  void decided(const gateway::Outcome& o) {
    finish_one(o.kind == RecordKind::refused ? o.receipt.id + " was refused: " + o.receipt.reasons : std::string());
  }
  Expected<void> wait(const Stopping& stopping) {
    auto done = done_.get_future();
    auto said = std::chrono::steady_clock::now();
    while (done.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready) {
      if (stopping()) return fail("asked to stop before the reference data was in; the next start goes on");
      if (std::chrono::steady_clock::now() - said < kSilence) continue;
      said = std::chrono::steady_clock::now();
      spdlog::warn("waiting for admission to decide the reference data; is it running?");
    }
    std::lock_guard lock(mutex_);
    return problem_.empty() ? Expected<void>{} : fail(problem_);
  }

 private:
  void finish_one(const std::string& problem) {
    std::lock_guard lock(mutex_);
    if (problem_.empty()) problem_ = problem;
    if (--open_ == 0) done_.set_value();
  }
  std::mutex mutex_;
  std::promise<void> done_;
  std::size_t open_;
  std::string problem_;
};

bool admitted_already(const Instance& instance, const CloudEvent& event) {
  return projections::find_admission(*instance.submissions()->rows(), event.source, event.id, event.subject).has_value();
}

// In order, in portions: what a later item names is decided before it.
Expected<void> submit_missing(Instance& instance, std::vector<Spoken> items, const Stopping& stopping) {
  std::erase_if(items, [&](const Spoken& s) { return admitted_already(instance, s.event); });
  for (std::size_t from = 0; from < items.size();) {
    std::vector<gateway::HandIn> batch;
    std::size_t to = from;
    while (to < items.size() && batch.size() < kPortion && items[to].actor == items[from].actor) {
      auto submission = to_submission(items[to].event);
      batch.push_back({std::move(items[to++].event), std::move(submission), {}});
    }
    auto portion = std::make_shared<Portion>(batch.size());
    for (auto& item : batch) {
      item.callbacks.accepted = [portion](const auto& result) { if (!result) portion->failed(result.error().detail); };
      item.callbacks.decided = [portion](const auto& outcome) { portion->decided(outcome); };
    }
    if (!instance.desk().hand_in(batch, items[from].actor)) return fail("the desk is full");
    if (auto done = portion->wait(stopping); !done) return done;
    from = to;
  }
  return {};
}

// DIR/admin.token, made once; its hash goes to the ledger.
Expected<std::string> admin_token(const std::filesystem::path& file) {
  const auto text = runtime::keep_secret(file, [] { return "rc_" + base64url(gateway::random_bytes(32)) + "\n"; });
  if (!text) return text;
  auto token = text->substr(0, text->find('\n'));
  if (token.size() < 20) return fail(file.string() + " holds no token; remove it and start again");
  return token;
}

Spoken registrar_entry() {
  StakeholderRegistered entry;
  entry.stakeholder = {kRegistrar};
  entry.kind = StakeholderKind::observer;
  entry.name = {"Registrar of this ledger"};
  entry.duties = {{DutyKind::registrar, {}}};
  return {event_of(kRegistrar, "stakeholder.registered", "stakeholder/registrar", "organisation/registrar", kReferenceTime, to_json(entry)), {kRegistrar}, {}};
}

Spoken admin_credential(const std::string& token) {
  const auto hash = hex(bytes_of(sha256(token)));
  CredentialIssued entry;
  entry.credential = {"admin-" + hash.substr(0, 12)};
  entry.stakeholder = {kRegistrar};
  entry.token_sha256 = {hash};
  return {event_of(kRegistrar, "credential.issued", "credential/" + entry.credential.value, "organisation/registrar", kReferenceTime, to_json(entry)), {kRegistrar}, {}};
}

Spoken simulated_ledger() {
  LedgerDescribed entry;
  entry.title = {{"en", "Rollcall's sample"}};
  entry.simulated_clock = true;
  entry.notice = {"A sample. The Example Archipelago is invented, and when its history was learned was set, not lived; treaty actions and documents are real, and were learned when this ledger was made."};
  return {event_of(kRegistrar, "ledger.described", "ledger/described", "organisation/registrar", kReferenceTime, to_json(entry)), {kRegistrar}, {}};
}

// As of a ledger that begins in the past: the registry was told at its beginning.
void told_at(std::vector<Spoken>& items, Instant begin) {
  for (auto& item : items) item.event.time = begin.text();
}

Expected<std::vector<Spoken>> read_files(std::string_view prefix) {
  std::vector<Spoken> all;
  for (const auto path : schemas::paths()) {
    if (!path.starts_with(prefix) || !path.ends_with(".json")) continue;
    auto items = read_items(*schemas::file(path), kRegistrar);
    if (!items) return fail(std::string(path) + ": " + items.error().detail);
    std::move(items->begin(), items->end(), std::back_inserter(all));
  }
  return all;
}

// The treaty tables of the sample, as the depositary's import would have them.
std::vector<Spoken> treaty_items(const Instance& instance) {
  std::vector<CountryRegistered> countries;
  const auto registry = instance.submissions()->registry();
  for (const auto* country : projections::RegistryView(*registry).countries()) countries.push_back(*country);
  const import::CountryNames names(countries);
  const std::string depositary = "un-treaty-section";
  std::vector<Spoken> all;
  for (const auto* instrument : {"crc", "opsc", "palermo"}) {
    const auto file = schemas::file("sample/treaties/" + std::string(instrument) + ".csv");
    auto read = import::read_untc(*file, {instrument}, names, std::string(kSourceBase) + "stakeholders/" + depositary);
    for (const auto& problem : read.problems) spdlog::info("{}.csv line {}: {}", instrument, problem.line, problem.sentence);
    for (auto& event : read.events) all.push_back({std::move(event), {depositary}, {}});
  }
  return all;
}

}  // namespace

Expected<std::vector<Spoken>> read_items(std::string_view json, const std::string& default_actor) {
  JsonParser parser;
  const auto root = parser.parse(json);
  if (!root) return tl::unexpected(root.error());
  simdjson::dom::array array;
  if (root->get(array)) return fail("not a JSON array");
  std::vector<Spoken> items;
  for (const auto item : array) {
    Json data;
    if (item["data"].get(data)) return fail("item " + std::to_string(items.size()) + " has no data");
    auto bytes = canonical(data);
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string actor(string_or(item, "actor", default_actor));
    const auto time = string_or(item, "time", kReferenceTime);
    const auto happened = Instant::parse(time), learned = Instant::parse(string_or(item, "learned"));
    if (!happened) return fail("item " + std::to_string(items.size()) + " has a time that is none");
    items.push_back({event_of(actor, std::string(string_or(item, "type")), std::string(string_or(item, "id")), std::string(string_or(item, "subject")),
                              time, std::move(*bytes)), {actor}, learned.value_or(Instant{happened->ms + kLearnedAfter})});
  }
  return items;
}

Expected<void> write_reference_data(Instance& instance, const Stopping& stopping) {
  const auto token = admin_token(instance.secrets() / "admin.token");
  if (!token) return tl::unexpected(token.error());
  auto items = read_files("reference/");
  if (!items) return tl::unexpected(items.error());
  items->insert(items->begin(), {registrar_entry(), admin_credential(*token)});
  if (instance.simulated()) items->push_back(simulated_ledger()), told_at(*items, kSampleBegins);
  return submit_missing(instance, std::move(*items), stopping);
}

namespace {

// The invented region: under a set clock item by item as it was learned, in a ledger that was there before all at once.
Expected<void> write_invented(Instance& instance, const Stopping& stopping) {
  auto registry = read_files("sample/invented/registry");
  auto history = read_files("sample/invented/history");
  if (!registry || !history) return tl::unexpected(registry ? history.error() : registry.error());
  if (!instance.simulated()) {
    if (auto done = submit_missing(instance, std::move(*registry), stopping); !done) return done;
    return submit_missing(instance, std::move(*history), stopping);
  }
  told_at(*registry, kSampleBegins);
  if (auto done = submit_missing(instance, std::move(*registry), stopping); !done) return done;
  std::stable_sort(history->begin(), history->end(), [](const Spoken& a, const Spoken& b) { return a.learned < b.learned; });
  for (auto& item : *history) {
    instance.clock().set(item.learned);
    if (auto done = submit_missing(instance, {item}, stopping); !done) return done;
  }
  instance.clock().release();
  return {};
}

}  // namespace

Expected<void> write_sample(Instance& instance, const Stopping& stopping) {
  if (auto done = write_invented(instance, stopping); !done) return done;
  auto items = read_files("sample/sources/");
  if (!items) return tl::unexpected(items.error());
  if (auto done = submit_missing(instance, std::move(*items), stopping); !done) return done;
  return submit_missing(instance, treaty_items(instance), stopping);
}

}  // namespace rollcall::cli
