# Meeting packs, made from a model's answers without any service.
rollcall_test(pack_test unit pack_test.cc LINK rollcall_pack)
