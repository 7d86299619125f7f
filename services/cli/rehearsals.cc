// See rehearsals.h.
#include "services/cli/rehearsals.h"

#include <map>

#include "events/codec.h"
#include "services/admission/decide.h"

namespace rollcall::cli {
using namespace events;
using admission::Earlier;
using gateway::Outcome;
using gateway::Rehearsed;
namespace {

// The place of what this request brought: none of the ledger's.
constexpr Partition kHere{0xFFFF};

Earlier earlier_of(projections::Receipt receipt) { return {receipt.place, receipt.payload, receipt.admitted, receipt.actor, receipt.type}; }

// As the ledger's refusals are told: RFC 8785.
std::string text_of(const Reasons& reasons) {
  auto json = to_json(reasons);
  JsonParser parser;
  const auto root = parser.parse(json);
  return root ? canonical(*root).value_or(json) : json;
}

class Run {
 public:
  Run(Known known, const Clock& clock, std::uint16_t lanes) : known_(std::move(known)), clock_(clock), lanes_(lanes) {}

  Rehearsed decide(const CloudEvent& event, const std::string& submission, const StakeholderId& actor) {
    const auto lane = lane_for(event, lanes_);
    const auto rows = known_.submissions();
    const auto registry = known_.registry();
    const bool own = lane.value == 0 && own_registry_;
    const projections::RegistryView view(own ? *own_registry_ : *registry);
    const admission::State state{view, [&](auto subject, auto source, auto id) { return earlier(*rows, lane, subject, source, id, actor); }};
    const admission::Submission submitted{event, payload_hash(submission), submission.size(), actor};
    const auto decision = admission::decide(state, submitted, clock_.now());
    auto rehearsed = told(decision, submitted, *rows);
    remember(decision, submitted, lane, *registry);
    return rehearsed;
  }

 private:
  using Named = std::tuple<std::uint16_t, std::string, std::string, std::string>;  // lane, subject, source, id

  std::optional<Earlier> earlier(const projections::RowReader& rows, Partition lane, std::string_view subject, std::string_view source, std::string_view id, const StakeholderId& actor) const {
    const auto here = here_.find({lane.value, std::string(subject), std::string(source), std::string(id)});
    if (here != here_.end() && here->second.admitted) return here->second;
    if (auto found = projections::find_admission_in(rows, source, id, subject, lane.value == 0)) return earlier_of(std::move(*found));
    if (here != here_.end()) return here->second;
    if (auto found = projections::find_refusal_in(rows, source, id, subject, actor.value, lane)) return earlier_of(std::move(*found));
    return std::nullopt;
  }

  Rehearsed told(const admission::Decision& decision, const admission::Submission& s, const projections::RowReader& rows) const {
    Rehearsed out{{RecordKind::admitted, {s.event.source, s.event.id, s.event.type, s.event.subject, s.actor.value, s.payload, true, {}, {}, {}, {}}}, false, std::nullopt};
    auto& receipt = out.outcome.receipt;
    if (const auto* yes = std::get_if<admission::Admitted>(&decision)) {
      out.standing = yes->standing;
    } else if (const auto* no = std::get_if<admission::Refused>(&decision)) {
      out.outcome.kind = RecordKind::refused;
      receipt.admitted = false;
      receipt.reasons = text_of(no->reasons);
      if (no->first && no->first->partition != kHere) receipt.first = no->first->text();
    } else {
      repeated(std::get<admission::Repeated>(decision).first, rows, out);
    }
    return out;
  }

  // What was decided the first time: by the ledger, or a moment ago here.
  void repeated(Place first, const projections::RowReader& rows, Rehearsed& out) const {
    auto& receipt = out.outcome.receipt;
    out.outcome.kind = RecordKind::repeated;
    if (first.partition == kHere) {
      const auto& [admitted, reasons] = decided_.at(first.sequence.value);
      receipt.admitted = admitted;
      receipt.reasons = reasons;
    } else if (auto known = projections::find_decision(rows, receipt.actor, first)) {
      receipt = std::move(*known);
      out.recorded = true;
    }
  }

  // For what comes after it in this request.
  void remember(const admission::Decision& decision, const admission::Submission& s, Partition lane, const projections::Registry& registry) {
    const auto* no = std::get_if<admission::Refused>(&decision);
    if (std::holds_alternative<admission::Repeated>(decision) || (no && no->first)) return;  // they change nothing about what was first
    const Place place{kHere, {decided_.size()}};
    decided_.emplace_back(!no, no ? text_of(no->reasons) : std::string());
    here_.insert_or_assign({lane.value, s.event.subject, s.event.source, s.event.id}, Earlier{place, s.payload, !no, s.actor.value, s.event.type});
    if (!no && lane.value == 0) take_in(s, std::get<admission::Admitted>(decision).standing, registry);
  }

  void take_in(const admission::Submission& s, Standing standing, const projections::Registry& registry) {
    if (!own_registry_) own_registry_ = std::make_unique<projections::Registry>(registry);
    const Sequence next{own_registry_->count()};
    const auto bytes = write_admitted(s.event, {next, std::max(own_registry_->latest(), clock_.now()), {1}, "dry-run", {0}, next.value, s.actor.value, s.payload}, standing);
    JsonParser parser;
    if (const auto record = read_record(parser, bytes)) own_registry_->apply(*record);
  }

  const Known known_;
  const Clock& clock_;
  const std::uint16_t lanes_;
  std::map<Named, Earlier> here_;
  std::vector<std::pair<bool, std::string>> decided_;  // admitted?, reasons: what was first here, in order
  std::unique_ptr<projections::Registry> own_registry_;  // with what this request would write to it
};

}  // namespace

gateway::Rehearsal Rehearsals::begin() const {
  if (open_->fetch_add(1) >= kMostRehearsals) {
    --*open_;
    return {};
  }
  std::shared_ptr<void> turn(nullptr, [open = open_](void*) { --*open; });
  auto run = std::make_shared<Run>(known_, clock_, lanes_);
  return [run, turn](const CloudEvent& event, const std::string& submission, const StakeholderId& actor) { return run->decide(event, submission, actor); };
}

}  // namespace rollcall::cli
