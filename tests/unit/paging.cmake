rollcall_test(paging_test unit paging_test.cc LINK rollcall_projections)
target_compile_definitions(paging_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
