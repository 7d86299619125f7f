rollcall_test(import_test unit import_test.cc import_geo_test.cc import_upr_test.cc LINK rollcall_import rollcall_csv)
target_compile_definitions(import_test PRIVATE ROLLCALL_ROOT="${CMAKE_SOURCE_DIR}" ROLLCALL_SHARED="${CMAKE_SOURCE_DIR}/../shared")
rollcall_test(reference_test unit reference_test.cc reference_promises_test.cc LINK rollcall_events)
target_compile_definitions(reference_test PRIVATE ROLLCALL_ROOT="${CMAKE_SOURCE_DIR}" ROLLCALL_SHARED="${CMAKE_SOURCE_DIR}/../shared")
