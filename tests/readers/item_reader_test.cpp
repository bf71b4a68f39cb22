#include "indexer/readers/item_reader.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

using namespace broadsheet;
using namespace broadsheet::indexer;

namespace {

// A folder of its own for one test.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "readers-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path file(const std::string& name, const std::string& content) const {
    std::ofstream(path_ / name, std::ios::binary) << content;
    return path_ / name;
  }
  std::filesystem::path path(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

ItemReader reader_of(const std::filesystem::path& path) {
  auto source = FileSource::open(path, Links::follow);
  REQUIRE(source);
  return ItemReader(std::move(*source), "input");
}

// What a file is read as, a line per item: "name format content" or "name code".
std::vector<std::string> items_of(const std::string& content) {
  const Folder folder;
  ItemReader reader = reader_of(folder.file("a", content));
  std::vector<std::string> items;
  while (const auto item = reader.next()) {
    if (*item) {
      static const char* const formats[] = {"html", "dump", "json"};
      items.push_back((*item)->name + ' ' + formats[static_cast<int>((*item)->format)] + ' ' +
                      (*item)->content);
    } else {
      items.push_back(reader.item_name() + ' ' + error_code_name(item->error().code));
      CHECK_THAT(item->error().message, Catch::StartsWith(reader.item_name() + ": "));
    }
  }
  CHECK_FALSE(reader.next());
  return items;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("an input is split into its items", "[item_reader]") {
  const auto [content, expected] = GENERATE(table<std::string, Strings>({
      {"<!DOCTYPE html><p>Hi", {"input html <!DOCTYPE html><p>Hi"}},
      {"March 19, 2021\n\nBridge reopens\n", {"input dump March 19, 2021\n\nBridge reopens\n"}},
      {"{\"id\":1}", {"input json {\"id\":1}"}},
      {"{\n \"id\": 1\n}\n", {"input json {\n \"id\": 1\n}"}},
      {"{\"id\":1}\n\n{\"id\":2}\n", {"input#1 json {\"id\":1}", "input#3 json {\"id\":2}"}},
      {"\xef\xbb\xbf{\"id\":1}\r\n{\"id\":2}",
       {"input#1 json {\"id\":1}\r", "input#2 json {\"id\":2}"}},
      {"[{\"id\":1}, {\"id\":\"]\"}]", {"input#1 json {\"id\":1}", "input#2 json {\"id\":\"]\"}"}},
      {"{\"status\":\"ok\",\"articles\":[{\"id\":1},{\"id\":2}]}",
       {"input#1 json {\"id\":1}", "input#2 json {\"id\":2}"}},
      {"{\"response\":{\"total\":1,\"results\":[{\"id\":1}]}}", {"input json {\"id\":1}"}},
      {"{\"response\":{\"docs\":[{\"id\":1}],\"meta\":{}}}", {"input json {\"id\":1}"}},
      {"{\"headline\":\"H\",\"items\":[{\"id\":1}]}",
       {"input json {\"headline\":\"H\",\"items\":[{\"id\":1}]}"}},
  }));
  CAPTURE(content);

  CHECK(items_of(content) == expected);
}

TEST_CASE("a bad item is told and the rest goes on", "[item_reader]") {
  CHECK(items_of("{\"id\":1}\n7\n{\"id\":3}\n") ==
        Strings{"input#1 json {\"id\":1}", "input#2 malformed", "input#3 json {\"id\":3}"});
  CHECK(items_of("[{\"id\":1}, 7, null, {\"id\":4}]") ==
        Strings{"input#1 json {\"id\":1}", "input#2 malformed", "input#3 malformed",
                "input#4 json {\"id\":4}"});
}

TEST_CASE("what cannot be read is told by its error", "[item_reader]") {
  const auto [content, code] = GENERATE(table<std::string, std::string>({
      {"", "empty"},
      {" \n\t\n", "empty"},
      {"[]", "empty"},
      {"{\"articles\":[]}", "empty"},
      {"%PDF-1.7 ...", "unsupported"},
      {"\x89PNG\r\n", "unsupported"},
      {"\xff\xd8\xff\xe0", "unsupported"},
      {std::string("\x1f\x8b\x08\0\0", 5), "unsupported"},
      {"PK\x03\x04...", "unsupported"},
      {std::string("ab\0\x01\x02", 5), "unsupported"},
      {"<?xml version=\"1.0\"?><rss><channel/></rss>", "unsupported"},
      {"<?xml version=\"1.0\"?><nitf/>", "unsupported"},
      {"[{\"id\":1}", "malformed"},
      {"{\n\"id\": 1", "malformed"},
      {"[{\"id\":1}] more", "malformed"},
      {std::string(100'000, '['), "malformed"},
  }));
  CAPTURE(content.substr(0, 40));

  CHECK(items_of(content) == Strings{"input " + code});
}

TEST_CASE("JSON nested 100,000 deep is handed over or refused without recursion", "[item_reader]") {
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');

  CHECK(items_of(deep) == Strings{"input malformed"});
  CHECK(items_of("{\"id\":1}\n{\"a\":" + deep + "}\n{\"id\":3}\n").size() == 3);
}

TEST_CASE("a page, a line and a JSON file have their bounds", "[item_reader]") {
  const std::string page = "<html>" + std::string(ItemReader::max_page_bytes, 'x');
  const std::string line = "{\"a\":\"" + std::string(ItemReader::max_line_bytes, 'x') + "\"}";

  CHECK(items_of(page) == Strings{"input too_large"});
  CHECK(items_of("{\"id\":1}\n" + line + "\n{\"id\":3}") ==
        Strings{"input#1 json {\"id\":1}", "input#2 too_large", "input#3 json {\"id\":3}"});
  CHECK(items_of("[" + line + "," + line).front() == "input malformed");
}

TEST_CASE("JSON lines far longer than the buffer come out whole", "[item_reader]") {
  std::string content;
  for (int i = 1; i <= 2'000; ++i)
    content += "{\"id\":" + std::to_string(i) + ",\"body\":\"" + std::string(1'000, 'x') + "\"}\n";

  const Strings items = items_of(content);

  REQUIRE(items.size() == 2'000);
  CHECK_THAT(items.back(), Catch::StartsWith("input#2000 json {\"id\":2000,"));
}

TEST_CASE("a file that changes while being read is reported", "[item_reader]") {
  const Folder folder;
  const auto path = folder.file("a", "{\"id\":1}\n{\"id\":2}\n");
  ItemReader reader = reader_of(path);
  REQUIRE(reader.next());

  std::ofstream(path, std::ios::app) << "{\"id\":3}\n";

  std::optional<Result<RawItem>> last;
  while (auto item = reader.next()) last = std::move(item);
  REQUIRE(last);
  REQUIRE_FALSE(*last);
  CHECK(last->error().code == ErrorCode::unreadable);
  CHECK_THAT(last->error().message, Catch::Contains("changed"));
}

TEST_CASE("a pipe is read like a file", "[item_reader]") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string content = "{\"id\":1}\n{\"id\":2}\n";
  REQUIRE(::write(ends[1], content.data(), content.size()) == static_cast<ssize_t>(content.size()));
  ::close(ends[1]);
  ItemReader reader(FileSource::adopt(ends[0]), "standard input");

  const auto first = reader.next();
  const auto second = reader.next();

  REQUIRE((first && *first && second && *second));
  CHECK((*second)->name == "standard input#2");
  CHECK_FALSE(reader.next());
  CHECK(reader.bytes_read() == content.size());
  CHECK(reader.format() == FileFormat::json_lines);
}

TEST_CASE("only regular files are opened, and never with a wait", "[file_source]") {
  const Folder folder;
  REQUIRE(::mkfifo(folder.path("fifo").c_str(), 0600) == 0);
  std::filesystem::create_symlink(folder.file("file", "x"), folder.path("link"));
  std::filesystem::create_symlink(folder.path("nowhere"), folder.path("broken"));

  CHECK(FileSource::open(folder.path("file"), Links::refuse));
  CHECK(FileSource::open(folder.path("link"), Links::follow));
  for (const char* name : {"fifo", "link", "broken", "missing", "."}) {
    CAPTURE(name);
    const auto source = FileSource::open(folder.path(name), Links::refuse);
    REQUIRE_FALSE(source);
    CHECK(source.error().code == ErrorCode::unreadable);
    CHECK_FALSE(source.error().message.empty());
  }
  CHECK_FALSE(FileSource::open("/dev/zero", Links::follow));
}
