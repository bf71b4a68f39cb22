#include "indexer/extract/date_text.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/calendars.hpp"
#include "indexer/extract/date_tokens.hpp"
#include "indexer/extract/month_names.hpp"
#include "schema/text.hpp"

namespace broadsheet::indexer {
namespace {

using Token = DateToken;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::size_t max_text_bytes = 400;

// ---- One date among the tokens ----------------------------------------------------------------

struct Time {
  seconds of_day{0};
  std::optional<minutes> offset;
};

struct Found {
  std::size_t begin = 0;  // Tokens.
  std::size_t end = 0;
  Timestamp timestamp;
};

bool month_comes_first(std::string_view language) {
  if (language.substr(0, 2) != "en" && language.substr(0, 3) != "fil") return false;
  if (language.size() < 5) return true;
  const std::string region = text::fold(language.substr(3, 2));
  return region == "us" || region == "ph";
}

class DateScanner {
 public:
  DateScanner(std::vector<Token> tokens, std::string_view language, Instant now)
      : tokens_(std::move(tokens)), language_(language), now_(now) {}

  // The next plausible date from token `from` on.
  std::optional<Found> next(std::size_t from) {
    for (std::size_t at = from; at < tokens_.size(); ++at) {
      inner_time_.reset();
      std::size_t end = at;
      const auto day = date_at(at, end);
      if (!day || !is_plausible(*day, now_)) continue;
      Found found{at, end, {*day, std::nullopt, minutes(0)}};
      add_time(found, from);
      return found;
    }
    return std::nullopt;
  }

  const std::vector<Token>& tokens() const { return tokens_; }

 private:
  const Token* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
  bool is_number(std::size_t at, std::size_t least, std::size_t most) const {
    const Token* t = token(at);
    return t && t->kind == Token::Kind::number && t->digits >= least && t->digits <= most;
  }
  bool is_mark(std::size_t at, std::u32string_view marks) const {
    const Token* t = token(at);
    return t && t->kind == Token::Kind::mark && marks.find(t->mark_character) != marks.npos;
  }
  bool is_word(std::size_t at) const {
    const Token* t = token(at);
    return t && t->kind == Token::Kind::word;
  }
  bool word_is(std::size_t at, std::initializer_list<std::string_view> words) const {
    return is_word(at) && std::find(words.begin(), words.end(), tokens_[at].word) != words.end();
  }

  // Dates do not begin within a longer number ("12.2021.3") or a word ("A4").
  bool begins_number(std::size_t at) const {
    if (at == 0 || tokens_[at].space_before) return true;
    const Token& before = tokens_[at - 1];
    if (before.kind == Token::Kind::number) return false;
    if (before.kind == Token::Kind::mark &&
        std::u32string_view(U".,/-:$€£+").find(before.mark_character) != std::u32string_view::npos)
      return at < 2 || tokens_[at - 2].kind != Token::Kind::number;
    return true;
  }

  std::optional<Day> date_at(std::size_t at, std::size_t& end) {
    if (is_number(at, 1, 9) && !begins_number(at)) return std::nullopt;
    if (is_number(at, 4, 4)) return year_first(at, end);
    if (is_number(at, 1, 2)) {
      if (const auto day = day_first_with_word(at, end)) return day;
      return numeric(at, end);
    }
    if (is_number(at, 8, 8)) return compact(at, end);
    if (is_word(at)) return month_first(at, end);
    return std::nullopt;
  }

  // 20210319
  std::optional<Day> compact(std::size_t at, std::size_t& end) const {
    const int value = tokens_[at].value;
    const int year = value / 10000;
    if (year < 1900 || year > 2100) return std::nullopt;
    end = at + 1;
    return make_day(year, static_cast<unsigned>(value / 100 % 100),
                    static_cast<unsigned>(value % 100));
  }

