#include "services/import/untc.h"

#include <algorithm>
#include <set>

#include "services/csv/csv.h"
#include "services/import/untc_cell.h"

namespace rollcall::import {
namespace {
using events::CountryRegistered;

constexpr std::string_view kOrganisations[] = {"european union", "european community", "european communities", "european economic community"};

class Reader {
 public:
  Reader(const events::InstrumentId& instrument, const CountryNames& names, std::string_view source)
      : instrument_(instrument), names_(names), source_(source) {}

  Import read(std::string_view bytes) {
    auto csv = csv::read_csv(bytes);
    for (auto& b : csv.broken) problem(b.line, 0, std::move(b.text), std::move(b.detail));
    if (csv.records.empty() || !take_headings(csv.records.front())) return finish();
    for (std::size_t i = 1; i < csv.records.size(); ++i) take(csv.records[i]);
    return finish();
  }

 private:
  bool take_headings(const csv::CsvRecord& record) {
    width_ = record.fields.size();
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      const auto heading = read_heading(record.fields[i]);
      auto& place = heading.column == Column::participant ? participant_ : heading.column == Column::signature ? signature_ : consent_;
      if (heading.column == Column::other && !record.fields[i].empty()) {
        problem(record.line, i + 1, record.fields[i], "this column is not read: its heading is none of Participant, Signature, Ratification and the like");
      } else if (heading.column != Column::other && place == kNone) {
        place = i;
        if (heading.column == Column::consent) consent_heading_ = heading;
      }
    }
    if (participant_ != kNone && (signature_ != kNone || consent_ != kNone)) return true;
    problem(record.line, 0, record.fields.empty() ? "" : record.fields.front(),
            "the first line must name the columns: Participant, Signature, and Ratification or Accession");
    return false;
  }

  void take(const csv::CsvRecord& record) {
    const auto written = field(record, participant_);
    const auto* country = country_of(record, written);
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      if (i >= width_ && !record.fields[i].empty())
        problem(record.line, i + 1, record.fields[i], "this field stands beyond the heading's last column: quote a name or date that holds a comma");
    }
    if (country == nullptr) return;
    const auto signed_on = field(record, signature_), bound_on = field(record, consent_);
    if (signed_on.empty() && bound_on.empty()) return problem(record.line, 0, written, "this line tells neither a signature nor a ratification: complete it or leave it out");
    if (!seen_.insert(country->country.value).second) return problem(record.line, participant_ + 1, written, "an earlier line is about the same country (" + country->country.value + ") and was taken: keep one of the two");
    if (!signed_on.empty()) take_signature(record, *country, signed_on);
    if (!bound_on.empty()) take_consent(record, *country, bound_on);
  }

  const CountryRegistered* country_of(const csv::CsvRecord& record, const std::string& written) {
    const auto name = without_footnotes(written);
    if (const auto* country = names_.find(name)) return country;
    const bool organisation = std::find(std::begin(kOrganisations), std::end(kOrganisations), normalised(name)) != std::end(kOrganisations);
    auto sentence = organisation ? "this is a regional organisation, not a state: its acts are not counted among the parties and not imported"
                    : name.empty() ? "no participant is named: add the country's name" : names_.why_unknown(name);
    problem(record.line, participant_ + 1, written, std::move(sentence));
    return nullptr;
  }

  void take_signature(const csv::CsvRecord& record, const CountryRegistered& country, const std::string& text) {
    const auto cell = read_cell(text);
    if (!cell) return problem(record.line, signature_ + 1, text, cell.error().detail);
    if (!cell->mark.empty() && cell->mark != "d")
      return problem(record.line, signature_ + 1, text, "the mark '" + cell->mark + "' makes this no simple signature: move it to the ratification column if it binds");
    events::TreatySigned act{instrument_, cell->date, std::nullopt};
    if (cell->mark == "d") act.citation = events::Text{"succession to signature"};
    add(record, signature_, text, country, act, "signed", cell->date);
  }

  void take_consent(const csv::CsvRecord& record, const CountryRegistered& country, const std::string& text) {
    const auto cell = read_cell(text);
    if (!cell) return problem(record.line, consent_ + 1, text, cell.error().detail);
    const auto form = consent_heading_.forms.find(cell->mark);
    if (form == consent_heading_.forms.end())
      return problem(record.line, consent_ + 1, text, cell->mark.empty() ? "the heading gives every form a mark and this date has none: add the mark"
                                                                         : "the mark '" + cell->mark + "' stands for no form of consent that can be recorded");
    add(record, consent_, text, country, events::TreatyRatified{instrument_, form->second, cell->date, std::nullopt}, "ratified", cell->date);
  }

  template <class T>
  void add(const csv::CsvRecord& record, std::size_t column, const std::string& text, const CountryRegistered& country, const T& act, std::string_view what, events::PartialDate on) {
    if (country.until && on.earliest() > country.until->latest()) {
      std::string heirs;
      for (const auto& heir : country.successors) (heirs += heirs.empty() ? "" : ", ") += heir.value;
      return problem(record.line, column + 1, text, country.country.value + " ended on " + country.until->text() + ", before this date: name the successor (" + heirs + ")");
    }
    out_.events.push_back(event_of(act, instrument_.value + "/" + country.country.value + "/" + std::string(what), source_, events::subject_of(country.country).value, on));
  }

  static std::string field(const csv::CsvRecord& record, std::size_t column) {
    return column < record.fields.size() ? record.fields[column] : std::string();
  }
  void problem(std::size_t line, std::size_t column, std::string text, std::string sentence) {
    out_.problems.push_back({line, column, std::move(text), std::move(sentence)});
  }
  Import finish() {
    std::stable_sort(out_.problems.begin(), out_.problems.end(), [](const auto& a, const auto& b) { return a.line < b.line; });
    return std::move(out_);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const events::InstrumentId& instrument_;
  const CountryNames& names_;
  std::string source_;
  std::size_t participant_ = kNone, signature_ = kNone, consent_ = kNone, width_ = 0;
  Heading consent_heading_;
  std::set<std::string> seen_;
  Import out_;
};

}  // namespace

Import read_untc(std::string_view csv, const events::InstrumentId& instrument, const CountryNames& names, std::string_view source) {
  return Reader(instrument, names, source).read(csv);
}

}  // namespace rollcall::import
