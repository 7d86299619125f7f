// rollcall submit: files in, one line an event out.
#include <cstdio>
#include <sstream>

#include "events/codec.h"
#include "events/envelope.h"
#include "services/cli/commands.h"
#include "services/runtime/files.h"

namespace rollcall::cli {
using namespace events;
namespace {

// A file holds one event, a JSON array of events, or one event a line.
Expected<std::vector<std::string>> lines_of(const std::string& name) {
  auto text = runtime::read_file(name);
  if (!text) return tl::unexpected(text.error());
  JsonParser parser;
  std::vector<std::string> lines;
  if (const auto root = parser.parse(*text)) {
    simdjson::dom::array array;
    if (root->get(array)) lines.push_back(simdjson::minify(*root));
    else for (const auto member : array) lines.push_back(simdjson::minify(member));
    return lines;
  }
  std::istringstream in(*text);
  for (std::string line; std::getline(in, line);)
    if (line.find_first_not_of(" \t\r") != line.npos) lines.push_back(line);
  return lines;
}

// "admitted 3:42  id" | "refused CODE  id: what to do"
void print_answer(Json answer) {
  std::int64_t line = 0;
  std::string id(string_or(answer, "id"));
  if (id.empty() && answer["line"].get(line) == simdjson::SUCCESS) id = "line " + std::to_string(line);  // what was no event has no id to name it by
  const auto decision = string_or(answer, "decision");
  if (answer["dry_run"].error() == simdjson::SUCCESS && decision == "admitted")
    return (void)std::printf("would be admitted as %s  %s\n", std::string(string_or(answer, "standing", "a repeat")).c_str(), id.c_str());
  if (decision == "draft") return (void)std::printf("draft %s  %s\n", std::string(string_or(answer, "draft")).c_str(), id.c_str());
  if (decision == "admitted") return (void)std::printf("admitted %s  %s\n", std::string(string_or(answer, "position")).c_str(), id.c_str());
  simdjson::dom::array reasons;
  if (answer["reasons"].get(reasons) || reasons.size() == 0) return (void)std::printf("%s  %s %s\n", std::string(decision).c_str(), id.c_str(), std::string(string_or(answer, "detail")).c_str());
  for (const auto reason : reasons)
    std::printf("refused %s  %s %s: %s\n", std::string(string_or(reason, "code")).c_str(), id.c_str(), std::string(string_or(reason, "pointer")).c_str(),
                std::string(string_or(reason, "detail")).c_str());
}

// The answers to what was sent: each printed as it comes, and counted.
class Answers {
 public:
  explicit Answers(bool json) : json_(json) {}
  void take(Json answer, std::string_view text) {
    const auto decision = string_or(answer, "decision");
    ++(decision == "admitted" ? admitted_ : decision == "refused" ? refused_ : decision == "draft" ? drafts_ : other_);
    json_ ? (void)std::printf("%.*s\n", static_cast<int>(text.size()), text.data()) : print_answer(answer);
  }
  void unreadable(std::string_view text) {
    ++other_;
    if (json_ && !text.empty()) std::printf("%.*s\n", static_cast<int>(text.size()), text.data());
  }
  int exit_code() const {
    std::fprintf(stderr, "%zu events: %zu admitted, %zu refused%s%s\n", admitted_ + refused_ + drafts_ + other_, admitted_, refused_, drafts_ ? (", " + std::to_string(drafts_) + " wait for a second person").c_str() : "", other_ ? (", " + std::to_string(other_) + " unknown: send them again").c_str() : "");
    return other_ ? kFailed : refused_ ? kRefused : kDone;
  }

 private:
  const bool json_;
  std::size_t admitted_ = 0, refused_ = 0, drafts_ = 0, other_ = 0;
};

Expected<void> stream(const Client& client, const std::vector<std::string>& lines, Answers& answers, const std::string& target = "/v1/events") {
  if (lines.empty()) return {};
  std::size_t sent = 0, answered = 0;
  JsonParser parser;
  auto done = client.exchange_lines([&]() -> std::optional<std::string> { return sent < lines.size() ? std::optional(lines[sent++]) : std::nullopt; },
    [&](std::string_view line) {
      ++answered;
      const auto answer = parser.parse(line);
      answer ? answers.take(*answer, line) : answers.unreadable(line);
    }, target);
  for (; done && answered < lines.size(); ++answered) answers.unreadable("");  // the server stopped before it came to them
  return done;
}

// A spreadsheet goes as it is: the gateway knows the templates.
Expected<void> post_csv(const Client& client, const std::string& file, Answers& answers, const std::string& target) {
  const auto text = runtime::read_file(file);
  if (!text) return tl::unexpected(text.error());
  const auto fetched = client.post(target, "text/csv", *text, {{"Prefer", "wait=30"}});
  if (!fetched) return tl::unexpected(fetched.error());
  JsonParser parser;
  const auto root = parser.parse(fetched->body);
  simdjson::dom::array rows, reasons;
  if (root && root->get(rows) == simdjson::SUCCESS) {
    for (const auto row : rows) answers.take(row, simdjson::minify(row));
    return {};
  }
  std::string why = root ? std::string(string_or(*root, "detail")) : fetched->body.substr(0, 1000);
  if (root && (*root)["reasons"].get(reasons) == simdjson::SUCCESS)
    for (const auto reason : reasons) (why += "\n  ") += string_or(reason, "detail");
  return fail(file + ": the server answered " + std::to_string(fetched->status) + ": " + why);
}

}  // namespace

int submit_lines(const Client& client, std::vector<std::string> lines, bool json) {
  Answers answers(json);
  if (const auto done = stream(client, lines, answers); !done) return failed(done.error());
  return answers.exit_code();
}

int submit(const Where& where, const std::vector<std::string>& files, bool dry_run) {
  const std::string target = dry_run ? "/v1/events?dry_run=true" : "/v1/events";
  const auto client = connect(where);
  if (!client) return failed(client.error());
  Answers answers(where.json);
  std::vector<std::string> lines;  // of the files up to the next spreadsheet: what a later file names is decided before it
  for (const auto& file : files) {
    if (file.ends_with(".csv")) {
      if (const auto done = stream(*client, std::exchange(lines, {}), answers, target); !done) return failed(done.error());
      if (const auto done = post_csv(*client, file, answers, target); !done) return failed(done.error());
      continue;
    }
    auto more = lines_of(file);
    if (!more) return failed(more.error());
    std::move(more->begin(), more->end(), std::back_inserter(lines));
  }
  if (const auto done = stream(*client, lines, answers, target); !done) return failed(done.error());
  return answers.exit_code();
}

}  // namespace rollcall::cli
