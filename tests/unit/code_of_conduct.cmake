# Who signed a code of conduct, and their reports.
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(code_of_conduct_test unit code_of_conduct_test.cc code_of_conduct_reports_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
# One rule ends what is not named by its ending, whichever model is asked.
rollcall_test(matter_test unit matter_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
