// Look-ups in the catalogue.
#include "events/catalogue.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <vector>

namespace rollcall::events {
namespace {

template <class... T>
auto infos(boost::mp11::mp_list<T...>) { return std::array<const TypeInfo*, sizeof...(T)>{&T::info...}; }

// Levenshtein's distance, for the hint only.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t cost = diagonal + (a[i] != b[j]);
      diagonal = row[j + 1];
      row[j + 1] = std::min({row[j] + 1, row[j + 1] + 1, cost});
    }
  }
  return row.back();
}

}  // namespace

std::optional<std::string_view> short_type(std::string_view type) {
  if (!type.starts_with(kTypePrefix) || !type.ends_with(kTypeSuffix) || type.size() <= kTypePrefix.size() + kTypeSuffix.size()) return std::nullopt;
  return type.substr(kTypePrefix.size(), type.size() - kTypePrefix.size() - kTypeSuffix.size());
}

const TypeInfo* find_type(std::string_view type) {
  static const auto table = [] {
    std::unordered_map<std::string_view, const TypeInfo*> t;
    for (const auto* info : infos(EventTypes{})) t.emplace(info->name, info);
    return t;
  }();
  const auto name = short_type(type);
  const auto found = name ? table.find(*name) : table.end();
  return found == table.end() ? nullptr : found->second;
}

std::string nearest_type(std::string_view type) {
  const auto all = infos(EventTypes{});
  const auto name = short_type(type).value_or(type.substr(0, 100));
  const auto* best = *std::min_element(all.begin(), all.end(), [&](auto* a, auto* b) { return distance(name, a->name) < distance(name, b->name); });
  return std::string(kTypePrefix) + std::string(best->name) + std::string(kTypeSuffix);
}

}  // namespace rollcall::events
