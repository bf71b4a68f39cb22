#include "schema/article.hpp"

#include "schema/hash.hpp"
#include "schema/text.hpp"

namespace broadsheet {

const char* date_evidence_name(DateEvidence evidence) {
  switch (evidence) {
    case DateEvidence::none:
      return "none";
    case DateEvidence::given:
      return "given";
    case DateEvidence::json_ld:
      return "json_ld";
    case DateEvidence::meta:
      return "meta";
    case DateEvidence::time_tag:
      return "time_tag";
    case DateEvidence::url:
      return "url";
    case DateEvidence::visible:
      return "visible";
    case DateEvidence::page:
      return "page";
  }
  return "none";
}

const char* status_name(Status status) {
  switch (status) {
    case Status::usable:
      return "usable";
    case Status::withheld:
      return "withheld";
    case Status::canceled:
      return "canceled";
  }
  return "usable";
}

std::string article_key(std::string_view id) {
  static constexpr std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz234567";
  const Sha256 hash = sha256(id);
  std::string key;
  unsigned bits = 0;
  unsigned held = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    bits = (bits << 8 | hash[i]) & 0xffff;
    for (held += 8; held >= 5; held -= 5) key += alphabet[bits >> (held - 5) & 31];
  }
  return key;
}

std::string name_id(std::string_view name) {
  static constexpr std::size_t max_bytes = 150;
  const std::string folded = text::fold_text(name);
  std::string id;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t character = text::next_character(folded, at);
    if (text::is_word_character(character)) {
      id.append(folded, begin, at - begin);
    } else if (!text::is_apostrophe(character) && !id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  id = text::truncate_utf8(id, max_bytes);
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id;
}

}  // namespace broadsheet
