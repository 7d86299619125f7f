// Receipts: what became of each submission, for the partner whose it is (docs/domain.md, Read models). The gateway hosts it
// and looks receipts up to answer a repeat without sending it in again.
//
//   GET /v1/submissions?decision=&since=&limit=&cursor=   a partner's, lane by lane in the order decided (admitted, refused
//                                                         or, from the desk that took them in, pending)
//   GET /v1/submissions/summary?since=                    how many, by type and by reason code; ids used for several subjects
//   GET /v1/submissions/{source}/{id}                     one receipt
//
//   "l" actor place                    every decision about an actor's submissions, repeats left out: the receipt
//   "f" actor place                    those that are refusals: empty
//   "a" source id subject registry?    where the admission's receipt is; the partner's copy of the truth
//   "r" source id subject actor lane   where that of the actor's last refusal of that id is
#pragma once

#include <memory>
#include <set>

#include "projections/archive.h"
#include "projections/model.h"

namespace rollcall::projections {

struct Receipt {
  static constexpr unsigned char kVersion = 1;
  std::string source, id, type, subject, actor, payload;
  bool admitted = false;
  events::Place place;
  events::Instant recorded;
  std::string reasons;                       // JSON list, "" when admitted
  std::string first;                         // "P:SEQ" of the admission that it conflicts with, or ""
};
BOOST_DESCRIBE_STRUCT(Receipt, (), (source, id, type, subject, actor, payload, admitted, place, recorded, reasons, first))

std::unique_ptr<Model> submissions_model();

// The admission of (source, id) about a subject, "" = any. Asked for each submission, so with a subject it never scans.
std::optional<Receipt> find_admission(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject);

// As admission remembers a submission of one lane: registry events have one of their own, so it is never another's.
std::optional<Receipt> find_admission_in(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, bool registry);
std::optional<Receipt> find_refusal_in(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, std::string_view actor, events::Partition lane);

// The admission of the actor's (source, id), or else its last refusal. `subject` "" = any.
std::optional<Receipt> find_receipt(const RowReader& rows, std::string_view source, std::string_view id, std::string_view subject, std::string_view actor);

// What the actor's submissions of one source and id are about, at most kMostSubjects. More than one: as many events, and
// most likely a slip.
inline constexpr std::size_t kMostSubjects = 20;
std::set<std::string> subjects_of(const RowReader& rows, std::string_view source, std::string_view id, std::string_view actor);

// The decision about an actor's submission at a place; nothing for a repeat.
std::optional<Receipt> find_decision(const RowReader& rows, std::string_view actor, events::Place place);

// The receipt of a decision as it is read; nothing for a fence. A repeat's receipt names the first place.
std::optional<Receipt> receipt_of(const events::Record& record, events::Place place);

// As GET /v1/submissions/{source}/{id} has it.
std::string to_json(const Receipt& receipt);

// Handed in and not decided yet: the answer to decision=pending, from whoever took it in.
struct Pending {
  std::string source, id;
};
Answer answer_pending(const std::vector<Pending>& pending, bool csv);

}  // namespace rollcall::projections
