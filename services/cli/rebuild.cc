// rollcall admin rebuild, switch and drop: a read model's generations, by the registrar's token.
#include <cstdio>
#include <thread>

#include "events/codec.h"
#include "services/cli/commands.h"

namespace rollcall::cli {
using namespace events;
namespace {

constexpr std::chrono::milliseconds kLook{100};

std::string text(Json object, std::string_view name) { return std::string(string_or(object, name)); }

Expected<std::string> order(const Client& client, const std::string& model, const std::string& what, const std::string& body) {
  if (!make_model(model)) return fail("there is no read model '" + model + "'");
  const auto answer = client.post("/v1/models/" + model + "/" + what, "application/json", body);
  if (!answer) return tl::unexpected(answer.error());
  if (answer->status == 200 || answer->status == 202) return answer->body;
  return fail("the server answered " + std::to_string(answer->status) + ": " + answer->body);
}

// The status once it has ended; tells the steps on the way.
Expected<std::string> wait_for_end(const Client& client, const std::string& model) {
  JsonParser parser;
  for (std::string before;;) {
    const auto answer = client.get("/v1/models/" + model + "/rebuild");
    if (!answer) return tl::unexpected(answer.error());
    const auto status = parser.parse(answer->body);
    if (answer->status != 200 || !status) return fail("the server answered " + std::to_string(answer->status) + ": " + answer->body.substr(0, 500));
    const auto state = text(*status, "state");
    if (state == "none") return fail("the server has ended and was started again; what served before serves");
    if (state == "done" || state == "failed") return answer->body;
    const auto now = state + ", " + std::to_string((*status)["records"].get_uint64().value_unsafe()) + " records";
    if (now != before) std::fprintf(stderr, "%s\n", now.c_str());
    before = now;
    std::this_thread::sleep_for(kLook);
  }
}

int told(const Where& where, const std::string& model, const std::string& body) {
  JsonParser parser;
  const auto status = parser.parse(body);
  if (!status) return failed(status.error());
  if (where.json) std::printf("%s\n", body.c_str());
  else if (!text(*status, "digest").empty())
    std::printf("%s v%llu at %s\nnew      %s\nexpected %s\n", model.c_str(), static_cast<unsigned long long>((*status)["version"].get_uint64().value_unsafe()), text(*status, "position").c_str(),
                text(*status, "digest").c_str(), text(*status, "expected").empty() ? "(nothing: trusted)" : text(*status, "expected").c_str());
  if (text(*status, "state") == "done") return std::fprintf(stderr, "the new generation serves; what served before is kept until it is dropped\n"), kDone;
  return failed({text(*status, "detail"), text(*status, "code") == name_of(ErrorCode::integrity) ? ErrorCode::integrity : ErrorCode::failed});
}

int order_and_wait(const Where& where, const std::string& model, const std::string& what, const std::string& body) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  if (const auto taken = order(*client, model, what, body); !taken) return failed(taken.error());
  const auto ended = wait_for_end(*client, model);
  return ended ? told(where, model, *ended) : failed(ended.error());
}

}  // namespace

int admin_rebuild(const Where& where, const std::string& model, const std::string& to, const std::string& expect, bool trust) {
  std::string body = "{\"to\":";
  append_json_string(to, body);
  body += ",\"expect\":";
  append_json_string(expect, body);
  return order_and_wait(where, model, "rebuild", body + ",\"trust\":" + (trust ? "true}" : "false}"));
}

int admin_switch(const Where& where, const std::string& model) { return order_and_wait(where, model, "switch", "{}"); }

int admin_drop(const Where& where, const std::string& model) {
  const auto client = connect(where);
  if (!client) return failed(client.error());
  const auto taken = order(*client, model, "drop", "{}");
  if (!taken) return failed(taken.error());
  if (where.json) std::printf("%s\n", taken->c_str());
  else std::printf("what served before is dropped\n");
  return kDone;
}

}  // namespace rollcall::cli
