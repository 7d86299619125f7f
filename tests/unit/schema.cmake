# Structs, published schemas, examples and golden records agree. The second file holds Boost.JSON's own definitions,
# which Debian ships as headers only.
rollcall_test(schema_test unit schema_test.cc schema_json.cc LINK rollcall_events)
target_compile_definitions(schema_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
rollcall_test(schema_stream_test unit schema_stream_test.cc schema_generate.cc schema_json.cc LINK rollcall_events)
target_compile_definitions(schema_stream_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
