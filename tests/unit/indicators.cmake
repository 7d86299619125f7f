rollcall_test(indicators_test unit indicators_test.cc indicators_withheld_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
