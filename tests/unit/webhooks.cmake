# The parts of webhooks that need no receiver.
rollcall_test(webhooks_unit_test unit webhooks_test.cc LINK rollcall_webhooks)
