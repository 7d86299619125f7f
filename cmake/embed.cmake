# Files inside the binary. `.incbin` takes them as they are, so a megabyte costs no more to compile than a line.
#
#   rollcall_embed(<target> <namespace> BASE <dir> FILES <file>...)
#   rollcall_embed(<target> <namespace> BASE <dir> STAMP <file>)
#
# gives <target> (made as a static library when it isn't there yet) three functions, which a header declares by hand:
#
#   std::optional<std::string_view> <namespace>::file(std::string_view path);      the bytes; path is relative to BASE
#   std::optional<std::string_view> <namespace>::sha256(std::string_view path);    64 hexadecimal digits
#   std::vector<std::string_view>   <namespace>::paths();                          sorted
#
# What they return lives as long as the program. With FILES, a change of any of them embeds anew. With STAMP the files are
# whatever lies under BASE when the stamp was last touched: for a build of its own whose names aren't known beforehand.
set(ROLLCALL_EMBED_WRITER ${CMAKE_CURRENT_LIST_DIR}/embed_write.cmake)

function(rollcall_embed target namespace)
  cmake_parse_arguments(PARSE_ARGV 2 ARG "" "BASE;STAMP" "FILES")
  if(NOT ARG_BASE OR NOT (ARG_FILES OR ARG_STAMP))
    message(FATAL_ERROR "rollcall_embed: BASE and one of FILES and STAMP are needed")
  endif()
  file(REAL_PATH ${ARG_BASE} base BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set(files "")
  foreach(file IN LISTS ARG_FILES)
    file(REAL_PATH ${file} file BASE_DIRECTORY ${base})
    list(APPEND files ${file})
  endforeach()
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}.embed.txt)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}.embed.cc)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${list} CONTENT "${lines}" @ONLY)  # written only when it differs
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DBASE=${base} -DLIST=${list} -DNAMESPACE=${namespace} -DSYMBOL=${target} -DOUT=${source} -P ${ROLLCALL_EMBED_WRITER}
    DEPENDS ${files} ${ARG_STAMP} ${list} ${ROLLCALL_EMBED_WRITER}
    COMMENT "Embedding the files of ${target}" VERBATIM)
  if(NOT TARGET ${target})
    add_library(${target} STATIC)
  endif()
  target_sources(${target} PRIVATE ${source})
endfunction()
