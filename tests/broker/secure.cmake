# Kafka that lets in only whom it knows.
if(TARGET rollcall)
  rollcall_broker_command(broker_secure_test 1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/secure_test.py $<TARGET_FILE:rollcall>)
endif()
