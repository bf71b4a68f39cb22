#include "indexer/extract/html_parser.hpp"

#include <dlfcn.h>
#include <gumbo.h>
#include <setjmp.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/ascii.hpp"

namespace broadsheet::indexer {
namespace {

constexpr std::size_t chunk_bytes = 1U << 20;
constexpr std::size_t kept_chunks = 16;          // Per thread, between parses.
constexpr unsigned allocations_per_clock = 256;  // Reading the clock costs as much as a few.
constexpr std::uint16_t max_dom_depth = 2'048;

enum class Failure : int { none, memory, time, assertion };

std::int64_t thread_cpu_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return std::int64_t{now.tv_sec} * 1'000'000'000 + now.tv_nsec;
}

// Memory that is given back all at once.  allocate() is called from gumbo, through which nothing
// may be thrown.
class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  ~Arena() { shrink(0); }

  // Null if that would pass the limit, or the machine has no more.
  void* allocate(std::size_t size, std::size_t limit) {
    size = (size + 15) & ~std::size_t{15};
    if (size > limit - used_) return nullptr;
    if (size > free_) {
      if (!next_chunk(size)) return nullptr;
    }
    void* result = at_;
    at_ += size;
    free_ -= size;
    used_ += size;
    return result;
  }

  // Everything allocated so far is gone; some memory stays for the next parse.
  void reset() {
    shrink(kept_chunks);
    current_ = 0;
    used_ = free_ = 0;
    at_ = nullptr;
  }

 private:
  bool next_chunk(std::size_t size) {
    if (current_ < count_ && size <= chunk_bytes) {
      use(standard_[current_++], chunk_bytes);
      return true;
    }
    const std::size_t wanted = size > chunk_bytes ? size : chunk_bytes;
    char* memory = static_cast<char*>(std::malloc(wanted));
    if (memory == nullptr) return false;
    if (wanted == chunk_bytes && count_ < standard_.size()) {
      standard_[count_++] = memory;
      current_ = count_;
    } else {
      if (large_count_ == large_.size()) {
        std::free(memory);
        return false;
      }
      large_[large_count_++] = memory;
    }
    use(memory, wanted);
    return true;
  }

  void use(char* memory, std::size_t size) {
    at_ = memory;
    free_ = size;
  }

  void shrink(std::size_t kept) {
    while (count_ > kept) std::free(standard_[--count_]);
    while (large_count_ > 0) std::free(large_[--large_count_]);
  }

  std::array<char*, 1'024> standard_{};
  std::array<char*, 1'024> large_{};
  std::size_t count_ = 0;
  std::size_t large_count_ = 0;
  std::size_t current_ = 0;  // Standard chunks in use.
  std::size_t used_ = 0;
  std::size_t free_ = 0;
  char* at_ = nullptr;
};

// One run of gumbo.
struct Job {
  jmp_buf escape;
  Arena* arena = nullptr;
  std::size_t memory_limit = 0;
  std::int64_t deadline = 0;
  unsigned allocations = 0;
};

thread_local Job* current_job = nullptr;

[[noreturn]] void escape(Job& job, Failure failure) {
  longjmp(job.escape, static_cast<int>(failure));
}

void* allocate(void* userdata, std::size_t size) {
  Job& job = *static_cast<Job*>(userdata);
  if (++job.allocations % allocations_per_clock == 0 && thread_cpu_nanoseconds() > job.deadline) {
    escape(job, Failure::time);
  }
  void* memory = job.arena->allocate(size, job.memory_limit);
  if (memory == nullptr) escape(job, Failure::memory);
  return memory;
}

void deallocate(void* /*userdata*/, void* /*memory*/) {}

// No object with a destructor may live in this frame or in those of gumbo: escape() jumps here.
Failure run_gumbo(Job& job, const char* bytes, std::size_t size, GumboOutput** output) {
  const int jumped = setjmp(job.escape);
  if (jumped != 0) {
    current_job = nullptr;
    return static_cast<Failure>(jumped);
  }
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = &job;
  options.max_errors = 0;
  current_job = &job;
  *output = gumbo_parse_with_options(&options, bytes, size);
  current_job = nullptr;
  return Failure::none;
}

std::string name_of(const GumboElement& element) {
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  return ascii::lower(std::string_view(piece.data, piece.length));
}

