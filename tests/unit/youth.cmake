rollcall_test(youth_test unit youth_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
