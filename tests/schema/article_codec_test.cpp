#include "schema/article_codec.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace broadsheet;

namespace {

Article full_article() {
  Article article;
  article.id = "id-1";
  article.url = "https://example.org/1";
  article.headline = "Harbour bridge to close";
  article.standfirst = "Repairs begin in May.";
  article.body = {"Repairs begin in May.", "", "The second paragraph."};
  article.published = parse_timestamp("1821-05-05T23:30:00-04:00");
  article.published_evidence = DateEvidence::json_ld;
  article.published_confidence = 0.95F;
  article.modified = parse_timestamp("2021-03-20");
  article.first_seen = parse_timestamp("2021-03-21T00:00:00Z")->instant;
  article.authors = {"Ada Quill", "Ben Ruud"};
  article.section = "Local";
  article.people = {{"Ingrid Halvorsen", 7, true}, {"Tom Vance", 1, false}};
  article.source = "Harbour Gazette";
  article.language = "en";
  article.image = "https://example.org/1.jpg";
  article.status = Status::withheld;
  article.embargoed_until = parse_timestamp("2030-01-01T00:00:00Z")->instant;
  article.expires = parse_timestamp("1969-12-31T00:00:00Z")->instant;
  return article;
}

}  // namespace

TEST_CASE("an article survives encoding", "[codec]") {
  for (const Article& article : {full_article(), Article{}}) {
    const auto decoded = decode_article(encode_article(article));

    REQUIRE(decoded);
    CHECK(*decoded == article);
  }
}

TEST_CASE("fields of a later version are passed over", "[codec]") {
  const auto decoded = decode_article(encode_article(full_article()) + "\x7f\x03new");

  REQUIRE(decoded);
  CHECK(*decoded == full_article());
}

TEST_CASE("damaged bytes give an error or an article, never more", "[codec]") {
  const std::string whole = encode_article(full_article());
  for (std::size_t length = 0; length < whole.size(); ++length) {
    (void)decode_article(whole.substr(0, length));
  }
  std::mt19937 random(1);
  for (int round = 0; round < 5'000; ++round) {
    std::string bytes = whole;
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    if (const auto decoded = decode_article(bytes)) (void)encode_article(*decoded);
  }
  CHECK_FALSE(decode_article("\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01x"));
  CHECK_FALSE(decode_article(whole.substr(0, whole.size() - 1)));
}
