// A type's spreadsheet filled with what was told already, and what an edited one changes: the data officer's round trip.
// Pure. A row is unchanged when it reads as the row written for the event reads, whatever a cell can't hold (a sealed
// contact, blanks around a text): so nothing is corrected that nobody edited.
#pragma once

#include <map>

#include "events/record.h"
#include "services/gateway/csv.h"
#include "services/gateway/csv_template.h"

namespace rollcall::gateway {

struct KnownEvent {
  events::CloudEvent event;  // as submitted, with the data as it stands now
  std::string actor;
  std::string last;          // id of the latest correction that holds; "": none
  bool retracted = false;
};

// The admitted events of one type as they stand, folded from the ledger. Each lane in its order, lanes in any.
class KnownEvents {
 public:
  explicit KnownEvents(std::string full_type) : type_(std::move(full_type)) {}
  void take(const events::Record& record);
  void settle();  // call once, after the last record: corrections and retractions take effect
  const KnownEvent* find(std::string_view subject, std::string_view source, std::string_view id) const;
  const KnownEvent* elsewhere(std::string_view source, std::string_view id) const;  // about whichever subject
  std::vector<const KnownEvent*> all() const;  // by subject, time and id; without what was retracted

 private:
  struct Change { std::string key, target, id, data; };  // data "": a retraction
  std::string type_;
  std::map<std::string, KnownEvent, std::less<>> events_;  // by subject, source and id
  std::map<std::string, const KnownEvent*, std::less<>> by_id_;  // by source and id
  std::vector<Change> changes_;
};

// Header, guide line, and a row for each.
std::string filled_csv(const Template& t, const std::vector<const KnownEvent*>& events);

struct Revised {
  enum class Kind { added, unchanged, corrected, refused };
  std::size_t line = 0;
  Kind kind{};
  std::string id;            // of the row's event, "" if it could not be read
  events::CloudEvent event;  // to submit: the row's own, or the correction of what was told
  events::Reasons reasons;
};
// `rows` of a file of this type alone. A correction's id follows from what it corrects, what stood before it and what it
// says, so the same file sent twice corrects once. What the file leaves out is left alone.
std::vector<Revised> revise(const Template& t, std::vector<CsvRow> rows, const KnownEvents& known, const std::string& reason);

}  // namespace rollcall::gateway
