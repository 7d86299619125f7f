// One meeting as a question asks for it, and the questions that list its delegations and contributions.
#pragma once

#include "projections/lens.h"
#include "projections/meetings/assess.h"

namespace rollcall::projections::meetings {

struct AskedMeeting {
  Lens lens;
  events::MeetingId id;
  Meeting meeting;
};
// Known is a meeting that somebody has the duty to convene, though nobody told of it yet.
tl::expected<AskedMeeting, Answer> read_meeting(const Context& context, const Question& question);

// The first `limit` contributions by where they stand on the agenda; {}: those to none of its sessions.
class Placed {
 public:
  const Meeting::Acts& at(AgendaPlace place) const;

 private:
  friend Placed place(const Meeting& meeting, std::size_t limit);
  std::map<AgendaPlace, Meeting::Acts> by_place_;
};
Placed place(const Meeting& meeting, std::size_t limit);

Answer answer_participants(const Context& context, const Question& question);
Answer answer_contributions(const Context& context, const Question& question);

}  // namespace rollcall::projections::meetings
