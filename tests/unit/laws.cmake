# Laws of the house that no compiler holds.
add_test(NAME includes_test COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/laws/includes)
add_test(NAME includes_law_test COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/laws/includes --prove)
set_tests_properties(includes_test includes_law_test PROPERTIES LABELS unit TIMEOUT 60)
