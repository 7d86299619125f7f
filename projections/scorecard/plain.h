// The scorecard's answers as pages for readers without a script (?format=html, projections/html.h): a region's matrix, a
// subject's cells, one cell with what explains it. The same numbers as the JSON beside them, the same signs as the pack.
#pragma once

#include "projections/scorecard/about.h"
#include "projections/scorecard/answers.h"
#include "projections/html.h"
#include "projections/scorecard/kinds.h"

namespace rollcall::projections::scorecard {

struct PlainRegion {
  const Context& context;
  const Question& question;
  const Moment& moment;
  const Lens& lens;
  const events::RegionEntry& region;
  const events::FrameworkEntry& framework;
  const Matrix& matrix;
};
Answer plain_scorecard(const PlainRegion& shown);

// A form can't change the path that it goes to, so it names the region in the query: the address that is meant.
std::optional<Answer> plain_elsewhere(const Question& question);

struct FrameworkCells {
  const events::FrameworkEntry* framework;
  std::vector<const events::CommitmentEntry*> commitments;
  std::vector<Cell> cells;  // of each
};
Answer plain_subject(const Context& context, const Question& question, const About& about, const std::vector<FrameworkCells>& frameworks);

struct PlainCell {
  const Context& context;
  const Question& question;
  const About& about;
  const events::CommitmentEntry& commitment;
  const Cell& cell;
  const std::vector<Told>& told;                                  // the events behind it
  std::vector<std::pair<events::Subject, Cell>> organisations;    // that must keep it
  std::vector<std::pair<const events::CommitmentEntry*, Cell>> same;  // the same promise elsewhere
};
Answer plain_cell(const PlainCell& shown);

// What the pages share.
std::string path_of(const events::Subject& subject);                                                   // "/v1/countries/THA"
std::string cell_path(const events::Subject& subject, const events::CommitmentId& commitment);         // "/v1/countries/THA/commitments/eap-2001/a1"
std::string item_of(const events::CommitmentId& commitment);                                           // "A1"
std::string sign_html(Kind kind, const Cell* cell = nullptr);                                          // the letter, its words said elsewhere
std::string counts_html(const std::vector<Cell>& cells);                                               // a bar, and how many of each kind
std::string legend_html();
std::string more_html(const Question& question, const events::Subject& subject, std::string_view framework);  // what other models tell of it (html_table.h)
std::string invented_html(bool invented, std::string_view what);
std::string forms_html(const Context& context, const Question& question, const Lens& lens, const std::string& path, const std::vector<std::pair<std::string, Address>>& more = {});

}  // namespace rollcall::projections::scorecard
