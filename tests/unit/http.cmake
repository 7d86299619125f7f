rollcall_test(http_values_test unit http_values_test.cc LINK rollcall_http ZLIB::ZLIB)
rollcall_test(http_test unit http_test.cc http_limits_test.cc http_stop_test.cc http_close_test.cc LINK rollcall_http)
rollcall_test(http_stream_test unit http_stream_test.cc http_upload_test.cc LINK rollcall_http)
