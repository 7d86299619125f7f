// Webhooks without a receiver: where they may go, how they are signed, when they are wanted, how long they wait.
#include <catch2/catch.hpp>
#include <fstream>
#include <stdlib.h>

#include "events/hash.h"
#include "services/webhooks/backoff.h"
#include "services/webhooks/config.h"
#include "services/webhooks/consent.h"
#include "services/webhooks/signature.h"
#include "tests/support/ledger_builder.h"

using namespace rollcall;
using namespace rollcall::webhooks;

TEST_CASE("addresses that are not public are told from those that are", "[unit]") {
  for (const std::string address : {"8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8"}) CHECK(is_public(address));
  for (const std::string address : {"127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "192.0.2.1",
                                    "198.18.0.1", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "2001:db8::1", "2002:7f00:1::", "2001::1", "64:ff9b::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "no address"}) {
    INFO(address);
    CHECK_FALSE(is_public(address));
  }
}

TEST_CASE("an address is taken apart, and one that hides something is refused", "[unit]") {
  const auto whole = parse_target("https://hooks.example.org/a/b?c=d").value();
  CHECK(whole.tls);
  CHECK((whole.host == "hooks.example.org" && whole.port == "443" && whole.path == "/a/b?c=d" && whole.authority == "hooks.example.org"));
  const auto plain = parse_target("http://[::1]:8080").value();
  CHECK_FALSE(plain.tls);
  CHECK((plain.host == "::1" && plain.port == "8080" && plain.path == "/" && plain.authority == "[::1]:8080"));
  CHECK(parse_target("https://h?x").value().path == "/?x");
  for (const std::string url : {"ftp://h/", "https://", "https://user@h/", "https://h/#f", "https://h:0x1/", "https://h:99999/", "https://h/ x", "https://h/\r\nX: y", "https://[::1/", "h", "https://h\\@e/"}) {
    INFO(url);
    CHECK_FALSE(parse_target(url));
  }
}

TEST_CASE("a message is signed as Standard Webhooks has it", "[unit]") {
  std::string key;
  REQUIRE(events::from_base64("plJ3nmyCDGBKInavdOK15jsl", key));
  CHECK(sign(key, "msg_loFOjxBNrRLzqYUf", "1731705121", R"({"event_type":"ping","data":{"success":true}})") == "v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=");
  CHECK(seconds_of({1731705121999}) == "1731705121");
  CHECK(read_secret("whsec_" + events::base64(std::string(32, 'k')) + "\n").value() == std::string(32, 'k'));
  CHECK_FALSE(read_secret(events::base64(std::string(32, 'k'))));
  CHECK_FALSE(read_secret("whsec_" + events::base64(std::string(8, 'k'))));
}

TEST_CASE("a receiver consents by name or to anyone, and may say how much it takes", "[unit]") {
  const auto answer = [](http::Headers headers, int status = 200) { return read_consent({status, std::move(headers), {}}, "rollcall.example"); };
  CHECK(answer({{"WebHook-Allowed-Origin", "Rollcall.Example"}, {"WebHook-Allowed-Rate", "120"}}).value().rate == 120);
  CHECK(answer({{"webhook-allowed-origin", "*"}, {"webhook-allowed-rate", "*"}}).value().rate == 0);
  CHECK(answer({{"WebHook-Allowed-Origin", "*"}}, 204).value().rate == 0);
  CHECK_FALSE(answer({{"WebHook-Allowed-Origin", "other.example"}}));
  CHECK_FALSE(answer({}));
  CHECK_FALSE(answer({{"WebHook-Allowed-Origin", "*"}}, 405));
  CHECK_FALSE(answer({{"WebHook-Allowed-Origin", "*"}, {"WebHook-Allowed-Rate", "0"}}));
  CHECK_FALSE(answer({{"WebHook-Allowed-Origin", "*"}, {"WebHook-Allowed-Rate", "many"}}));
}

TEST_CASE("the wait doubles up to an hour, and chance takes away up to a half", "[unit]") {
  using std::chrono::milliseconds;
  CHECK(wait_after(1, 0) == milliseconds(1000));
  CHECK(wait_after(2, 0) == milliseconds(2000));
  CHECK(wait_after(5, 0) == milliseconds(16000));
  CHECK(wait_after(13, 0) == milliseconds(3'600'000));
  CHECK(wait_after(4'000'000'000u, 0) == milliseconds(3'600'000));
  CHECK(wait_after(2, 0.999) > milliseconds(1000));
  CHECK(wait_after(2, 0.5) == milliseconds(1500));
}

TEST_CASE("an event is wanted by what it is about or names, its type and its teller", "[unit]") {
  tests::Ledger ledger(3);
  ledger.country("AAA");
  ledger.country("BBB");
  ledger.append("region.defined", "region/r", R"({"region":"r","names":{"en":"R"}})");
  ledger.append("membership.started", "region/r", R"({"region":"r","countries":["AAA"],"from":"2003"})");
  ledger.append({"plan.adopted", "country/AAA", R"({"title":"P","scope":"national","adopted_on":"2002","covers":["f"]})", "gov"});
  ledger.append({"programme.started", "organisation/o", R"({"title":"P","activities":["rescue"],"countries":["BBB"],"started_on":"2002"})", "ngo"});
  projections::Registry registry;
  events::JsonParser parser;
  for (const auto& e : ledger.lane(0)) registry.apply(events::read_record(parser, e.bytes).value());
  const auto today = events::PartialDate::parse("2004-01-01")->earliest();
  const auto wanted = [&](const Filter& filter, events::Day day) {
    std::string out;
    for (const auto& e : ledger.entries())
      if (matches(filter, events::read_record(parser, e.bytes).value(), projections::RegistryView(registry), day)) (out += out.empty() ? "" : " ") += e.place.text();
    return out;
  };
  const auto plan = ledger.entries()[4].place.text(), programme = ledger.entries()[5].place.text();
  CHECK(wanted({}, today) == "0:0 0:1 0:2 0:3 " + plan + " " + programme);
  CHECK(wanted({.types = {"plan.adopted"}}, today) == plan);
  CHECK(wanted({.actors = {"ngo"}}, today) == programme);
  CHECK(wanted({.frameworks = {"f"}}, today) == plan);
  CHECK(wanted({.countries = {"BBB"}}, today) == "0:1 " + programme);
  CHECK(wanted({.regions = {"r"}}, today) == "0:0 0:2 0:3 " + plan);
  CHECK(wanted({.regions = {"r"}}, events::PartialDate::parse("2002-01-01")->earliest()) == "0:2 0:3");
  CHECK(wanted({.countries = {"BBB"}, .types = {"plan.adopted"}}, today).empty());
}

namespace {

struct Files {
  Files() {
    std::string name = (std::filesystem::temp_directory_path() / "rollcall-webhooks-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for the test");
    path = name;
    write("secret", "whsec_" + events::base64(std::string(32, 'k')) + "\n");
  }
  ~Files() { std::filesystem::remove_all(path); }
  std::filesystem::path write(const std::string& name, const std::string& text) {
    std::ofstream(path / name) << text;
    return path / name;
  }
  // The configuration of one subscription with these members beside its name and secret; its error's text.
  events::Expected<Config> read(const std::string& members, bool allow_private = false) {
    return read_config(write("webhooks.json", R"({"subscriptions":[{"name":"one","secret_file":")" + (path / "secret").string() + "\"," + members + "}]}"), allow_private);
  }
  std::filesystem::path path;
};

}  // namespace

TEST_CASE("the file of subscriptions is read strictly, and says what is wrong with it", "[unit]") {
  Files files;
  const auto good = files.read(R"("url":"https://h.example/x","filter":{"regions":["r"],"types":["plan.adopted"]},"from":"0:57,3:42","reminders":{"within":30})").value();
  const auto& one = good.subscriptions.at(0);
  CHECK((one.name == "one" && one.key == std::string(32, 'k') && one.events && one.from->text() == "0:57,3:42" && one.remind_within == 30));
  CHECK(one.filter.regions.count("r") == 1);
  CHECK(good.origin == "rollcall.example");
  CHECK_FALSE(files.read(R"("url":"https://h.example")").value().subscriptions[0].from);
  CHECK(files.read(R"("url":"https://h.example","from":"start")").value().subscriptions[0].from->text().empty());
  CHECK(files.read(R"("url":"http://h.example")").error().detail.find("--webhooks-private") != std::string::npos);
  CHECK(files.read(R"("url":"http://h.example")", true));
  CHECK(files.read(R"("url":"https://h.example","filter":{"types":["plan.adoptd"]})").error().detail.find("filter.types") != std::string::npos);
  CHECK(files.read(R"("url":"https://h.example","fitler":{})").error().detail.find("fitler") != std::string::npos);
  CHECK_FALSE(files.read(R"("url":"https://h.example","reminders":{"within":0})"));
  CHECK_FALSE(files.read(R"("url":"https://h.example","from":"yesterday")"));
  CHECK_FALSE(read_config(files.path / "none.json", false));
}
