// What facets, filters and order need of every document, in memory, by docid.
//
// Immutable once made: a snapshot's readers share it.  Documents that may not be shown whatever the
// time (withheld, canceled) are not in it at all.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "schema/date.hpp"
#include "schema/person_aliases.hpp"
#include "schema/section_aliases.hpp"
#include "searcher/doc_set.hpp"
#include "searcher/search_request.hpp"

namespace broadsheet::searcher {

// The values of a field.  A value is a spelling ("José Díaz"); spellings with the same name_id()
// are one name.  Both are numbered from 1 and keep their numbers.
class Dictionary {
 public:
  using Number = std::uint32_t;

  Dictionary();

  // The number of the value, a new one if need be; 0 if it has no name_id().
  Number add(std::string_view value);
  // 0 if there is no such value.
  Number number(std::string_view value) const;
  // Lets find() find the name under another id too, unless a name has that id.
  void add_alias(const std::string& id, Number name) { by_id_.try_emplace(id, name); }
  void use(Number value) { ++uses_[value]; }
  void release(Number value) { --uses_[value]; }

  Number value_count() const { return static_cast<Number>(values_.size() - 1); }
  Number name_count() const { return static_cast<Number>(names_.size() - 1); }
  const std::string& text(Number value) const { return values_[value].text; }
  Number name_of(Number value) const { return name_of_value_[value]; }
  std::uint32_t uses(Number value) const { return uses_[value]; }
  // Whether no name has two spellings: then a value's number is that of its name.
  bool has_one_spelling_each() const { return values_.size() == names_.size(); }

  const std::string& id(Number name) const { return names_[name].id; }
  // The most used spelling, of equals the one that sorts first.
  const std::string& label(Number name) const;
  // 0 if there is no such name.
  Number find(const std::string& id) const;
  // Calls visit(id, name) for the id of every name and for its other ids.
  template <typename Visit>
  void for_each_id(Visit visit) const {
    for (const auto& [id, name] : by_id_) visit(id, name);
  }

 private:
  struct Value {
    std::string text;
    Number next_spelling = 0;
  };
  struct Name {
    std::string id;
    Number first_spelling = 0;
  };

  std::vector<Value> values_;
  std::vector<Number> name_of_value_;  // By themselves, for every search walks them.
  std::vector<std::uint32_t> uses_;
  std::vector<Name> names_;
  std::unordered_map<std::string, Number> numbers_;  // By spelling.
  std::unordered_map<std::string, Number> by_id_;
};

// The values of one field by docid: at most one per name.
class FacetColumn {
 public:
  using Number = Dictionary::Number;

  std::span<const Number> values(Xapian::docid docid) const {
    const Number& reference = references_[docid];
    if ((reference & many) == 0) return {&reference, reference != 0 ? 1U : 0U};
    const Number* const list = &lists_[reference & ~many];
    return {list + 1, *list};
  }

  const Dictionary& dictionary() const { return dictionary_; }

  // Documents with a value.
  std::uint32_t documents() const { return documents_; }

  void resize(Xapian::docid last) { references_.resize(last + 1); }
  // The number of a value, for set(); 0 if it has no name_id().
  Number add(std::string_view value) { return dictionary_.add(value); }
  void set(Xapian::docid docid, std::span<const Number> values);
  // value: as it stands in the document's slot.
  void set(Xapian::docid docid, std::string_view value);
  // Lets the name of a value be found under another id too.
  void add_alias(const std::string& id, std::string_view value);
  void clear(Xapian::docid docid);

  // The same names for the same documents, each name with its label as the only spelling and the
  // most used ones numbered first: what is counted then lies close together.
  FacetColumn by_use() const;

 private:
  static constexpr Number many = 0x8000'0000;

  Dictionary dictionary_;
  std::uint32_t documents_ = 0;
  std::vector<Number> references_;  // A value, 0, or many + where its list begins.
  std::vector<Number> lists_;       // Each: how many, then the values.
  std::vector<Number> scratch_;
  std::vector<Number> scratch_values_;
};

// order_value() as numbers.
struct OrderKey {
  std::uint64_t high = 0;  // 5 bytes of seconds, 3 of the tie.
  std::uint16_t low = 0;

  bool dated() const { return high >> 24 != 0; }
  // NOLINTNEXTLINE(modernize-use-nullptr): taken for the 0 that a defaulted <=> compares with.
  friend auto operator<=>(const OrderKey&, const OrderKey&) = default;
};

class NameIndex;
class PersonTable;

// What the operator says of an archive.
struct OperatorAliases {
  std::vector<PersonAlias> people;
  std::vector<SectionAlias> sections;
};

// What the operator says of people (schema/person_aliases.hpp), and the documents of the articles
// that it names.
struct PersonAliases {
  std::vector<PersonAlias> list;
  std::map<std::string, Xapian::docid> articles;  // By key.
};

class Columns {
 public:
  static constexpr std::int32_t no_day = INT32_MIN;

  Columns(Columns&&) = default;
  Columns& operator=(Columns&&) = default;

  // Reads the whole index.  May throw any Xapian::Error.
  static Columns load(const Xapian::Database& database, const OperatorAliases& aliases = {});

