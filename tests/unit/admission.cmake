# The decision as tables, a file for each part of the rules.
rollcall_test(decide_test unit decide_test.cc decide_admitted_rows.cc decide_every_type_test.cc decide_references_test.cc decide_registry_test.cc decide_speaker_test.cc decide_values_test.cc LINK rollcall_admission)
