// The lane's rules as tables, and ledger records as bytes.
#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "events/lane.h"

using namespace rollcall::events;

namespace {

struct Step {
  const char* what;  // "fence" or "record"
  std::uint64_t epoch;
  const char* nonce;
  std::uint64_t sequence, inbox;  // of a record
  std::int64_t recorded;
  const char* then;  // "fence", "valid", "void", or a part of the reason to halt
  const char* house = "inbox-1";  // of a fence
};
Step fence(std::uint64_t epoch, const char* nonce, const char* then, const char* house = "inbox-1") { return {"fence", epoch, nonce, 0, 0, 0, then, house}; }
Step record(std::uint64_t epoch, const char* nonce, std::uint64_t sequence, std::uint64_t inbox, const char* then, std::int64_t recorded = 5) { return {"record", epoch, nonce, sequence, inbox, recorded, then}; }

std::string bytes_of(const Step& s) {
  if (std::string(s.what) == "fence") return write_fence({{s.epoch}, s.nonce, s.house}, {1}, Instant{});
  return write_repeated({"s", "i", "t", "country/ROU"}, {{s.sequence}, {s.recorded}, {s.epoch}, s.nonce, {s.inbox}, 3, "actor", "hash"}, {{1}, {0}});
}

void check(const char* name, const std::vector<Step>& steps) {
  Lane lane;
  JsonParser parser;
  int n = 0;
  for (const auto& s : steps) {
    INFO(name << ", step " << n++);
    const auto bytes = bytes_of(s);
    const auto verdict = lane.read(read_record(parser, bytes).value());
    const std::string then = s.then;
    if (!verdict) {
      INFO(verdict.error().detail);
      CHECK(verdict.error().detail.find(then) != std::string::npos);
      CHECK(verdict.error().detail.find("integrity: ") == 0);
      return;
    }
    CHECK((*verdict == Verdict::fence ? "fence" : *verdict == Verdict::valid ? "valid" : "void") == then);
  }
}

}  // namespace

TEST_CASE("a fence is valid iff its epoch is higher than the current one", "[unit]") {
  check("rising", {fence(1, "a", "fence"), fence(2, "b", "fence"), fence(7, "c", "fence")});
  check("the same again, or lower", {fence(2, "a", "fence"), fence(2, "b", "void"), fence(1, "c", "void"), fence(0, "d", "void")});
  check("of equal ones the first", {fence(1, "a", "fence"), fence(1, "b", "void"), record(1, "b", 0, 0, "void"), record(1, "a", 0, 0, "valid")});
  check("epoch 0 is none", {fence(0, "a", "void"), record(0, "a", 0, 0, "void")});
}

TEST_CASE("a record counts iff its epoch and nonce are the last valid fence's", "[unit]") {
  check("before any fence", {record(1, "a", 0, 0, "void"), fence(1, "a", "fence"), record(1, "a", 0, 0, "valid")});
  check("of an old epoch", {fence(1, "a", "fence"), record(1, "a", 0, 0, "valid"), fence(2, "b", "fence"), record(1, "a", 1, 1, "void"), record(2, "b", 1, 1, "valid")});
  check("of a coming epoch", {fence(1, "a", "fence"), record(2, "b", 0, 0, "void"), record(1, "a", 0, 0, "valid")});
  check("right epoch, wrong nonce", {fence(1, "a", "fence"), record(1, "b", 0, 0, "void")});
  check("right nonce, wrong epoch", {fence(1, "a", "fence"), fence(2, "b", "fence"), record(1, "b", 0, 0, "void"), record(2, "a", 0, 0, "void")});
  check("after a void fence the owner's still count", {fence(2, "a", "fence"), fence(1, "b", "void"), record(2, "a", 0, 0, "valid")});
  check("a void record's numbers don't matter", {fence(1, "a", "fence"), record(1, "z", 99, 0, "void"), record(1, "a", 0, 5, "valid"), record(1, "z", 0, 0, "void"), record(1, "a", 1, 6, "valid")});
}

