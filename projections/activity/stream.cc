// What happened, as it lands: the pieces of GET /v1/activity/stream.
#include <algorithm>

#include "projections/activity/entry.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

constexpr std::size_t kPiece = 100;  // entries looked at for one piece

std::string data_of(const Found& found, const RegistryView& registry) {
  rapidjson::StringBuffer buffer;
  JsonWriter w(buffer);
  write_found(w, found, registry);
  return std::string(buffer.GetString(), buffer.GetSize());
}

// A client that comes again goes on where it was; a new one begins now, or where its `since` says.
tl::expected<Position, Answer> begin(const Context& context, const Question& question) {
  for (const std::string name : {"known_at", "until", "cursor"})
    if (!question.param(name).empty()) return tl::unexpected(problem(400, "not_for_streams", "a stream has no end: leave out " + name));
  const auto asked = read_asked(context, question);
  if (!asked) return tl::unexpected(asked.error());
  if (const auto last = question.param("last_event_id"); !last.empty()) {
    auto position = Position::parse(last);
    if (!position) return tl::unexpected(problem(400, "bad_last_event_id", "send Last-Event-ID as the stream gave it, such as 0:57,3:42"));
    return std::move(*position);
  }
  if (asked->wanted.beyond) return *asked->wanted.beyond;
  return asked->wanted.from ? Position() : context.position;
}

LivePiece next(const Context& context, const Question& question, const Position& after) {
  LivePiece piece{{}, after, false};
  const auto asked = read_asked(context, question);
  if (!asked) return piece;  // begin() said so; and what was there stays
  std::vector<At> places;
  for (const auto& [lane, last] : context.position.lanes()) {
    const auto of_lane = read_places(context.rows, {lane, {after.count(lane)}}, kPiece);
    places.insert(places.end(), of_lane.begin(), of_lane.end());
    piece.more = piece.more || of_lane.size() == kPiece;
  }
  std::sort(places.begin(), places.end(), [](const At& a, const At& b) { return std::pair(a.recorded, a.place) < std::pair(b.recorded, b.place); });
  if (places.size() > kPiece) places.resize(kPiece), piece.more = true;
  for (const auto& at : places) {
    piece.at.advance(at.place);
    auto entry = read_entry(context.rows, at.key());
    if (!entry) continue;
    if (const auto found = look_at(context.rows, *asked, std::move(*entry))) piece.events.push_back({piece.at, data_of(*found, asked->lens.registry)});
  }
  if (piece.more) return piece;
  for (const auto& [lane, last] : context.position.lanes())
    if (after.count(lane) <= last.value) piece.at.advance({lane, last});  // refusals and repeats, too
  return piece;
}

}  // namespace

LiveRoute stream_route() { return {"/v1/activity/stream", begin, next}; }

}  // namespace rollcall::projections::activity
