rollcall_test(decide_test unit decide_test.cc LINK rollcall_admission)
