# Who does what where.
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(programmes_test unit programmes_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
