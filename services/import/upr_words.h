// What a recommendation is about, by the source's issues and by words of its text. Words only ever choose what is taken and
// which commitments it is laid beside; the text itself goes in whole. English only, as UPR Info's database is.
#pragma once

#include <set>
#include <span>
#include <string_view>

#include "events/types/common.h"

namespace rollcall::import {

// Children's rights, trafficking, sexual exploitation and violence, the registry's treaties, plans of action.
bool is_relevant(std::span<const events::Text> issues, std::string_view text);

// The treaties that the text plainly asks to ratify or accede to: one that is named after such a word, in the same clause,
// with no other request in between ("ratify the Palermo Protocol", not "ratify CEDAW and report under the CRC").
std::set<events::InstrumentId> asked_to_ratify(std::string_view text);

}  // namespace rollcall::import
