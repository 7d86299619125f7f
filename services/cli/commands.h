// The subcommands. Each returns its exit code (0 done, 1 failed, 2 wrong usage, 3 done with refusals,
// 4 integrity broken) and prints what a person reads, or JSON with --json.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "services/cli/client.h"
#include "services/cli/instance.h"
#include "services/pack/pack.h"

namespace rollcall::cli {

enum Exit { kDone = 0, kFailed = 1, kWrongUsage = 2, kRefused = 3, kBroken = 4 };
int failed(const events::Error& error);  // prints "rollcall: …", answers kFailed, or kBroken when integrity is

// How a command finds its server: --url, --token, or --data DIR of a server on this machine (its admin.token).
struct Where {
  std::string url = "http://127.0.0.1:8080";
  std::string token;
  std::filesystem::path data;
  bool json = false;
};
events::Expected<Client> connect(const Where& where);

int serve(InstanceOptions options, bool sample);

int submit(const Where& where, const std::vector<std::string>& files, bool dry_run);  // dry_run: only tells what would be decided
struct ImportOptions {
  std::string format;  // untc, upr, geo, csv
  std::vector<std::string> files;
  std::string speaker;     // the stakeholder who says so; "": the format's usual one
  std::string instrument;  // untc
  bool all = false;        // upr
  std::string region, group, title;  // geo
  std::string type;        // csv
  std::string reason = "edited in a spreadsheet";  // csv: why what was told is corrected
};
int import_files(const Where& where, const ImportOptions& options);
int import_csv(const Where& where, const ImportOptions& options);  // by template: new rows as events, edited ones as corrections

// The template of an event type, empty or filled with what was told.
struct TemplateOptions {
  std::string type;
  bool filled = false;
  std::string country, region, actor;  // "": all
};
events::Expected<std::string> template_text(const Where& where, const TemplateOptions& options);
int template_of(const Where& where, const TemplateOptions& options);
// Submits the lines as `speaker`: by the token given, or, with the registrar's, by one issued for this alone.
int submit_as(const Where& where, const Client& client, const std::string& speaker, std::vector<std::string> lines);
// Submits the lines and prints one line an event; counts what was refused.
int submit_lines(const Client& client, std::vector<std::string> lines, bool json);

int digest(const Where& where, const std::string& model);
// Rebuilds the model aside from the ledger of a data folder, of Kafka (as `from` says), or of a server, and prints the digest.
int replay(const Where& where, const InstanceOptions& from, const std::string& model, const std::string& to, const std::filesystem::path& out);

// A meeting pack, from a server's answers, or from a data folder that no server runs on. `out` empty: to standard output.
int make_pack(const Where& where, const pack::Order& order, const std::string& format, const std::filesystem::path& out);

// The ledger of a data folder or of Kafka into a folder of files, and such a folder into an empty log.
int export_to(const Where& where, const InstanceOptions& from, const std::string& folder, bool with_keys);
int load_from(const Where& where, InstanceOptions to, const std::string& folder, const std::string& verifier);

int admin_credential(const Where& where, const std::string& stakeholder, const std::string& expires, const std::string& duty);
int admin_revoke(const Where& where, const std::string& stakeholder, const std::string& credential);
int admin_registry(const Where& where, const std::string& type, const std::string& file);
int admin_erase(const Where& where, const std::string& contact);
// Has a read model's next generation built, waits for its end and tells both digests; back to what served before; and
// that dropped. kBroken: the digest was another than expected, and nothing was switched.
int admin_rebuild(const Where& where, const std::string& model, const std::string& to, const std::string& expect, bool trust);
int admin_switch(const Where& where, const std::string& model);
int admin_drop(const Where& where, const std::string& model);

// Issues a token to a stakeholder (a registry event, so everyone can see it). The token is in no log.
struct Issued { std::string credential, token; };
// `duty`: "prepare" or "approve" where two people are wanted, "" for a token that submits alone.
events::Expected<Issued> issue_credential(const Client& registrar, const std::string& stakeholder, const std::string& expires, const std::string& duty = "");
events::Expected<void> revoke_credential(const Client& registrar, const std::string& stakeholder, const std::string& credential);

}  // namespace rollcall::cli
