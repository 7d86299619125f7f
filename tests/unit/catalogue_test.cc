// What a type says of other types must hold within the catalogue: what it refers to, what ends it, and what the promises that
// ship take for evidence.
#include <concepts>
#include <set>

#include "events/conditions.h"
#include "tests/unit/reference_support.h"

using namespace rollcall::events;
using namespace rollcall::tests;
namespace mp = boost::mp11;

namespace {

template <class F>
void for_each_type(F&& f) {
  mp::mp_for_each<mp::mp_transform<mp::mp_identity, EventTypes>>([&](auto type) {
    using T = typename decltype(type)::type;
    INFO(T::info.name);
    f.template operator()<T>();
  });
}
std::string full(std::string_view type) { return std::string(kTypePrefix) + std::string(type) + std::string(kTypeSuffix); }

template <class T>
concept Refers = requires(const T& t) { { t.refers() } -> std::same_as<const EventRef&>; };
template <class T>
constexpr int references() {  // members that name an event
  int n = 0;
  mp::mp_for_each<codec::Members<T>>([&](auto m) {
    using Field = std::remove_cvref_t<decltype(std::declval<T>().*m.pointer)>;
    n += std::is_same_v<Field, EventRef> ? 1 : 0;
  });
  return n;
}

std::vector<CommitmentEntry> commitments() {
  std::vector<CommitmentEntry> out;
  for (const auto* items : {&reference(), &sample()})
    for (const auto& item : *items) {
      if (const auto* c = std::get_if<CommitmentDefined>(&item.data)) out.push_back(*c);
      if (const auto* c = std::get_if<CommitmentAmended>(&item.data)) out.push_back(*c);
    }
  return out;
}

}  // namespace

TEST_CASE("no two types have one name, and each is found by it", "[unit]") {
  std::set<std::string_view> names;
  for_each_type([&]<class T>() {
    CHECK(names.insert(T::info.name).second);
    CHECK(find_type(type_of<T>()) == &T::info);
    CHECK(short_type(type_of<T>()) == T::info.name);
    CHECK(nearest_type(type_of<T>()) == type_of<T>());
    CHECK(T::info.subjects != 0);
  });
  CHECK(names.size() == mp::mp_size<EventTypes>::value);
  for (const auto* none : {"", "plan.adopted", "org.rollcall.plan.adopted", "org.rollcall..v1", "org.rollcall.plan.dreamt.v1", "org.rollcall.plan.adopted.v2"}) CHECK(find_type(none) == nullptr);
  CHECK(nearest_type("org.rollcall.plan.adoptet.v1") == full("plan.adopted"));
}

TEST_CASE("what a type refers to is in the catalogue, and may be about each subject that it may be about", "[unit]") {
  int referring = 0;
  for_each_type([&]<class T>() {
    constexpr bool says = requires { typename T::RefersTo; };
    CHECK(says == Refers<T>);
    CHECK(says == (requires { T::kEnds; }));
    if constexpr (T::info.area != Area::contest) CHECK(references<T>() == (says ? 1 : 0));  // a claim refers to any type
    if constexpr (says) {
      ++referring;
      using To = typename T::RefersTo;
      CHECK(mp::mp_contains<EventTypes, To>::value);
      CHECK((T::info.subjects & ~To::info.subjects) == 0);
      CHECK(T::info.area == To::info.area);
      CHECK_FALSE(Refers<To>);  // no chain: the first event is the one that is named
    }
  });
  CHECK(referring >= 10);
}

TEST_CASE("what ends a type without naming it is in the catalogue, about the same subjects, and of the same matter", "[unit]") {
  int ended = 0;
  for_each_type([&]<class T>() {
    if constexpr (requires { typename T::EndedBy; }) {
      ++ended;
      using End = typename T::EndedBy;
      CHECK(mp::mp_contains<EventTypes, End>::value);
      CHECK(End::info.subjects == T::info.subjects);
      CHECK(End::info.area == T::info.area);
      CHECK((requires(const T& t, const End& e) { t.matter() == e.matter(); }));
      CHECK((requires(const T& t, const End& e) { t.when(), e.when(); }));
      CHECK_FALSE((requires { typename End::EndedBy; }));
      CHECK_FALSE(Refers<End>);
    }
  });
  CHECK(ended == 3);
}

TEST_CASE("an act says from when it holds; the registry and the claims do not", "[unit]") {
  for_each_type([&]<class T>() {
    constexpr bool dated = requires(const T& t) { t.when(); };
    CHECK(dated == (T::info.area != Area::registry && T::info.area != Area::contest && T::info.name != MeetingConvened::info.name));
    if constexpr (requires(const T& t) { t.until(); }) CHECK(dated);
  });
}

TEST_CASE("the promises that ship ask for evidence of types and members that there are, and for words that they can have", "[unit]") {
  std::size_t items = 0;
  for (const auto& c : commitments())
    for (const auto* list : {&c.evidence.all_of, &c.evidence.partly})
      for (const auto& item : *list) {
        ++items;
        INFO(c.commitment.value << ": " << to_json(item));
        const auto* type = find_type(full(item.type.value));
        REQUIRE(type);
        CHECK(type->area != Area::registry);
        CHECK(type->area != Area::contest);
        for (const auto& condition : item.where) CHECK(can_be_met(full(item.type.value), condition));
        if (item.instrument) CHECK(has_member(full(item.type.value), "instrument"));
        if (item.with_indicators) CHECK(has_member(full(item.type.value), "has_indicators"));
        const auto has_any = [&](std::initializer_list<const char*> members) { return std::any_of(members.begin(), members.end(), [&](const char* m) { return has_member(full(item.type.value), m); }); };
        if (item.framework) CHECK(has_any({"framework", "frameworks", "covers", "code"}));
      }
  CHECK(items > 100);
}
