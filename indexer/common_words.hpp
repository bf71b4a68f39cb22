// Learns which words of an archive are common (schema/common_words.hpp).
#pragma once

#include <vector>

#include "indexer/identity.hpp"
#include "indexer/spool.hpp"
#include "schema/common_words.hpp"

namespace broadsheet::indexer {

// Of a new index of these articles.  None if they are too few for it to matter.  Throws
// std::system_error.
CommonWords learn_common_words(const std::vector<Entry>& entries, const std::vector<Write>& writes,
                               const SpoolReader& spool);

}  // namespace broadsheet::indexer
