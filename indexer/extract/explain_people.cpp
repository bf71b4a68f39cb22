#include "indexer/extract/explain_people.hpp"

#include <algorithm>

#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t words_around = 28;     // Bytes before and behind a mention, at most.
constexpr std::size_t mention_columns = 70;  // The reason stands behind.

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Up to so many bytes of the line before or behind a place, whole words.
std::string_view before(std::string_view text, std::size_t end) {
  std::size_t begin = end > words_around ? end - words_around : 0;
  if (const std::size_t line = text.substr(begin, end - begin).rfind('\n'); line != text.npos) {
    return text.substr(begin + line + 1, end - begin - line - 1);
  }
  if (begin == 0) return text.substr(0, end);
  const std::size_t space = text.find(' ', begin);
  if (space < end) return text.substr(space + 1, end - space - 1);
  while (begin < end && continues_character(text[begin])) ++begin;
  return text.substr(begin, end - begin);
}

std::string_view behind(std::string_view text, std::size_t begin) {
  std::size_t end = std::min(begin + words_around, text.size());
  if (const std::size_t line = text.find('\n', begin); line < end)
    return text.substr(begin, line - begin);
  if (end == text.size()) return text.substr(begin);
  const std::size_t space = text.rfind(' ', end);
  if (space > begin && space != text.npos) return text.substr(begin, space - begin);
  while (end > begin && continues_character(text[end])) --end;
  return text.substr(begin, end - begin);
}

std::size_t columns_of(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
}

void append_mention(std::string& page, std::string_view text, const people::TextMention& mention) {
  std::string line = "    " + std::string(before(text, mention.begin)) + '[';
  line += text.substr(mention.begin, mention.end - mention.begin);
  line += ']';
  line += behind(text, mention.end);
  line = text::truncate_utf8(line, mention_columns * 2);
  const std::size_t used = columns_of(line);
  line.append(used + 2 < mention_columns ? mention_columns - used : 2, ' ');
  line += mention.in_credit ? "a credit" : people::reason_text(mention.link.reason);
  page += line + '\n';
}

}  // namespace

std::string explain_people(std::string_view text, const people::TextPeople& people) {
  if (people.mentions.empty()) return {};
  std::string page = "\nPeople, each mention with the reason why it is theirs:\n";
  for (const people::StoryPerson& person : people.people) {
    page += "  " + person.name;
    page += person.known ? ", named by the source\n" : person.is_tagged ? ", by a tag\n" : "\n";
    for (const std::size_t mention : person.mentions) {
      append_mention(page, text, people.mentions[mention]);
    }
  }
  const auto is_nobodys = [](const people::TextMention& mention) { return !mention.link.person; };
  if (std::ranges::any_of(people.mentions, is_nobodys)) page += "  nobody\n";
  for (const people::TextMention& mention : people.mentions) {
    if (is_nobodys(mention)) append_mention(page, text, mention);
  }
  return page;
}

}  // namespace broadsheet::indexer
