rollcall_test(all_models_test contract all_models_test.cc LINK rollcall_wiring ${RAPIDCHECK_LIBRARY})
target_compile_definitions(all_models_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
