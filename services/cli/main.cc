// The command line. Every option is also ROLLCALL_<OPTION> in the environment and a key in rollcall.toml.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "services/cli/commands.h"

namespace rollcall::cli {

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
  ImportOptions import;
  TemplateOptions spreadsheet;
  std::string listen = "127.0.0.1:8080", file, model, to, stakeholder, credential, expires, duty, contact;
  std::filesystem::path out;
  std::string format;
  std::vector<std::string> models, kafka_properties;
  std::string kafka, kafka_file, group_instance, verifier, expect;
  std::vector<std::string> files;
  pack::Order pack;
  bool sample = false, with_keys = false, trust = false, dry_run = false;
};

// NAME=VALUE, as librdkafka names them, from the command line or one a line in a file (for secrets).
bool add_property(log::KafkaOptions& kafka, const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos || equals == 0) return false;
  kafka.properties[text.substr(0, equals)] = text.substr(equals + 1);
  return true;
}

// Where the log is: on Kafka, or in the data folder. False, and said why, when the options don't make sense.
bool take_log(Options& o) {
  o.instance.data = o.where.data;
  if (o.kafka.empty()) return true;
  auto& kafka = o.instance.kafka.emplace();
  kafka.brokers = o.kafka;
  kafka.instance = o.group_instance;
  auto texts = o.kafka_properties;
  if (!o.kafka_file.empty()) {
    std::ifstream in(o.kafka_file);
    if (!in) return std::fprintf(stderr, "rollcall: can't read %s\n", o.kafka_file.c_str()), false;
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line[0] != '#') texts.push_back(line);
  }
  for (const auto& text : texts)
    if (!add_property(kafka, text)) return std::fprintf(stderr, "rollcall: give Kafka properties as NAME=VALUE, not '%s'\n", text.c_str()), false;
  return true;
}

int run_serve(Options& o, const Parts& parts) {
  const auto colon = o.listen.rfind(':');
  const auto port = colon == std::string::npos ? -1 : std::atoi(o.listen.c_str() + colon + 1);
  if (port < 0 || port > 65535 || o.instance.lanes < 1 || o.instance.lanes > 1000) return std::fprintf(stderr, "rollcall: give --listen as HOST:PORT and --lanes from 1 to 1000\n"), kWrongUsage;
  for (const auto& model : parts.models)
    if (!make_model(model)) return std::fprintf(stderr, "rollcall: there is no read model '%s'\n", model.c_str()), kWrongUsage;
  if (!take_log(o)) return kWrongUsage;
  o.instance.host = o.listen.substr(0, colon);
  o.instance.port = static_cast<std::uint16_t>(port);
  o.instance.parts = parts;
  return serve(o.instance, o.sample);
}

void reach_kafka(CLI::App* app, Options& o) {
  option(app, "kafka-property", o.kafka_properties, "an option of librdkafka, NAME=VALUE (security.protocol, sasl.username, ssl.ca.location, …); repeat it");
  option(app, "kafka-properties", o.kafka_file, "a file of such options, one a line: the place for passwords");
  option(app, "group-instance", o.group_instance, "this process's name in the group that shares the lanes (group.instance.id)");
}

void listen(CLI::App* app, Options& o) { option(app, "listen", o.listen, "HOST:PORT; port 0 takes a free one"); }
void call_webhooks(CLI::App* app, Options& o) {
  option(app, "webhooks", o.instance.webhooks, "a file of subscriptions: who is sent events and reminders (services/webhooks/config.h)");
  app->add_flag("--webhooks-private", o.instance.webhooks_private, "webhooks may be plain http, and at private or loopback addresses")->envname("ROLLCALL_WEBHOOKS_PRIVATE");
}
void keep_secrets(CLI::App* app, Options& o) { option(app, "secrets", o.instance.secrets, "folder of master.key and admin.token, shared by the services of one ledger; the data folder unless given"); }

void add_serve(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* serve = app.add_subcommand("serve", "everything in one process, on an embedded log, or on Kafka with --kafka");
  option(serve, "data", o.where.data, "data folder, made if it is not there")->required();
  listen(serve, o), keep_secrets(serve, o);
  option(serve, "kafka", o.kafka, "brokers, HOST:PORT,…; without it the log is in the data folder");
  reach_kafka(serve, o), call_webhooks(serve, o);
  option(serve, "lanes", o.instance.lanes, "lanes for subjects, fixed when the ledger is made");
  serve->add_flag("--sample", o.sample, "write the sample history, once")->envname("ROLLCALL_SAMPLE");
  serve->callback([&] {
    chosen = [&] {
      Parts all;
      for (const auto& model : all_models()) all.models.emplace(model->name());
      return run_serve(o, all);
    };
  });
}

// One service in a process of its own: they meet at Kafka.
CLI::App* add_service(CLI::App& app, Options& o, const std::string& name, const std::string& help) {
  auto* service = app.add_subcommand(name, help);
  option(service, "data", o.where.data, "data folder of this process alone, made if it is not there")->required();
  listen(service, o);
  option(service, "kafka", o.kafka, "brokers, HOST:PORT,…")->required();
  reach_kafka(service, o);
  option(service, "lanes", o.instance.lanes, "lanes for subjects, fixed when the ledger is made");
  return service;
}

