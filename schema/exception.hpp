// What an exception says, for those who may not know Xapian's, which are no std::exception.
#pragma once

#include <exception>
#include <string>

namespace broadsheet {

// Xapian's description ("DatabaseError: ...") or what(); empty if there is no exception, or one of
// another kind.
std::string exception_text(const std::exception_ptr& exception);

}  // namespace broadsheet
