// The whole sentence, and those of claims and corrections (sentence.h).
#include "projections/activity/sentence.h"

namespace rollcall::projections::activity {
using namespace events;
namespace {

std::string say_act(const EventData& data, const Words& words) {
  for (const auto say : {say_promise, say_work, say_meeting, say_registry})
    if (auto said = say(data, words); !said.empty()) return said;
  return words.subject + ": " + std::string(type_name(data));
}

std::string say_contest(const EventData& data, const Words& words, const std::string& actor) {
  const auto what = words.target ? ": " + say_act(*words.target, {words.registry, words.subject, words.subject_id, nullptr}) : " about " + words.subject;
  if (std::holds_alternative<ClaimCorroborated>(data)) return actor + " confirms what was told" + what;
  if (std::holds_alternative<ClaimDisputed>(data)) return actor + " disputes what was told" + what;
  if (std::holds_alternative<EventRetracted>(data)) return actor + " withdrew what was told" + what;
  if (const auto* correction = std::get_if<EventCorrected>(&data)) {
    const auto corrected = corrected_data(*correction);
    return actor + " corrected what was told" + (corrected ? "; it is now: " + say_act(*corrected, {words.registry, words.subject, words.subject_id, nullptr}) : what);
  }
  return {};
}

}  // namespace

std::string sentence_of(const Entry& entry, const std::optional<Entry>& target, const RegistryView& registry) {
  const Words words{registry, name_of_subject(registry, {entry.subject}), entry.subject, target ? &target->data : nullptr};
  auto said = say_contest(entry.data, words, words.name(StakeholderId{entry.actor}));
  if (said.empty()) said = say_act(entry.data, words);
  if (said[0] >= 'a' && said[0] <= 'z') said[0] = static_cast<char>(said[0] - 'a' + 'A');
  return said + ".";
}

}  // namespace rollcall::projections::activity
