# What partners write to topics of their own: the relay on a real broker, and foreign producers and consumers.
rollcall_broker_test(broker_partner_topics_test partner_topics_test.cc LINK rollcall_gateway rollcall_log)
if(TARGET rollcall)
  rollcall_broker_command(broker_partners_test 1 ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/partners_test.py $<TARGET_FILE:rollcall>)
endif()
