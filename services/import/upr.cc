// See upr.h.
#include "services/import/upr.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "events/hash.h"
#include "events/text.h"
#include "services/import/table.h"
#include "services/import/upr_words.h"

namespace rollcall::import {
namespace {
using events::RecommendationReceived;
using events::Response;

// Where each session of the working group closed (ohchr.org, "Calendar of reviews").
constexpr std::array<std::string_view, 20> kClosed{"2008-04", "2008-05", "2008-12", "2009-02", "2009-05", "2009-12", "2010-02", "2010-05", "2010-11", "2011-02",
                                                   "2011-05", "2011-10", "2012-06", "2012-11", "2013-02", "2013-05", "2013-11", "2014-02", "2014-05", "2014-11"};

struct Answer { std::string_view word; Response response; };
constexpr std::array<Answer, 13> kAnswers{{{"accepted", Response::accepted}, {"supported", Response::accepted}, {"partially accepted", Response::partly_accepted},
    {"accepted in part", Response::partly_accepted}, {"noted", Response::noted}, {"rejected", Response::rejected}, {"pending", Response::pending},
    {"no response", Response::no_response}, {"general response", Response::general_response}, {"no clear position", Response::no_clear_position},
    {"no clear response", Response::no_clear_position}, {"voluntary pledge", Response::voluntary_pledge}, {"voluntary commitment", Response::voluntary_pledge}}};

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view csv, const UprReading& reading, std::map<std::string, std::string>& taken)
      : table_(csv, {"To", "Text", "Response", "Session"}), reading_(reading), taken_(taken) {}

  Import read() {
    for (const auto& row : table_.rows()) take(row);
    out_.problems = table_.take_problems();
    return std::move(out_);
  }

 private:
  void take(const csv::CsvRecord& row) {
    const auto cell = [&](std::string_view column) { return table_.cell(row, column); };
    const auto wrong = [&](std::string_view column, std::string sentence) { table_.problem(row.line, column, cell(column), std::move(sentence)); };
    RecommendationReceived act;
    act.mechanism.value = "UPR";
    act.text.value = cell("Text");
    take_issues(cell("Issue"), act);
    if (!reading_.all && !is_relevant(act.issues, act.text.value)) return;
    const auto* state = reading_.names.find(cell("To"));
    if (!state) return wrong("To", cell("To").empty() ? "no state under review is named: add it" : reading_.names.why_unknown(cell("To")));
    if (act.text.value.empty()) return wrong("Text", "the recommendation has no text: add it or leave the line out");
    const auto session = number_of(cell("Session"));
    const auto closed = session ? upr_session_closed(*session) : std::nullopt;
    if (!closed) return wrong("Session", "give the number of the working group's session, 1 to " + std::to_string(kClosed.size()));
    if (const auto known = reading_.sessions.find(state->country); !reading_.sessions.empty() && (known == reading_.sessions.end() || !known->second.count(*session)))
      return wrong("Session", "the table of sessions has no review of " + state->country.value + " in this session: correct one of the two");
    const auto answer = std::find_if(kAnswers.begin(), kAnswers.end(), [word = normalised(cell("Response"))](const Answer& a) { return a.word == word; });
    if (answer == kAnswers.end()) return wrong("Response", "this answer has no meaning here: write Accepted, Noted, Rejected, Pending, No Response, General Response, No Clear Position or Voluntary Pledge");
    act.response = answer->response;
    act.session = events::Text{std::to_string(*session)};
    act.received_on = *closed;
    take_recommender(row, act);
    if (const auto action = cell("Action"); !action.empty()) {
      act.action_category = number_of(action);
      if (act.action_category.value_or(0) < 1 || act.action_category.value_or(0) > 5) wrong("Action", "left out: a category of action is a number from 1 to 5"), act.action_category.reset();
    }
    for (const auto& treaty : asked_to_ratify(act.text.value)) take_promises(treaty, *state, act);
    add(row, *state, std::move(act));
  }

