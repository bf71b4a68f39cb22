#include "indexer/extract/line_rules.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <chrono>
#include <cstdint>
#include <iterator>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "indexer/extract/date_text.hpp"
#include "indexer/extract/line_phrases.hpp"
#include "indexer/extract/names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using Kind = LineKind;

// How a phrase must stand in a line to count.
enum class Where {
  alone,   // It is the whole line, but for marks, digits and a trailing ':'.
  opens,   // Followed by ':', '|', a dash or '>' and then anything short; or alone.
  begins,  // The line begins with it, is short and is no sentence.
  within,  // Anywhere in a line that is no long paragraph.
};

struct Rule {
  const std::string_view* begin;
  const std::string_view* end;
  Where where;
  LineClass told;
};

template <std::size_t size>
constexpr Rule rule(const std::string_view (&phrases)[size], Where where, LineKind kind,
                    LineAction action) {
  return {phrases, phrases + size, where, {kind, action}};
}

// The first that fits counts.
constexpr Rule rules[] = {
    rule(phrases::related_alone, Where::alone, LineKind::related, LineAction::terminate),
    rule(phrases::related_begins, Where::begins, LineKind::related, LineAction::terminate),
    rule(phrases::also_read_alone, Where::alone, LineKind::also_read, LineAction::skip),
    rule(phrases::also_read_opens, Where::opens, LineKind::also_read, LineAction::skip),
    rule(phrases::also_read_begins, Where::begins, LineKind::also_read, LineAction::skip),
    rule(phrases::neighbours_alone, Where::alone, LineKind::neighbour, LineAction::terminate),
    rule(phrases::neighbours_opens, Where::opens, LineKind::neighbour, LineAction::terminate),
    rule(phrases::comments_alone, Where::alone, LineKind::comments, LineAction::terminate),
    rule(phrases::comments_begins, Where::begins, LineKind::comments, LineAction::terminate),
    rule(phrases::copyright_alone, Where::alone, LineKind::copyright, LineAction::terminate),
    rule(phrases::copyright_within, Where::within, LineKind::copyright, LineAction::terminate),
    rule(phrases::share_alone, Where::alone, LineKind::share, LineAction::skip),
    rule(phrases::share_begins, Where::begins, LineKind::share, LineAction::skip),
    rule(phrases::subscription_alone, Where::alone, LineKind::subscription, LineAction::skip),
    rule(phrases::subscription_begins, Where::begins, LineKind::subscription, LineAction::skip),
    rule(phrases::subscription_within, Where::within, LineKind::subscription, LineAction::skip),
    rule(phrases::advertisement_alone, Where::alone, LineKind::advertisement, LineAction::skip),
    rule(phrases::advertisement_begins, Where::begins, LineKind::advertisement, LineAction::skip),
    rule(phrases::advertisement_within, Where::within, LineKind::advertisement, LineAction::skip),
    rule(phrases::tags_opens, Where::opens, LineKind::tags, LineAction::skip),
    rule(phrases::tags_begins, Where::begins, LineKind::tags, LineAction::skip),
    rule(phrases::credit_opens, Where::opens, LineKind::credit, LineAction::skip),
    rule(phrases::credit_begins, Where::begins, LineKind::credit, LineAction::skip),
    rule(phrases::top_alone, Where::alone, LineKind::top, LineAction::skip),
    rule(phrases::top_begins, Where::begins, LineKind::top, LineAction::skip),
    rule(phrases::consent_alone, Where::alone, LineKind::consent, LineAction::skip),
    rule(phrases::consent_begins, Where::begins, LineKind::consent, LineAction::skip),
    rule(phrases::consent_within, Where::within, LineKind::consent, LineAction::skip),
};

// All phrases of the rules by their first two bytes, so that a line is held against few.
class PhraseIndex {
 public:
  struct Phrase {
    std::string_view text;
    Where where;
    LineClass told;
    std::uint16_t order;  // The first that fits counts.
    std::uint16_t key;
  };

