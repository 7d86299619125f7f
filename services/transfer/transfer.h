// A whole ledger carried from one log to another, byte for byte: fences and void records too, at the same offsets, so that
// sequences, positions and everything folded from it stay what they were.
//
// An export is a folder:
//
//   manifest.note                 a signed note (services/signing/note.h), see manifest.h for its text
//   verifier.txt                  the key to check it with; whoever doubts takes it from elsewhere
//   ledger-P-OFFSET.ndjson        the entries of lane P from OFFSET on, one a line, each line exactly an entry's bytes
//   keys.ndjson                   with keys only: {"contact":…,"key":base64}, "" once erased
//
// An entry's key is not written: it is the record's subject, or "fence". Append times are the new log's own.
#pragma once

#include <filesystem>
#include <functional>

#include "events/error.h"
#include "events/log.h"
#include "services/signing/note.h"

namespace rollcall::transfer {

inline constexpr std::size_t kSegmentBytes = 32u << 20;

struct Figures {
  std::uint64_t entries = 0, records = 0, undecided = 0;  // undecided: inbox entries that no record has decided; left behind
  std::string ledger;                                     // the topic's id
};
using Progress = std::function<void(const Figures&)>;  // now and then

// Up to the lanes' ends as they are at the start; the log may be in use. Errors: a folder that holds an export already, a
// disk that is full, and `integrity: …` when the ledger can't be trusted.
events::Expected<Figures> export_ledger(events::Log& log, const std::filesystem::path& folder, const signing::Signer& signer, bool with_keys, const Progress& progress);

// Into a log whose topics are there and empty, or hold the beginning of this very export (a load that was cut off goes on).
// `verifier` "": the folder's own. Every file is checked before anything is appended. Errors: as above, a note or a file
// that was changed, a log that holds something else.
events::Expected<Figures> load_ledger(events::Log& log, const std::filesystem::path& folder, std::string_view verifier, const Progress& progress);

// How many lanes the export's ledger has, for making the topics.
events::Expected<std::uint16_t> lanes_of(const std::filesystem::path& folder, std::string_view verifier);

}  // namespace rollcall::transfer
