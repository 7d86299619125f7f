# Webhooks against a receiver of the tests', over real sockets.
rollcall_test(webhooks_test contract webhooks_test.cc webhooks_instance_test.cc webhooks_tls_test.cc LINK rollcall_wiring OpenSSL::SSL OpenSSL::Crypto)