  // 2021-03-19, 2021/3/19, 2021. 3. 19., 2021年3月19日, 2021 March 19, 2021. március 19.
  std::optional<Day> year_first(std::size_t at, std::size_t& end) {
    const int year = tokens_[at].value;
    std::size_t next = at + 1;
    if (!is_mark(next, U"-/.年년,")) {
      return year_then_word(year, next, end);
    }
    if (word_is(next + 1, {"gada"})) return latvian(year, next + 2, end);
    const char32_t separator = tokens_[next].mark_character;
    ++next;
    if (is_word(next)) return year_then_word(year, next, end);
    if (!is_number(next, 1, 2)) return std::nullopt;
    const int month = tokens_[next++].value;
    const char32_t wanted = separator == U'年' ? U'月' : separator == U'년' ? U'월' : separator;
    if (!is_mark(next, std::u32string_view(&wanted, 1)) || !is_number(next + 1, 1, 2))
      return std::nullopt;
    const int day = tokens_[next + 1].value;
    end = next + 2;
    if (is_mark(end, U"日号일")) ++end;
    return made(year, static_cast<unsigned>(month), day, false);
  }

  // 2021. gada 12. maijā
  std::optional<Day> latvian(int year, std::size_t at, std::size_t& end) {
    if (!is_number(at, 1, 2) || !is_mark(at + 1, U".")) return std::nullopt;
    const int day = tokens_[at].value;
    std::size_t next = at + 2;
    const MonthName* month = month_at(next);
    if (!month) return std::nullopt;
    end = next;
    return made(year, month->month, day, false);
  }

  std::optional<Day> year_then_word(int year, std::size_t at, std::size_t& end) {
    if (word_is(at, {"m"}) || is_mark(at, U".")) ++at;  // Lithuanian "2021 m. kovo 19 d."
    if (is_mark(at, U".,-")) ++at;
    const MonthName* month = month_at(at);
    if (!month) return std::nullopt;
    if (is_mark(at, U".,-")) ++at;
    if (!is_number(at, 1, 2)) return std::nullopt;
    end = at + 1;
    return made(year, month->month, tokens_[at].value, month->persian);
  }

  // The month named at `at`, which moves past it.
  const MonthName* month_at(std::size_t& at) {
    if (!is_word(at)) return nullptr;
    // Two words, or letters with periods as in Thai.
    const std::size_t second = is_mark(at + 1, U".") ? at + 2 : at + 1;
    if (is_word(second)) {
      const std::string two = tokens_[at].word + ' ' + tokens_[second].word;
      if (const MonthName* month = find_month(two, language_)) {
        at = second + 1;
        return month;
      }
    }
    std::string word = tokens_[at].word;
    const MonthName* month = find_month(word, language_);
    // Hebrew writes "in" and the month as one word, Arabic "and".
    if (!month && word.size() > 4 && word.compare(0, 2, "ב") == 0)
      month = find_month(word.substr(2), language_);
    if (month) ++at;
    return month;
  }

  // The number of a Vietnamese month: "tháng 3".
  std::optional<unsigned> numbered_month(std::size_t& at) const {
    if (!word_is(at, {"thang", "thg"})) return std::nullopt;
    if (!is_number(at + 1, 1, 2)) return std::nullopt;
    const auto month = static_cast<unsigned>(tokens_[at + 1].value);
    at += 2;
    return month;
  }

  // 19 March 2021, 19. März 2021, 19th of March, 2021, 1er mars 2021, 19-MAR-87, 19 tháng 3 năm
  // 2021
  std::optional<Day> day_first_with_word(std::size_t at, std::size_t& end) {
    const int day = tokens_[at].value;
    std::size_t next = at + 1;
    const bool is_ordinal =
        is_mark(next, U".º°ª") || (word_is(next, {"st", "nd", "rd", "th", "er", "º", "o", "a", "ª",
                                                  "ain", "eme", "de", "ten", "ste"}) &&
                                   !tokens_[next].space_before);
    if (is_ordinal) ++next;
    while (is_mark(next, U"-/,'’") || word_is(next, {"de", "of", "d", "del", "di", "ta", "den"}))
      ++next;
    if (next > at + 4) return std::nullopt;
    if (const auto month = numbered_month(next)) {
      if (word_is(next, {"nam"}) || is_mark(next, U",/-")) ++next;
      if (!is_number(next, 4, 4)) return std::nullopt;
      end = next + 1;
      return made(tokens_[next].value, *month, day, false);
    }
    const MonthName* month = month_at(next);
    if (!month) return std::nullopt;
    return year_after(next, end, day, *month);
  }

