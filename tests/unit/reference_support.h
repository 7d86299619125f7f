// What ships as data (schemas/reference, schemas/sample), decoded strictly: for the tests that look at it from several sides.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "events/codec.h"

namespace rollcall::tests {

namespace fs = std::filesystem;
using namespace rollcall::events;

inline std::string read_whole(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

struct Item {
  std::string file, actor, type, id, subject, time;
  EventData data;
};

inline std::vector<Item> read_folder(const std::string& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(ROLLCALL_ROOT) + "/schemas/" + folder))
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  REQUIRE(!paths.empty());
  std::vector<Item> items;
  for (const auto& path : paths) {
    JsonParser parser;
    const auto parsed = parser.parse(read_whole(path));
    REQUIRE(parsed);
    for (auto item : parsed->get_array()) {
      const std::string id(string_or(item, "id")), type(string_or(item, "type"));
      CAPTURE(path.string(), id, type);
      const auto full = std::string(kTypePrefix) + type + std::string(kTypeSuffix);
      REQUIRE(find_type(full) != nullptr);
      auto data = decode_data(full, item["data"]);
      if (!data) FAIL(data.error().front().pointer + ": " + data.error().front().detail);
      items.push_back({path.filename().string(), std::string(string_or(item, "actor")), type, id, std::string(string_or(item, "subject")),
                       std::string(string_or(item, "time")), std::move(*data)});
    }
  }
  return items;
}

inline const std::vector<Item>& reference() {
  static const auto items = read_folder("reference");
  return items;
}
inline const std::vector<Item>& sample() {
  static const auto items = read_folder("sample");
  return items;
}

template <class T>
std::vector<T> all(const std::vector<Item>& items) {
  std::vector<T> out;
  for (const auto& item : items)
    if (const auto* data = std::get_if<T>(&item.data)) out.push_back(*data);
  return out;
}

}  // namespace rollcall::tests
