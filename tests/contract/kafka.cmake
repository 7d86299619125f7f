# The same suite on a real broker, which tests/broker/cluster.py starts and stops around it.
add_executable(kafka_contract_test log_contract_test.cc log_reading_contract_test.cc log_topics_contract_test.cc)
target_compile_definitions(kafka_contract_test PRIVATE "ROLLCALL_LOG_FIXTURES=\"tests/contract/kafka_fixtures.h\"")
target_link_libraries(kafka_contract_test PRIVATE catch_main rollcall_log)
add_test(NAME kafka_contract_test
  COMMAND python3 ${CMAKE_SOURCE_DIR}/tests/broker/cluster.py run --brokers 1 -- $<TARGET_FILE:kafka_contract_test> --use-colour no)
set_tests_properties(kafka_contract_test PROPERTIES LABELS broker TIMEOUT 300)
if(NOT ROLLCALL_SANITIZE STREQUAL thread)  # librdkafka starts its threads with C11's thrd_create, which g++ 12's ThreadSanitizer does not know
  rollcall_test(kafka_errors_test contract kafka_errors_test.cc LINK rollcall_log PkgConfig::RDKAFKA)
endif()
