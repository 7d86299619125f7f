// See manifest.h.
#include "services/transfer/manifest.h"

#include <sstream>

#include "events/hash.h"
#include "services/runtime/files.h"
#include "services/signing/note.h"

namespace rollcall::transfer {
using namespace events;

std::string write_manifest(const Manifest& manifest) {
  std::ostringstream out;
  out << "rollcall-export/1\nledger " << manifest.ledger << "\n";
  for (std::size_t p = 0; p < manifest.lanes.size(); ++p) out << "lane " << p << " entries " << manifest.lanes[p].entries << "\n";
  for (std::size_t p = 0; p < manifest.lanes.size(); ++p)
    for (const auto& s : manifest.lanes[p].segments) out << "file " << s.file << " lane " << p << " first " << s.first << " entries " << s.entries << " sha256 " << s.sha256 << "\n";
  if (manifest.keys) out << "keys " << manifest.keys->file << " entries " << manifest.keys->entries << " sha256 " << manifest.keys->sha256 << "\n";
  return out.str();
}

Expected<Manifest> read_manifest(const std::string& text) {
  std::istringstream lines(text);
  std::string line, word;
  if (!std::getline(lines, line) || line != "rollcall-export/1") return fail("not an export of this form (rollcall-export/1)");
  Manifest manifest;
  while (std::getline(lines, line)) {
    std::istringstream in(line);
    in >> word;
    std::size_t lane = 0;
    Segment s;
    std::string w[4];
    if (word == "ledger") {
      in >> manifest.ledger;
    } else if (word == "lane") {
      in >> lane >> w[0] >> s.entries;
      if (lane != manifest.lanes.size()) return fail("the manifest's lanes are not in order");
      manifest.lanes.push_back({s.entries, {}});
    } else if (word == "file") {
      in >> s.file >> w[0] >> lane >> w[1] >> s.first >> w[2] >> s.entries >> w[3] >> s.sha256;
      if (lane >= manifest.lanes.size()) return fail("the manifest names a lane that it does not have");
      manifest.lanes[lane].segments.push_back(s);
    } else if (word == "keys") {
      in >> s.file >> w[0] >> s.entries >> w[1] >> s.sha256;
      manifest.keys = s;
    }
    if (!in || s.file.find('/') != std::string::npos) return fail("the manifest's line can't be read: " + line.substr(0, 200));
  }
  return manifest;
}

Expected<void> write_file(const std::filesystem::path& file, std::string_view bytes) {
  if (!runtime::write_synced(file, std::string(bytes))) return fail("can't write " + file.string() + "; is the disk full?");
  return {};
}

Expected<std::string> read_segment(const std::filesystem::path& folder, const Segment& segment) {
  auto bytes = runtime::read_file(folder / segment.file);
  if (!bytes) return bytes;
  if (hex(bytes_of(sha256(*bytes))) != segment.sha256) return broken(segment.file + " is not what the manifest has signed: it was changed or damaged");
  return bytes;
}

Expected<Manifest> open_manifest(const std::filesystem::path& folder, std::string_view verifier) {
  const auto note = runtime::read_file(folder / "manifest.note");
  if (!note) return tl::unexpected(note.error());
  std::string own;
  if (verifier.empty()) {
    auto text = runtime::read_file(folder / "verifier.txt");
    if (!text) return tl::unexpected(text.error());
    own = text->substr(0, text->find('\n'));
    verifier = own;
  }
  const auto text = signing::open_note(*note, verifier);
  if (!text) return broken(text.error().detail);
  return read_manifest(*text);
}

}  // namespace rollcall::transfer
