// fuzz TARGET SECONDS: the target's corpus first, as it is, then changes of it for so long. ROLLCALL_SEED=N repeats a run.
#include "tests/fuzz/driver.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

namespace rollcall::fuzz {
namespace {

constexpr std::size_t kMostKept = 512, kLongest = 64 * 1024;
std::string current, crash_file;  // for the signal handler alone

void keep_crash(int signal) {
  const int file = ::open(crash_file.c_str(), O_CREAT | O_TRUNC | O_WRONLY, 0644);
  if (file >= 0 && ::write(file, current.data(), current.size()) >= 0) ::close(file);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::vector<std::string> corpus_of(std::string_view target) {
  std::vector<std::string> out;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(ROLLCALL_SOURCE_DIR "/tests/fuzz/corpus") / target)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    out.push_back(text.str());
  }
  return out;
}

class Changes {
 public:
  Changes(std::uint64_t seed, const Target& target, const std::vector<std::string>& pool) : random_(seed), target_(target), pool_(pool) {}

  std::string next() {
    std::string input = any();
    for (auto n = 1 + below(6); n > 0; --n) change(input);
    input.resize(std::min(input.size(), kLongest));
    return input;
  }
  std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

 private:
  const std::string& any() { return pool_[below(pool_.size())]; }
  void change(std::string& input) {
    const auto at = below(input.size() + 1), length = below(std::min<std::size_t>(input.size() - at, 40) + 1);
    switch (below(8)) {
      case 0: if (at < input.size()) input[at] = static_cast<char>(below(256)); break;
      case 1: input.insert(at, 1, static_cast<char>(below(256))); break;
      case 2: input.erase(at, length); break;
      case 3: input.insert(at, input.substr(at, length)); break;
      case 4: input.insert(at, target_.words[below(target_.words.size())]); break;
      case 5: input.replace(at, length, target_.words[below(target_.words.size())]); break;
      case 6: {  // a part of another
        const auto& other = any();
        const auto from = below(other.size() + 1);
        input.insert(at, other.substr(from, below(200)));
        break;
      }
      default: if (below(8) == 0) input.resize(at); else if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
    }
  }
  std::mt19937_64 random_;
  const Target& target_;
  const std::vector<std::string>& pool_;
};

bool holds(const Target& target, std::string input, bool* accepted = nullptr) {
  current = std::move(input);
  const auto verdict = target.check(current);
  if (accepted) *accepted = verdict.accepted;
  if (verdict.broken.empty()) return true;
  std::ofstream(crash_file, std::ios::binary) << current;
  std::fprintf(stderr, "%s: %s\nthe input is in %s\n", std::string(target.name).c_str(), verdict.broken.c_str(), crash_file.c_str());
  return false;
}

int run(const Target& target, int seconds) {
  const char* set = std::getenv("ROLLCALL_SEED");
  const auto seed = set ? std::strtoull(set, nullptr, 10) : std::random_device()();
  std::printf("%s: ROLLCALL_SEED=%llu\n", std::string(target.name).c_str(), static_cast<unsigned long long>(seed));
  std::fflush(stdout);
  crash_file = "fuzz-" + std::string(target.name) + "-broken";
  for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL, SIGBUS}) std::signal(signal, keep_crash);
  auto pool = corpus_of(target.name);
  std::size_t accepted = 0, tried = 0;
  for (const auto& input : pool) {
    bool taken = false;
    if (!holds(target, input, &taken)) return 1;
    accepted += taken;
  }
  if (accepted == 0) return std::fprintf(stderr, "the corpus holds nothing that the target accepts\n"), 1;
  Changes changes(seed, target, pool);
  for (const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds); std::chrono::steady_clock::now() < end; ++tried) {
    bool taken = false;
    auto input = changes.next();
    if (!holds(target, input, &taken)) return 1;
    accepted += taken;
    if (taken && pool.size() < kMostKept) pool.push_back(std::move(input));
    else if (taken && changes.below(20) == 0) pool[changes.below(pool.size())] = std::move(input);
  }
  std::printf("%zu inputs, %zu accepted\n", tried, accepted);
  return 0;
}

}  // namespace
}  // namespace rollcall::fuzz

int main(int argc, char** argv) {
  using namespace rollcall::fuzz;
  const std::string_view name = argc > 1 ? argv[1] : "";
  for (const auto& target : targets())
    if (target.name == name) return run(target, std::getenv("ROLLCALL_LONG") ? 300 : argc > 2 ? std::atoi(argv[2]) : 10);
  std::fprintf(stderr, "usage: fuzz TARGET SECONDS; the targets:");
  for (const auto& target : targets()) std::fprintf(stderr, " %s", std::string(target.name).c_str());
  std::fprintf(stderr, "\n");
  return 2;
}