  PhraseIndex() {
    std::uint16_t order = 0;
    for (const Rule& rule : rules) {
      for (const std::string_view* text = rule.begin; text != rule.end; ++text, ++order) {
        auto& phrases = rule.where == Where::within ? within_ : in_front_;
        phrases.push_back({*text, rule.where, rule.told, order, key_at(*text, 0)});
      }
    }
    for (std::vector<Phrase>* phrases : {&within_, &in_front_}) {
      std::ranges::sort(*phrases, {},
                        [](const Phrase& one) { return std::pair(one.key, one.order); });
    }
    for (const Phrase& one : within_) within_keys_[one.key] = true;
  }

  // Those that may stand at the begin of the line.
  std::span<const Phrase> in_front(std::string_view line) const {
    return of_key(in_front_, key_at(line, 0));
  }

  // Those that may stand at a place of the line.
  std::span<const Phrase> within(std::string_view line, std::size_t at) const {
    const std::uint16_t key = key_at(line, at);
    return within_keys_[key] ? of_key(within_, key) : std::span<const Phrase>();
  }

 private:
  static std::uint16_t key_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
      return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    return static_cast<std::uint16_t>(byte(at) << 8 | byte(at + 1));
  }

  static std::span<const Phrase> of_key(const std::vector<Phrase>& phrases, std::uint16_t key) {
    const auto before = [](const Phrase& phrase, std::uint16_t wanted) {
      return phrase.key < wanted;
    };
    const auto first = std::lower_bound(phrases.begin(), phrases.end(), key, before);
    const auto last = std::find_if(first, phrases.end(),
                                   [key](const Phrase& phrase) { return phrase.key != key; });
    return {first, last};
  }

  std::vector<Phrase> in_front_;
  std::vector<Phrase> within_;
  std::bitset<65'536> within_keys_;
};

// ---- A line made ready --------------------------------------------------------------------------

constexpr std::size_t most_bytes = 600;        // A longer paragraph is text.
constexpr std::size_t most_begins_bytes = 90;  // Of a line that only begins with its phrase.
constexpr std::size_t most_opens_bytes = 250;
constexpr std::size_t most_within_bytes = 350;

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30ff) || (c >= 0x3400 && c <= 0x9fff) ||
         (c >= 0xac00 && c <= 0xd7af);
}

bool is_decoration(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c == '(' || c == 0xa9) return false;
  return u_ispunct(code) || u_isUWhiteSpace(code) || u_charType(code) == U_OTHER_SYMBOL ||
         u_charType(code) == U_MATH_SYMBOL || c == 0xfe0f || c == 0x200b || c == '|' || c == '>';
}

// The line in lower case, decoration in front taken off.
std::string prepared(std::string_view line) {
  std::string lower;
  bool in_front = true;
  for (std::size_t at = 0; at < line.size();) {
    const char32_t c = text::next_character(line, at);
    if (in_front && is_decoration(c)) continue;
    in_front = false;
    if (c < 0x80) {
      lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : static_cast<char>(c);
    } else if (c == 0x2018 || c == 0x2019) {
      lower += '\'';
    } else if (c == 0xa0 || c == 0x202f) {
      lower += ' ';
    } else {
      text::append_utf8(lower, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
    }
  }
  return lower;
}

bool is_letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return u_isalpha(static_cast<UChar32>(text::next_character(text, at))) != 0;
}

bool ends_word(std::string_view text, std::size_t at, std::string_view phrase) {
  if (!is_letter_at(text, at)) return true;
  std::size_t last = phrase.size();
  do --last;
  while (last > 0 && (static_cast<unsigned char>(phrase[last]) & 0xc0) == 0x80);
  return is_cjk(text::next_character(phrase, last));
}

// Nothing but marks and digits from `at` on.
bool is_rest_empty(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (u_isalpha(static_cast<UChar32>(text::next_character(text, at)))) return false;
  }
  return true;
}

bool opens_reference(std::string_view text, std::size_t at) {
  bool spaced = false;
  while (at < text.size() && text[at] == ' ') {
    spaced = true;
    ++at;
  }
  if (at >= text.size()) return true;
  const char32_t c = text::next_character(text, at);
  switch (c) {
    case ':':
    case '|':
    case '>':
    case 0xbb:
    case 0xff1a:
    case 0x2192:
    case '/':
    case '[':
    case '(':
    case 0x203a:
    case 0x25ba:
    case 0x3010:
    case 0x300b:
      return true;
    case '-':
    case 0x2013:
    case 0x2014:
      return spaced;
    default:
      return false;
  }
}

