#include "schema/article_codec.hpp"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "schema/bytes.hpp"

namespace broadsheet {
namespace {

enum class Tag : std::uint8_t {
  id = 1,
  url,
  headline,
  standfirst,
  paragraph,
  published,
  published_evidence,
  published_confidence,
  modified,
  first_seen,
  author,
  section,
  person,
  source,
  language,
  image,
  status,
  embargoed_until,
  expires,
};

// Small negative numbers stay short.
std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1 ^ (~(number & 1) + 1));
}

void append_field(std::string& bytes, Tag tag, std::string_view value) {
  bytes += static_cast<char>(tag);
  append_number(bytes, value.size());
  bytes += value;
}

void append_text_field(std::string& bytes, Tag tag, const std::string& text) {
  if (!text.empty()) append_field(bytes, tag, text);
}

std::string instant_bytes(Instant instant) {
  std::string bytes;
  append_number(bytes, zigzag(instant.time_since_epoch().count()));
  return bytes;
}

void append_instant(std::string& bytes, Tag tag, const std::optional<Instant>& instant) {
  if (instant) append_field(bytes, tag, instant_bytes(*instant));
}

void append_timestamp(std::string& bytes, Tag tag, const std::optional<Timestamp>& timestamp) {
  if (!timestamp) return;
  std::string value;
  append_number(value, zigzag(timestamp->day.time_since_epoch().count()));
  if (timestamp->instant) {
    append_number(value, zigzag(timestamp->utc_offset.count()));
    value += instant_bytes(*timestamp->instant);
  }
  append_field(bytes, tag, value);
}

void append_person(std::string& bytes, const Person& person) {
  std::string value;
  append_number(value, std::uint64_t{person.mentions} << 1 | (person.about ? 1 : 0));
  append_field(bytes, Tag::person, value + person.name);
}

// Far outside any plausible date, and far inside what std::chrono counts without overflow.
constexpr std::int64_t max_days = 4'000'000;
constexpr std::int64_t max_seconds = max_days * 86'400;

std::optional<Instant> read_instant(ByteReader& reader) {
  const std::int64_t seconds = unzigzag(reader.number());
  if (reader.failed() || seconds < -max_seconds || seconds > max_seconds) return std::nullopt;
  return Instant(std::chrono::seconds(seconds));
}

std::optional<Timestamp> read_timestamp(ByteReader reader) {
  const std::int64_t days = unzigzag(reader.number());
  if (reader.failed() || days < -max_days || days > max_days) return std::nullopt;
  Timestamp timestamp{Day(std::chrono::days(static_cast<int>(days))), std::nullopt, {}};
  if (reader.done()) return timestamp;
  const std::chrono::minutes offset(unzigzag(reader.number()));
  const auto instant = read_instant(reader);
  constexpr std::chrono::days day(1);
  if (!instant || offset < -day || offset > day) return std::nullopt;
  timestamp.utc_offset = offset;
  timestamp.instant = instant;
  return timestamp;
}

std::optional<Person> read_person(ByteReader reader) {
  const std::uint64_t number = reader.number();
  if (reader.failed() || number >> 1 > std::numeric_limits<std::uint32_t>::max()) {
    return std::nullopt;
  }
  return Person{std::string(reader.rest()), static_cast<std::uint32_t>(number >> 1),
                (number & 1) != 0};
}

// False if the value is not one of the field's.
bool set_field(Article& article, Tag tag, std::string_view value) {
  const auto byte = [&] { return value.size() == 1 ? static_cast<std::uint8_t>(value[0]) : 255; };
  const auto set = [](auto& field, auto read) {
    field = read;
    return read.has_value();
  };
  ByteReader reader(value);
  switch (tag) {
    case Tag::id:
      article.id = value;
      return true;
    case Tag::url:
      article.url = value;
      return true;
    case Tag::headline:
      article.headline = value;
      return true;
    case Tag::standfirst:
      article.standfirst = value;
      return true;
    case Tag::paragraph:
      article.body.emplace_back(value);
      return true;
    case Tag::published:
      return set(article.published, read_timestamp(reader));
    case Tag::published_evidence:
      article.published_evidence = static_cast<DateEvidence>(byte());
      return byte() <= static_cast<std::uint8_t>(DateEvidence::page);
    case Tag::published_confidence:
      article.published_confidence = static_cast<float>(byte()) / 100;
      return byte() <= 100;
    case Tag::modified:
      return set(article.modified, read_timestamp(reader));
    case Tag::first_seen:
      return set(article.first_seen, read_instant(reader));
    case Tag::author:
      article.authors.emplace_back(value);
      return true;
    case Tag::section:
      article.section = value;
      return true;
    case Tag::person: {
      auto person = read_person(reader);
      if (person) article.people.push_back(std::move(*person));
      return person.has_value();
    }
    case Tag::source:
      article.source = value;
      return true;
    case Tag::language:
      article.language = value;
      return true;
    case Tag::image:
      article.image = value;
      return true;
    case Tag::status:
      article.status = static_cast<Status>(byte());
      return byte() <= static_cast<std::uint8_t>(Status::canceled);
    case Tag::embargoed_until:
      return set(article.embargoed_until, read_instant(reader));
    case Tag::expires:
      return set(article.expires, read_instant(reader));
  }
  return true;  // A tag of a later version.
}

}  // namespace

std::string encode_article(const Article& article) {
  std::string bytes;
  std::size_t size = 1'000;
  for (const std::string& paragraph : article.body) size += paragraph.size() + 4;
  bytes.reserve(size);
  append_text_field(bytes, Tag::id, article.id);
  append_text_field(bytes, Tag::url, article.url);
  append_text_field(bytes, Tag::headline, article.headline);
  append_text_field(bytes, Tag::standfirst, article.standfirst);
  for (const std::string& paragraph : article.body) append_field(bytes, Tag::paragraph, paragraph);
  append_timestamp(bytes, Tag::published, article.published);
  if (article.published) {
    append_field(bytes, Tag::published_evidence,
                 std::string(1, static_cast<char>(article.published_evidence)));
    const auto percent = static_cast<char>(std::lround(article.published_confidence * 100));
    append_field(bytes, Tag::published_confidence, std::string(1, percent));
  }
  append_timestamp(bytes, Tag::modified, article.modified);
  append_instant(bytes, Tag::first_seen, article.first_seen);
  for (const std::string& author : article.authors) append_field(bytes, Tag::author, author);
  append_text_field(bytes, Tag::section, article.section);
  for (const Person& person : article.people) append_person(bytes, person);
  append_text_field(bytes, Tag::source, article.source);
  append_text_field(bytes, Tag::language, article.language);
  append_text_field(bytes, Tag::image, article.image);
  if (article.status != Status::usable) {
    append_field(bytes, Tag::status, std::string(1, static_cast<char>(article.status)));
  }
  append_instant(bytes, Tag::embargoed_until, article.embargoed_until);
  append_instant(bytes, Tag::expires, article.expires);
  return bytes;
}

Result<Article> decode_article(std::string_view bytes) {
  Article article;
  ByteReader reader(bytes);
  while (!reader.done()) {
    const auto tag = static_cast<Tag>(reader.take(1).front());
    const std::string_view value = reader.take(reader.number());
    if (reader.failed() || !set_field(article, tag, value)) {
      return Error{ErrorCode::malformed,
                   "stored article: field " + std::to_string(static_cast<int>(tag)) + " is damaged",
                   {}};
    }
  }
  return article;
}

}  // namespace broadsheet
