// From what was told about a place's focal points to who holds a mandate on a day. Pure.
#pragma once

#include "projections/told.h"

namespace rollcall::projections::directory {

enum class MandateState { live, lapsed, ended };
BOOST_DESCRIBE_ENUM(MandateState, live, lapsed, ended)

struct FocalPoint {
  Act designation;
  std::optional<Act> end;  // by as_of
  MandateState state{};    // ended: told so; lapsed: the mandate's last day passed and nothing was told
  bool disputed = false;   // the designation or its end
  std::vector<events::Place> events;
  const events::FocalPointDesignated& data() const { return *designation.as<events::FocalPointDesignated>(); }
};

// The designations dated by as_of (by the last day that the date may mean): live ones first, then the latest first.
std::vector<FocalPoint> assess(const std::vector<Act>& acts, events::Day as_of);

}  // namespace rollcall::projections::directory
