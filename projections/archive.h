// cereal over a string, and serialization of every Boost.Describe struct of events/ and projections/: rows are versioned
// cereal. An optional is a flag and its value; a date is three numbers; an EventData is its type's short name and the struct.
#pragma once

#include <cereal/archives/binary.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <concepts>
#include <streambuf>

#include "events/codec.h"
#include "events/position.h"

namespace cereal {

template <class Archive, class Tag>
void serialize(Archive& a, rollcall::events::Named<Tag>& v) { a(v.value); }
template <class Archive>
void serialize(Archive& a, rollcall::events::Text& v) { a(v.value); }
template <class Archive>
void serialize(Archive& a, rollcall::events::RawJson& v) { a(v.value); }
template <class Archive>
void serialize(Archive& a, rollcall::events::PartialDate& v) { a(v.year, v.month, v.day); }
template <class Archive>
void serialize(Archive& a, rollcall::events::Instant& v) { a(v.ms); }
template <class Archive, class Tag, class Int>
void serialize(Archive& a, rollcall::events::Counted<Tag, Int>& v) { a(v.value); }
template <class Archive>
void serialize(Archive& a, rollcall::events::Place& v) { a(v.partition, v.sequence); }

template <class Archive, class T>
void save(Archive& a, const std::optional<T>& v) {
  a(v.has_value());
  if (v) a(*v);
}
template <class Archive, class T>
void load(Archive& a, std::optional<T>& v) {
  bool has = false;
  a(has);
  if (has) a(v.emplace());
}

template <class Archive, class T>
  requires(boost::describe::has_describe_members<T>::value && !std::is_union_v<T>)
void serialize(Archive& a, T& v) {
  boost::mp11::mp_for_each<rollcall::events::codec::Members<T>>([&](auto member) { a(v.*member.pointer); });
}

// Templates, since every event struct would convert to the variant and then be serializable in two ways.
template <class Archive, std::same_as<rollcall::events::EventData> T>
void save(Archive& a, const T& v) {
  std::visit([&](const auto& data) { a(std::string(std::remove_cvref_t<decltype(data)>::info.name), data); }, v);
}
template <class Archive, std::same_as<rollcall::events::EventData> Data>
void load(Archive& a, Data& v) {
  std::string name;
  a(name);
  bool found = false;
  boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, rollcall::events::EventTypes>>([&](auto type) {
    using T = typename decltype(type)::type;
    if (!found && T::info.name == name) found = true, a(v.template emplace<T>());
  });
  if (!found) throw Exception("a row holds the unknown type " + name);
}

}  // namespace cereal

namespace rollcall::projections {

namespace archive {
struct Out : std::streambuf {
  std::string bytes;
  std::streamsize xsputn(const char* p, std::streamsize n) override { return bytes.append(p, static_cast<std::size_t>(n)), n; }
  int overflow(int c) override { return bytes.push_back(static_cast<char>(c)), c; }
};
struct In : std::streambuf {
  explicit In(std::string_view bytes) {
    auto* p = const_cast<char*>(bytes.data());
    setg(p, p, p + bytes.size());
  }
};
}  // namespace archive

// The row's bytes: one version byte, then cereal's binary form.
template <class Row>
std::string to_row(const Row& row) {
  archive::Out out;
  out.bytes.push_back(static_cast<char>(Row::kVersion));
  std::ostream stream(&out);
  cereal::BinaryOutputArchive a(stream);
  a(row);
  return std::move(out.bytes);
}

// A row of another version, or a damaged one, can't be met: a model's version is part of its store's name.
template <class Row>
Row from_row(std::string_view bytes) {
  if (bytes.empty() || bytes[0] != static_cast<char>(Row::kVersion)) throw std::logic_error("a row of another version");
  archive::In in(bytes.substr(1));
  std::istream stream(&in);
  cereal::BinaryInputArchive a(stream);
  Row row;
  a(row);
  return row;
}

}  // namespace rollcall::projections
