// See xlsx.h. libxlsxwriter writes to a file, compressed; what it wrote is packed anew (zip.h), so that the bytes follow
// from the tables alone.
#include "services/pack/xlsx.h"

#include <xlsxwriter.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include "events/text.h"
#include "services/pack/zip.h"

namespace rollcall::pack {
using events::fail;
namespace {

constexpr std::size_t kLongestName = 31, kMostInACell = 32767;  // Excel's own limits; characters, and a byte is never more
constexpr double kNarrow = 9, kWide = 60, kMatrixColumn = 6;

// A folder of its own, gone with this.
class Scratch {
 public:
  Scratch() {
    auto pattern = (std::filesystem::temp_directory_path() / "rollcall-pack-XXXXXX").string();
    if (const auto* made = ::mkdtemp(pattern.data())) path_ = made;
  }
  ~Scratch() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string cut(const std::string& text, std::size_t most) { return std::string(events::cut(text, most)); }

struct Formats {
  lxw_format *head, *text, *name;
  std::map<Kind, lxw_format*> kinds;
  explicit Formats(lxw_workbook* book) : head(workbook_add_format(book)), text(workbook_add_format(book)), name(workbook_add_format(book)) {
    format_set_bold(head), format_set_bottom(head, LXW_BORDER_THIN), format_set_text_wrap(head);
    format_set_text_wrap(text), format_set_align(text, LXW_ALIGN_VERTICAL_TOP);
    format_set_rotation(name, 90), format_set_bold(name), format_set_bottom(name, LXW_BORDER_THIN);
    const auto add = [&](Kind kind, lxw_color_t ink, lxw_color_t fill, bool filled) {
      auto* format = kinds[kind] = workbook_add_format(book);
      format_set_align(format, LXW_ALIGN_CENTER), format_set_align(format, LXW_ALIGN_VERTICAL_TOP), format_set_font_color(format, ink), format_set_bold(format);
      if (filled) format_set_bg_color(format, fill);
    };
    add(Kind::met, 0xFFFFFF, 0x0F5C6E, true), add(Kind::met_late, 0x0A414E, 0xD5EAEE, true), add(Kind::in_progress, 0x3A2B00, 0xF5D374, true), add(Kind::lapsed, 0x63459A, 0, false);
    add(Kind::overdue, 0xFFFFFF, 0xB3361E, true), add(Kind::overdue_silent, 0xB3361E, 0, false), add(Kind::open_told, 0x565D66, 0, false), add(Kind::silent, 0x9AA1AA, 0, false);
  }
};

// Excel compares sheet names without case, and bounds them.
std::string sheet_name(const std::string& name, std::set<std::string>& taken) {
  auto own = cut(name, kLongestName);
  for (int n = 2; !taken.insert(own).second; ++n) own = cut(name, kLongestName - 1 - std::to_string(n).size()) + "~" + std::to_string(n);
  return own;
}

double width_of(const Table& table, std::size_t column) {
  if (table.matrix && column >= kMatrixLead) return kMatrixColumn;
  std::size_t longest = table.columns[column].size();
  for (const auto& row : table.rows) longest = std::max(longest, row[column].text.size());
  return std::clamp(static_cast<double>(longest) + 2, kNarrow, kWide);
}

void write_value(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const Value& value, bool matrix, const Formats& formats) {
  if (value.number) {
    worksheet_write_number(sheet, row, column, std::strtod(value.text.c_str(), nullptr), formats.text);
  } else if (value.kind != Kind::none) {
    const auto& words = words_of(value.kind);
    const auto shown = (matrix ? std::string(words.letter) : std::string(words.label)) + (value.disputed ? matrix ? "!" : ", disputed" : "");
    worksheet_write_string(sheet, row, column, shown.c_str(), formats.kinds.at(value.kind));
  } else {
    worksheet_write_string(sheet, row, column, cut(value.text, kMostInACell).c_str(), formats.text);
  }
}

void write_table(lxw_worksheet* sheet, const Table& table, const Formats& formats) {
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const auto column = static_cast<lxw_col_t>(c);
    worksheet_set_column(sheet, column, column, width_of(table, c), nullptr);
    worksheet_write_string(sheet, 0, column, table.columns[c].c_str(), table.matrix && c >= kMatrixLead ? formats.name : formats.head);
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r)
    for (std::size_t c = 0; c < table.rows[r].size(); ++c) write_value(sheet, static_cast<lxw_row_t>(r + 1), static_cast<lxw_col_t>(c), table.rows[r][c], table.matrix, formats);
  worksheet_freeze_panes(sheet, 1, table.matrix ? kMatrixLead : 0);
  if (table.matrix) worksheet_set_landscape(sheet), worksheet_fit_to_pages(sheet, 1, 0);
  else if (!table.rows.empty()) worksheet_autofilter(sheet, 0, 0, static_cast<lxw_row_t>(table.rows.size()), static_cast<lxw_col_t>(table.columns.size() - 1));
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_repeat_rows(sheet, 0, 0);
}

void write_legend(lxw_worksheet* sheet, const Formats& formats) {
  for (const auto* head : {"sign", "status", "meaning"}) worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(head[0] == 's' ? head[1] == 't' : 2), head, formats.head);
  lxw_row_t row = 1;
  for (const auto kind : kKinds) {
    const auto& words = words_of(kind);
    worksheet_write_string(sheet, row, 0, std::string(words.letter).c_str(), formats.kinds.at(kind));
    worksheet_write_string(sheet, row, 1, std::string(words.label).c_str(), formats.text);
    worksheet_write_string(sheet, row++, 2, std::string(words.meaning).c_str(), formats.text);
  }
  worksheet_write_string(sheet, row, 0, "!", formats.text);
  worksheet_write_string(sheet, row, 1, "disputed", formats.text);
  worksheet_set_column(sheet, 1, 2, kWide / 2, nullptr);
}

// The pack's own day, for a workbook must have been made at some time.
time_t made_at(const std::string& as_of) {
  const auto date = events::PartialDate::parse(as_of);
  return date ? date->latest().time_since_epoch().count() * 86400 : 0;
}

bool write_book(const std::string& file, std::string folder, const Gathered& gathered, const std::vector<Table>& tables) {
  lxw_workbook_options options{};
  options.tmpdir = folder.data();
  auto* book = workbook_new_opt(file.c_str(), &options);
  if (!book) return false;
  auto title = gathered.pinned.meeting.value + ": meeting pack as of " + gathered.pinned.as_of;
  auto comments = "Known at position " + gathered.pinned.at;
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.comments = comments.data();
  properties.created = made_at(gathered.pinned.as_of);
  workbook_set_properties(book, &properties);
  const Formats formats(book);
  std::set<std::string> taken{"legend"};
  for (const auto& table : tables) write_table(workbook_add_worksheet(book, sheet_name(table.name, taken).c_str()), table, formats);
  write_legend(workbook_add_worksheet(book, "legend"), formats);
  return workbook_close(book) == LXW_NO_ERROR;
}

}  // namespace

events::Expected<std::string> xlsx_of(const Gathered& gathered, const std::vector<Table>& tables) {
  const Scratch scratch;
  if (scratch.path().empty()) return fail("there is no folder for temporary files");
  const auto file = (scratch.path() / "pack.xlsx").string();
  if (!write_book(file, scratch.path().string(), gathered, tables)) return fail("the workbook can't be written");
  std::ostringstream written;
  written << std::ifstream(file, std::ios::binary).rdbuf();
  const auto entries = unzip(written.str());
  if (!entries) return tl::unexpected(entries.error());
  return zip_of(*entries);
}

}  // namespace rollcall::pack
