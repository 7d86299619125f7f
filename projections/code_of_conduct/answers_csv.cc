// The CSV of answers.h: the same facts as the JSON, a line each.
#include "projections/code_of_conduct/answers.h"

namespace rollcall::projections::code_of_conduct {
using namespace events;
namespace {

constexpr std::array kCriterionColumns{"", "_year", "_trend", "_told_by", "_citation"};

std::string yes_or_no(bool flag) { return flag ? "yes" : "no"; }
std::string text_of_trend(const CriterionTold& told) { return told.trend() ? std::string(name_of(*told.trend())) : std::string(); }

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) (out += out.empty() ? "" : " ") += text;
  return out;
}

void add_row(Csv& csv, const std::vector<std::string>& fields) { csv.row(std::vector<std::string_view>(fields.begin(), fields.end())); }

std::string years_text(const Signatory& s, YearState state) {
  std::string out;
  for (const auto& year : s.years)
    if (year.state == state) (out += out.empty() ? "" : " ") += std::to_string(year.year);
  return out;
}

std::string safeguards_text(const Organisation& o) {
  std::string out;
  for (const auto& safeguard : o.safeguards) {
    const auto& data = safeguard.data();
    (out += out.empty() ? "" : "; ") += name_of(data.kind);
    if (data.coverage_percent) out += " " + std::to_string(*data.coverage_percent) + "%";
    out += " (" + data.deployed_on.text() + ", " + safeguard.act->told.actor + (safeguard.live ? ")" : ", run out)");
  }
  return out;
}

// The lines of one organisation's facts; the code is "" for a safeguard.
struct Facts {
  const RowReader& rows;
  const Organisation& o;
  Csv csv;

  struct Said {
    std::string fact, about, year, value, on, until, countries, summary;
  };
  void line(const FrameworkId& code, const Said& said, const std::vector<std::string>& source) {
    std::vector<std::string> fields{std::string(o.subject.id()), o.entry ? o.entry->name.value : "", code.value, said.fact, said.about, said.year,
                                    said.value, said.on, said.until, said.countries, said.summary};
    fields.insert(fields.end(), source.begin(), source.end());
    add_row(csv, fields);
  }
  std::vector<std::string> source_of(const Told& told) { return {told.actor, std::string(name_of(told.standing)), std::string(citation_of(told.data))}; }
  void add(const FrameworkId& code, const Said& said, const Act& act) {
    auto source = source_of(act.told);
    source.insert(source.end(), {yes_or_no(act.disputed()), joined(act.corroborated_by), joined(act.disputed_by), text_of(act.places)});
    line(code, said, source);
  }
  // What was said for and against it, `about` its place.
  void claims(const FrameworkId& code, const Act& act) {
    for (const auto place : act.places) {
      const auto told = read_claim(rows, o.subject, place);
      if (!told) continue;
      const auto* disputed = std::get_if<ClaimDisputed>(&told->data);
      auto source = source_of(*told);
      source.insert(source.end(), {"", "", "", place.text()});
      line(code, {disputed ? "disputed" : "corroborated", act.told.place.text(), "", "", "", "", "", disputed ? disputed->statement.value : std::get<ClaimCorroborated>(told->data).statement.value}, source);
    }
  }
  void signature(const FrameworkId& code, const Act& act) {
    add(code, {"signed", "", "", "", when(act).text(), "", text_of(act.as<CodeOfConductSigned>()->active_in), ""}, act);
    claims(code, act);
  }
  void withdrawal(const FrameworkId& code, const Act& act, const std::string& fact) {
    add(code, {fact, "", "", "", when(act).text(), "", "", std::string(text_or_nothing(act.as<CodeOfConductWithdrawn>()->reason))}, act);
    claims(code, act);
  }
  void report(const FrameworkId& code, const Act& act, const std::string& fact) {
    const auto& data = *act.as<CodeOfConductReported>();
    add(code, {fact, "", data.year.text(), "", data.reported_on.text(), "", "", std::string(text_or_nothing(data.summary))}, act);
    for (const auto& c : data.criteria)
      add(code, {fact, std::string(name_of(c.criterion)), data.year.text(), std::string(name_of(c.status)), data.reported_on.text(), "", "", std::string(text_or_nothing(c.summary))}, act);
    claims(code, act);
  }
  void all_of(const Signatory& s) {
    for (const auto& p : s.periods) {
      signature(s.code, *p.signature);
      for (const auto* act : p.also_signed) signature(s.code, *act);
      if (p.withdrawal) withdrawal(s.code, *p.withdrawal, "withdrawn");
      for (const auto* act : p.also_withdrawn) withdrawal(s.code, *act, "withdrawn");
    }
    for (const auto* act : s.withdrawal_claims) withdrawal(s.code, *act, "withdrawal_claimed");
    for (const auto* act : s.reports) report(s.code, *act, "reported");
    for (const auto* act : s.report_claims) report(s.code, *act, "report_claimed");
    for (const auto& year : s.years)
      if (year.state != YearState::reported)
        line(s.code, {"report_" + std::string(name_of(year.state)), "", std::to_string(year.year), "", text_of(year.due_on), "", "", ""}, std::vector<std::string>(7));
  }
  void safeguard(const Safeguard& safeguard) {
    const auto& data = safeguard.data();
    const std::string coverage = data.coverage_percent ? std::to_string(*data.coverage_percent) + "%" : "";
    add({}, {"safeguard", std::string(name_of(data.kind)), "", coverage, data.deployed_on.text(), text_of(data.runs_until), text_of(data.countries), data.summary.value}, *safeguard.act);
    claims({}, *safeguard.act);
  }
};

}  // namespace

