// The two kinds of failure the language knows: a reason why a submission is refused (told to a partner),
// and a plain error (told to an operator). Both are values; nothing in events/ or projections/ throws.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace rollcall::events {

// Why a submission is refused (docs/domain.md, Refusals). The names are the wire names.
enum class Code {
  malformed, unknown_type, schema_violation, unknown_subject, not_authorised, outside_mandate, conflict_with_earlier,
  unknown_reference, future_date, personal_data, cell_too_small, too_large
};
BOOST_DESCRIBE_ENUM(Code, malformed, unknown_type, schema_violation, unknown_subject, not_authorised, outside_mandate,
                    conflict_with_earlier, unknown_reference, future_date, personal_data, cell_too_small, too_large)

struct Reason {
  Code code;
  std::string pointer;  // RFC 6901 JSON pointer into the submission, "" for the whole
  std::string detail;   // one sentence that tells the partner what to do
  std::string rule;     // where the rule comes from
  bool operator==(const Reason&) const = default;
};
BOOST_DESCRIBE_STRUCT(Reason, (), (code, pointer, detail, rule))
using Reasons = std::vector<Reason>;

// What an operator has to do about an error: look at what failed, or find out what became of the record.
enum class ErrorCode : std::uint8_t { failed, integrity };
BOOST_DESCRIBE_ENUM(ErrorCode, failed, integrity)

struct Error {
  std::string detail;
  ErrorCode code = ErrorCode::failed;
};
template <class T>
using Expected = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string detail) { return tl::unexpected(Error{std::move(detail)}); }
// What was recorded can't be trusted: records were lost, damaged or tampered with. `where` comes before the sentence.
inline tl::unexpected<Error> broken(std::string_view detail, std::string where = {}) {
  return tl::unexpected(Error{std::move((where += "integrity: ") += detail), ErrorCode::integrity});
}

}  // namespace rollcall::events
