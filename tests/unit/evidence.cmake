rollcall_test(evidence_rules_test unit evidence_rules_test.cc evidence_reports_test.cc LINK rollcall_admission)
target_compile_definitions(evidence_rules_test PRIVATE ROLLCALL_ROOT="${CMAKE_SOURCE_DIR}")