  // A recommender that the source itself doesn't know is left out; a name that the registry doesn't is kept as written.
  void take_recommender(const csv::CsvRecord& row, RecommendationReceived& act) {
    const auto written = table_.cell(row, "From");
    if (written.empty() || normalised(written) == "unknown") return;
    if (const auto* from = reading_.names.find(written)) return void(act.from_country = from->country);
    act.from = events::Text{std::string(events::cut(written, events::kMaxText))};
    table_.problem(row.line, "From", written, "kept as a name, not as a state: " + reading_.names.why_unknown(written));
  }

  static void take_issues(std::string_view list, RecommendationReceived& act) {
    while (!list.empty() && act.issues.size() < events::kMaxList) {
      const auto end = std::min(list.find(','), list.size());
      if (const auto issue = trimmed(list.substr(0, end)); !issue.empty()) act.issues.push_back({std::string(events::cut(issue, events::kMaxText))});
      list.remove_prefix(std::min(end + 1, list.size()));
    }
  }

  void take_promises(const events::InstrumentId& treaty, const events::CountryRegistered& state, RecommendationReceived& act) const {
    for (const auto& promise : reading_.promises) {
      const bool kept_by_it = promise.treaties.count(treaty) > 0 && (!promise.states || promise.states->count(state.country) > 0);
      if (kept_by_it && std::find(act.commitments.begin(), act.commitments.end(), promise.commitment) == act.commitments.end()) act.commitments.push_back(promise.commitment);
    }
  }

  void add(const csv::CsvRecord& row, const events::CountryRegistered& state, RecommendationReceived act) {
    const auto from = act.from_country ? act.from_country->value : act.from ? act.from->value : std::string();
    const auto key = act.session->value + '\n' + state.country.value + '\n' + from + '\n' + act.text.value;
    auto id = "upr/" + act.session->value + "/" + state.country.value + "/" + events::base64url(events::bytes_of(events::sha256(key))).substr(0, 16);
    constexpr std::string_view kCut = " […]";
    if (act.text.value.size() > events::kMaxText) {
      table_.problem(row.line, "Text", std::string(events::cut(act.text.value, 100)), "taken, but a text holds at most " + std::to_string(events::kMaxText) + " bytes: its end is left out");
      act.text.value = std::string(events::cut(act.text.value, events::kMaxText - kCut.size()));
      act.text.value.resize(std::max<std::size_t>(1, std::min(act.text.value.size(), act.text.value.find_last_of(' '))));
      act.text.value += kCut;
    }
    std::sort(act.commitments.begin(), act.commitments.end());
    const auto on = act.received_on;
    auto event = event_of(act, std::move(id), reading_.source, events::subject_of(state.country).value, on);
    const auto [earlier, first] = taken_.emplace(event.id, event.data);
    if (first) out_.events.push_back(std::move(event));
    else if (earlier->second != event.data) table_.problem(row.line, "", std::string(events::cut(act.text.value, 100)), "an earlier line has the same recommendation with other particulars, and was taken: keep one of the two");
  }

  Table table_;
  const UprReading& reading_;
  std::map<std::string, std::string>& taken_;
  Import out_;
};

}  // namespace

std::optional<events::PartialDate> upr_session_closed(int session) {
  if (session < 1 || session > static_cast<int>(kClosed.size())) return std::nullopt;
  return events::PartialDate::parse(kClosed[static_cast<std::size_t>(session) - 1]);
}

bool is_upr_sessions(std::string_view csv) {
  const Table table(csv.substr(0, csv.find_first_of("\r\n")), {});
  return table.has("To") && table.has("Session") && !table.has("Text");
}

std::vector<Problem> read_upr_sessions(std::string_view csv, const CountryNames& names, UprSessions& out) {
  Table table(csv, {"To", "Session"});
  for (const auto& row : table.rows()) {
    const auto* state = names.find(table.cell(row, "To"));
    const auto session = number_of(table.cell(row, "Session"));
    if (!state) table.problem(row.line, "To", table.cell(row, "To"), names.why_unknown(table.cell(row, "To")));
    else if (!session) table.problem(row.line, "Session", table.cell(row, "Session"), "give the session's number");
    else out[state->country].insert(*session);
  }
  return table.take_problems();
}

Import read_upr(std::string_view csv, const UprReading& reading, std::map<std::string, std::string>& taken) { return Reader(csv, reading, taken).read(); }

}  // namespace rollcall::import
