# What happened, as it lands: server-sent events over real sockets.
rollcall_test(activity_stream_test contract activity_stream_test.cc LINK rollcall_wiring)