void add_services(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* gateway = add_service(app, o, "gateway", "takes submissions in and tells decisions");
  keep_secrets(gateway, o);
  gateway->add_flag("--sample", o.sample, "write the sample history, once")->envname("ROLLCALL_SAMPLE");
  gateway->callback([&] { chosen = [&] { return run_serve(o, {.gateway = true, .admission = false, .dashboard = false, .models = {}}); }; });
  add_service(app, o, "admission", "decides submissions; several share the lanes")->callback([&] { chosen = [&] { return run_serve(o, {.gateway = false, .admission = true, .dashboard = false, .models = {}}); }; });
  auto* projector = add_service(app, o, "projector", "folds the ledger into read models and answers questions");
  keep_secrets(projector, o), call_webhooks(projector, o);
  option(projector, "model", o.models, "the read models, parted by commas")->required()->delimiter(',');
  projector->callback([&] { chosen = [&] { return run_serve(o, {.gateway = false, .admission = false, .dashboard = false, .models = {o.models.begin(), o.models.end()}}); }; });
  auto* dashboard = app.add_subcommand("dashboard", "the page; it asks the other services through the same address");
  listen(dashboard, o);
  dashboard->callback([&] { chosen = [&] { return run_serve(o, {.gateway = false, .admission = false, .dashboard = true, .models = {}}); }; });
}

void add_partner_commands(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* submit = app.add_subcommand("submit", "submits events: CloudEvents JSON, a JSON array, one a line, or a spreadsheet by template (.csv)");
  reach(submit, o.where);
  submit->add_option("FILE", o.files, "files")->required();
  submit->add_flag("--dry-run", o.dry_run, "only tell what would be decided; nothing is kept");
  submit->callback([&] { chosen = [&] { return rollcall::cli::submit(o.where, o.files, o.dry_run); }; });
  auto* import = app.add_subcommand("import", "turns a known public format into events and submits them");
  reach(import, o.where);
  import->add_option("FORMAT", o.import.format, "untc: a status table of the UN Treaty Collection as CSV; upr: UPR Info's recommendations, voluntary pledges and sessions as CSV; geo: a table of regions and their countries; csv: a spreadsheet by template, new or edited")->required();
  import->add_option("FILE", o.import.files, "files")->required();
  import->add_option("--speaker", o.import.speaker, "the stakeholder who says so; unless given, un-treaty-section, ohchr-upr, or whose page the rows name");
  import->add_option("--instrument", o.import.instrument, "untc: the treaty's id, such as opsc");
  import->add_flag("--all", o.import.all, "upr: also what is not about children, trafficking, treaties or plans of action");
  import->add_option("--region", o.import.region, "geo: the region's id, such as osce");
  import->add_option("--group", o.import.group, "geo: the Region_Code that is meant, such as UNICEF_EAP");
  import->add_option("--name", o.import.title, "geo: the region's name, unless as the file has it");
  import->add_option("--type", o.import.type, "csv: the event type, such as plan.adopted");
  import->add_option("--reason", o.import.reason, "csv: why rows that were told before are corrected")->capture_default_str();
  import->callback([&] { chosen = [&] { return o.import.format == "csv" ? import_csv(o.where, o.import) : import_files(o.where, o.import); }; });
  auto* spreadsheet = app.add_subcommand("template", "the spreadsheet of an event type, with a guide to its columns");
  reach(spreadsheet, o.where);
  spreadsheet->add_option("TYPE", o.spreadsheet.type, "such as plan.adopted")->required();
  auto* filled = spreadsheet->add_flag("--filled", o.spreadsheet.filled, "with what was told, as it stands: edit it and give it to rollcall import csv");
  spreadsheet->add_option("--country", o.spreadsheet.country, "only what is about this country (alpha-3)")->needs(filled);
  spreadsheet->add_option("--region", o.spreadsheet.region, "only what is about this region or its countries")->needs(filled);
  spreadsheet->add_option("--actor", o.spreadsheet.actor, "only what this stakeholder told")->needs(filled);
  spreadsheet->callback([&] { chosen = [&] { return template_of(o.where, o.spreadsheet); }; });
}

void add_checking_commands(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* digest = app.add_subcommand("digest", "a read model's version, position and digest");
  reach(digest, o.where);
  digest->add_option("--model", o.model, "the read model")->required();
  digest->callback([&] { chosen = [&] { return rollcall::cli::digest(o.where, o.model); }; });
  auto* replay = app.add_subcommand("replay", "rebuilds a read model aside, from the ledger alone, and prints its digest");
  reach(replay, o.where);
  replay->add_option("--model", o.model, "the read model")->required();
  option(replay, "kafka", o.kafka, "brokers, HOST:PORT,…, to read the ledger there");
  reach_kafka(replay, o);
  replay->add_option("--to", o.to, "stop at P:SEQ,…");
  replay->add_option("--out", o.out, "keep the rows in this folder");
  replay->callback([&] { chosen = [&] { return take_log(o) ? rollcall::cli::replay(o.where, o.instance, o.model, o.to, o.out) : kWrongUsage; }; });
}

