// POST /v1/events with one body: structured, batch, binary, or a spreadsheet.
#include "events/codec.h"
#include "services/gateway/binding.h"
#include "services/gateway/brought.h"
#include "services/gateway/csv.h"
#include "services/gateway/csv_columns.h"

namespace rollcall::gateway {
using namespace events;
namespace {

constexpr std::size_t kMaxBody = 1 << 20;

void go(const std::shared_ptr<const Ports>& ports, Way way, Brought brought, bool list, const http::Request& request, const Caller& caller, const std::shared_ptr<http::Stream>& stream) {
  switch (way) {
    case Way::rehearse: return rehearse(*ports, std::move(brought), list, caller.stakeholder, *stream);
    case Way::draft: return keep_drafts(*ports, std::move(brought), list, caller, *stream);
    case Way::hand_in: return hand_in(ports, std::move(brought), list, request, caller.stakeholder, stream);
  }
}

// One event, or a batch: all of it, or nothing and the reasons.
void submit_events(const std::shared_ptr<const Ports>& ports, const http::Request& request, Way way, const Caller& caller, const std::shared_ptr<http::Stream>& stream) {
  const auto events = read_events(request);
  if (!events) return stream->respond(reasons_response(events.error()));
  const bool batch = mode_of(request.headers) == Mode::batch;
  Brought brought;
  if (way == Way::rehearse) brought.purpose = Keys::For::rehearsal;
  for (const auto& event : *events) {
    auto reasons = brought.take(*ports, event, caller.stakeholder, 0);
    if (reasons.empty()) continue;
    if (batch) for (auto& reason : reasons) reason.pointer.insert(0, "/" + std::to_string(brought.entries.size() - 1));
    return stream->respond(reasons_response(reasons, batch ? nullptr : &event));
  }
  go(ports, way, std::move(brought), batch, request, caller, stream);
}

// A spreadsheet: a row that can't be taken is told so, the rest goes on.
void submit_rows(const std::shared_ptr<const Ports>& ports, const http::Request& request, Way way, const Caller& caller, const std::shared_ptr<http::Stream>& stream) {
  const auto rows = read_csv_events(request.body, request.query.find("type").value_or(""), caller.stakeholder);
  if (!rows) return stream->respond(reasons_response(rows.error()));
  Brought brought;
  if (way == Way::rehearse) brought.purpose = Keys::For::rehearsal;
  for (const auto& row : *rows) {
    auto reasons = row.event ? brought.take(*ports, *row.event, caller.stakeholder, row.line) : row.event.error();
    if (reasons.empty()) continue;
    if (!row.event) brought.entries.push_back({{}, {}, row.line, {}});
    brought.entries.back().answer = refused_line(row.line, with_columns(to_json(reasons)));
  }
  go(ports, way, std::move(brought), true, request, caller, stream);
}

void submit(const std::shared_ptr<const Ports>& ports, const http::Request& request, bool drafting, const Caller& caller, const std::shared_ptr<http::Stream>& stream) {
  const auto rehearsed = dry_run(request);
  if (!rehearsed) return stream->respond(bad_dry_run());
  const auto way = *rehearsed ? Way::rehearse : drafting || caller.duty ? Way::draft : Way::hand_in;
  mode_of(request.headers) == Mode::csv ? submit_rows(ports, request, way, caller, stream) : submit_events(ports, request, way, caller, stream);
}

class BodyExchange : public http::Exchange, public std::enable_shared_from_this<BodyExchange> {
 public:
  BodyExchange(std::shared_ptr<const Ports> ports, http::Request request, bool drafting, std::shared_ptr<http::Stream> stream)
      : ports_(std::move(ports)), request_(std::move(request)), drafting_(drafting), stream_(std::move(stream)) {}

  void on_data(std::string_view chunk) override {
    if (request_.body.size() + chunk.size() > kMaxBody)
      return stream_->respond(http::problem(413, "too_large", "Content Too Large", "send at most 1 MiB in one body: a spreadsheet in parts, or any number of events streamed as application/x-ndjson"));
    request_.body.append(chunk);
  }
  void on_end() override {
    const bool taken = ports_->pool.post([self = shared_from_this()] {
      const auto caller = caller_of(self->request_.headers, *self->ports_->registry(), self->ports_->clock.now().day());
      caller ? submit(self->ports_, self->request_, self->drafting_, *caller, self->stream_) : self->stream_->respond(not_signed_in(self->ports_->ready()));
    });
    if (taken) return;
    stream_->respond(http::try_again("busy", "too many requests are waiting; send it again"));
  }

 private:
  const std::shared_ptr<const Ports> ports_;
  http::Request request_;
  const bool drafting_;
  const std::shared_ptr<http::Stream> stream_;
};

}  // namespace

std::shared_ptr<http::Exchange> body_exchange(std::shared_ptr<const Ports> ports, http::Request request, bool drafting, std::shared_ptr<http::Stream> stream) {
  return std::make_shared<BodyExchange>(std::move(ports), std::move(request), drafting, std::move(stream));
}

}  // namespace rollcall::gateway
