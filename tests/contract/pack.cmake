# Meeting packs from whole instances: over HTTP, from a data folder, after an export and a load. And a workbook as another
# program reads it.
rollcall_test(pack_instance_test contract pack_instance_test.cc LINK rollcall_wiring)
add_test(NAME pack_workbook_test COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/pack_workbook_test.py $<TARGET_FILE:rollcall>)
set_tests_properties(pack_workbook_test PROPERTIES LABELS contract TIMEOUT 300)
