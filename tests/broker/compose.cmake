# compose.yaml as it stands.
if(TARGET rollcall)
  # Debian's python3-yaml is for Debian's Python, which need not be the one that CMake finds first.
  set(python_with_yaml ${Python3_EXECUTABLE})
  execute_process(COMMAND ${Python3_EXECUTABLE} -c "import yaml" RESULT_VARIABLE without ERROR_QUIET)
  if(without)
    set(python_with_yaml /usr/bin/python3)
  endif()
  rollcall_broker_command(broker_compose_test 1 ${python_with_yaml} ${CMAKE_CURRENT_SOURCE_DIR}/compose_test.py $<TARGET_FILE:rollcall>)
  set_tests_properties(broker_compose_test PROPERTIES PROCESSORS 2)
endif()
