#include "searcher/columns.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <functional>
#include <numeric>

#include "schema/article.hpp"
#include "schema/document.hpp"
#include "schema/fields.hpp"
#include "searcher/name_index.hpp"
#include "searcher/person_table.hpp"

namespace broadsheet::searcher {
namespace {

namespace slot = fields::slot;

Xapian::valueno slot_of(FacetField field) {
  switch (field) {
    case FacetField::section:
      return slot::section;
    case FacetField::person:
      return slot::person;
    case FacetField::about:
      return slot::about;
    case FacetField::author:
      return slot::author;
    case FacetField::source:
      return slot::source;
    case FacetField::language:
      return slot::language;
  }
  return Xapian::BAD_VALUENO;
}

// The number's bytes, the first the greatest; what is missing counts as zero.
std::uint64_t big_endian(std::string_view bytes, std::size_t size) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < size; ++i) {
    number = number << 8 | (i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U);
  }
  return number;
}

// "20210319" as days since 1970.
std::int32_t day_number(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || text.size() != 8) return Columns::no_day;
  const auto day = make_day(static_cast<int>(number / 10'000), number / 100 % 100, number % 100);
  return day ? static_cast<std::int32_t>(day->time_since_epoch().count()) : Columns::no_day;
}

Instant instant_of(const std::string& value) {
  return Instant(
      std::chrono::seconds(static_cast<std::int64_t>(Xapian::sortable_unserialise(value))));
}

// Calls visit(docid, value) for every document that has a value in the slot.
template <typename Visit>
void for_each_value(const Xapian::Database& database, Xapian::valueno number, Visit visit) {
  const Xapian::ValueIterator end = database.valuestream_end(number);
  for (auto i = database.valuestream_begin(number); i != end; ++i) visit(i.get_docid(), *i);
}

PersonAliases with_documents(const Xapian::Database& database,
                             const std::vector<PersonAlias>& aliases) {
  PersonAliases found{aliases, {}};
  for (const PersonAlias& alias : aliases) {
    for (const std::string& key : alias.articles) {
      const std::string term = make_term(fields::prefix::id, key);
      const auto posting = database.postlist_begin(term);
      if (posting != database.postlist_end(term)) found.articles[key] = *posting;
    }
  }
  return found;
}

}  // namespace

Dictionary::Dictionary() : values_(1), name_of_value_(1), uses_(1), names_(1) {}

Dictionary::Number Dictionary::add(std::string_view value) {
  std::string text(value);
  const auto [place, is_new] = numbers_.try_emplace(text, 0);
  if (!is_new) return place->second;
  std::string id = name_id(text);
  if (id.empty()) return 0;
  const auto [name_place, is_new_name] = by_id_.try_emplace(id, static_cast<Number>(names_.size()));
  const Number name = name_place->second;
  if (is_new_name) names_.push_back({std::move(id), 0});
  const auto number = static_cast<Number>(values_.size());
  values_.push_back({std::move(text), names_[name].first_spelling});
  name_of_value_.push_back(name);
  uses_.push_back(0);
  names_[name].first_spelling = number;
  place->second = number;
  return number;
}

const std::string& Dictionary::label(Number name) const {
  Number best = names_[name].first_spelling;
  for (Number i = values_[best].next_spelling; i != 0; i = values_[i].next_spelling) {
    const bool is_first_of_equals = uses_[i] == uses_[best] && values_[i].text < values_[best].text;
    if (uses_[i] > uses_[best] || is_first_of_equals) best = i;
  }
  return values_[best].text;
}

Dictionary::Number Dictionary::number(std::string_view value) const {
  const auto place = numbers_.find(std::string(value));
  return place == numbers_.end() ? 0 : place->second;
}

Dictionary::Number Dictionary::find(const std::string& id) const {
  const auto place = by_id_.find(id);
  return place == by_id_.end() ? 0 : place->second;
}

