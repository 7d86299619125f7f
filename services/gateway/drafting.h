// What is done with drafts (drafts.h): kept, told, and sent once a second person approved them. Sending is what any
// submission goes through; what was approved is sent again until its decision is known, and (source, id) makes it once.
#pragma once

#include "services/gateway/gateway.h"

namespace rollcall::gateway {

// One draft as JSON; whole: with the event, its contact open, for whoever looks at that one, and what would be decided now.
std::string draft_json(const Ports& ports, const Draft& draft, bool whole);
events::CloudEvent event_of(const Draft& draft);
std::string draft_path(const Draft& draft);
std::string draft_tag(const Draft& draft);  // its ETag: another one with every change
http::Response draft_response(const Ports& ports, int status, const Draft& draft);
http::Response refusal_response(const DraftRefusal& refusal);

// A line of a stream, kept as a draft, and how that is told.
std::string kept_as_draft(const Ports& ports, const HandIn& item, const Caller& caller);

// Hands the approved draft in. `told`, once, on the pool or at once: the draft as it is when its decision is known, or
// nothing when it could not be handed in now (it will be, again).
void send_draft(const std::shared_ptr<const Ports>& ports, const Draft& draft, std::function<void(std::optional<Draft>)> told);
// Again and again: what was approved and has no decision yet, say from before a crash, is sent; what is too old goes.
void tend_drafts(const std::shared_ptr<const Ports>& ports);

// /v1/drafts and what is below it.
void add_draft_routes(http::Router& router, const std::shared_ptr<const Ports>& ports);
// GET /v1/types, GET /v1/me
void add_form_routes(http::Router& router, const std::shared_ptr<const Ports>& ports);
// A buffered route whose answer is made on the pool.
http::Handler on_pool(std::shared_ptr<const Ports> ports, http::Response (*answer)(const Ports&, const http::Request&));

}  // namespace rollcall::gateway
