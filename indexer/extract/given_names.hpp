// The given names of given_names.txt, compiled in.
#pragma once

namespace broadsheet::indexer {

// One name a line; lines that begin with '#' are comments.
extern const char given_name_lines[];

}  // namespace broadsheet::indexer