const std::array<Tag, GUMBO_TAG_LAST>& known_tags() {
  static const std::array<Tag, GUMBO_TAG_LAST> table = [] {
    std::array<Tag, GUMBO_TAG_LAST> result{};
    for (int i = 0; i < GUMBO_TAG_LAST; ++i) {
      result[static_cast<std::size_t>(i)] =
          tag_of_name(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    }
    return result;
  }();
  return table;
}

const GumboVector* children_of(const GumboNode& node) {
  switch (node.type) {
    case GUMBO_NODE_DOCUMENT:
      return &node.v.document.children;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
      return &node.v.element.children;
    default:
      return nullptr;
  }
}

// Copies gumbo's tree.
class TreeCopier {
 public:
  // markup: what gumbo has parsed, and attributes, those that were set aside.
  TreeCopier(Dom& dom, std::string_view markup, std::span<const AsideAttribute> attributes)
      : dom_(dom), markup_(markup), attributes_(attributes) {}

  // False if the page is nested deeper than the Dom allows.
  bool copy(const GumboNode& root) {
    std::vector<OpenNode> open{{&root, append(no_node, root), 0}};
    while (!open.empty()) {
      OpenNode& top = open.back();
      const GumboVector* children = children_of(*top.node);
      if (children == nullptr || top.next_child >= children->length) {
        dom_.close(top.id);
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(children->data[top.next_child++]);
      const NodeId id = append(top.id, child);
      if (id == no_node || children_of(child) == nullptr) continue;
      if (open.size() >= max_dom_depth) return false;
      open.push_back({&child, id, 0});
    }
    return true;
  }

 private:
  struct OpenNode {
    const GumboNode* node;
    NodeId id;
    unsigned next_child;
  };

  // no_node for what a Dom does not hold (comments).
  NodeId append(NodeId parent, const GumboNode& node) {
    switch (node.type) {
      case GUMBO_NODE_DOCUMENT:
        return dom_.append(parent, Tag::document, {});
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        return append_element(parent, node.v.element);
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE:
        return dom_.append(parent, Tag::text, node.v.text.text);
      default:
        return no_node;
    }
  }

  NodeId append_element(NodeId parent, const GumboElement& element) {
    const NodeId id = append_tag(parent, element);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (const auto name = AttributeName::of(attribute.name)) {
        dom_.append_attribute(*name, attribute.value);
      }
    }
    if (element.original_tag.data != nullptr) append_aside(element.original_tag.data);
    return id;
  }

  NodeId append_tag(NodeId parent, const GumboElement& element) {
    const Tag known = element.tag < GUMBO_TAG_LAST ? known_tags()[element.tag] : Tag::other;
    if (known != Tag::other) return dom_.append(parent, known, {});
    const std::string name =
        element.tag == GUMBO_TAG_UNKNOWN ? name_of(element) : gumbo_normalized_tagname(element.tag);
    const Tag tag = tag_of_name(name);
    return dom_.append(parent, tag,
                       tag == Tag::other ? std::string_view(name) : std::string_view());
  }

  // tag: where it stands in the markup.
  void append_aside(const char* tag) {
    const auto at = static_cast<std::uint32_t>(tag - markup_.data());
    for (auto one = std::ranges::lower_bound(attributes_, at, {}, &AsideAttribute::tag);
         one != attributes_.end() && one->tag == at; ++one) {
      dom_.append_attribute(one->name, one->value);
    }
  }

  Dom& dom_;
  std::string_view markup_;
  std::span<const AsideAttribute> attributes_;
};

Error failure_error(Failure failure) {
  switch (failure) {
    case Failure::memory:
      return {ErrorCode::too_large, "the page takes too much memory to parse", {}};
    case Failure::time:
      return {ErrorCode::too_large, "the page takes too long to parse", {}};
    default:
      return {ErrorCode::malformed, "the HTML parser gave up on the page", {}};
  }
}

Result<Dom> parse(std::string_view markup, std::span<const AsideAttribute> attributes,
                  const ParseLimits& limits) {
  if (markup.size() > limits.markup_bytes) {
    return Error{ErrorCode::too_large,
                 "the page has " + std::to_string(markup.size()) + " bytes of markup; " +
                     std::to_string(limits.markup_bytes) + " are allowed",
                 {}};
  }
  static thread_local Arena arena;
  Job job;
  job.arena = &arena;
  job.memory_limit = limits.memory_bytes;
  job.deadline = thread_cpu_nanoseconds() +
                 std::chrono::duration_cast<std::chrono::nanoseconds>(limits.cpu_time).count();
  GumboOutput* output = nullptr;
  const Failure failure = run_gumbo(job, markup.data(), markup.size(), &output);

  Dom dom;
  dom.reserve(markup.size());
  const bool copied =
      failure == Failure::none && TreeCopier(dom, markup, attributes).copy(*output->document);
  arena.reset();
  if (failure != Failure::none) return failure_error(failure);
  if (!copied) return Error{ErrorCode::too_large, "the page is nested too deeply", {}};
  return dom;
}

}  // namespace

Result<Dom> parse_html(const Markup& markup, const ParseLimits& limits) {
  return parse(markup.text, markup.attributes, limits);
}

Result<Dom> parse_html(std::string_view markup, const ParseLimits& limits) {
  return parse(markup, {}, limits);
}

}  // namespace broadsheet::indexer

// Takes the place of the C library's function for the whole program, so that an assertion that
// fails inside gumbo ends the parse.  Anywhere else it does what it always does: tell, and abort.
extern "C" __attribute__((__noreturn__)) void __assert_fail(const char* assertion, const char* file,
                                                            unsigned int line,
                                                            const char* function) noexcept {
  using broadsheet::indexer::current_job;
  if (current_job != nullptr) {
    broadsheet::indexer::escape(*current_job, broadsheet::indexer::Failure::assertion);
  }
  using AssertFail = void (*)(const char*, const char*, unsigned int, const char*);
  if (const auto original = reinterpret_cast<AssertFail>(dlsym(RTLD_NEXT, "__assert_fail"))) {
    original(assertion, file, line, function);
  }
  std::abort();
}
