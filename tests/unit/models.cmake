# The read models, each as given events, when asked, then answer; and as folds that any interleaving leaves equal.
find_path(RAPIDCHECK_INCLUDE rapidcheck.h REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(told_test unit told_test.cc LINK rollcall_projections)
rollcall_test(known_test unit known_test.cc LINK rollcall_projections)
rollcall_test(remembered_test unit remembered_test.cc LINK rollcall_projections)
rollcall_test(directory_test unit directory_test.cc directory_mandates_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
rollcall_test(instruments_test unit instruments_test.cc instruments_force_test.cc instruments_statements_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
target_compile_definitions(instruments_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}" ROLLCALL_SHARED="${CMAKE_SOURCE_DIR}/../shared")
