// What schema_test.cc needs of JSON: files, JSON Schema validation (valijson), and mutants that a schema must reject.
#pragma once

#include <boost/json.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace rollcall::schema_test {

using boost::json::array;
using boost::json::object;
using boost::json::value;

std::string read_file(const std::filesystem::path& path);  // throws when it can't be read

// A JSON Schema of draft 7, ready to judge.
class Validator {
 public:
  explicit Validator(const value& schema);
  ~Validator();
  bool accepts(const value& data) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

struct Mutant {
  std::string what;  // "/adopted_on: null"
  const value& data;
};
// Calls emit with every mutant of `data` (which the schema accepts): a required member dropped, an unknown one added, a
// wrong type, a name that is no enumerator, an empty or over-long text, a list that is too long, at every place.
void each_mutant(const value& schema, value data, const std::function<void(const Mutant&)>& emit);

}  // namespace rollcall::schema_test
