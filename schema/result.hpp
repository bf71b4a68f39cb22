// How a function says that this input is bad while others are fine.
//
// A Result<T> holds a T or an Error, with the member names of std::expected (C++23), which it
// gives way to when the compiler has it.  Failures of the machine or the index are exceptions,
// and stop at the module's boundary.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace broadsheet {

enum class ErrorCode {
  // Of a request.
  invalid_request,
  not_found,
  // Of an input.
  unreadable,      // Cannot be opened or read, or is not a regular file.
  empty,           // Nothing in it but white space.
  too_large,       // Past a stated bound of bytes, depth, memory or time.
  malformed,       // Breaks the rules of its own format.
  unsupported,     // Of a format that is not read (binary, picture, archive).
  not_an_article,  // Read well, but no story is in it: index page, gallery, error page.
  invalid_field,   // One field of the article has a value that is not allowed.
  // Of the index.
  index_unavailable,
  index_locked,
  index_corrupt,
};

// The code's name as written in reports and API answers, e.g. "not_an_article".
const char* error_code_name(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string message;    // For a person: which input, what was wrong, what was expected.
  std::string parameter;  // The parameter or field that is to blame, else empty.
};

template <typename T>
class [[nodiscard]] Result {
 public:
  using value_type = T;

  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool has_value() const { return state_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  T& value() & { return get(); }
  const T& value() const& { return const_cast<Result*>(this)->get(); }
  T&& value() && { return std::move(get()); }
  T& operator*() & { return get(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(get()); }
  T* operator->() { return &get(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    assert(!has_value());
    return *std::get_if<1>(&state_);
  }

 private:
  T& get() {
    assert(has_value());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

}  // namespace broadsheet
