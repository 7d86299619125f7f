# What happened: the feed's filters, spans, sentences and forms.
find_library(RAPIDCHECK_LIBRARY rapidcheck REQUIRED)
rollcall_test(activity_test unit activity_test.cc activity_sentence_test.cc LINK rollcall_projections ${RAPIDCHECK_LIBRARY})
target_compile_definitions(activity_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
