// What the answers say, as tables: the one content that every form of a pack writes. Pure.
#pragma once

#include "projections/scorecard/kinds.h"
#include "services/pack/documents.h"

namespace rollcall::pack {

using projections::scorecard::Kind;
using projections::scorecard::kKinds;
using projections::scorecard::words_of;
Kind kind_of(events::Json cell);  // of a scorecard's cell

struct Value {
  Value(std::string t) : text(std::move(t)) {}
  Value(const char* t) : text(t) {}
  Value(std::int64_t n) : text(std::to_string(n)), number(true) {}
  Value(Kind k, bool is_disputed) : text(words_of(k).label), kind(k), disputed(is_disputed) {}
  std::string text;
  bool number = false;
  Kind kind = Kind::none;  // of a matrix's cell
  bool disputed = false;
};

struct Table {
  std::string name;   // "overdue": of the file or sheet, unique in a pack
  std::string title;  // "Overdue"
  std::string about;  // of which region and framework; "" for the whole pack
  std::vector<std::string> columns;
  std::vector<std::vector<Value>> rows;
  bool matrix = false;  // a row a commitment, from column kMatrixLead on a column a country
};
inline constexpr std::size_t kMatrixLead = 4;  // commitment, theme, due, wording

// Names as the registry has them at the pack's moment; the id where it has none.
class Names {
 public:
  explicit Names(const Documents& documents);
  std::string country(const std::string& code) const { return find(countries_, code); }
  std::string region(const std::string& id) const { return find(regions_, id); }
  std::string framework(const std::string& id) const { return find(frameworks_, id); }
  std::string wording(const std::string& commitment) const { return find(wordings_, commitment); }
  std::string stakeholder(const std::string& id) const { return find(stakeholders_, id); }
  std::string theme(const std::string& commitment, const std::string& id) const;  // of the commitment's framework
  std::string subject(const std::string& subject) const;  // "country/THA" -> "Thailand"

 private:
  using Map = std::map<std::string, std::string>;
  static std::string find(const Map& map, const std::string& id) {
    const auto at = map.find(id);
    return at == map.end() || at->second.empty() ? id : at->second;
  }
  Map countries_, regions_, frameworks_, wordings_, stakeholders_, themes_;
};

// In the order of a reader's questions.
std::vector<Table> tables_of(const Gathered& gathered, const Documents& documents, const Names& names);

// The pieces of tables_of that stand in files of their own.
void add_meeting(std::vector<Table>& tables, const Gathered& gathered, const Documents& documents, const Names& names);
void add_scorecards(std::vector<Table>& tables, const Documents& documents, const Names& names);
void add_people(std::vector<Table>& tables, const Documents& documents, const Names& names);      // focal points, delegations
void add_recommendations(std::vector<Table>& tables, const Documents& documents, const Names& names);
void add_disputes(std::vector<Table>& tables, const Documents& documents, const Names& names);

std::string plain(std::string identifier);        // "youth_committee" -> "youth committee"
std::string type_words(const std::string& type);  // "plan.adopted" -> "Plan adopted"
std::string gist(events::Json event);             // what an event says, in one line: its title, unit, summary …

}  // namespace rollcall::pack
