// Asking for everything a pack is made of: pack.h.
#include <algorithm>
#include <set>

#include "events/hash.h"
#include "projections/known.h"
#include "services/pack/documents.h"
#include "services/pack/pack.h"

namespace rollcall::pack {
using namespace events;
using projections::Answer;
using projections::Question;
namespace {

constexpr std::size_t kMostScorecards = 20;      // regions times frameworks
constexpr const char* kAllOfIt = "10000";        // the most that a page of an answer holds

std::string header_of(const Answer& answer, const std::string& name) {
  const auto at = answer.headers.find(name);
  return at == answer.headers.end() ? std::string() : at->second;
}

using Params = std::map<std::string, std::string>;

class Gathering {
 public:
  Gathering(const Ask& ask, const Order& order) : ask_(ask), out_{order, {}} {}

  tl::expected<Gathered, Answer> gather() && {
    pin();
    take_all();
    if (refused_) return tl::unexpected(std::move(*refused_));
    return std::move(out_);
  }

 private:
  const std::string& id() const { return out_.pinned.meeting.value; }

  void take_all() {
    const auto meeting = take("meeting", "/v1/meetings/{id}", {{"id", id()}}, {{"limit", kAllOfIt}});
    take("participants", "/v1/meetings/{id}/participants", {{"id", id()}});
    take("recommendations", "/v1/meetings/{id}/recommendations", {{"id", id()}});
    const auto follows = text(meeting.root(), "follows");
    std::string since;
    if (!follows.empty()) since = text(take("previous", "/v1/meetings/{id}", {{"id", follows}}, {{"limit", "1"}}).root(), "ends_on");
    const auto frameworks = take("frameworks", "/v1/frameworks", {});
    take("regions", "/v1/regions", {});
    take("stakeholders", "/v1/stakeholders", {}, {{"limit", kAllOfIt}});
    const auto regions = regions_of(meeting.root(), frameworks.root());
    for (const auto& region : regions) {
      take("countries/" + region, "/v1/countries", {}, {{"region", region}});
      take("focal-points/" + region, "/v1/regions/{region}/focal-points", {{"region", region}}, {{"state", "all"}});
    }
    for (const auto& [region, framework] : scorecards_of(meeting.root(), frameworks.root(), regions)) take_scorecard(region, framework, since);
  }

  // Asks, unless something was refused before: then there is no pack, and nothing more to ask.
  Answer put(const std::string& pattern, const Question& question) {
    if (refused_) return {refused_->status, {}, "{}", {}};
    auto answer = ask_(pattern, question);
    if (answer.status == 200) return answer;
    refused_ = std::move(answer);
    return {refused_->status, {}, "{}", {}};
  }

  // Asks, pinned; the answer is kept as a piece.
  Document take(std::string name, const std::string& pattern, Params path, Params query = {}) {
    query.emplace("known_at", out_.pinned.at);
    query.emplace("as_of", out_.pinned.as_of);
    const Question question{std::move(path), std::move(query), {}};
    auto answer = put(pattern, question);
    Document document(answer.body);
    out_.pieces.push_back({std::move(name), target_of(pattern, question), header_of(answer, "Rollcall-Model"), std::move(answer.body)});
    return document;
  }

  // What the order leaves open is told by the meeting as it is known now.
  void pin() {
    auto& pinned = out_.pinned;
    Params query{{"limit", "1"}};
    if (!pinned.at.empty()) query.emplace("known_at", pinned.at);
    if (!pinned.as_of.empty()) query.emplace("as_of", pinned.as_of);
    const auto answer = put("/v1/meetings/{id}", {{{"id", id()}}, std::move(query), {}});
    const Document meeting(answer.body);
    pinned.at = pinned.at.empty() ? header_of(answer, "Rollcall-Position") : Position::parse(pinned.at)->text();
    const auto as_of = text(meeting.root(), "as_of");  // the day asked for, or today
    const auto ends_on = PartialDate::parse(text(meeting.root(), "ends_on"));
    if (pinned.as_of.empty() && ends_on) pinned.as_of = std::min(day_text(ends_on->latest()), as_of);
    else pinned.as_of = as_of;
  }

  std::vector<std::string> regions_of(Json meeting, Json frameworks) const {
    if (!out_.pinned.region.empty()) return {out_.pinned.region};
    if (auto own = text(meeting, "region"); !own.empty()) return {own};
    std::vector<std::string> regions;
    for (const auto framework : looked_at(meeting, frameworks, {}))
      if (auto region = text(framework, "region"); !region.empty() && std::find(regions.begin(), regions.end(), region) == regions.end()) regions.push_back(region);
    return regions;
  }

  // The meeting's frameworks; where it names none, those made for the regions.
  static std::vector<Json> looked_at(Json meeting, Json frameworks, const std::vector<std::string>& regions) {
    std::set<std::string> named;
    for (const auto id : list(meeting, "frameworks")) named.emplace(id.get_string().value_unsafe());
    std::vector<Json> out;
    for (const auto framework : list(frameworks, "frameworks"))
      if (named.empty() ? std::find(regions.begin(), regions.end(), text(framework, "region")) != regions.end() : named.count(text(framework, "framework")) > 0) out.push_back(framework);
    return out;
  }

  // Of several regions, each gets the frameworks made for it and those made for none.
  std::vector<std::pair<std::string, std::string>> scorecards_of(Json meeting, Json frameworks, const std::vector<std::string>& regions) {
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& region : regions)
      for (const auto framework : looked_at(meeting, frameworks, regions))
        if (const auto own = text(framework, "region"); regions.size() == 1 || own.empty() || own == region) out.emplace_back(region, text(framework, "framework"));
    if (out.size() <= kMostScorecards) return out;
    if (!refused_) refused_ = projections::problem(400, "too_many_scorecards", "the meeting looks at too many frameworks in too many regions for one pack; name one region");
    return {};
  }

  void take_scorecard(const std::string& region, const std::string& framework, const std::string& since) {
    const auto name = "/" + region + "/" + framework;
    const Params path{{"region", region}}, query{{"framework", framework}};
    const Params whole{{"framework", framework}, {"events", "all"}};
    take("scorecard" + name, "/v1/regions/{region}/scorecard", path, whole);
    take("evidence" + name, "/v1/regions/{region}/evidence", path, query);
    if (!since.empty()) take("changes" + name, "/v1/regions/{region}/changes", path, {{"framework", framework}, {"since", since}, {"events", "all"}});
  }

  const Ask& ask_;
  Gathered out_;
  std::optional<Answer> refused_;
};

}  // namespace

std::string target_of(const std::string& pattern, const Question& question) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    if (pattern[at] != '{') { out += pattern[at++]; continue; }
    const auto end = pattern.find('}', at);
    out += percent_encoded(question.path.at(pattern.substr(at + 1, end - at - 1)));
    at = end + 1;
  }
  char before = '?';
  for (const auto& [name, value] : question.query) ((((out += before) += name) += '=') += percent_encoded(value)), before = '&';
  return out;
}

tl::expected<Gathered, Answer> gather(const Ask& ask, const Order& order) {
  if (!order.at.empty() && !Position::parse(order.at)) return tl::unexpected(projections::problem(400, "bad_position", "give at as a position vector, such as 0:57,3:42"));
  if (!order.as_of.empty() && !PartialDate::parse(order.as_of)) return tl::unexpected(projections::problem(400, "bad_as_of", "give as_of as YYYY-MM-DD, YYYY-MM or YYYY"));
  return Gathering(ask, order).gather();
}

}  // namespace rollcall::pack
