// CloudEvents over HTTP, all modes in which events come in (github.com/cloudevents/spec v1.0.2,
// bindings/http-protocol-binding.md): structured, batch, binary. NDJSON is streamed (ndjson.cc), CSV has its own reader (csv.h).
#pragma once

#include "events/envelope.h"
#include "services/http/message.h"

namespace rollcall::gateway {

enum class Mode { structured, batch, binary, ndjson, csv, unsupported };

// By the media type alone; anything else that carries ce-specversion is binary.
Mode mode_of(const http::Headers& headers);

// One event each; the batch has as many as its array. Reasons' pointers begin with "/N" in a batch.
events::Checked<std::vector<events::CloudEvent>> read_events(const http::Request& request);

}  // namespace rollcall::gateway