TEST_CASE("within the valid records a gap, a repeat, or what goes back halts", "[unit]") {
  const auto a = fence(1, "a", "fence");
  check("a gap at the start", {a, record(1, "a", 1, 0, "sequence 0 was due")});
  check("a gap", {a, record(1, "a", 0, 0, "valid"), record(1, "a", 2, 1, "sequence 1 was due at sequence 2, epoch 1")});
  check("a repeat", {a, record(1, "a", 0, 0, "valid"), record(1, "a", 0, 1, "sequence 1 was due")});
  check("an inbox offset again", {a, record(1, "a", 0, 4, "valid"), record(1, "a", 1, 4, "the inbox offset goes back to 4")});
  check("an inbox offset before", {a, record(1, "a", 0, 4, "valid"), record(1, "a", 1, 3, "the inbox offset goes back to 3")});
  check("an inbox offset skipped", {a, record(1, "a", 0, 4, "valid"), record(1, "a", 1, 9, "valid")});
  check("a time before", {a, record(1, "a", 0, 0, "valid", 5), record(1, "a", 1, 1, "recordedtime goes back", 4)});
  check("a time again", {a, record(1, "a", 0, 0, "valid", 5), record(1, "a", 1, 1, "valid", 5)});
  check("across a takeover, too", {a, record(1, "a", 0, 4, "valid"), fence(2, "b", "fence"), record(2, "b", 1, 4, "the inbox offset goes back")});
  check("and the sequence goes on", {a, record(1, "a", 0, 4, "valid"), fence(2, "b", "fence"), record(2, "b", 0, 5, "sequence 1 was due")});
}

TEST_CASE("offsets are compared within one inbox only", "[unit]") {
  check("moved", {fence(1, "a", "fence"), record(1, "a", 0, 900, "valid"), fence(2, "b", "fence", "inbox-2"), record(2, "b", 1, 0, "valid"), record(2, "b", 2, 0, "the inbox offset goes back")});
  check("a void fence moves nothing", {fence(1, "a", "fence"), record(1, "a", 0, 900, "valid"), fence(1, "b", "void", "inbox-2"), record(1, "a", 1, 0, "the inbox offset goes back")});
  check("time does not start anew", {fence(1, "a", "fence"), record(1, "a", 0, 0, "valid", 9), fence(2, "b", "fence", "inbox-2"), record(2, "b", 1, 0, "recordedtime goes back", 8)});
}

TEST_CASE("a lane's state says what to go on with, and a lane goes on from it", "[unit]") {
  Lane lane;
  JsonParser parser;
  for (const auto& s : {fence(3, "n", ""), record(3, "n", 0, 7, "", 5), record(2, "o", 0, 7, "")}) {
    const auto bytes = bytes_of(s);
    REQUIRE(lane.read(read_record(parser, bytes).value()));
  }
  const auto& state = lane.state();
  CHECK(state.epoch.value == 3);
  CHECK(state.nonce == "n");
  CHECK(state.inbox == "inbox-1");
  CHECK(state.next_sequence == 1);
  CHECK(state.next_inbox == 8);
  CHECK(state.recorded.ms == 5);
  CHECK(state.voids == 1);
  Lane again(state);
  const auto next = bytes_of(record(3, "n", 1, 8, ""));
  CHECK(again.read(read_record(parser, next).value()).value() == Verdict::valid);
}

