// Character references of HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::indexer {

// Decodes "&amp;", "&#8217;", "&#x2019;" and the named references that occur in news (those of
// HTML 4 and a few of HTML 5), once.  What is no reference stays as it is.  The numbers 128 to 159
// mean windows-1252, as in browsers.  The result is no longer than the text.
std::string decode_entities(std::string_view text);

// Decodes until nothing changes, at most three times: values escaped twice are common.
std::string decode_entities_fully(std::string_view text);

// The text of a fragment of HTML: tags, comments, scripts and styles removed, references decoded,
// ends of blocks as blank lines and <br> as line breaks.  Text with no '<' is only decoded.  Meant
// for fields that carry markup (an articleBody, an API's body), not for pages.
std::string strip_markup(std::string_view html);

// The paragraphs of a text: parted by blank lines, or by single line breaks where there is no blank
// line; white space collapsed, empty ones dropped.
std::vector<std::string> split_paragraphs(std::string_view text);

}  // namespace broadsheet::indexer
