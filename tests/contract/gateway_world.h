// A whole instance on a folder of its own, with the shipped reference data and a few stakeholders of the tests', spoken
// to over real sockets. Every wait is bounded.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>

#include "events/codec.h"
#include "events/hash.h"
#include "services/cli/bootstrap.h"
#include "services/cli/instance.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/http_client.h"

namespace rollcall::test {

using http_client::Answer;
using http_client::Client;
using tests::TempFolder;

inline std::string line_of(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  return line;
}

// A member of a JSON text by its pointer, as text; "" when it is absent.
inline std::string at(const std::string& json, const std::string& pointer) {
  events::JsonParser parser;
  const auto root = parser.parse(json);
  events::Json value;
  if (!root || root->at_pointer(pointer).get(value)) return "";
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? std::string(text) : std::string(simdjson::minify(value));
}

struct Sent {
  std::string source, id, type, subject, time, data;
  std::string json() const {
    return R"({"specversion":"1.0","id":")" + id + R"(","source":")" + source + R"(","type":"org.rollcall.)" + type + R"(.v1","subject":")" + subject +
           R"(","time":")" + time + R"(","datacontenttype":"application/json","data":)" + data + "}";
  }
};
inline std::string page_of(const std::string& actor) { return "https://rollcall.example/stakeholders/" + actor; }
// A plan of Thailand's, told by its government unless another is named.
inline Sent plan(const std::string& id, const std::string& title = "A plan", const std::string& actor = "tha-gov") {
  return {page_of(actor), id, "plan.adopted", "country/THA", "2002-03-01T00:00:00Z", R"({"title":")" + title + R"(","scope":"national","adopted_on":"2002-03-01"})"};
}

inline std::string escaped(std::string_view text) {
  std::string out;
  for (const unsigned char c : text) {
    char code[4];
    std::snprintf(code, sizeof code, "%%%02X", c);
    std::isalnum(c) || std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos ? out += static_cast<char>(c) : out += code;
  }
  return out;
}
inline std::string receipt_of(const Sent& event) { return "/v1/submissions/" + escaped(event.source) + "/" + escaped(event.id); }

inline const std::string kStructured = "application/cloudevents+json", kWait = "Prefer: wait=20\r\n";

// Four lanes for subjects, no waiting for the disk, a free port.
inline cli::InstanceOptions options_of(const std::filesystem::path& data) {
  cli::InstanceOptions options;
  options.data = data;
  options.port = 0;
  options.lanes = 4;
  options.sync = false;
  for (const auto& model : cli::all_models()) options.parts.models.emplace(model->name());
  return options;
}

class World {
 public:
  using Change = std::function<void(cli::InstanceOptions&)>;
  explicit World(Change change = {}) : change_(std::move(change)), data_(own_folder_.path()) { open(); }

  cli::Instance& instance() { return *instance_; }
  const projector::Host& model(std::string_view name) const {
    for (const auto& host : instance_->models())
      if (host->name() == name) return *host;
    throw std::invalid_argument("no such model");
  }
  std::uint16_t port() const { return instance_->port(); }
  const std::filesystem::path& data() const { return data_; }

  void open() {
    auto options = options_of(data_);
    if (change_) change_(options);
    auto started = cli::Instance::start(options);
    if (!started) throw std::runtime_error(started.error().detail);
    instance_ = std::move(*started);
    if (!http_client::eventually([&] { return instance_->caught_up(); })) throw std::runtime_error(instance_->why_not_ready());
    if (auto done = cli::write_reference_data(*instance_, [] { return false; }); !done) throw std::runtime_error(done.error().detail);
    instance_->set_prepared();
    settle();
    registrar_ = line_of(data_ / "admin.token");
  }
  // Until every model has folded what was told so far: the one that tells decisions is ahead of the others.
  void settle() const {
    const auto told = model("submissions").serving()->position();
    for (const auto& host : instance_->models())
      if (!host->wait_for(told, http_client::bound)) throw std::runtime_error(std::string(host->name()) + " does not read on");
  }
  void close() { instance_.reset(); }
  void reopen() { close(), open(); }

  Answer ask(const std::string& bytes) const {
    Client client(port());
    client.send(bytes);
    return client.read_answer();
  }
  Answer get(const std::string& target, const std::string& more = "") const { return ask(http_client::get(target, more)); }
  Answer post(const std::string& body, const std::string& token, const std::string& content_type = kStructured, const std::string& more = kWait, const std::string& target = "/v1/events") const {
    return ask(http_client::post(target, body, "Content-Type: " + content_type + "\r\nConnection: close\r\n" + bearer(token) + more));
  }
  static std::string bearer(const std::string& token) { return token.empty() ? "" : "Authorization: Bearer " + token + "\r\n"; }

  const std::string& registrar() const { return registrar_; }
  // Registers the stakeholder (once), and issues it a token.
  std::string stakeholder(const std::string& id, const std::string& rest) {
    const auto about = "organisation/" + id;
    must_admit({page_of("registrar"), "stakeholder/" + id, "stakeholder.registered", about, kThen, R"({"stakeholder":")" + id + R"(","name":")" + id + "\"," + rest + "}"});
    return token(id, "t-" + id);
  }
  std::string token(const std::string& stakeholder, const std::string& credential, const std::string& more = "") {
    const auto secret = "rc_test_" + credential + "_0123456789";
    must_admit({page_of("registrar"), "credential/" + credential, "credential.issued", "organisation/" + stakeholder, kThen,
                R"({"credential":")" + credential + R"(","stakeholder":")" + stakeholder + R"(","token_sha256":")" + events::hex(events::bytes_of(events::sha256(secret))) + "\"" + more + "}"});
    return secret;
  }
  std::string government() { return stakeholder("tha-gov", R"("kind":"government","home":"THA","mandate":{})"); }
  void must_admit(const Sent& event) {
    const auto answer = post(event.json(), registrar_);
    if (answer.status != 201 && answer.status != 200) throw std::runtime_error(event.id + ": " + answer.body);
  }

 private:
  static constexpr const char* kThen = "2026-01-01T00:00:00Z";
  const Change change_;
  TempFolder own_folder_;
  const std::filesystem::path data_;
  std::unique_ptr<cli::Instance> instance_;
  std::string registrar_;
};

// All values of a topic of a closed data folder, lane after lane.
struct Kept {
  events::Partition lane;
  std::string key, value;
};
inline std::vector<Kept> read_topic(const std::filesystem::path& data, std::string_view topic) {
  auto log = cli::open_log(options_of(data));
  if (!log) throw std::runtime_error(log.error().detail);
  std::vector<Kept> all;
  const auto lanes = (*log)->lanes(std::string(topic)).value();
  for (std::uint16_t p = 0; p < lanes; ++p) {
    const events::LaneId lane{std::string(topic), {p}};
    const auto end = (*log)->end(lane).value();
    const auto reader = (*log)->reader();
    reader->seek(lane, {0});
    for (events::Offset next{0}; next < end;) {
      const auto batch = reader->next(std::chrono::seconds(10)).value();
      if (batch.entries.empty()) throw std::runtime_error("the lane ends early");
      for (const auto& entry : batch.entries) all.push_back({{p}, std::string(entry.key), std::string(entry.value)}), next = {entry.offset.value + 1};
    }
  }
  return all;
}

}  // namespace rollcall::test