void FacetColumn::set(Xapian::docid docid, std::string_view value) {
  scratch_values_.clear();
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t end = std::min(value.find(fields::value_separator, begin), value.size());
    scratch_values_.push_back(add(value.substr(begin, end - begin)));
    begin = end + 1;
  }
  set(docid, scratch_values_);
}

void FacetColumn::set(Xapian::docid docid, std::span<const Number> values) {
  scratch_.clear();
  for (const Number number : values) {
    const auto is_same_name = [&](Number other) {
      return dictionary_.name_of(other) == dictionary_.name_of(number);
    };
    if (number != 0 && std::none_of(scratch_.begin(), scratch_.end(), is_same_name)) {
      scratch_.push_back(number);
      dictionary_.use(number);
    }
  }
  if (!scratch_.empty()) ++documents_;
  if (scratch_.size() <= 1) {
    references_[docid] = scratch_.empty() ? 0 : scratch_.front();
    return;
  }
  references_[docid] = many | static_cast<Number>(lists_.size());
  lists_.push_back(static_cast<Number>(scratch_.size()));
  lists_.insert(lists_.end(), scratch_.begin(), scratch_.end());
}

void FacetColumn::add_alias(const std::string& id, std::string_view value) {
  const Number number = dictionary_.number(value);
  if (number != 0 && !id.empty()) dictionary_.add_alias(id, dictionary_.name_of(number));
}

void FacetColumn::clear(Xapian::docid docid) {
  if (!values(docid).empty()) --documents_;
  for (const Number value : values(docid)) dictionary_.release(value);
  references_[docid] = 0;
}

FacetColumn FacetColumn::by_use() const {
  std::vector<std::uint32_t> uses(std::size_t{dictionary_.name_count()} + 1);
  for (Number value = 1; value <= dictionary_.value_count(); ++value) {
    uses[dictionary_.name_of(value)] += dictionary_.uses(value);
  }
  std::vector<Number> names(dictionary_.name_count());
  std::iota(names.begin(), names.end(), 1);
  std::ranges::stable_sort(names, std::ranges::greater(), [&](Number name) { return uses[name]; });
  FacetColumn column;
  std::vector<Number> number_of(uses.size());
  for (const Number name : names) number_of[name] = column.add(dictionary_.label(name));
  dictionary_.for_each_id([&](const std::string& id, Number name) {
    column.dictionary_.add_alias(id, number_of[name]);
  });
  const auto last = static_cast<Xapian::docid>(references_.size() - 1);
  column.resize(last);
  std::vector<Number> numbers;
  for (Xapian::docid docid = 1; docid <= last; ++docid) {
    numbers.clear();
    for (const Number value : values(docid)) {
      numbers.push_back(number_of[dictionary_.name_of(value)]);
    }
    column.set(docid, numbers);
  }
  return column;
}

Columns Columns::load(const Xapian::Database& database, const OperatorAliases& aliases) {
  Columns columns;
  columns.resize(database.get_lastdocid());
  for_each_value(database, slot::order, [&](Xapian::docid docid, const std::string& value) {
    columns.usable_.add(docid);
    columns.set_order(docid, value);
  });
  const Xapian::PostingIterator end = database.postlist_end("");
  for (auto i = database.postlist_begin(""); i != end; ++i) {
    columns.set_length(*i, i.get_doclength());
  }
  for_each_value(database, slot::status,
                 [&](Xapian::docid docid, const std::string&) { columns.usable_.remove(docid); });
  for_each_value(database, slot::embargo, [&](Xapian::docid docid, const std::string& value) {
    columns.timed_[docid].embargoed_until = instant_of(value);
  });
  for_each_value(database, slot::expiry, [&](Xapian::docid docid, const std::string& value) {
    columns.timed_[docid].expires = instant_of(value);
  });
  for_each_value(database, slot::day, [&](Xapian::docid docid, const std::string& value) {
    if (columns.usable_.contains(docid)) columns.set_day(docid, value);
  });
  for (std::size_t i = 0; i < facet_field_count; ++i) {
    FacetColumn& column = columns.stored(static_cast<FacetField>(i));
    for_each_value(database, slot_of(static_cast<FacetField>(i)),
                   [&](Xapian::docid docid, const std::string& value) {
                     if (columns.usable_.contains(docid)) column.set(docid, value);
                   });
  }
  columns.finish(database, aliases);
  return columns;
}