Csv signatories_csv() {
  std::vector<std::string> head{"organisation", "name", "kind", "home", "active_in", "code", "state", "signed_on", "told_by", "standing", "citation", "disputed", "events",
                                "withdrawn_on", "withdrawal_reason", "withdrawal_told_by", "withdrawal_citation", "years_reported", "years_due", "years_missing", "next_due"};
  for (std::size_t i = 0; i < kCriteria; ++i)
    for (const auto* column : kCriterionColumns) head.push_back(std::string(name_of(static_cast<Criterion>(i))) + column);
  head.push_back("safeguards");
  Csv csv;
  add_row(csv, head);
  return csv;
}

void add_signatory(Csv& csv, const Organisation& o, const Signatory& s) {
  const auto& signature = *s.now().signature;
  const auto* withdrawal = s.now().withdrawal;
  std::vector<std::string> fields{
      std::string(o.subject.id()), o.entry ? o.entry->name.value : "", o.entry ? std::string(name_of(o.entry->kind)) : "", o.entry && o.entry->home ? o.entry->home->value : "",
      text_of(countries_of(o, s)), s.code.value, s.withdrawn() ? "withdrawn" : "signed", when(signature).text(), signature.told.actor, std::string(name_of(signature.told.standing)),
      std::string(citation_of(signature.told.data)), yes_or_no(s.disputed()), text_of(signature.places), withdrawal ? when(*withdrawal).text() : "",
      withdrawal ? std::string(text_or_nothing(withdrawal->as<CodeOfConductWithdrawn>()->reason)) : "", withdrawal ? withdrawal->told.actor : "",
      withdrawal ? std::string(citation_of(withdrawal->told.data)) : "", years_text(s, YearState::reported), years_text(s, YearState::due), years_text(s, YearState::missing), text_of(s.next_due)};
  for (const auto& criterion : s.criteria) {
    const auto* last = criterion.last();
    if (!last) fields.insert(fields.end(), kCriterionColumns.size(), "");
    else fields.insert(fields.end(), {std::string(name_of(last->said->status)), last->report->as<CodeOfConductReported>()->year.text(), text_of_trend(*last), last->report->told.actor,
                                      std::string(citation_of(last->report->told.data))});
  }
  fields.push_back(safeguards_text(o));
  add_row(csv, fields);
}

Answer facts_csv(const RowReader& rows, const Organisation& o) {
  Facts facts{rows, o, {}};
  facts.csv.row({"organisation", "name", "code", "fact", "about", "year", "value", "on", "until", "countries", "summary", "told_by", "standing", "citation", "disputed", "corroborated_by",
                 "disputed_by", "events"});
  for (const auto& s : o.codes) facts.all_of(s);
  for (const auto& safeguard : o.safeguards) facts.safeguard(safeguard);
  return std::move(facts.csv).answer();
}

}  // namespace rollcall::projections::code_of_conduct
