#include "indexer/readers/item_reader.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/readers/json_splitter.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t head_bytes = 64u << 10;
constexpr std::size_t chunk_bytes = 256u << 10;
constexpr std::string_view utf8_bom = "\xef\xbb\xbf";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos;
}

ItemFormat item_format(FileFormat format) {
  if (format == FileFormat::html) return ItemFormat::html;
  return format == FileFormat::text_dump ? ItemFormat::text_dump : ItemFormat::json;
}

std::string megabytes(std::size_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

}  // namespace

struct ItemReader::State {
  using Item = std::optional<Result<RawItem>>;

  State(FileSource given, std::string given_name)
      : source(std::move(given)), name(std::move(given_name)), item_name(name) {}

  // ---- Bytes ------------------------------------------------------------------------------------

  // What to ask for at once: of a file no more than is left of it and the byte that would tell that
  // it grew, because asking for more costs the clearing of it.
  std::size_t chunk() const {
    const std::uint64_t size = source.state().size_bytes;
    if (!source.is_regular() || bytes_read > size) return chunk_bytes;
    return static_cast<std::size_t>(std::min<std::uint64_t>(chunk_bytes, size - bytes_read + 1));
  }

  // Reads until the buffer holds `wanted` bytes from `begin` on, or the end.
  std::optional<Error> fill(std::size_t wanted) {
    while (!at_end && buffer.size() - begin < wanted) {
      const auto got = source.read(buffer, std::min(chunk(), wanted - (buffer.size() - begin)));
      if (!got) return got.error();
      bytes_read += *got;
      at_end = *got == 0;
    }
    return std::nullopt;
  }

  // Takes what was read out of the front of the buffer, now and then.
  void consume(std::size_t bytes) {
    begin += bytes;
    if (begin < chunk_bytes && begin < buffer.size()) return;
    buffer.erase(0, begin);
    begin = 0;
  }

  std::string_view unread() const { return std::string_view(buffer).substr(begin); }

  // ---- Errors -----------------------------------------------------------------------------------

  Error named(Error error) const {
    error.message = item_name + ": " + error.message;
    return error;
  }

  // An error of the whole input, after which the end comes.
  Item fail(Error error) {
    stage = Stage::end;
    item_name = name;
    return Item(named(std::move(error)));
  }

  std::optional<Error> change() const {
    if (source.is_unchanged()) return std::nullopt;
    return Error{ErrorCode::unreadable, "changed while being read", ""};
  }

  // ---- Items ------------------------------------------------------------------------------------

  Item next() {
    if (stage == Stage::start) {
      if (auto error = start()) return fail(std::move(*error));
    }
    if (stage == Stage::lines) return next_line();
    if (stage == Stage::values) return next_value();
    if (stage == Stage::page) return page();
    return std::nullopt;
  }

  std::optional<Error> start() {
    if (auto error = fill(head_bytes)) return error;
    const auto detected = detect_format(unread().substr(0, head_bytes), at_end);
    if (!detected) return detected.error();
    format = *detected;
    if (*format == FileFormat::html || *format == FileFormat::text_dump) {
      stage = Stage::page;
      return read_whole(max_page_bytes, "page");
    }
    if (unread().substr(0, utf8_bom.size()) == utf8_bom) consume(utf8_bom.size());
    if (*format == FileFormat::json_lines) {
      stage = Stage::lines;
      return std::nullopt;
    }
    stage = Stage::values;
    if (auto error = read_whole(max_json_bytes, "JSON file")) return error;
    return split();
  }

  std::optional<Error> read_whole(std::size_t most, const char* what) {
    if (auto error = fill(most + 1)) return error;
    if (unread().size() > most)
      return Error{ErrorCode::too_large,
                   std::string("a ") + what + " of more than " + megabytes(most), ""};
    return change();
  }

  std::optional<Error> split() {
    auto found = split_json(unread());
    if (!found) return found.error();
    values = std::move(*found);
    if (values.empty()) return Error{ErrorCode::empty, "a JSON file without articles", ""};
    return std::nullopt;
  }

  Item page() {
    stage = Stage::end;
    return Item(RawItem{item_format(*format), std::exchange(buffer, {}), name});
  }

  Item next_value() {
    const std::string_view value = values[index++];
    item_name = values.size() == 1 ? name : name + '#' + std::to_string(index);
    if (index == values.size()) stage = Stage::end;
    return json_item(value);
  }

  Item json_item(std::string_view value) const {
    if (value.empty() || value.front() != '{')
      return Item(named({ErrorCode::malformed, "expected a JSON object", ""}));
    return Item(RawItem{ItemFormat::json, std::string(value), item_name});
  }

  Item next_line() {
    while (true) {
      if (auto error = find_line()) return fail(std::move(*error));
      if (unread().empty()) return end_of_lines();
      item_name = name + '#' + std::to_string(++index);
      if (line_bytes > max_line_bytes) return skip_line();
      std::string line(unread().substr(0, line_bytes));
      consume(std::min(line_bytes + 1, unread().size()));
      line_bytes = 0;
      if (is_blank(line)) continue;
      line.erase(0, line.find_first_not_of(" \t\r\f\v"));
      return json_item(line);
    }
  }

  // Sets line_bytes to the length of the next line, at most one more than is allowed.
  std::optional<Error> find_line() {
    std::size_t searched = 0;
    while (true) {
      const std::size_t end = unread().find('\n', searched);
      if (end != std::string_view::npos) {
        line_bytes = end;
        return std::nullopt;
      }
      searched = unread().size();
      line_bytes = searched;
      if (at_end || searched > max_line_bytes) return std::nullopt;
      if (auto error = fill(searched + chunk_bytes)) return error;
    }
  }

  Item skip_line() {
    const Error error =
        named({ErrorCode::too_large, "a line of more than " + megabytes(max_line_bytes), ""});
    while (true) {
      const std::size_t end = unread().find('\n');
      if (end != std::string_view::npos) {
        consume(end + 1);
        return Item(error);
      }
      consume(unread().size());
      if (at_end) return Item(error);
      if (auto failure = fill(chunk_bytes)) return fail(std::move(*failure));
    }
  }

  Item end_of_lines() {
    stage = Stage::end;
    if (auto error = change()) return fail(std::move(*error));
    return std::nullopt;
  }

  enum class Stage { start, page, values, lines, end };

  FileSource source;
  std::string name;
  std::string item_name;
  Stage stage = Stage::start;
  std::optional<FileFormat> format;
  std::string buffer;
  std::size_t begin = 0;  // Of what is unread in the buffer.
  bool at_end = false;
  std::uint64_t bytes_read = 0;
  std::vector<std::string_view> values;  // Borrow from the buffer, which then stays.
  std::size_t index = 0;                 // Of the value or line.
  std::size_t line_bytes = 0;
};

ItemReader::ItemReader(FileSource source, std::string name)
    : state_(std::make_unique<State>(std::move(source), std::move(name))) {}
ItemReader::ItemReader(ItemReader&&) noexcept = default;
ItemReader& ItemReader::operator=(ItemReader&&) noexcept = default;
ItemReader::~ItemReader() = default;

std::optional<Result<RawItem>> ItemReader::next() { return state_->next(); }

const std::string& ItemReader::item_name() const { return state_->item_name; }

std::optional<FileFormat> ItemReader::format() const { return state_->format; }

std::uint64_t ItemReader::bytes_read() const { return state_->bytes_read; }

const FileSource& ItemReader::source() const { return state_->source; }

}  // namespace broadsheet::indexer