  // What parts a month from its year, and the year.
  std::optional<Day> year_after(std::size_t next, std::size_t& end, int day,
                                const MonthName& month) {
    const std::size_t month_end = next;
    const bool hyphen = is_mark(next, U"-");
    while (next < month_end + 3 &&
           (is_mark(next, U".,-/'’") || word_is(next, {"de", "del", "of", "anul", "nam"})))
      ++next;
    if (is_number(next, 4, 4) && !runs_on(next)) {
      end = next + 1;
      return made(tokens_[next].value, month.month, day, month.persian);
    }
    const bool apostrophe = next > month_end && is_mark(next - 1, U"'’");
    if ((hyphen || apostrophe || next + 1 == tokens_.size()) && is_number(next, 2, 2)) {
      end = next + 1;
      return made(century(tokens_[next].value), month.month, day, false);
    }
    return year_after_time(month_end, end, day, month);
  }

  // Fri Mar 19 08:38:00 EDT 2021
  std::optional<Day> year_after_time(std::size_t next, std::size_t& end, int day,
                                     const MonthName& month) {
    Time time;
    std::size_t after = next;
    if (is_mark(after, U",")) ++after;
    if (!time_at(after, time)) return std::nullopt;
    std::size_t zone = after;
    if (is_word(zone)) ++zone;
    if (!is_number(zone, 4, 4)) return std::nullopt;
    const auto made_day = made(tokens_[zone].value, month.month, day, month.persian);
    if (made_day && zone > after) time.offset = zone_offset(tokens_[after].word, *made_day);
    inner_time_ = time;
    end = zone + 1;
    return made_day;
  }

  // March 19, 2021; Mar. 19th 2021
  std::optional<Day> month_first(std::size_t at, std::size_t& end) {
    const MonthName* month = month_at(at);
    if (!month) return std::nullopt;
    if (is_mark(at, U".-")) ++at;
    if (!is_number(at, 1, 2)) return std::nullopt;
    const int day = tokens_[at].value;
    std::size_t next = at + 1;
    if (word_is(next, {"st", "nd", "rd", "th"}) && !tokens_[next].space_before) ++next;
    return year_after(next, end, day, *month);
  }

  // 19.03.2021, 19/3/2021, 3/19/2021, 19-03-2021, 19.03.21
  std::optional<Day> numeric(std::size_t at, std::size_t& end) const {
    if (!is_mark(at + 1, U"./-") || !is_number(at + 2, 1, 2)) return std::nullopt;
    const char32_t separator = tokens_[at + 1].mark_character;
    if (!is_mark(at + 3, std::u32string_view(&separator, 1))) return std::nullopt;
    if (!is_number(at + 4, 4, 4) && !is_number(at + 4, 2, 2)) return std::nullopt;
    if (separator == U'-' && tokens_[at + 4].digits == 2) return std::nullopt;
    if (runs_on(at + 4)) return std::nullopt;
    int day = tokens_[at].value;
    int month = tokens_[at + 2].value;
    const bool american = separator != U'.' && month_comes_first(language_);
    if (month > 12 || (american && day <= 12)) std::swap(day, month);
    const int year =
        tokens_[at + 4].digits == 2 ? century(tokens_[at + 4].value) : tokens_[at + 4].value;
    end = at + 5;
    return made(year, static_cast<unsigned>(month), day, false);
  }

