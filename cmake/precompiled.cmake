# The headers that nearly every file includes, parsed once: the standard library's, Boost.Describe, simdjson, and for the
# tests Catch2 too. It saves a quarter of a first build's time. No source may rely on it: what a file uses, it includes
# (-DROLLCALL_PRECOMPILED=OFF shows whether it does).
option(ROLLCALL_PRECOMPILED "Parse the common headers once" ON)

set(ROLLCALL_COMMON_HEADERS
  <algorithm> <array> <atomic> <charconv> <chrono> <condition_variable> <deque> <filesystem> <functional> <map> <memory> <mutex>
  <optional> <ranges> <set> <span> <string> <string_view> <thread> <unordered_map> <utility> <variant> <vector>
  <boost/describe.hpp> <boost/mp11.hpp> <rapidjson/writer.h> <simdjson.h> <tl/expected.hpp>)

# rollcall_precompile(NAME HEADERS… FOR DIRECTORIES… [BUT TARGETS…]): every target made in or below those folders includes
# NAME's headers first.
function(rollcall_precompile name)
  cmake_parse_arguments(ARG "" "" "HEADERS;FOR;BUT" ${ARGN})
  if(NOT ROLLCALL_PRECOMPILED)
    return()
  endif()
  file(WRITE ${CMAKE_BINARY_DIR}/${name}.cc "")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cc)
  target_precompile_headers(${name} PRIVATE ${ARG_HEADERS})
  while(ARG_FOR)
    list(POP_FRONT ARG_FOR directory)
    get_directory_property(below DIRECTORY ${directory} SUBDIRECTORIES)
    list(APPEND ARG_FOR ${below})
    get_directory_property(targets DIRECTORY ${directory} BUILDSYSTEM_TARGETS)
    foreach(target IN LISTS targets)
      get_target_property(type ${target} TYPE)
      if(type MATCHES "EXECUTABLE|STATIC_LIBRARY|OBJECT_LIBRARY" AND NOT target IN_LIST ARG_BUT)
        target_precompile_headers(${target} REUSE_FROM ${name})
      endif()
    endforeach()
  endwhile()
endfunction()
