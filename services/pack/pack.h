// A meeting pack: what a secretariat hands out, and can make again years later with the same bytes. It is pinned to a
// position of the ledger and a day in the world, and is made of nothing but the read models' answers to questions pinned to
// those two (pack/gather), so it is the same whether they are asked in this process or over HTTP, and after any replay.
// No clock, no locale, no machine: what a file holds comes from the answers alone.
//
//   gather   ask the models                          html, xlsx, csv, json   write the same tables in four forms
//   tables   what the answers say, as tables         manifest                the hash of each, and what they were made of
#pragma once

#include <functional>

#include "events/error.h"
#include "projections/model.h"

namespace rollcall::pack {

// Puts a question to the read model that has the route, as the public (nobody is signed in, so no contact is ever opened).
// The answer's header Rollcall-Position says where it stands, Rollcall-Model who answered.
using Ask = std::function<projections::Answer(const std::string& pattern, const projections::Question& question)>;
// "/v1/regions/asean/scorecard?as_of=2003-11-06": the question as a request's target. Parameters in the order of their names.
std::string target_of(const std::string& pattern, const projections::Question& question);

struct Order {
  events::MeetingId meeting;
  std::string at;      // a position vector; "": where the meetings model stands now
  std::string as_of;   // a date; "": the meeting's last day, or today while that lies ahead
  std::string region;  // "": the meeting's own; without one, those of its frameworks
};

struct Piece {  // a question and its answer
  std::string name;      // "scorecard/shore/promise": unique in a pack
  std::string question;  // its target
  std::string model;     // "scorecard/2"
  std::string body;      // JSON
};

struct Gathered {
  Order pinned;  // everything said
  std::vector<Piece> pieces;
};
// A problem as the models told it, or one of the order's own.
tl::expected<Gathered, projections::Answer> gather(const Ask& ask, const Order& order);

enum class Format { html, xlsx, csv, json, manifest };
std::optional<Format> format_of(std::string_view name);

struct File {
  std::string name, content_type, bytes;
};
events::Expected<File> make(const Gathered& gathered, Format format);

}  // namespace rollcall::pack