bool ends_sentence(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '"' || line.back() == ')'))
    line.remove_suffix(1);
  if (line.empty()) return false;
  if (line.size() > 3 && line.substr(line.size() - 3) == "...") return false;
  return line.back() == '.' || (line.size() > 3 && line.substr(line.size() - 3) == "。");
}

std::size_t count_words(std::string_view line) {
  return line.empty() ? 0 : static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
}

// Whether the phrase stands at the begin of the line as it must.
bool opens_line(std::string_view text, Where where, std::string_view line) {
  if (line.substr(0, text.size()) != text || !ends_word(line, text.size(), text)) return false;
  switch (where) {
    case Where::alone:
      return line.size() < text.size() + 24 && is_rest_empty(line, text.size());
    case Where::opens:
      return line.size() <= most_opens_bytes &&
             ((line.size() < text.size() + 24 && is_rest_empty(line, text.size())) ||
              opens_reference(line, text.size()));
    default:
      return line.size() <= std::max(most_begins_bytes, 2 * text.size()) && !ends_sentence(line);
  }
}

// ---- Lines told by more than a phrase
// ------------------------------------------------------------

// Runs of letters, digits and hyphens.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  std::size_t at = 0;
  const auto end_word = [&](std::size_t end, std::size_t next) {
    if (end > begin) words.push_back(line.substr(begin, end - begin));
    begin = next;
  };
  while (at < line.size()) {
    const std::size_t character = at;
    const char32_t c = text::next_character(line, at);
    if (!u_isalnum(static_cast<UChar32>(c)) && c != '-') end_word(character, at);
  }
  end_word(line.size(), line.size());
  return words;
}

bool has_digit(std::string_view line) {
  return line.find_first_of("0123456789") != line.npos || line.find("٠") != line.npos ||
         line.find("۱") != line.npos || line.find("۲") != line.npos;
}

bool is_share_line(const std::vector<std::string_view>& words) {
  static const std::unordered_set<std::string_view> networks = {
      "facebook",  "twitter",   "whatsapp",  "linkedin",      "reddit",    "pinterest",
      "telegram",  "tumblr",    "messenger", "flipboard",     "instagram", "youtube",
      "tiktok",    "threads",   "bluesky",   "mastodon",      "xing",      "viber",
      "vkontakte", "snapchat",  "wechat",    "weibo",         "e-mail",    "email",
      "share",     "tweet",     "pocket",    "line",          "rss",       "teilen",
      "partager",  "compartir", "вконтакте", "одноклассники", "copy",      "print"};
  static const std::unordered_set<std::string_view> others = {
      "x",    "on",   "via",    "in",     "to",       "this",   "article", "story",  "save", "more",
      "mail", "link", "copy",   "print",  "by",       "news",   "google",  "and",    "or",   "with",
      "app",  "sms",  "url",    "open",   "new",      "window", "opens",   "click",  "page", "it",
      "auf",  "per",  "sur",    "par",    "en",       "por",    "su",      "follow", "us",   "icon",
      "post", "a",    "friend", "button", "comments", "pin",    "the",     "feed"};
  if (words.empty() || words.size() > 16) return false;
  bool has_network = false;
  for (const std::string_view word : words) {
    if (networks.count(word) != 0) {
      has_network = true;
    } else if (others.count(word) == 0 && !has_digit(word)) {
      return false;
    }
  }
  return has_network;
}

bool is_read_time(std::string_view line, const std::vector<std::string_view>& words) {
  if (words.size() > 10 || line.size() > 80 || !has_digit(line)) return false;
  const bool minutes = line.find("min") != line.npos || line.find("мин") != line.npos ||
                       line.find("хв") != line.npos || line.find("λεπτ") != line.npos ||
                       line.find("dk") != line.npos || line.find("分") != line.npos ||
                       line.find("perc") != line.npos || line.find("分钟") != line.npos;
  if (!minutes) return false;
  for (const std::string_view reading :
       {"read",      "lesezeit", "lecture", "lectura",  "lettura", "leitura",
        "leestijd",  "lästid",   "läsning", "lesetid",  "læsetid", "lukuaika",
        "czytania",  "czytani",  "čtení",   "čítania",  "olvas",   "citire",
        "okuma",     "чтения",   "читання", "ανάγνωση", "baca",    "阅读",
        "lesedauer", "読",       "листа",   "lesing",   "leitura"}) {
    if (line.find(reading) != line.npos) return true;
  }
  return false;
}