  // Whether a number goes on as something else than a date: "2021.5", "2021/22".
  bool runs_on(std::size_t at) const {
    return is_mark(at + 1, U"/.") && is_number(at + 2, 1, 9) && !tokens_[at + 1].space_before &&
           !tokens_[at + 2].space_before;
  }

  int century(int two_digits) const {
    const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(now_));
    return two_digits + (two_digits <= static_cast<int>(today.year()) % 100 ? 2000 : 1900);
  }

  static std::optional<Day> made(int year, unsigned month, int day, bool persian) {
    if (persian) return persian_day(year, month, static_cast<unsigned>(day));
    if (year > 2400 && year < 2600) year -= 543;  // Thai years count from the Buddha's death.
    return make_day(year, month, static_cast<unsigned>(day));
  }

  // "10:30", "10.30 Uhr", "10h30", "8:38 p.m.", "10時30分": moves past it.
  bool time_at(std::size_t& at, Time& time, bool may_be_dotted = false) const {
    std::size_t next = at;
    int half = half_day_at(next);  // Before the time in Korean and Chinese.
    if (!is_number(next, 1, 2)) return false;
    const int hour = tokens_[next].value;
    const bool marked = is_mark(next + 1, U":時时点시") || word_is(next + 1, {"h"});
    const bool dotted = is_mark(next + 1, U".") && (may_be_dotted || is_clock_word(next + 3));
    if ((!marked && !dotted) || !is_number(next + 2, 2, 2)) {
      // "8 p.m."
      std::size_t after = next + 1;
      const int noon = half_day_at(after);
      if (noon < 0 || hour < 1 || hour > 12) return false;
      time.of_day = std::chrono::hours(hour % 12 + noon);
      at = after;
      return true;
    }
    const int minute = tokens_[next + 2].value;
    next += 3;
    int second = 0;
    if (is_mark(next, U":") && is_number(next + 1, 2, 2)) {
      second = tokens_[next + 1].value;
      next += 2;
      if (is_mark(next, U".,") && is_number(next + 1, 1, 9)) next += 2;
    }
    if (is_mark(next, U"分분")) ++next;
    if (half < 0) half = half_day_at(next);
    if (hour > 23 || minute > 59 || second > 60) return false;
    const int day_hour = half < 0 || hour > 12 ? hour : hour % 12 + half;
    time.of_day = std::chrono::hours(day_hour) + minutes(minute) + seconds(second);
    if (is_clock_word(next)) ++next;
    at = next;
    return true;
  }

  bool is_clock_word(std::size_t at) const {
    return word_is(at, {"uhr", "hrs", "hs", "h", "uur", "ora", "ore", "godz"});
  }

  // 0 for the morning, 12 for the afternoon, -1 if neither is named; moves past the word.
  int half_day_at(std::size_t& at) const {
    if (word_is(at, {"am", "오전", "上午"})) return ++at, 0;
    if (word_is(at, {"pm", "오후", "下午"})) return ++at, 12;
    if (word_is(at, {"a", "p"}) && is_mark(at + 1, U".") && word_is(at + 2, {"m"})) {
      const int half = tokens_[at].word == "a" ? 0 : 12;
      at += is_mark(at + 3, U".") ? 4 : 3;
      return half;
    }
    return -1;
  }

  // "+01:00", "-0400", "GMT+1", "EST", "(CET)".
  void take_offset(std::size_t& at, Time& time, Day day) const {
    std::size_t next = at;
    if (is_mark(next, U"(,")) ++next;
    if (is_word(next)) {
      const auto offset = zone_offset(tokens_[next].word, day);
      if (!offset) return;
      time.offset = *offset;
      at = ++next;
      if (*offset != minutes(0)) return;
    }
    if (!is_mark(next, U"+-") || !is_number(next + 1, 1, 4)) return;
    const int sign = tokens_[next].mark_character == U'-' ? -1 : 1;
    const Token& number = tokens_[next + 1];
    int total =
        number.digits > 2 ? number.value / 100 * 60 + number.value % 100 : number.value * 60;
    next += 2;
    if (number.digits <= 2 && is_mark(next, U":") && is_number(next + 1, 2, 2)) {
      total += tokens_[next + 1].value;
      next += 2;
    }
    if (total > 14 * 60) return;
    time.offset = minutes(sign * total);
    at = next;
  }

