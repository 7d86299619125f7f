// Every error of librdkafka, sorted by what Rollcall does about it. One table, tested row by row.
//
//   retry    it passes by itself (a broker restarts, a leader moves): librdkafka tries again, or we do, with a pause
//   refence  the outcome of an append is unknown, or the lane may be another's by now: give up producer and lane, begin
//            again with a fence
//   stop     it won't pass: not allowed, not supported, a topic that is not there, data that is gone. The service halts and
//            says why
#pragma once

#include <librdkafka/rdkafka.h>

#include <string>

#include "events/log.h"

namespace rollcall::log::kafka {

enum class Reaction { retry, refence, stop };

Reaction reaction_to(rd_kafka_resp_err_t error);
// `doing` says what failed. An error of class retry is `unavailable`, refence `outcome_unknown`, stop by its kind.
events::LogError to_error(rd_kafka_resp_err_t error, const std::string& doing);

}  // namespace rollcall::log::kafka
