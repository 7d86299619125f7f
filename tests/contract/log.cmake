rollcall_test(log_contract_test contract log_contract_test.cc log_reading_contract_test.cc log_topics_contract_test.cc LINK rollcall_log)
rollcall_test(memory_log_test contract memory_log_test.cc LINK rollcall_log)
rollcall_test(embedded_log_test contract embedded_log_test.cc embedded_process_test.cc LINK rollcall_log spdlog::spdlog)
set_tests_properties(log_contract_test embedded_log_test PROPERTIES
  ENVIRONMENT "TSAN_OPTIONS=suppressions=${CMAKE_CURRENT_LIST_DIR}/../support/tsan.supp")
