// A small mutation fuzzer: g++ has none of its own. Inputs of a kept corpus are changed at random and given to one target;
// what a target says of an input it accepted keeps that input for further changes. One seed gives one run; whatever input
// breaks a target, or the process, is written to a file that can go into the corpus.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::fuzz {

struct Verdict {
  std::string broken;      // which invariant does not hold; "": all do
  bool accepted = false;   // the input meant something: worth changing further
};
struct Target {
  std::string_view name;
  Verdict (*check)(std::string_view input);
  std::vector<std::string_view> words;  // what this kind of input is made of
};
const std::vector<Target>& targets();

}  // namespace rollcall::fuzz
