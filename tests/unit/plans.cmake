find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(plans_test unit plans_test.cc plans_questions_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
