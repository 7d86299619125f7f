# The build step of embed.cmake: writes OUT from the files named in LIST, or from all under BASE when LIST is empty.
# The digests in the table make OUT differ whenever a file does, so no compiler cache can hand out an old object.
file(STRINGS ${LIST} files)
if(NOT files)
  file(GLOB_RECURSE files ${BASE}/*)
endif()
set(paths "")
foreach(file IN LISTS files)
  file(RELATIVE_PATH path ${BASE} ${file})
  list(APPEND paths ${path})
endforeach()
list(SORT paths)  # by byte, as std::string_view compares

set(bytes "")
set(names "")
set(table "")
set(number 0)
foreach(path IN LISTS paths)
  set(symbol ${SYMBOL}_embedded_${number})
  file(SHA256 ${BASE}/${path} digest)
  string(APPEND bytes "asm(\".section .rodata,\\\"a\\\",@progbits\\n.balign 16\\n.global ${symbol}\\n.hidden ${symbol}\\n${symbol}:\\n\"\n"
    "    \".incbin \\\"${BASE}/${path}\\\"\\n.global ${symbol}_end\\n.hidden ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n")
  string(APPEND names "extern \"C\" __attribute__((visibility(\"hidden\"))) const char ${symbol}[], ${symbol}_end[];\n")
  string(APPEND table "    {\"${path}\", \"${digest}\", ${symbol}, ${symbol}_end},\n")
  math(EXPR number "${number} + 1")
endforeach()

file(WRITE ${OUT} "// Written by cmake/embed_write.cmake: not to be edited.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

${bytes}
${names}
namespace ${NAMESPACE} {
namespace {
struct Embedded {
  std::string_view path, digest;
  const char* begin;
  const char* end;
};
const Embedded table[] = {
${table}};

const Embedded* find(std::string_view path) {
  const auto* at = std::lower_bound(std::begin(table), std::end(table), path, [](const Embedded& e, std::string_view p) { return e.path < p; });
  return at != std::end(table) && at->path == path ? at : nullptr;
}
}  // namespace

std::optional<std::string_view> file(std::string_view path);
std::optional<std::string_view> sha256(std::string_view path);
std::vector<std::string_view> paths();

std::optional<std::string_view> file(std::string_view path) {
  const auto* e = find(path);
  if (!e) return std::nullopt;
  return std::string_view(e->begin, static_cast<std::size_t>(e->end - e->begin));
}

std::optional<std::string_view> sha256(std::string_view path) {
  const auto* e = find(path);
  if (!e) return std::nullopt;
  return e->digest;
}

std::vector<std::string_view> paths() {
  std::vector<std::string_view> out;
  for (const auto& e : table) out.push_back(e.path);
  return out;
}
}  // namespace ${NAMESPACE}
")
