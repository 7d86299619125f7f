find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(scorecard_test unit scorecard_test.cc scorecard_questions_test.cc scorecard_others_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
