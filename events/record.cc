// Writing and reading of ledger records.
#include "events/record.h"

#include <charconv>

#include "events/codec.h"
#include "events/hash.h"

namespace rollcall::events {
namespace {

// Appends members in the order of ARCHITECTURE.md, "A record".
class Members {
 public:
  explicit Members(std::string& out) : out_(out) { out_ += '{'; }
  Members& text(std::string_view name, std::string_view value) {
    if (value.empty()) return *this;
    append_json_string(value, start(name));
    return *this;
  }
  Members& number(std::string_view name, std::uint64_t value) { return text(name, std::to_string(value)); }
  Members& raw(std::string_view name, std::string_view json) {
    start(name) += json;
    return *this;
  }
  void end() { out_ += '}'; }

 private:
  std::string& start(std::string_view name) {
    if (out_.size() > 1) out_ += ',';
    return ((out_ += '"') += name) += "\":";
  }
  std::string& out_;
};

std::string sequence_text(Sequence sequence) {
  auto digits = std::to_string(sequence.value);
  return std::string(20 - digits.size(), '0') + digits;
}

void append_marks(Members& m, const Marks& marks, std::string_view partition_key, std::optional<Standing> standing) {
  m.text("sequence", sequence_text(marks.sequence)).text("recordedtime", marks.recorded.text()).text("partitionkey", partition_key);
  m.text("rollcallactor", marks.actor).text("rollcallstanding", standing ? name_of(*standing) : std::string_view{});
  m.number("rollcallepoch", marks.epoch.value).text("rollcallnonce", marks.nonce).number("rollcallinbox", marks.inbox.value);
  m.number("rollcallregistry", marks.registry).text("rollcallpayload", marks.payload);
}

// Refusals and repeats differ only in what they say.
std::string write_answer(std::string_view type, const Submitted& submitted, const Marks& marks, std::string_view data) {
  std::string out;
  Members m(out);
  m.text("specversion", "1.0").text("id", submitted.subject + "/" + std::to_string(marks.sequence.value));
  m.text("source", std::string(kSourceBase) + "admission").text("type", type).text("subject", submitted.subject);
  m.text("time", marks.recorded.text()).text("datacontenttype", "application/json");
  append_marks(m, marks, submitted.subject, std::nullopt);
  m.raw("data", data).end();
  return out;
}

void append_submitted(Members& m, const Submitted& submitted, const Marks& marks) {
  m.text("source", submitted.source).text("id", submitted.id).text("type", submitted.type).text("payload", marks.payload);
}

bool number(std::string_view text, std::uint64_t& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size();
}

RecordKind kind_of(std::string_view type) {
  return type == kRefusedType ? RecordKind::refused : type == kRepeatedType ? RecordKind::repeated : type == kFencedType ? RecordKind::fence : RecordKind::admitted;
}

}  // namespace

std::string write_admitted(const CloudEvent& event, const Marks& marks, Standing standing) {
  std::string out;
  out.reserve(600 + event.data.size());
  Members m(out);
  m.text("specversion", "1.0").text("id", event.id).text("source", event.source).text("type", event.type).text("subject", event.subject);
  m.text("time", event.time).text("datacontenttype", event.datacontenttype).text("dataschema", event.dataschema);
  for (const auto& [name, value] : event.extensions) m.text(name, value);
  append_marks(m, marks, event.subject, standing);
  m.raw("data", event.data).end();
  return out;
}

std::string write_refused(const Submitted& submitted, const Marks& marks, const Reasons& reasons, std::optional<Place> first) {
  std::string data;
  Members m(data);
  append_submitted(m, submitted, marks);
  m.raw("reasons", to_json(reasons)).text("first", first ? first->text() : "").end();
  return write_answer(kRefusedType, submitted, marks, data);
}

std::string write_repeated(const Submitted& submitted, const Marks& marks, Place first) {
  std::string data;
  Members m(data);
  append_submitted(m, submitted, marks);
  m.text("first", first.text()).end();
  return write_answer(kRepeatedType, submitted, marks, data);
}

std::string write_fence(const Fence& fence, Partition lane, Instant now) {
  std::string data, out;
  Members d(data);
  d.number("epoch", fence.epoch.value).text("nonce", fence.nonce).text("inbox", fence.inbox).end();
  Members m(out);
  m.text("specversion", "1.0").text("id", "fence/" + std::to_string(lane.value) + "/" + std::to_string(fence.epoch.value) + "/" + fence.nonce);
  m.text("source", std::string(kSourceBase) + "admission").text("type", kFencedType).text("time", now.text()).text("datacontenttype", "application/json");
  m.text("recordedtime", now.text()).number("rollcallepoch", fence.epoch.value).text("rollcallnonce", fence.nonce).raw("data", data).end();
  return out;
}

Expected<Record> read_record(JsonParser& parser, std::string_view bytes) {
  auto root = parser.parse(bytes);
  if (!root) return tl::unexpected(root.error());
  simdjson::dom::object object;
  if (root->get(object)) return fail("a ledger record is no JSON object");
  Record r;
  r.bytes = bytes;
  bool sequence = false, recorded = false, epoch = false, inbox = false, registry = false, data = false;
  for (auto member : object) {
    if (member.key == "data") { r.data = member.value, data = true; continue; }
    std::string_view text;
    if (member.value.get(text)) return fail("a ledger record's attribute '" + std::string(member.key) + "' is no text");
    const auto k = member.key;
    if (k == "id") r.id = text;
    else if (k == "source") r.source = text;
    else if (k == "type") r.type = text;
    else if (k == "subject") r.subject = text;
    else if (k == "time") r.time = text;
    else if (k == "sequence") sequence = number(text, r.sequence.value);
    else if (k == "recordedtime") { const auto at = Instant::parse(text); recorded = at.has_value(), r.recorded = at.value_or(Instant{}); }
    else if (k == "rollcallepoch") epoch = number(text, r.epoch.value);
    else if (k == "rollcallnonce") r.nonce = text;
    else if (k == "rollcallactor") r.actor = text;
    else if (k == "rollcallpayload") r.payload = text;
    else if (k == "rollcallinbox") inbox = number(text, r.inbox.value);
    else if (k == "rollcallregistry") registry = number(text, r.registry);
    else if (k == "rollcallstanding") r.standing = text == "authority" ? Standing::authority : text == "monitor" ? Standing::monitor : Standing::other;
  }
  r.kind = kind_of(r.type);
  const bool fence = r.kind == RecordKind::fence;
  if (r.type.empty() || !recorded || !epoch || r.nonce.empty() || !data || (!fence && (!sequence || !inbox || !registry || r.payload.empty())))
    return fail("a ledger record lacks a mark or has one that can't be read: " + std::string(bytes.substr(0, 200)));
  return r;
}

}  // namespace rollcall::events
