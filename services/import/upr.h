// The Universal Periodic Review's recommendations and voluntary pledges as UPR Info's database lists them, turned into
// recommendation.received events about the state under review (columns To, Text, From, Response, Action, Issue, Session;
// others are passed over). Pure, any thread.
//
// An event's id is a hash of session, state under review, recommender and text, and the data holds nothing of the file but
// the recommendation itself, so the same file twice, or two that overlap, give the same events. `received_on` is the month
// in which the review's session closed, which is when its reports were adopted.
#pragma once

#include <map>
#include <optional>
#include <set>

#include "services/import/country_names.h"
#include "services/import/import.h"

namespace rollcall::import {

// A commitment that is kept by ratifying treaties, and by whom.
struct RatificationPromise {
  events::CommitmentId commitment;
  std::set<events::InstrumentId> treaties;
  std::optional<std::set<events::CountryCode>> states;  // nothing: every state
};

// Who was reviewed in which sessions: a table with the columns To and Session and no Text.
using UprSessions = std::map<events::CountryCode, std::set<int>>;
bool is_upr_sessions(std::string_view csv);
std::vector<Problem> read_upr_sessions(std::string_view csv, const CountryNames& names, UprSessions& out);

struct UprReading {
  const CountryNames& names;
  std::string source;                              // the CloudEvents source of all events
  std::vector<RatificationPromise> promises = {};  // a recommendation bears on those whose treaty it plainly asks to ratify
  UprSessions sessions = {};                       // lines that contradict it are problems; empty: nothing to compare with
  bool all = false;                                // also what is not about children, trafficking, treaties or plans (upr_words.h)
};

// Takes UTF-8, Mac Roman and Windows-1252, and any line ends. `taken` holds what earlier files gave, id and data.
Import read_upr(std::string_view csv, const UprReading& reading, std::map<std::string, std::string>& taken);

// "2008-12": the month in which a session of the working group closed. Nothing for one that is not in the table (1 to 20).
std::optional<events::PartialDate> upr_session_closed(int session);

}  // namespace rollcall::import
