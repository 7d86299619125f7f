// The files of this folder as the binary carries them, so that an installed Rollcall is one file: "reference/10-countries.json",
// "sample/sources/10-documents.json", "events/plan.adopted.v1.json", "openapi.yaml", "asyncapi.yaml". Use from any thread.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace rollcall::schemas {

// The file's bytes, for as long as the program runs; nothing when there is no such file.
std::optional<std::string_view> file(std::string_view path);

// Its SHA-256 in lower-case hexadecimal, for an ETag.
std::optional<std::string_view> sha256(std::string_view path);

// Every path, sorted by byte: reference data is loaded in this order.
std::vector<std::string_view> paths();

}  // namespace rollcall::schemas
