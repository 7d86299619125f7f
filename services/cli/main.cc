// The command line. Every option is also ROLLCALL_<OPTION> in the environment and a key in rollcall.toml.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "services/cli/commands.h"

namespace rollcall::cli {

int failed(const events::Error& error) {
  std::fprintf(stderr, "rollcall: %s\n", error.detail.c_str());
  return kFailed;
}

events::Expected<Client> connect(const Where& where) {
  auto token = where.token;
  if (token.empty() && !where.data.empty()) {
    std::ifstream in(where.data / "admin.token");
    if (!std::getline(in, token)) return events::fail("can't read " + (where.data / "admin.token").string() + "; give --token, or the --data of a server that was started here");
  }
  return Client::open(where.url, std::move(token));
}

namespace {

// An option with its environment variable.
template <class T>
CLI::Option* option(CLI::App* app, const std::string& name, T& value, const std::string& help) {
  std::string variable = "ROLLCALL_" + name;
  for (auto& c : variable) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return app->add_option("--" + name, value, help)->envname(variable)->capture_default_str();
}

void reach(CLI::App* app, Where& where) {
  option(app, "url", where.url, "the server's address");
  option(app, "token", where.token, "a stakeholder's token");
  option(app, "data", where.data, "data folder of a server on this machine, for its admin.token");
  app->add_flag("--json", where.json, "print JSON");
}

struct Options {
  Where where;
  InstanceOptions instance;
  std::string listen = "127.0.0.1:8080", format, file, instrument, speaker = "un-treaty-section", model, to, stakeholder, credential, expires, contact;
  std::filesystem::path out;
  std::vector<std::string> files;
  bool sample = false;
};

int run_serve(Options& o) {
  const auto colon = o.listen.rfind(':');
  const auto port = colon == std::string::npos ? -1 : std::atoi(o.listen.c_str() + colon + 1);
  if (port < 0 || port > 65535 || o.instance.lanes < 1 || o.instance.lanes > 1000) return std::fprintf(stderr, "rollcall: give --listen as HOST:PORT and --lanes from 1 to 1000\n"), kWrongUsage;
  o.instance.host = o.listen.substr(0, colon);
  o.instance.port = static_cast<std::uint16_t>(port);
  o.instance.data = o.where.data;
  return serve(o.instance, o.sample);
}

void add_serve(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* serve = app.add_subcommand("serve", "everything in one process, on an embedded log");
  option(serve, "data", o.where.data, "data folder, made if it is not there")->required();
  option(serve, "listen", o.listen, "HOST:PORT; port 0 takes a free one");
  option(serve, "lanes", o.instance.lanes, "lanes for subjects, fixed when the ledger is made");
  serve->add_flag("--sample", o.sample, "write the sample history, once")->envname("ROLLCALL_SAMPLE");
  serve->callback([&] { chosen = [&] { return run_serve(o); }; });
}

void add_partner_commands(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* submit = app.add_subcommand("submit", "submits events: CloudEvents JSON, a JSON array, or one a line");
  reach(submit, o.where);
  submit->add_option("FILE", o.files, "files")->required();
  submit->callback([&] { chosen = [&] { return rollcall::cli::submit(o.where, o.files); }; });
  auto* import = app.add_subcommand("import", "turns a known public format into events and submits them");
  reach(import, o.where);
  import->add_option("FORMAT", o.format, "untc: a UN Treaty Collection status table as CSV")->required();
  import->add_option("FILE", o.file, "the file")->required();
  import->add_option("--instrument", o.instrument, "the treaty's id, such as opsc")->required();
  import->add_option("--speaker", o.speaker, "the stakeholder who says so, the depositary")->capture_default_str();
  import->callback([&] { chosen = [&] { return import_file(o.where, o.format, o.file, o.instrument, o.speaker); }; });
}

void add_checking_commands(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* digest = app.add_subcommand("digest", "a read model's version, position and digest");
  reach(digest, o.where);
  digest->add_option("--model", o.model, "the read model")->required();
  digest->callback([&] { chosen = [&] { return rollcall::cli::digest(o.where, o.model); }; });
  auto* replay = app.add_subcommand("replay", "rebuilds a read model aside, from the ledger alone, and prints its digest");
  reach(replay, o.where);
  replay->add_option("--model", o.model, "the read model")->required();
  replay->add_option("--to", o.to, "stop at P:SEQ,…");
  replay->add_option("--out", o.out, "keep the rows in this folder");
  replay->callback([&] { chosen = [&] { return rollcall::cli::replay(o.where, o.model, o.to, o.out); }; });
}

void add_admin(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* admin = app.add_subcommand("admin", "the registrar's work")->require_subcommand(1);
  auto* credential = admin->add_subcommand("credential", "issues a token to a stakeholder, or revokes one with --revoke");
  reach(credential, o.where);
  credential->add_option("STAKEHOLDER", o.stakeholder, "its id")->required();
  credential->add_option("--expires", o.expires, "a date");
  credential->add_option("--revoke", o.credential, "the credential's id");
  credential->callback([&] { chosen = [&] { return o.credential.empty() ? admin_credential(o.where, o.stakeholder, o.expires) : admin_revoke(o.where, o.stakeholder, o.credential); }; });
  for (const std::string type : {"stakeholder", "framework", "region", "membership", "commitment", "instrument", "country"}) {
    auto* entry = admin->add_subcommand(type, "registers, defines or amends by a file of registry items");
    reach(entry, o.where);
    entry->add_option("FILE", o.file, "a JSON array of {type, id, subject, data}")->required();
    entry->callback([&, type] { chosen = [&, type] { return admin_registry(o.where, type, o.file); }; });
  }
  auto* erase = admin->add_subcommand("erase", "erases a person's contact details for good");
  reach(erase, o.where);
  erase->add_option("CONTACT", o.contact, "the contact's id")->required();
  erase->callback([&] { chosen = [&] { return admin_erase(o.where, o.contact); }; });
}

}  // namespace

int run(int argc, char** argv) {
  spdlog::set_default_logger(spdlog::stderr_logger_mt("rollcall"));
  CLI::App app("Rollcall: promises against the sexual exploitation of children, and what became of them");
  app.set_config("--config", "rollcall.toml", "options in TOML");
  app.require_subcommand(1);
  Options options;
  std::function<int()> chosen;
  add_serve(app, options, chosen);
  add_partner_commands(app, options, chosen);
  add_checking_commands(app, options, chosen);
  add_admin(app, options, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? kDone : kWrongUsage;
  }
  return chosen();
}

}  // namespace rollcall::cli

int main(int argc, char** argv) {
  try {
    return rollcall::cli::run(argc, argv);
  } catch (const std::exception& e) {
    return rollcall::cli::failed({e.what()});
  }
}