Columns Columns::patched(const Xapian::Database& database,
                         const std::vector<Xapian::docid>& changed,
                         const OperatorAliases& aliases) const {
  Columns columns = *this;
  const Xapian::docid last = database.get_lastdocid();
  columns.resize(std::max(last, columns.last()));
  columns.patched_documents_ += changed.size();
  for (const Xapian::docid docid : changed) {
    if (docid > columns.last()) continue;
    columns.remove(docid);
    try {
      columns.add(database, docid);
    } catch (const Xapian::DocNotFoundError&) {
      // Deleted by the commit.
    }
  }
  columns.finish(database, aliases);
  return columns;
}

void Columns::resize(Xapian::docid last) {
  usable_.resize(last);
  order_high_.resize(last + 1);
  order_low_.resize(last + 1);
  days_.resize(last + 1, no_day);
  lengths_.resize(last + 1);
  for (std::size_t i = 0; i < facet_field_count; ++i) {
    stored(static_cast<FacetField>(i)).resize(last);
  }
}

void Columns::add(const Xapian::Database& database, Xapian::docid docid) {
  const Xapian::Document document = database.get_document(docid);
  const std::string order = document.get_value(slot::order);
  if (order.empty() || !document.get_value(slot::status).empty()) return;
  usable_.add(docid);
  set_order(docid, order);
  set_day(docid, document.get_value(slot::day));
  set_length(docid, database.get_doclength(docid));
  if (const std::string value = document.get_value(slot::embargo); !value.empty()) {
    timed_[docid].embargoed_until = instant_of(value);
  }
  if (const std::string value = document.get_value(slot::expiry); !value.empty()) {
    timed_[docid].expires = instant_of(value);
  }
  for (std::size_t i = 0; i < facet_field_count; ++i) {
    const auto field = static_cast<FacetField>(i);
    stored(field).set(docid, document.get_value(slot_of(field)));
  }
}

void Columns::remove(Xapian::docid docid) {
  usable_.remove(docid);
  timed_.erase(docid);
  days_[docid] = no_day;
  for (std::size_t i = 0; i < facet_field_count; ++i) {
    stored(static_cast<FacetField>(i)).clear(docid);
  }
}

void Columns::set_order(Xapian::docid docid, std::string_view value) {
  order_high_[docid] = big_endian(value, 8);
  order_low_[docid] = static_cast<std::uint16_t>(
      big_endian(value.size() > 8 ? value.substr(8) : std::string_view(), 2));
}

void Columns::set_day(Xapian::docid docid, std::string_view value) {
  days_[docid] = day_number(value);
}

void Columns::set_length(Xapian::docid docid, Xapian::termcount length) {
  lengths_[docid] = static_cast<std::uint16_t>(std::min<Xapian::termcount>(length, UINT16_MAX));
}

void Columns::link_sections(const std::vector<SectionAlias>& aliases) {
  linked(FacetField::section) = nullptr;
  if (aliases.empty()) return;
  const FacetColumn& stored_sections = stored(FacetField::section);
  const Dictionary& dictionary = stored_sections.dictionary();
  auto column = std::make_shared<FacetColumn>();
  column->resize(last());
  // By stored value: the one in its place.
  std::vector<Dictionary::Number> places(std::size_t{dictionary.value_count()} + 1);
  for (Dictionary::Number value = 1; value < places.size(); ++value) {
    const std::string& id = dictionary.id(dictionary.name_of(value));
    const auto alias = std::ranges::find(aliases, id, &SectionAlias::alias);
    places[value] = column->add(alias == aliases.end() ? dictionary.text(value) : alias->section);
  }
  usable_.for_each([&](Xapian::docid docid) {
    for (const Dictionary::Number value : stored_sections.values(docid)) {
      column->set(docid, std::span(&places[value], 1));
    }
  });
  for (const SectionAlias& alias : aliases) column->add_alias(alias.alias, alias.section);
  linked(FacetField::section) = std::move(column);
}

