// GET /metrics: what this process counts.
#include <prometheus/text_serializer.h>

#include "services/cli/instance.h"

namespace rollcall::cli {
using namespace events;
using prometheus::MetricFamily;
using prometheus::MetricType;
namespace {

double count(const std::atomic<std::uint64_t>& n) { return static_cast<double>(n.load()); }

void add_admission(const admission::Counters& counters, std::vector<MetricFamily>& all) {
  all.push_back(family("rollcall_decisions_total", "Decisions made by this process.", MetricType::Counter,
                       {{{{"decision", "admitted"}}, count(counters.admitted)}, {{{"decision", "refused"}}, count(counters.refused)}, {{{"decision", "repeated"}}, count(counters.repeated)}}));
  all.push_back(family("rollcall_void_records_total", "Ledger records passed over because a fence before them voids them.", MetricType::Counter, {{{}, count(counters.voids)}}));
  all.push_back(family("rollcall_fences_total", "Valid fences read.", MetricType::Counter, {{{}, count(counters.fences)}}));
  all.push_back(family("rollcall_lanes_owned", "Ledger lanes that this process decides.", MetricType::Gauge, {{{}, count(counters.lanes_owned)}}));
}

void add_relay(const gateway::Relay& relay, std::vector<MetricFamily>& all) {
  const auto& counters = relay.counters();
  all.push_back(family("rollcall_relay_messages_total", "Messages on partners' topics: relayed to the inbox, known as admitted before, or parked.", MetricType::Counter,
                       {{{{"outcome", "relayed"}}, count(counters.relayed)}, {{{"outcome", "known"}}, count(counters.known)}, {{{"outcome", "parked"}}, count(counters.parked)}}));
  all.push_back(family("rollcall_relay_retries_total", "Submissions and parkings of the relay whose append failed and was done again.", MetricType::Counter, {{{}, count(counters.retried)}}));
  all.push_back(family("rollcall_relay_stuck", "Partitions of partners' topics that can't be read; the service's log says what to do.", MetricType::Gauge, {{{}, static_cast<double>(relay.stuck())}}));
}

void add_rebuilds(const std::vector<std::unique_ptr<projector::Host>>& hosts, std::vector<MetricFamily>& all) {
  if (hosts.empty()) return;
  std::vector<std::pair<Labels, double>> running, records, done, kept;
  for (const auto& host : hosts) {
    const std::string model(host->name());
    const auto status = host->status();
    const auto ended = host->ended();
    running.push_back({{{"model", model}}, status.running() ? 1.0 : 0.0});
    records.push_back({{{"model", model}}, static_cast<double>(status.records)});
    kept.push_back({{{"model", model}}, static_cast<double>(host->kept().size())});
    done.push_back({{{"model", model}, {"outcome", "done"}}, static_cast<double>(ended.done)});
    done.push_back({{{"model", model}, {"outcome", "failed"}}, static_cast<double>(ended.failed)});
  }
  all.push_back(family("rollcall_rebuild_running", "1 while a generation of a read model is made beside the one that serves.", MetricType::Gauge, std::move(running)));
  all.push_back(family("rollcall_rebuild_records", "Records folded by the rebuild under way, or the last one.", MetricType::Gauge, std::move(records)));
  all.push_back(family("rollcall_rebuilds_total", "Rebuilds and switches that ended: in place, or failed with what served going on.", MetricType::Counter, std::move(done)));
  all.push_back(family("rollcall_generations_kept", "Folders of what served before, kept until they are dropped.", MetricType::Gauge, std::move(kept)));
}

void add_webhooks(const webhooks::Webhooks& webhooks, std::vector<MetricFamily>& all) {
  std::vector<std::pair<Labels, double>> delivered, failures, parked;
  for (const auto& delivery : webhooks.deliveries()) {
    const auto status = delivery->status();
    const Labels name{{"webhook", delivery->subscription().name}};
    delivered.push_back({name, static_cast<double>(status.delivered)});
    failures.push_back({name, static_cast<double>(status.failures)});
    parked.push_back({name, status.parked ? 1.0 : 0.0});
  }
  all.push_back(family("rollcall_webhook_delivered_total", "Messages that a webhook has taken, since its subscription began.", MetricType::Counter, std::move(delivered)));
  all.push_back(family("rollcall_webhook_failures", "Attempts in a row that failed, for the message under way.", MetricType::Gauge, std::move(failures)));
  all.push_back(family("rollcall_webhook_parked", "1 while nothing is sent until the operator resumes or replays it.", MetricType::Gauge, std::move(parked)));
}

}  // namespace

MetricFamily family(const std::string& name, const std::string& help, MetricType type, std::vector<std::pair<Labels, double>> values) {
  MetricFamily f{name, help, type, {}};
  for (auto& [labels, value] : values) {
    prometheus::ClientMetric m;
    m.label = std::move(labels);
    (type == MetricType::Counter ? m.counter.value : m.gauge.value) = value;
    f.metric.push_back(std::move(m));
  }
  return f;
}

void KafkaFigures::take(const log::KafkaStatistics& statistics) {
  std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  latest_[statistics.client] = {statistics, now};
  std::erase_if(latest_, [now](const auto& one) { return now - one.second.at > kForget; });
}

std::vector<MetricFamily> KafkaFigures::families() const {
  std::lock_guard lock(mutex_);
  if (latest_.empty()) return {};
  std::vector<std::pair<Labels, double>> queued, sent, received, rtt, lag;
  for (const auto& [client, latest] : latest_) {
    const auto& s = latest.statistics;
    queued.push_back({{{"client", client}}, static_cast<double>(s.queued_messages)});
    sent.push_back({{{"client", client}}, static_cast<double>(s.sent_bytes)});
    received.push_back({{{"client", client}}, static_cast<double>(s.received_bytes)});
    for (const auto& [broker, ms] : s.round_trip_ms) rtt.push_back({{{"client", client}, {"broker", broker}}, ms / 1000});
    for (const auto& [lane, entries] : s.lag) lag.push_back({{{"client", client}, {"lane", lane}}, static_cast<double>(entries)});
  }
  return {family("rollcall_kafka_queued_messages", "Messages in a client's queues.", MetricType::Gauge, std::move(queued)),
          family("rollcall_kafka_sent_bytes_total", "Bytes sent to brokers.", MetricType::Counter, std::move(sent)),
          family("rollcall_kafka_received_bytes_total", "Bytes received from brokers.", MetricType::Counter, std::move(received)),
          family("rollcall_kafka_round_trip_seconds", "99th percentile of a broker's answers.", MetricType::Gauge, std::move(rtt)),
          family("rollcall_kafka_reader_lag", "Entries between a reader and the end of its lane.", MetricType::Gauge, std::move(lag))};
}

std::string Instance::metrics() const {
  std::vector<MetricFamily> all;
  if (admission_) add_admission(admission_->counters(), all);
  if (desk_) all.push_back(family("rollcall_undecided", "Submissions handed in here and not yet decided.", MetricType::Gauge, {{{}, static_cast<double>(desk_->undecided())}}));
  if (relay_) add_relay(*relay_, all);
  if (webhooks_) add_webhooks(*webhooks_, all);
  std::vector<std::pair<Labels, double>> applied, voids, halted;
  for (const auto& host : hosts_) {
    const auto serving = host->serving();
    applied.push_back({{{"model", std::string(host->name())}}, count(serving->progress().applied)});
    voids.push_back({{{"model", std::string(host->name())}}, count(serving->progress().voids)});
  }
  add_rebuilds(hosts_, all);
  for (const auto& health : healths()) halted.push_back({{{"service", health->name()}}, health->halted() ? 1.0 : 0.0});
  if (!applied.empty()) {
    all.push_back(family("rollcall_applied_total", "Decisions taken in by a read model.", MetricType::Counter, std::move(applied)));
    all.push_back(family("rollcall_model_void_records_total", "Ledger records that a read model passed over as void.", MetricType::Counter, std::move(voids)));
  }
  all.push_back(family("rollcall_halted", "1 when a service had to halt; see /readyz for why.", MetricType::Gauge, std::move(halted)));
  for (auto& kafka : kafka_figures_.families()) all.push_back(std::move(kafka));
  return prometheus::TextSerializer().Serialize(all);
}

}  // namespace rollcall::cli
