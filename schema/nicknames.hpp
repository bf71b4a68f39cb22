// The lines of nicknames.txt, compiled in.
#pragma once

namespace broadsheet {

// A given name and names that its bearers go by, a line each; lines that begin with '#' are
// comments.
extern const char nickname_lines[];

}  // namespace broadsheet
