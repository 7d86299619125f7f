// What one body of POST /v1/events brings, and the ways that it can go: into the inbox, among the drafts, or only rehearsed.
#pragma once

#include "services/gateway/gateway.h"

namespace rollcall::gateway {

// One event of the request: whose answer is known already ("" until it is), and its name until then.
struct Entry {
  std::string source, id;
  std::size_t line = 0;  // of a spreadsheet; 0: not of one
  std::string answer;

  void set(std::string json) { answer = line ? "{\"line\":" + std::to_string(line) + "," + json.substr(1) : std::move(json); }
  // Of a spreadsheet's row the reasons name the column, too.
  void set(const Outcome& outcome);
  void set(const Rehearsed& rehearsed);
};

// Its events, told of or ready to hand in. `ready[i]` belongs to `entries[at[i]]`.
struct Brought {
  Keys::For purpose = Keys::For::keeping;
  std::vector<Entry> entries;
  std::vector<HandIn> ready;
  std::vector<std::size_t> at;
  std::vector<std::pair<std::size_t, Outcome>> known;

  // Nothing, or why the event can't be taken.
  events::Reasons take(const Ports& ports, const events::CloudEvent& event, const events::StakeholderId& actor, std::size_t line);
};

// Each answers the stream: with a list, or as the only event's own answer.
void hand_in(const std::shared_ptr<const Ports>& ports, Brought brought, bool list, const http::Request& request, const events::StakeholderId& actor, const std::shared_ptr<http::Stream>& stream);
void rehearse(const Ports& ports, Brought brought, bool list, const events::StakeholderId& actor, http::Stream& stream);
void keep_drafts(const Ports& ports, Brought brought, bool list, const Caller& caller, http::Stream& stream);
std::string list_json(const std::vector<Entry>& entries);  // those that are not decided yet are told as pending

}  // namespace rollcall::gateway