TEST_CASE("an entry of a lane is read with its verdict, and what can't be trusted is named by its place", "[unit]") {
  Lane lane;
  JsonParser parser;
  const auto read = [&](std::uint64_t offset, const std::string& bytes) { return read_entry(lane, parser, {4}, {{offset}, {}, {}, bytes, {}}); };
  const auto fenced = bytes_of(fence(1, "a", "")), first = bytes_of(record(1, "a", 0, 0, "")), gap = bytes_of(record(1, "a", 2, 1, ""));
  CHECK(read(0, fenced)->verdict == Verdict::fence);
  const auto valid = read(1, first);
  REQUIRE(valid);
  CHECK(valid->verdict == Verdict::valid);
  CHECK(valid->record.bytes == first);
  for (const auto& [bytes, text] : {std::pair(gap, "ledger lane 4, offset 2: integrity: sequence 1 was due"), std::pair(std::string("{}"), "ledger lane 4, offset 2: integrity: a ledger record lacks a mark")}) {
    const auto error = read(2, bytes).error();
    CHECK(error.detail.find(text) == 0);
    CHECK(error.code == ErrorCode::integrity);
  }
}

TEST_CASE("whatever owners do, valid sequences are gapless from 0, and any cut of the reading changes nothing", "[unit]") {
  CHECK(rc::check([] {
    // Owners fence now and then and append, some of it late; each believes only in what it knew when it fenced.
    struct Owner { std::uint64_t epoch = 0, sequence = 0, inbox = 0; std::string nonce; };
    std::vector<Owner> owners(3);
    std::vector<std::string> log;
    Lane lane, cut;
    JsonParser parser;
    std::uint64_t wanted = 0;
    const auto choices = *rc::gen::container<std::vector<unsigned>>(rc::gen::inRange(0u, 100u));
    for (const auto c : choices) {
      auto& o = owners[c % 3];
      std::string bytes;
      if (c / 3 % 4 == 0 || o.epoch == 0) {
        o = {lane.state().epoch.value + 1, lane.state().next_sequence, lane.state().next_inbox, "n" + std::to_string(log.size())};
        bytes = write_fence({{o.epoch}, o.nonce, "inbox"}, {1}, Instant{});
      } else {
        bytes = bytes_of(record(o.epoch, o.nonce.c_str(), o.sequence, o.inbox, ""));
        ++o.sequence, ++o.inbox;
      }
      log.push_back(bytes);
      const auto r = read_record(parser, bytes).value();
      const auto verdict = lane.read(r);
      RC_ASSERT(verdict.has_value());
      if (*verdict == Verdict::valid) RC_ASSERT(r.sequence.value == wanted++);
      if (c % 5 == 0) cut = Lane(cut.state());
      RC_ASSERT(cut.read(r).value() == *verdict);
    }
    RC_ASSERT(lane.state().next_sequence == wanted && lane.state().next_inbox == wanted);
  }));
}

TEST_CASE("an admitted record comes back as it was written", "[unit]") {
  CloudEvent e{"opsc/ROU/\"é\"", "https://rollcall.example/stakeholders/x", "org.rollcall.treaty.ratified.v1", "country/ROU", "2001-10-18T00:00:00Z", "application/json", "https://s", {{"note", "a\\b"}}, R"({"a":1})"};
  const Marks marks{{42}, Instant::parse("2026-11-22T08:15:30.123Z").value(), {7}, "nonce", {1289}, 57, "un-treaty-section", "hash"};
  const auto bytes = write_admitted(e, marks, Standing::monitor);
  CHECK(bytes == R"({"specversion":"1.0","id":"opsc/ROU/\"é\"","source":"https://rollcall.example/stakeholders/x","type":"org.rollcall.treaty.ratified.v1","subject":"country/ROU","time":"2001-10-18T00:00:00Z",)"
                 R"("datacontenttype":"application/json","dataschema":"https://s","note":"a\\b","sequence":"00000000000000000042","recordedtime":"2026-11-22T08:15:30.123Z","partitionkey":"country/ROU",)"
                 R"("rollcallactor":"un-treaty-section","rollcallstanding":"monitor","rollcallepoch":"7","rollcallnonce":"nonce","rollcallinbox":"1289","rollcallregistry":"57","rollcallpayload":"hash","data":{"a":1}})");
  JsonParser parser;
  const auto r = read_record(parser, bytes).value();
  CHECK(r.kind == RecordKind::admitted);
  CHECK(r.bytes == bytes);
  CHECK((r.id == e.id && r.source == e.source && r.type == e.type && r.subject == e.subject && r.time == e.time));
  CHECK((r.sequence.value == 42 && r.recorded == marks.recorded && r.epoch.value == 7 && r.nonce == "nonce" && r.inbox.value == 1289 && r.registry == 57));
  CHECK((r.actor == marks.actor && r.payload == "hash" && r.standing == Standing::monitor));
  CHECK((r.submitted_id() == e.id && r.submitted_source() == e.source && r.submitted_type() == e.type));
}