void Columns::link_people(const PersonAliases& aliases) {
  people_ = std::make_shared<PersonTable>(*this, aliases, people_.get());
  for (const FacetField field : {FacetField::person, FacetField::about}) {
    linked(field) = std::make_shared<FacetColumn>(linked_column(*this, stored(field), *people_));
  }
}

void Columns::index_names() {
  for (std::size_t i = 0; i < facet_field_count; ++i) {
    names_[i] = std::make_shared<NameIndex>(facet(static_cast<FacetField>(i)), last());
  }
}

void Columns::finish(const Xapian::Database& database, const OperatorAliases& aliases) {
  link_sections(aliases.sections);
  link_people(with_documents(database, aliases.people));
  index_names();
  count_days();
  bound_blocks();
}

void Columns::count_days() {
  first_day_ = 0;
  last_day_ = -1;
  usable_.for_each([&](Xapian::docid docid) {
    const std::int32_t day = days_[docid];
    if (day == no_day) return;
    const bool is_first = last_day_ < first_day_;
    first_day_ = is_first ? day : std::min(first_day_, day);
    last_day_ = is_first ? day : std::max(last_day_, day);
  });
  before_day_.assign(static_cast<std::size_t>(std::int64_t{last_day_} - first_day_ + 2), 0);
  usable_.for_each([&](Xapian::docid docid) {
    if (days_[docid] != no_day) {
      ++before_day_[static_cast<std::size_t>(days_[docid] - first_day_) + 1];
    }
  });
  for (std::size_t i = 1; i < before_day_.size(); ++i) before_day_[i] += before_day_[i - 1];
}

void Columns::bound_blocks() {
  block_bounds_.assign(usable_.block_count(), {});
  usable_.for_each([&](Xapian::docid docid) {
    BlockBounds& bounds = block_bounds_[docid / 64];
    const OrderKey key = order(docid);
    bounds.newest = std::max(bounds.newest, key.high);
    if (key.dated()) bounds.oldest = std::min(bounds.oldest, key.high);
  });
}

DocSet Columns::visible(Instant now) const {
  DocSet documents = usable_;
  for (const auto& [docid, times] : timed_) {
    if (times.hides_at(now)) documents.remove(docid);
  }
  return documents;
}

bool Columns::is_visible(Xapian::docid docid, Instant now) const {
  if (!usable_.contains(docid)) return false;
  const auto timed = timed_.find(docid);
  return timed == timed_.end() || !timed->second.hides_at(now);
}

std::string Columns::visibility_tag(Instant now) const {
  if (timed_.empty()) return "";
  std::size_t released = 0;
  std::size_t expired = 0;
  for (const auto& [docid, times] : timed_) {
    if (times.embargoed_until && now >= *times.embargoed_until) ++released;
    if (times.expires && now >= *times.expires) ++expired;
  }
  return std::to_string(released) + "." + std::to_string(expired);
}

std::uint32_t Columns::count_between(std::int32_t first, std::int32_t last, Instant now) const {
  first = std::max(first, first_day_);
  last = std::min(last, last_day_);
  if (first > last) return 0;
  std::uint32_t count = before_day_[static_cast<std::size_t>(last - first_day_) + 1] -
                        before_day_[static_cast<std::size_t>(first - first_day_)];
  for (const auto& [docid, times] : timed_) {
    const bool is_counted =
        usable_.contains(docid) && days_[docid] >= first && days_[docid] <= last;
    if (is_counted && times.hides_at(now)) --count;
  }
  return count;
}

}  // namespace broadsheet::searcher
