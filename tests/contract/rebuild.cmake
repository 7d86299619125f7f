# Read models rebuilt beside the one that serves.
rollcall_test(rebuild_test contract rebuild_test.cc rebuild_generations_test.cc gateway_rebuild_test.cc LINK rollcall_wiring)
