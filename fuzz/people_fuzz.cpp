// Any bytes as a story's text: no crash, no hang; mentions lie in the text, in order, and names and
// links hold together.  The first byte chooses the language, and how many of the first lines are
// tags.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "indexer/people/recogniser.hpp"
#include "schema/person_links.hpp"
#include "schema/text.hpp"

namespace {

using namespace broadsheet;

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const char* const language = data[0] % 4 == 0 ? "de" : "en";
  std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::string> tags;
  for (int left = data[0] / 4 % 8; left > 0 && text.find('\n') != text.npos; --left) {
    tags.push_back(text.substr(0, text.find('\n')));
    text.erase(0, tags.back().size() + 1);
  }
  const indexer::people::TextPeople found =
      indexer::people::people_in_text(text, language, {}, tags);
  std::uint32_t end = 0;
  for (const indexer::people::TextMention& mention : found.mentions) {
    require(mention.begin >= end && mention.begin < mention.end && mention.end <= text.size());
    require(!mention.link.person || *mention.link.person < found.people.size());
    end = mention.end;
  }
  PersonLinker linker;
  std::vector<std::uint32_t> names;
  for (const indexer::people::StoryPerson& person : found.people) {
    require(!person.mentions.empty());
    for (const std::size_t mention : person.mentions) require(mention < found.mentions.size());
    names.push_back(linker.add_name(person.name));
  }
  linker.add_story(no_month, names);
  const PersonLinks links = linker.link();
  for (const std::uint32_t name : names) require(links.person(name, no_month) < names.size());
  return 0;
}