// "2 hours ago", "vor 3 Stunden", "il y a 2 heures".
bool is_relative_time(std::string_view line, const std::vector<std::string_view>& words) {
  if (words.size() > 7 || line.size() > 60 || !has_digit(line)) return false;
  static constexpr std::string_view agos[] = {
      "ago",   "vor",   "il y a", "hace",  "fa",   "há",   "geleden",
      "sedan", "siden", "sitten", "temu",  "před", "önce", "назад",
      "тому",  "πριν",  "lalu",   "trước", "منذ",  "前",   "전"};
  static constexpr std::string_view units[] = {
      "min",   "hour", "hr",   "day",  "week",  "stunde", "tag",  "woche", "heure", "jour",
      "hora",  "día",  "dia",  "or",   "giorn", "uur",    "uren", "dag",   "timm",  "time",
      "tunti", "päiv", "godz", "dni",  "hodin", "saat",   "gün",  "мин",   "час",   "дн",
      "годин", "ώρ",   "jam",  "hari", "giờ",   "ngày",   "ساع",  "دقي",   "分",    "時間",
      "小时",  "小時", "시간", "분",   "日",    "天"};
  bool ago = false;
  for (const std::string_view word : agos) {
    const std::size_t at = line.find(word);
    ago = ago || (at != line.npos && ends_word(line, at + word.size(), word));
  }
  if (!ago) return false;
  return std::any_of(std::begin(units), std::end(units),
                     [&](std::string_view unit) { return line.find(unit) != line.npos; });
}

bool has_date(std::string_view text) {
  static const Instant any_time = Instant(Day(std::chrono::year(2100) / 1 / 1));
  const VisibleDates dates = find_dates(text, "", any_time);
  return dates.published || dates.modified;
}

bool is_date_line(std::string_view line, std::string_view raw,
                  const std::vector<std::string_view>& words) {
  if (raw.size() > 120 || words.size() > 14 || !has_digit(line) || ends_sentence(line))
    return false;
  static const Instant any_time = Instant(Day(std::chrono::year(2100) / 1 / 1));
  if (parse_date(raw, "", any_time)) return true;
  static constexpr std::string_view announcements[] = {
      "published",     "updated",         "posted",        "last updated",
      "last modified", "first published", "created",       "veröffentlicht",
      "aktualisiert",  "stand",           "publié",        "mis à jour",
      "publicado",     "actualizado",     "pubblicato",    "aggiornato",
      "gepubliceerd",  "publicerad",      "uppdaterad",    "publisert",
      "oppdatert",     "julkaistu",       "päivitetty",    "opublikowano",
      "aktualizacja",  "publikováno",     "aktualizováno", "опубликовано",
      "обновлено",     "δημοσίευση",      "公開",          "更新"};
  const bool announces = std::ranges::any_of(announcements, [&](std::string_view word) {
    return line.starts_with(word) && ends_word(line, word.size(), word);
  });
  if (!announces) {
    // "The newsroom, published on 5 October 2020 at 18:12".
    return std::ranges::any_of(announcements, [&](std::string_view word) {
      const std::size_t at = line.find(word);
      return at != line.npos && at > 0 && line[at - 1] == ' ' && has_date(raw);
    });
  }
  const VisibleDates dates = find_dates(raw, "", any_time);
  return dates.published || dates.modified || line.size() < 40;
}

