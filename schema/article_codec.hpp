// An Article as bytes: the document data of the index and the records of a build's spool.
//
// A sequence of fields, each a tag, a length and bytes; a reader skips tags it does not know.
#pragma once

#include <string>
#include <string_view>

#include "schema/article.hpp"
#include "schema/result.hpp"

namespace broadsheet {

std::string encode_article(const Article& article);

// Total: any bytes give an Article or a malformed error, never more memory than the bytes call for.
Result<Article> decode_article(std::string_view bytes);

}  // namespace broadsheet
