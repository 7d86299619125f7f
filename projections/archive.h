// cereal over a string, and serialization of every Boost.Describe struct of events/ and projections/: rows are versioned
// cereal. An optional is a flag and its value; a date is three numbers; an EventData is its type's short name and the struct.
#pragma once

#include <cereal/cereal.hpp>
#include <cereal/types/map.hpp>
#include <cereal/types/string.hpp>
#include <cereal/types/vector.hpp>
#include <concepts>
#include <cstring>

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

// cereal's binary form, straight into and out of a string: its own archives go through a std::ostream for every number.
namespace rollcall::projections::archive {

class Out : public cereal::OutputArchive<Out, cereal::AllowEmptyClassElision> {
 public:
  Out() : OutputArchive(this) {}
  void write(const void* from, std::size_t size) { bytes.append(static_cast<const char*>(from), size); }
  std::string bytes;
};
class In : public cereal::InputArchive<In, cereal::AllowEmptyClassElision> {
 public:
  explicit In(std::string_view bytes) : InputArchive(this), rest_(bytes) {}
  void read(void* to, std::size_t size) {
    if (size > rest_.size()) throw cereal::Exception("a row is cut short");
    std::memcpy(to, rest_.data(), size);
    rest_.remove_prefix(size);
  }

 private:
  std::string_view rest_;
};

template <class T>
  requires std::is_arithmetic_v<T>
void CEREAL_SAVE_FUNCTION_NAME(Out& out, const T& v) { out.write(&v, sizeof v); }
template <class T>
  requires std::is_arithmetic_v<T>
void CEREAL_LOAD_FUNCTION_NAME(In& in, T& v) { in.read(&v, sizeof v); }
template <class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(Out& out, cereal::SizeTag<T>& v) { out(v.size); }
template <class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(In& in, cereal::SizeTag<T>& v) { in(v.size); }
template <class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(Out& out, cereal::NameValuePair<T>& v) { out(v.value); }
template <class T>
void CEREAL_SERIALIZE_FUNCTION_NAME(In& in, cereal::NameValuePair<T>& v) { in(v.value); }
template <class T>
void CEREAL_SAVE_FUNCTION_NAME(Out& out, const cereal::BinaryData<T>& v) { out.write(v.data, static_cast<std::size_t>(v.size)); }
template <class T>
void CEREAL_LOAD_FUNCTION_NAME(In& in, cereal::BinaryData<T>& v) { in.read(v.data, static_cast<std::size_t>(v.size)); }

}  // namespace rollcall::projections::archive

CEREAL_SETUP_ARCHIVE_TRAITS(rollcall::projections::archive::In, rollcall::projections::archive::Out)

namespace rollcall::projections {

template <class Row>
std::string write_row(const Row& row) {
  archive::Out out;
  out.bytes.push_back(static_cast<char>(Row::kVersion));
  out(row);
  return std::move(out.bytes);
}

template <class Row>
Row read_row(std::string_view bytes) {
  if (bytes.empty() || bytes[0] != static_cast<char>(Row::kVersion)) throw std::logic_error("a row of another version");
  archive::In in(bytes.substr(1));
  Row row;
  in(row);
  return row;
}

// The row's bytes: one version byte, then cereal's binary form. Specialised for a row that takes long to compile (told.h).
template <class Row>
std::string to_row(const Row& row) { return write_row(row); }

// A row of another version, or a damaged one, can't be met: a model's version is part of its store's name.
template <class Row>
Row from_row(std::string_view bytes) { return read_row<Row>(bytes); }

}  // namespace rollcall::projections