// "Families on the quay. Photograph: Jane Doe": a picture's maker named at the line's end.
bool ends_with_credit(std::string_view line) {
  const std::size_t colon = line.rfind(':');
  if (colon == line.npos || colon == 0) return false;
  const std::string_view name = line.substr(colon + 1);
  const std::size_t words = count_words(name);
  if (words < 2 || words > 7 || ends_sentence(name)) return false;
  std::string_view before = line.substr(0, colon);
  while (!before.empty() && before.back() == ' ') before.remove_suffix(1);
  const std::size_t word = before.find_last_of(" (/.") + 1;
  if (word == 0) return false;
  static const std::unordered_set<std::string_view> pictures = {
      "photograph", "photo",      "photos",  "picture", "image",  "illustration", "foto",
      "fotos",      "bild",       "crédit",  "imagen",  "imagem", "fotografía",   "immagine",
      "beeld",      "fotografia", "zdjęcie", "kuva",    "фото"};
  return pictures.contains(before.substr(word));
}

bool is_byline(std::string_view line, std::string_view raw, std::size_t word_count) {
  if (raw.size() > 140 || word_count > 14 || ends_sentence(line)) return false;
  bool announced = false;
  for (const std::string_view opening :
       {"by ",          "by:",           "von ",      "par ",       "por ",
        "di ",          "door ",         "av ",       "af ",        "autor:",
        "autorin:",     "author:",       "auteur:",   "autore:",    "written by ",
        "reported by ", "reporting by ", "words by ", "posted by ", "story by ",
        "text:",        "texte:",        "автор:",    "a cura di ", "oleh "})
    announced = announced || line.substr(0, opening.size()) == opening;
  const bool run_together =
      raw.size() > 3 && (raw.substr(0, 2) == "By") && raw[2] >= 'A' && raw[2] <= 'Z';
  return (announced || run_together) && (!author_names(raw).empty() || has_date(raw));
}

// "(Photo by Jane Doe/Agency)", within a line.
bool has_picture_credit(std::string_view line) {
  static constexpr std::string_view marks[] = {"(photo by ",       "(ap photo/", "/getty images",
                                               "via getty images", "/afp via",   "reuters/",
                                               "(foto: ",          "(photo: "};
  return std::ranges::any_of(marks,
                             [&](std::string_view mark) { return line.find(mark) != line.npos; });
}

bool is_short_credit(std::string_view line, std::string_view raw, std::size_t word_count) {
  if (word_count > 45 || raw.size() > 350) return false;
  static constexpr std::string_view agencies[] = {
      "getty images",     "getty",        "reuters",  "afp",      "ap photo",
      "associated press", "shutterstock", "dpa",      "epa",      "imago",
      "istock",           "alamy",        "unsplash", "keystone", "pa media",
      "pa wire",          "ap",           "efe",      "ansa",     "zuma",
      "picture alliance", "adobe stock",  "pixabay",  "flickr",   "wikimedia commons"};
  std::string_view end = line;
  while (!end.empty() &&
         (end.back() == ')' || end.back() == '.' || end.back() == ' ' || end.back() == ']'))
    end.remove_suffix(1);
  for (const std::string_view agency : agencies) {
    if (end.size() < agency.size() || end.substr(end.size() - agency.size()) != agency) continue;
    if (end.size() == agency.size()) return true;
    const std::string_view before = end.substr(0, end.size() - agency.size());
    const char mark = before.back();
    const char earlier = before.size() > 1 ? before[before.size() - 2] : ' ';
    if (mark == '/' || (mark == ' ' && (earlier == '/' || earlier == '|' || earlier == ':')))
      return true;
  }
  const bool bracketed = line.find_first_of("(/") != line.npos || line.find(" via ") != line.npos;
  if (bracketed && has_picture_credit(line)) return true;
  if (ends_with_credit(line)) return true;
  const bool marked = line.find("©") != line.npos || line.find("(c) ") != line.npos;
  return marked && word_count <= 14 && !has_digit(line);
}

bool is_copyright_line(std::string_view line, std::size_t word_count) {
  const std::size_t mark = std::min(line.find("©"), line.find("(c) 20"));
  if (mark == line.npos || word_count > 60) return false;
  return has_digit(line.substr(mark));
}

std::size_t latest_from_bytes(std::string_view line) {
  for (const std::string_view opening : phrases::latest_from) {
    if (line.substr(0, opening.size()) == opening && line.size() > opening.size() &&
        line[opening.size()] == ' ')
      return opening.size();
  }
  return 0;
}

