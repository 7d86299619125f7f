# Read models rebuilt under traffic, on both logs.
if(TARGET rollcall)
  rollcall_broker_command(broker_rebuild_test 1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/rebuild_test.py $<TARGET_FILE:rollcall>)
endif()
