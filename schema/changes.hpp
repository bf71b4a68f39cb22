// Which documents a commit changed, written with the commit, so that a reader can follow without
// reading everything again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace broadsheet {

// A reader more than this many commits behind reads everything again.
inline constexpr Xapian::rev kept_changes = 64;

// The metadata key for the commit that makes the given revision.
std::string changes_key(Xapian::rev revision);

// docids: added, replaced and deleted ones, ascending, without repeats.
std::string encode_changes(const std::vector<Xapian::docid>& docids);

// Nothing if the bytes were not made by encode_changes().
std::optional<std::vector<Xapian::docid>> decode_changes(std::string_view bytes);

}  // namespace broadsheet
