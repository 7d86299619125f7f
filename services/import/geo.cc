// See geo.h.
#include "services/import/geo.h"

#include <algorithm>

#include "events/hash.h"
#include "services/import/table.h"

namespace rollcall::import {
namespace {
using events::CountryCode;
using events::PartialDate;

// A registry event that no date belongs to needs a time all the same, and one that is the same each time.
constexpr PartialDate kUndated{1970, 1, 1};

class Reader {
 public:
  Reader(std::string_view file, const GeoReading& reading)
      : table_(file, {}, file.substr(0, file.find_first_of("\r\n")).find('\t') == std::string_view::npos ? ',' : '\t'), reading_(reading) {}

  Import read() {
    const bool grouped = table_.has("Region_Code");
    if (!grouped && !table_.has("country")) table_.problem(1, "", "", "the first line must name the columns Region_Code, Country and ISO3Code, or country and year"), ++problems_;
    else if (!grouped || one_group()) for (const auto& row : table_.rows()) take(row, grouped);
    if (members_.empty() && problems_ == 0) table_.problem(1, "", reading_.group, "the file tells no member of this group");
    tell_missing();
    write();
    out_.problems = table_.take_problems();
    return std::move(out_);
  }

 private:
  bool one_group() {
    std::set<std::string> codes;
    for (const auto& row : table_.rows()) codes.insert(table_.cell(row, "Region_Code"));
    group_ = !reading_.group.empty() ? reading_.group : codes.size() == 1 ? *codes.begin() : "";
    if (codes.count(group_)) return true;
    std::string list;
    for (const auto& code : codes) (list += list.empty() ? "" : ", ") += code;
    table_.problem(1, "Region_Code", reading_.group, "say which group is meant: " + list);
    ++problems_;
    return false;
  }

  void take(const csv::CsvRecord& row, bool grouped) {
    if (grouped && table_.cell(row, "Region_Code") != group_) return;
    const auto code = table_.cell(row, "ISO3Code"), name = table_.cell(row, "Country"), year = table_.cell(row, "year");
    if (name.starts_with("P:")) return;  // a partner
    if (title_.empty()) title_ = table_.cell(row, "Region");
    const auto* country = code.empty() ? reading_.names.find(name) : reading_.names.find(code);
    const auto wrong = [&](std::string_view column, std::string text, std::string sentence) { table_.problem(row.line, column, std::move(text), std::move(sentence)), ++problems_; };
    if (!country) return wrong(code.empty() ? "Country" : "ISO3Code", code.empty() ? name : code, code.empty() ? reading_.names.why_unknown(name) : "no country of the registry has this code: register it first, or correct it");
    std::optional<PartialDate> from;
    if (!year.empty() && !(from = PartialDate::parse(year))) return wrong("year", year, "give the year of joining as 1992");
    if (members_.insert(country->country).second && (!reading_.known || !reading_.known->count(country->country))) joined_[from ? from->text() : ""].insert(country->country);
  }

  // Who is no longer in the file may have left, or the file may be of another day: that is for the registrar to say.
  void tell_missing() {
    if (!reading_.known || members_.empty()) return;
    for (const auto& country : *reading_.known)
      if (!members_.count(country)) table_.problem(1, "", country.value, "a member in the registry and not in this file: if it left, end its membership with membership.ended");
  }

  void write() {
    if (members_.empty()) return;
    const auto subject = "region/" + reading_.region.value;
    if (!reading_.known) {
      events::RegionDefined region;
      region.region = reading_.region;
      region.names["en"] = !reading_.title.empty() ? reading_.title : !title_.empty() ? title_ : reading_.region.value;
      if (!group_.empty()) region.described = events::Text{"Drawn as the group " + group_ + " of an imported table."};
      out_.events.push_back(event_of(region, subject, reading_.source, subject, kUndated));
    }
    for (const auto& [from, countries] : joined_) {
      events::MembershipStarted entry{reading_.region, {countries.begin(), countries.end()}, PartialDate::parse(from)};
      std::string list;
      for (const auto& country : countries) list += country.value;
      auto id = "membership/" + reading_.region.value + "/" + (from.empty() ? "undated" : from) + "/" + events::base64url(events::bytes_of(events::sha256(list))).substr(0, 10);
      const auto on = entry.from.value_or(kUndated);
      out_.events.push_back(event_of(entry, std::move(id), reading_.source, subject, on));
    }
  }

  Table table_;
  const GeoReading& reading_;
  std::string group_, title_;
  std::set<CountryCode> members_;
  std::map<std::string, std::set<CountryCode>> joined_;  // by date, "" for undated
  std::size_t problems_ = 0;
  Import out_;
};

}  // namespace

Import read_geo(std::string_view file, const GeoReading& reading) { return Reader(file, reading).read(); }

}  // namespace rollcall::import
