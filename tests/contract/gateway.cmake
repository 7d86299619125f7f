# The gateway over real sockets, on a whole instance in this process; and the CloudEvents project's own feature file.
rollcall_test(cloudevents_feature_test contract cloudevents_feature_test.cc LINK rollcall_gateway)
target_compile_definitions(cloudevents_feature_test PRIVATE ROLLCALL_SHARED="${CMAKE_SOURCE_DIR}/../shared")
rollcall_test(gateway_relay_test contract gateway_kafka_binding_test.cc gateway_relay_test.cc LINK rollcall_gateway rollcall_log)
rollcall_test(gateway_test contract gateway_modes_test.cc gateway_answers_test.cc gateway_csv_test.cc gateway_contacts_test.cc gateway_reads_test.cc gateway_openapi_test.cc LINK rollcall_wiring)
rollcall_test(gateway_stream_test contract gateway_stream_test.cc gateway_stop_test.cc gateway_desk_test.cc LINK rollcall_wiring)
rollcall_test(gateway_rehearsal_test contract gateway_rehearsal_test.cc LINK rollcall_wiring)
rollcall_test(spreadsheet_test contract spreadsheet_test.cc LINK rollcall_wiring)
target_compile_definitions(spreadsheet_test PRIVATE ROLLCALL_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
