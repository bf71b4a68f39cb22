// One run of the indexer: find, read, resolve, write.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/article_source.hpp"
#include "indexer/index.hpp"

namespace broadsheet::indexer {

// index_inputs() with the source of articles given.
Result<IndexReport> index_from(const ArticleSource& source, const std::vector<std::string>& inputs,
                               const IndexOptions& options, const IndexListener& listener);

// Runs work and makes an Error of whatever it throws: too_large for a full disk, index_corrupt or
// index_unavailable for what Xapian says, with a message for a person.
std::optional<Error> guard(const std::filesystem::path& index, const std::function<void()>& work);

}  // namespace broadsheet::indexer
