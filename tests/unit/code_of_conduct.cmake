# Who signed a code of conduct, and their reports.
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(code_of_conduct_test unit code_of_conduct_test.cc code_of_conduct_reports_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