TEST_CASE("a refusal and a repeat name the submission and the first place, a fence its inbox", "[unit]") {
  const Marks marks{{1}, {5}, {2}, "n", {3}, 4, "actor", "hash"};
  const Submitted submitted{"src", "the-id", "the.type", "country/ROU"};
  JsonParser parser;
  const auto refusal = write_refused(submitted, marks, {{Code::future_date, "/data/x", "wait \"a bit\"", "rule"}}, Place{{3}, {42}});
  auto r = read_record(parser, refusal).value();
  CHECK(r.kind == RecordKind::refused);
  CHECK((r.submitted_id() == "the-id" && r.submitted_source() == "src" && r.submitted_type() == "the.type" && r.subject == "country/ROU"));
  CHECK(string_or(r.data, "first") == "3:42");
  CHECK(simdjson::minify(r.data["reasons"]) == R"([{"code":"future_date","pointer":"/data/x","detail":"wait \"a bit\"","rule":"rule"}])");
  const auto repeat = write_repeated(submitted, marks, {{3}, {42}});
  r = read_record(parser, repeat).value();
  CHECK((r.kind == RecordKind::repeated && r.submitted_id() == "the-id" && string_or(r.data, "first") == "3:42"));
  const auto fenced = write_fence({{9}, "nonce", "topic-id"}, {3}, {5});
  r = read_record(parser, fenced).value();
  CHECK((r.kind == RecordKind::fence && r.epoch.value == 9 && r.nonce == "nonce" && string_or(r.data, "inbox") == "topic-id"));
  for (const auto& bytes : {refusal, repeat, fenced}) CHECK(bytes.find('\n') == std::string::npos);
}

TEST_CASE("a record that lacks a mark, or has one that is none, is refused", "[unit]") {
  const auto whole = write_repeated({"s", "i", "t", "country/ROU"}, {{1}, {5}, {2}, "n", {3}, 4, "actor", "hash"}, {{1}, {0}});
  JsonParser parser;
  REQUIRE(read_record(parser, whole));
  for (const auto* name : {"type", "sequence", "recordedtime", "rollcallepoch", "rollcallnonce", "rollcallinbox", "rollcallregistry", "rollcallpayload", "data"}) {
    INFO(name);
    auto without = whole;
    const auto at = without.find("\"" + std::string(name) + "\":");
    REQUIRE(at != without.npos);
    without.replace(at + 1, 1, "x");
    CHECK_FALSE(read_record(parser, without));
  }
  const std::pair<const char*, const char*> spoilt[] = {{"\"00000000000000000001\"", "\"1x\""}, {"\"00000000000000000001\"", "1"}, {"\"rollcallepoch\":\"2\"", "\"rollcallepoch\":\"-2\""},
                                                        {"\"rollcallinbox\":\"3\"", "\"rollcallinbox\":\"\""}, {"1970-01-01T00:00:00.005Z\",\"partition", "1970-01-01\",\"partition"}};
  for (const auto& [from, to] : spoilt) {
    INFO(to);
    auto bytes = whole;
    bytes.replace(bytes.find(from), std::string(from).size(), to);
    CHECK_FALSE(read_record(parser, bytes));
  }
  for (const auto* bytes : {"", "[]", "{", "7", "{}"}) CHECK_FALSE(read_record(parser, bytes));
}
