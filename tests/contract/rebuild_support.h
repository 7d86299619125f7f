// What the tests of rebuilds share: a host on a ledger in memory, with rows in RocksDB, or in memory with a disk that
// keeps only what was flushed.
#pragma once

#include "projections/scorecard/scorecard.h"
#include "services/projector/host.h"
#include "services/rows/rocks_rows.h"
#include "tests/contract/projector_support.h"
#include "tests/support/temp_folder.h"

namespace rollcall::tests {

using projector::Host;
using State = projector::RebuildStatus::State;

// The store of today's scorecard, as it is named before any rebuild.
inline const std::string kScorecard = "scorecard-v" + std::to_string(projections::scorecard_model()->version());

// A disk, as a kill leaves it: folders and files as they are, of each store what was flushed.
class Disk {
 public:
  const std::filesystem::path& path() const { return folder_.path(); }

  events::Expected<std::unique_ptr<projections::Rows>> open(const std::filesystem::path& folder) {
    std::lock_guard lock(mutex_);
    auto& store = stores_[folder.filename().string()];
    if (std::filesystem::create_directories(folder)) store = {};
    if (!store.now) store.now = std::make_shared<MemoryRows>();
    return std::make_unique<Rows>(*this, folder.filename().string(), store.now);
  }
  std::shared_ptr<MemoryRows> store(const std::string& folder) { return stores_.at(folder).now; }
  std::shared_ptr<Disk> as_a_kill_leaves_it() {
    auto out = std::make_shared<Disk>();
    std::lock_guard lock(mutex_);
    std::filesystem::copy(path(), out->path(), std::filesystem::copy_options::recursive);
    for (const auto& [folder, store] : stores_)
      if (store.flushed) out->stores_[folder] = {copy_of(*store.flushed), store.flushed};
    return out;
  }
  // Called at each step that a store is asked for, before it is done; on whatever thread does it.
  std::function<void(const std::string& folder, const std::string& step)> at_step = [](const auto&, const auto&) {};

 private:
  struct Rows : projections::Rows {
    Rows(Disk& disk, std::string folder, std::shared_ptr<MemoryRows> rows) : disk_(disk), folder_(std::move(folder)), rows_(std::move(rows)) {}
    ~Rows() override { flush(); }
    std::unique_ptr<projections::RowReader> snapshot() const override { return rows_->snapshot(); }
    bool write(const projections::RowChanges& changes, std::string_view checkpoint) override { return disk_.at_step(folder_, "write"), rows_->write(changes, checkpoint); }
    bool flush() override {
      disk_.at_step(folder_, "flush");
      std::lock_guard lock(disk_.mutex_);
      disk_.stores_[folder_].flushed = copy_of(*rows_);
      return true;
    }
    Disk& disk_;
    std::string folder_;
    std::shared_ptr<MemoryRows> rows_;
  };
  struct Store { std::shared_ptr<MemoryRows> now, flushed; };
  TempFolder folder_;
  std::mutex mutex_;
  std::map<std::string, Store> stores_;
};

inline Host::Versions versions_of(const std::string& model) {
  Host::Versions out;
  out.push_back(cli::make_model(model));
  return out;
}

// All of a history, or a part of each lane.
inline void append(LedgerLog& log, const Lanes& lanes, double from = 0, double to = 1) {
  for (std::uint16_t p = 0; p < lanes.size(); ++p) {
    const auto at = [&](double part) { return lanes[p].begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(lanes[p].size())); };
    log.append(p, {at(from), at(to)});
  }
}

// A history made by chance, all of it or its first part in a ledger, and a disk to fold it on.
struct Past {
  Past(unsigned chance, int count, double part = 1) : random(chance), lanes(history(random, count)) { append(log, lanes, 0, part); }
  void goes_on(double from, double to) { append(log, lanes, from, to); }
  void one_more() { log.refusal(1, lanes[1].size(), 5000, "2027-01-01T00:00:00Z", LedgerLog::kNonce); }
  std::string digest_from_zero(const std::string& model) const {
    LedgerLog anew;
    append(anew, lanes);
    return Running(anew, model).caught_up().digest();
  }
  std::mt19937 random;
  const Lanes lanes;
  LedgerLog log;
  Disk disk;
};

// A host, until the block ends.
struct Hosted {
  Hosted(Past& past, Host::Versions versions, bool rocks = false) : Hosted(past.log, past.disk, std::move(versions), rocks) {}
  Hosted(LedgerLog& on, Disk& disk, Host::Versions versions, bool rocks = false)
      : log(on), host(open(on, clock, disk, std::move(versions), rocks)) {}
  Host& started() { return host->start(), caught_up(); }
  Host& caught_up() {
    if (!host->wait_for(log.position(), kBound)) throw std::logic_error("it does not catch up: " + host->serving()->health().reason());
    if (!eventually([&] { return host->serving()->health().ready(); })) throw std::logic_error("it is not ready");
    return *host;
  }
  projector::RebuildStatus ended() {
    if (!eventually([&] { return !host->status().running(); })) throw std::logic_error("the rebuild does not end");
    return host->status();
  }
  std::string digest() { return caught_up().serving()->digest(); }

  static std::unique_ptr<Host> open(LedgerLog& log, const events::Clock& clock, Disk& disk, Host::Versions versions, bool rocks) {
    auto opened = Host::open(log.log, clock, disk.path(), rocks ? Host::OpenRows(rows::open_rocks) : [&disk](const auto& folder) { return disk.open(folder); }, std::move(versions));
    if (!opened) throw std::runtime_error(opened.error().detail);
    return std::move(*opened);
  }
  LedgerLog& log;
  runtime::SystemClock clock;
  std::unique_ptr<Host> host;
};

inline std::vector<std::string> folders(const Disk& disk) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(disk.path()))
    if (entry.is_directory()) out.push_back(entry.path().filename());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace rollcall::tests
