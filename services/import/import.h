// What every importer gives: events, and what it could not read. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "events/codec.h"
#include "events/envelope.h"
#include "events/record.h"

namespace rollcall::import {

// A line, or a cell of it, that gave no event, or not all of one. Everything else was read on.
struct Problem {
  std::size_t line = 0;    // physical line, from 1
  std::size_t column = 0;  // field of the record, from 1; 0: the whole line
  std::string text;        // as the file has it
  std::string sentence;    // what is wrong and what to do
  bool operator==(const Problem&) const = default;
};

struct Import {
  std::vector<events::CloudEvent> events;  // in the file's order
  std::vector<Problem> problems;           // in the file's order
};

// An event whose time is its act's first possible day.
template <class T>
events::CloudEvent event_of(const T& act, std::string id, std::string source, std::string subject, events::PartialDate on) {
  events::JsonParser parser;
  const auto parsed = parser.parse(events::to_json(act));
  events::CloudEvent event;
  event.id = std::move(id);
  event.source = std::move(source);
  event.type = events::type_of<T>();
  event.subject = std::move(subject);
  event.time = events::day_text(on.earliest()) + "T00:00:00Z";
  event.datacontenttype = "application/json";
  event.dataschema = std::string(events::kSourceBase) + "schemas/" + std::string(T::info.name) + ".v1.json";
  event.data = events::canonical(parsed.value()).value();
  return event;
}

}  // namespace rollcall::import
