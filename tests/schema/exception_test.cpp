#include "schema/exception.hpp"

#include <xapian.h>
#include <catch2/catch.hpp>
#include <stdexcept>

using namespace broadsheet;

TEST_CASE("an exception of Xapian's says its kind and its message", "[exception]") {
  const auto exception = std::make_exception_ptr(Xapian::DatabaseError("No space left"));

  CHECK(exception_text(exception) == "DatabaseError: No space left");
}

TEST_CASE("a standard exception says what()", "[exception]") {
  CHECK(exception_text(std::make_exception_ptr(std::runtime_error("no such"))) == "no such");
}

TEST_CASE("where there is nothing to say, nothing is said", "[exception]") {
  CHECK(exception_text(nullptr).empty());
  CHECK(exception_text(std::make_exception_ptr(7)).empty());
}
