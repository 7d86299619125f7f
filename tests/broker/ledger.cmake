rollcall_broker_command(transfer_test 1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/transfer_test.py $<TARGET_FILE:rollcall>)
rollcall_broker_command(integrity_test 1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/integrity_test.py $<TARGET_FILE:rollcall>)