  // These columns with the given documents read again.
  Columns patched(const Xapian::Database& database, const std::vector<Xapian::docid>& changed,
                  const OperatorAliases& aliases = {}) const;

  // Greatest docid.
  Xapian::docid last() const { return usable_.last(); }

  // Documents that may be shown at some time.
  const DocSet& usable() const { return usable_; }

  // Documents read again since load(): each may have left a little unused memory behind.
  std::size_t patched_documents() const { return patched_documents_; }

  Xapian::doccount usable_count() const { return usable_.count(); }

  // Documents that may be shown at that time.
  DocSet visible(Instant now) const;
  bool is_visible(Xapian::docid docid, Instant now) const;
  // Changes whenever visible() does.
  std::string visibility_tag(Instant now) const;

  // Of person and about: the persons as the whole archive tells them (PersonTable).  Of section: as
  // the operator has them.
  const FacetColumn& facet(FacetField field) const {
    const auto& linked = linked_[static_cast<std::size_t>(field)];
    return linked ? *linked : stored(field);
  }
  // The persons under the names that their stories give them.
  const FacetColumn& named_people() const { return stored(FacetField::person); }
  const PersonTable& people() const { return *people_; }
  // Of the facet().
  const NameIndex& names(FacetField field) const {
    return *names_[static_cast<std::size_t>(field)];
  }
  // Days since 1970, or no_day.
  std::int32_t day(Xapian::docid docid) const { return days_[docid]; }
  OrderKey order(Xapian::docid docid) const { return {order_high_[docid], order_low_[docid]}; }

  // Of the usable documents of a DocSet's block: OrderKey::high of the newest, and of the oldest
  // dated one (UINT64_MAX if none is dated).
  std::uint64_t newest_of_block(std::size_t block) const { return block_bounds_[block].newest; }
  std::uint64_t oldest_of_block(std::size_t block) const { return block_bounds_[block].oldest; }

  // In words, as Xapian counts them (doclength); 65,535 stands for all above.
  std::uint16_t length(Xapian::docid docid) const { return lengths_[docid]; }

  // Of all dated documents; first_day() > last_day() if there are none.
  std::int32_t first_day() const { return first_day_; }
  std::int32_t last_day() const { return last_day_; }
  // Usable documents of a day from first_day() to last_day().
  std::uint32_t usable_on(std::int32_t day) const {
    const auto i = static_cast<std::size_t>(day - first_day_);
    return before_day_[i + 1] - before_day_[i];
  }
  // Visible documents of the days from first to last.
  std::uint32_t count_between(std::int32_t first, std::int32_t last, Instant now) const;

 private:
  Columns() = default;
  // For patched(), which finishes them: the indexes of names are still those of the other's
  // columns.
  Columns(const Columns&) = default;

  struct Times {
    std::optional<Instant> embargoed_until;
    std::optional<Instant> expires;

    bool hides_at(Instant now) const {
      return (embargoed_until && now < *embargoed_until) || (expires && now >= *expires);
    }
  };

  struct BlockBounds {
    std::uint64_t newest = 0;
    std::uint64_t oldest = UINT64_MAX;
  };

  void resize(Xapian::docid last);
  void add(const Xapian::Database& database, Xapian::docid docid);
  void remove(Xapian::docid docid);
  void set_order(Xapian::docid docid, std::string_view value);
  void set_day(Xapian::docid docid, std::string_view value);
  void set_length(Xapian::docid docid, Xapian::termcount length);
  void finish(const Xapian::Database& database, const OperatorAliases& aliases);
  void link_sections(const std::vector<SectionAlias>& aliases);
  void count_days();
  void bound_blocks();
  void link_people(const PersonAliases& aliases);
  void index_names();
  std::shared_ptr<const FacetColumn>& linked(FacetField field) {
    return linked_[static_cast<std::size_t>(field)];
  }
  // Where the field's values are kept as they stand in the documents.
  FacetColumn& stored(FacetField field) { return stored_[static_cast<std::size_t>(field)]; }
  const FacetColumn& stored(FacetField field) const {
    return stored_[static_cast<std::size_t>(field)];
  }

  DocSet usable_;
  std::map<Xapian::docid, Times> timed_;  // Few.
  std::vector<std::uint64_t> order_high_;
  std::vector<std::uint16_t> order_low_;
  std::vector<std::int32_t> days_;
  std::vector<std::uint16_t> lengths_;
  // Of each field, as the documents have it.
  std::vector<FacetColumn> stored_ = std::vector<FacetColumn>(facet_field_count);
  std::shared_ptr<const PersonTable> people_;
  // Where they differ from the stored ones: none of section if the operator says nothing.
  std::array<std::shared_ptr<const FacetColumn>, facet_field_count> linked_;
  std::array<std::shared_ptr<const NameIndex>, facet_field_count> names_;
  std::int32_t first_day_ = 0;
  std::int32_t last_day_ = -1;
  std::vector<std::uint32_t> before_day_;  // Usable documents before first_day_ + i.
  std::vector<BlockBounds> block_bounds_;
  std::size_t patched_documents_ = 0;
};

}  // namespace broadsheet::searcher
