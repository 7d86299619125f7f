# The read models, each as given events, when asked, then answer; and as folds that any interleaving leaves equal.
find_path(RAPIDCHECK_INCLUDE rapidcheck.h REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(told_test unit told_test.cc LINK rollcall_projections)
rollcall_test(known_test unit known_test.cc LINK rollcall_projections)
foreach(model instruments directory)
  rollcall_test(${model}_test unit ${model}_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
  target_compile_definitions(${model}_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
endforeach()