void add_pack(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* command = app.add_subcommand("pack", "a meeting pack: what a secretariat hands out, the same bytes whenever it is made");
  option(command, "url", o.where.url, "the server's address");
  command->add_option("--data", o.where.data, "or a data folder, no server running on it");  // not by ROLLCALL_DATA, which is a server's
  command->add_option("MEETING", o.pack.meeting.value, "the meeting's id")->required();
  command->add_option("--format", o.format, "html, xlsx, csv (a zip of them), json, or manifest: the hash of each")->default_val("html");
  command->add_option("--at", o.pack.at, "by what the ledger held at P:SEQ,…; now unless given");
  command->add_option("--as-of", o.pack.as_of, "as it stood on this day; the meeting's last, or today while that lies ahead");
  command->add_option("--region", o.pack.region, "the scorecard of this region; the meeting's own unless given");
  command->add_option("--out", o.out, "the file; standard output unless given");
  command->callback([&] { chosen = [&] { return make_pack(o.where, o.pack, o.format, o.out); }; });
}

void add_transfer(CLI::App& app, Options& o, std::function<int()>& chosen) {
  const auto where_log = [&](CLI::App* command) {
    option(command, "data", o.where.data, "data folder of an embedded log, no server running on it");
    option(command, "kafka", o.kafka, "brokers, HOST:PORT,…");
    reach_kafka(command, o), keep_secrets(command, o);
    command->add_flag("--json", o.where.json, "print JSON");
  };
  const auto run = [&](const std::function<int()>& work) {
    if (o.kafka.empty() && o.where.data.empty()) return std::fprintf(stderr, "rollcall: give --data of an embedded log, or --kafka\n"), static_cast<int>(kWrongUsage);
    return take_log(o) ? work() : kWrongUsage;
  };
  auto* out = app.add_subcommand("export", "the ledger into a folder: its records as lines, under a signed manifest");
  where_log(out);
  out->add_option("--to", o.to, "the folder")->required();
  out->add_flag("--with-keys", o.with_keys, "the wrapped keys of contacts too: whoever has them and the master key can read contacts, erased later or not");
  out->callback([&, run] { chosen = [&, run] { return run([&] { return export_to(o.where, o.instance, o.to, o.with_keys); }); }; });
  auto* in = app.add_subcommand("load", "an export into an empty log, byte for byte");
  where_log(in);
  in->add_option("DIR", o.file, "the export's folder")->required();
  in->add_option("--verifier", o.verifier, "the key that must have signed it; unless given, the folder's own verifier.txt");
  in->callback([&, run] { chosen = [&, run] { return run([&] { return load_from(o.where, o.instance, o.file, o.verifier); }); }; });
}

void add_rebuild(CLI::App& admin, Options& o, std::function<int()>& chosen) {
  const auto of_model = [&](const std::string& name, const std::string& help, std::function<int()> work) {
    auto* command = admin.add_subcommand(name, help);
    reach(command, o.where);
    command->add_option("--model", o.model, "the read model")->required();
    command->callback([&chosen, work] { chosen = work; });
    return command;
  };
  auto* rebuild = of_model("rebuild", "builds a read model anew beside the one that serves, checks its digest, and switches", [&o] { return admin_rebuild(o.where, o.model, o.to, o.expect, o.trust); });
  auto* expect = rebuild->add_option("--expect", o.expect, "the digest it must have at --to, as rollcall replay --to tells it; unless given, that of the one that serves");
  auto* to = rebuild->add_option("--to", o.to, "P:SEQ,…")->needs(expect);
  expect->needs(to);
  rebuild->add_flag("--trust", o.trust, "switch whatever the digest");
  of_model("switch", "switches back to what served before", [&o] { return admin_switch(o.where, o.model); });
  of_model("drop", "removes what served before", [&o] { return admin_drop(o.where, o.model); });
}

void add_admin(CLI::App& app, Options& o, std::function<int()>& chosen) {
  auto* admin = app.add_subcommand("admin", "the registrar's work")->require_subcommand(1);
  auto* credential = admin->add_subcommand("credential", "issues a token to a stakeholder, or revokes one with --revoke");
  reach(credential, o.where);
  credential->add_option("STAKEHOLDER", o.stakeholder, "its id")->required();
  credential->add_option("--expires", o.expires, "a date");
  credential->add_option("--duty", o.duty, "where two people are wanted: prepare, or approve; without it whoever holds the token submits alone")->check(CLI::IsMember({"prepare", "approve"}));
  credential->add_option("--revoke", o.credential, "the credential's id");
  credential->callback([&] { chosen = [&] { return o.credential.empty() ? admin_credential(o.where, o.stakeholder, o.expires, o.duty) : admin_revoke(o.where, o.stakeholder, o.credential); }; });
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
  add_rebuild(*admin, o, chosen);
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
  add_services(app, options, chosen);
  add_partner_commands(app, options, chosen);
  add_checking_commands(app, options, chosen);
  add_pack(app, options, chosen);
  add_transfer(app, options, chosen);
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
