rollcall_test(projector_test contract projector_test.cc LINK rollcall_wiring)
