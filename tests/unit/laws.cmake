# Laws of the house that no compiler holds.
foreach(law includes documents)
  add_test(NAME ${law}_test COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/laws/${law})
  add_test(NAME ${law}_law_test COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/laws/${law} --prove)
  set_tests_properties(${law}_test ${law}_law_test PROPERTIES LABELS unit TIMEOUT 60)
endforeach()
