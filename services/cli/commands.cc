// What every command needs: its server, and how it fails.
#include "services/cli/commands.h"

#include <cstdio>
#include <fstream>

namespace rollcall::cli {

int failed(const events::Error& error) {
  std::fprintf(stderr, "rollcall: %s\n", error.detail.c_str());
  return error.code == events::ErrorCode::integrity ? kBroken : kFailed;
}

events::Expected<Client> connect(const Where& where) {
  auto token = where.token;
  if (token.empty() && !where.data.empty()) {
    std::ifstream in(where.data / "admin.token");
    if (!std::getline(in, token)) return events::fail("can't read " + (where.data / "admin.token").string() + "; give --token, or the --data of a server that was started here");
  }
  return Client::open(where.url, std::move(token));
}

}  // namespace rollcall::cli
