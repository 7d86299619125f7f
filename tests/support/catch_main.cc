// The one place where Catch2's runner is compiled, so that a test file costs only its own tests.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
