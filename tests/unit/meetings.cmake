# The meetings model, and what the scorecard tells of a meeting's recommendations.
rollcall_test(meetings_test unit meetings_test.cc meetings_follow_up_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