bool is_latest_from(std::string_view line, std::size_t word_count) {
  return latest_from_bytes(line) > 0 && word_count <= 8 && line.size() <= 70 &&
         !ends_sentence(line);
}

// "12 comments", "3 Kommentare".
bool is_comment_count(std::string_view line, const std::vector<std::string_view>& words) {
  if (words.empty() || words.size() > 3 || !has_digit(words.front())) return false;
  for (const std::string_view word :
       {"comment", "kommentar", "commentaire", "comentario", "comentário", "commenti", "reactie",
        "komentar", "комментари", "коментар", "yorum", "σχόλι"}) {
    if (line.find(word) != line.npos) return true;
  }
  return false;
}

// The phrase by which a rule tells the line; null if none does.
const PhraseIndex::Phrase* phrase_of(std::string_view line) {
  static const PhraseIndex index;
  const PhraseIndex::Phrase* first = nullptr;
  for (const PhraseIndex::Phrase& phrase : index.in_front(line)) {
    if (opens_line(phrase.text, phrase.where, line)) {
      first = &phrase;
      break;
    }
  }
  if (line.size() > most_within_bytes) return first;
  for (std::size_t at = 0; at < line.size(); ++at) {
    for (const PhraseIndex::Phrase& phrase : index.within(line, at)) {
      if (first && first->order < phrase.order) break;
      if (line.substr(at).starts_with(phrase.text)) first = &phrase;
    }
  }
  return first;
}

}  // namespace

LineClass classify_line(std::string_view raw) {
  if (raw.empty() || raw.size() > most_bytes) return {};
  const std::string prepared_line = prepared(raw);
  const std::string_view line = prepared_line;
  if (line.empty()) return {};
  const std::size_t word_count = count_words(line);
  const bool is_short = word_count <= 16 && line.size() <= 160;
  if (is_short) {
    const std::vector<std::string_view> words = words_of(line);
    if (is_read_time(line, words)) return {Kind::read_time, LineAction::skip};
    if (is_relative_time(line, words)) return {Kind::date, LineAction::skip};
    if (is_comment_count(line, words)) return {Kind::comments, LineAction::skip};
    if (is_byline(line, raw, word_count)) return {Kind::byline, LineAction::skip};
    if (is_date_line(line, raw, words)) return {Kind::date, LineAction::skip};
    if (is_share_line(words)) return {Kind::share, LineAction::skip};
    if (is_latest_from(line, word_count)) return {Kind::latest_from, LineAction::terminate};
  }
  if (is_short_credit(line, raw, word_count)) return {Kind::credit, LineAction::skip};
  if (const PhraseIndex::Phrase* phrase = phrase_of(line)) return phrase->told;
  if (is_copyright_line(line, word_count)) return {Kind::copyright, LineAction::terminate};
  return {};
}

std::string_view section_named(std::string_view line) {
  std::string lower(line);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  const std::size_t opening = latest_from_bytes(lower);
  if (opening == 0 || !is_latest_from(lower, count_words(lower))) return {};
  std::string_view section = line.substr(opening);
  const std::size_t begin = section.find_first_not_of(" -:|>");
  if (begin == section.npos) return {};
  section.remove_prefix(begin);
  return section.substr(0, section.find_last_not_of(" :|>.") + 1);
}

const char* line_kind_name(LineKind kind) {
  switch (kind) {
    case Kind::text:
      return "text";
    case Kind::date:
      return "date";
    case Kind::read_time:
      return "read_time";
    case Kind::byline:
      return "byline";
    case Kind::also_read:
      return "also_read";
    case Kind::related:
      return "related";
    case Kind::neighbour:
      return "neighbour";
    case Kind::latest_from:
      return "latest_from";
    case Kind::share:
      return "share";
    case Kind::subscription:
      return "subscription";
    case Kind::advertisement:
      return "advertisement";
    case Kind::copyright:
      return "copyright";
    case Kind::comments:
      return "comments";
    case Kind::tags:
      return "tags";
    case Kind::credit:
      return "credit";
    case Kind::top:
      return "top";
    case Kind::consent:
      return "consent";
  }
  return "text";
}

}  // namespace broadsheet::indexer
