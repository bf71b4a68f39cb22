#include "schema/result.hpp"

namespace broadsheet {

const char* error_code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid_request:
      return "invalid_request";
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::unreadable:
      return "unreadable";
    case ErrorCode::empty:
      return "empty";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::not_an_article:
      return "not_an_article";
    case ErrorCode::invalid_field:
      return "invalid_field";
    case ErrorCode::index_unavailable:
      return "index_unavailable";
    case ErrorCode::index_locked:
      return "index_locked";
    case ErrorCode::index_corrupt:
      return "index_corrupt";
  }
  return "unknown";
}

}  // namespace broadsheet
