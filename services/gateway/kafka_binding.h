// CloudEvents over Kafka, both modes in which events come in (github.com/cloudevents/spec v1.0.2,
// bindings/kafka-protocol-binding.md): structured, by the header content-type; binary, by headers ce_NAME in plain UTF-8.
#pragma once

#include "events/envelope.h"
#include "events/log.h"

namespace rollcall::gateway {

// The key is not looked at. Reasons: neither mode, or not its rules; a batch, which the binding does not know; another
// format than JSON.
events::Checked<events::CloudEvent> read_message(const events::Entry& message);

}  // namespace rollcall::gateway