  // A time just behind or just before the date, a few words between ("at", "um", a weekday).
  void add_time(Found& found, std::size_t from) const {
    if (inner_time_) return set_time(found, *inner_time_);
    std::size_t at = found.end;
    for (int words = 0; words < 4 && at < tokens_.size(); ++words) {
      Time time;
      std::size_t end = at;
      const std::size_t before = is_mark(at - 1, U".") ? at - 2 : at - 1;
      const bool after_at = word_is(before, {"kl", "klo", "um", "ore", "alle", "at"});
      if (time_at(end, time, after_at)) {
        take_offset(end, time, found.timestamp.day);
        found.end = end;
        return set_time(found, time);
      }
      if (is_number(at, 1, 9) || is_mark(at, U";")) break;
      ++at;
    }
    add_time_before(found, from);
  }

  void add_time_before(Found& found, std::size_t from) const {
    const std::size_t earliest = found.begin > from + 9 ? found.begin - 9 : from;
    for (std::size_t at = earliest; at < found.begin; ++at) {
      if (at > 0 && is_mark(at - 1, U":.")) continue;
      Time time;
      std::size_t end = at;
      if (!is_number(at, 1, 2) || !time_at(end, time) || end > found.begin) continue;
      take_offset(end, time, found.timestamp.day);
      for (std::size_t between = end; between < found.begin; ++between) {
        if (is_number(between, 1, 9)) return;
      }
      found.begin = at;
      return set_time(found, time);
    }
  }

  static void set_time(Found& found, const Time& time) {
    const minutes offset = time.offset.value_or(minutes(0));
    const Instant local = Instant(found.timestamp.day) + time.of_day;
    found.timestamp = {std::chrono::floor<std::chrono::days>(local), local - offset, offset};
  }

