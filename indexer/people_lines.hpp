// The recogniser of people on its own: texts in, names out.
#pragma once

#include <functional>
#include <istream>
#include <string>

namespace broadsheet::indexer {

struct PeopleLinesReport {
  std::size_t texts = 0;
  std::size_t skipped = 0;
};

// Reads JSON lines to the end and resolves names over all of them, as over an archive.  A line
// {"id", "text"} is answered by {"id", "people": [names], "mentions": [[begin, end, name]]} in byte
// offsets of the text, a line {"id", "mentions": [names as written]} by {"id", "names": [a name for
// each]}.  take gets the answers, in order, and complain a message for each line that is neither.
PeopleLinesReport people_of_lines(std::istream& lines,
                                  const std::function<void(const std::string& json)>& take,
                                  const std::function<void(const std::string& message)>& complain);

}  // namespace broadsheet::indexer