  std::vector<Token> tokens_;
  std::string_view language_;
  Instant now_;
  std::optional<Time> inner_time_;  // Of a date with its time between day and year.
};

// ---- Whole texts ------------------------------------------------------------------------------

bool is_plausible_number(std::string_view digits) {
  return digits.size() >= 9 && digits.size() <= 14 &&
         digits.find_first_not_of("0123456789") == std::string_view::npos;
}

// Epoch seconds (9 or 10 digits), milliseconds (12 or 13), or YYYYMMDDHHMMSS.
std::optional<Timestamp> parse_digits(std::string_view digits) {
  const long long value = std::strtoll(std::string(digits).c_str(), nullptr, 10);
  if (digits.size() == 14) {
    const auto day = make_day(static_cast<int>(value / 10'000'000'000),
                              static_cast<unsigned>(value / 100'000'000 % 100),
                              static_cast<unsigned>(value / 1'000'000 % 100));
    const long long hour = value / 10'000 % 100;
    const long long minute = value / 100 % 100;
    const long long second = value % 100;
    if (!day || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    const Instant instant = Instant(*day) + seconds(hour * 3600 + minute * 60 + second);
    return Timestamp{*day, instant, minutes(0)};
  }
  const Instant instant(seconds(digits.size() > 10 ? value / 1000 : value));
  return Timestamp{std::chrono::floor<std::chrono::days>(instant), instant, minutes(0)};
}

std::string_view trim(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

// Whether what stands besides the date is no more than a weekday and a few words of announcement.
bool is_all_date(const std::vector<Token>& tokens, const Found& found) {
  int words = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (at >= found.begin && at < found.end) continue;
    if (tokens[at].kind == Token::Kind::number) return false;
    if (tokens[at].kind == Token::Kind::word) ++words;
  }
  return words <= 4;
}

bool means_modified(std::string_view word) {
  static constexpr std::string_view beginnings[] = {
      "updated",    "update",    "modified", "edited",   "revised",  "aktualisier", "geandert",
      "stand",      "maj",       "jour",     "modifi",   "actualiz", "atualiz",     "aggiorna",
      "bijgewerkt", "gewijzigd", "uppdater", "opdater",  "oppdater", "paivitetty",  "aktualiz",
      "frissit",    "actualit",  "guncelle", "обновл",   "оновлено", "изменен",     "ενημερω",
      "diperbarui", "cap",       "更新",     "갱신",     "수정",     "업데이트",    "تحديث",
      "بروزرسان",   "עודכן",     "zuletzt",  "modificat"};
  for (const std::string_view beginning : beginnings) {
    const bool short_word = beginning.size() <= 3 || beginning == "stand" || beginning == "update";
    if (short_word ? word == beginning : word.substr(0, beginning.size()) == beginning) return true;
  }
  return word.size() < 30 && (word.find("更新") != word.npos || word.find("수정") != word.npos);
}

bool means_published(std::string_view word) {
  static constexpr std::string_view beginnings[] = {
      "publish",    "posted",      "issued",    "released",  "veroffentlich", "erschienen",
      "publie",     "paru",        "publicad",  "pubblicat", "gepubliceerd",  "geplaatst",
      "publicer",   "publisert",   "udgivet",   "julkaistu", "opublikowan",   "publikovan",
      "zverejneno", "megjelen",    "objavljen", "yayin",     "опубликован",   "опубліковано",
      "δημοσιευ",   "diterbitkan", "dang",      "发布",      "發佈",          "發布",
      "公開",       "掲載",        "配信",      "게재",      "입력",          "등록",
      "نشر",        "פורסם"};
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) {
    return beginning.size() <= 4 ? word == beginning : word.starts_with(beginning);
  });
}

// Whether there may be a digit of any script; the letters of most have none of these bytes.
bool may_have_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte >= '0' && byte <= '9') || byte == 0xd9 || byte == 0xdb || byte == 0xe0 ||
           byte == 0xe1 || byte == 0xef;
  });
}

}  // namespace

std::optional<Timestamp> parse_date(std::string_view text, std::string_view language, Instant now) {
  text = trim(text);
  if (text.empty() || text.size() > max_text_bytes) return std::nullopt;
  std::optional<Timestamp> timestamp = parse_timestamp(text);
  if (!timestamp && is_plausible_number(text)) timestamp = parse_digits(text);
  if (!timestamp) {
    DateScanner scanner(date_tokens(text), language, now);
    const auto found = scanner.next(0);
    if (found && is_all_date(scanner.tokens(), *found)) timestamp = found->timestamp;
  }
  if (!timestamp || !is_plausible(timestamp->day, now)) return std::nullopt;
  return timestamp;
}

VisibleDates find_dates(std::string_view text, std::string_view language, Instant now) {
  VisibleDates dates;
  if (!may_have_digit(text)) return dates;
  DateScanner scanner(date_tokens(text::truncate_utf8(text, max_text_bytes)), language, now);
  std::size_t from = 0;
  while (const auto found = scanner.next(from)) {
    bool modified = false;
    bool announced = false;
    for (std::size_t at = from; at < found->begin; ++at) {
      const Token& token = scanner.tokens()[at];
      if (token.kind != Token::Kind::word) continue;
      if (means_modified(token.word)) modified = true;
      if (means_published(token.word)) announced = true;
    }
    if (modified) {
      if (!dates.modified) dates.modified = found->timestamp;
    } else if (!dates.published || (announced && !dates.announced)) {
      dates.published = found->timestamp;
      dates.announced = announced;
    }
    from = found->end;
  }
  return dates;
}

}  // namespace broadsheet::indexer
