#include "schema/person_links.hpp"

#include <algorithm>
#include <bit>
#include <functional>
#include <numeric>
#include <optional>
#include <unordered_map>
#include <utility>

namespace broadsheet {
namespace {

constexpr std::size_t least_stories = 2;     // Of a person whom a surname alone may mean.
constexpr std::size_t dominance = 3;         // Times the stories of the next.
constexpr std::size_t told_apart_share = 5;  // Of the stories of the rarer.
constexpr Month window = 6;                  // Months before and after a story that count for it.
// A given name alone is nearly always somebody's that the archive does not know.
constexpr std::size_t given_name_stories = 5;
constexpr std::size_t given_name_dominance = 10;

constexpr std::size_t nobody = static_cast<std::size_t>(-1);

std::size_t hash_of(const std::string& key) { return std::hash<std::string>()(key); }

// Forms of one person's name.
struct Person {
  std::vector<std::size_t> forms;  // The most used first; the person is known as that.
  std::size_t stories = 0;
  std::optional<std::vector<Month>> months;  // Of dated stories, sorted; made when asked for.
};

// The persons of each key.  Keys are hashes; most have one person.
class PersonLists {
 public:
  // keys: how many there are at most.
  explicit PersonLists(std::size_t keys) : slots_(std::bit_ceil(2 * keys + 1)) {
    entries_.reserve(keys);
  }

  void add(std::size_t key, std::size_t person) {
    bool is_there = false;
    for_each(key, [&](std::size_t other) { is_there |= other == person; });
    if (is_there) return;
    Slot& slot = slots_[place(key)];
    slot.key = key;
    entries_.push_back({static_cast<std::uint32_t>(person), slot.first});
    slot.first = static_cast<std::uint32_t>(entries_.size());
  }

  template <typename Visit>
  void for_each(std::size_t key, Visit visit) const {
    for (std::uint32_t at = slots_[place(key)].first; at != 0; at = entries_[at - 1].next) {
      visit(entries_[at - 1].person);
    }
  }

 private:
  struct Slot {
    std::size_t key = 0;
    std::uint32_t first = 0;  // Entry, counted from 1; 0 in a free slot.
  };
  struct Entry {
    std::uint32_t person;
    std::uint32_t next;  // Of that key; 0 for none.
  };

  std::size_t place(std::size_t key) const {
    std::size_t at = key & (slots_.size() - 1);
    while (slots_[at].first != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
};

}  // namespace

class LinkMaker {
 public:
  explicit LinkMaker(const PersonLinker& linker)
      : forms_(linker.forms_), months_(linker.months_), people_by_key_(count_keys(linker)) {}

  PersonLinks link() {
    const std::vector<std::size_t> order = by_use();
    for (const std::size_t form : order) {
      if (!name(form).is_bare()) link_full_name(form);
    }
    PersonLinks links;
    links.person_of_name_.resize(forms_.size());
    links.person_of_month_.resize(forms_.size());
    std::iota(links.person_of_name_.begin(), links.person_of_name_.end(), std::size_t{0});
    for (const Person& person : people_) {
      for (const std::size_t form : person.forms) {
        links.person_of_name_[form] = person.forms.front();
      }
    }
    link_bare_names(order, links);
    links.names_.reserve(forms_.size());
    for (const PersonLinker::Form& form : forms_) links.names_.push_back(form.read);
    return links;
  }

 private:
  static std::size_t count_keys(const PersonLinker& linker) {
    std::size_t keys = 0;
    for (const PersonLinker::Form& form : linker.forms_) keys += form.read->keys_.size();
    return keys;
  }

  // The most used first; of equals the fullest, then by spelling.
  std::vector<std::size_t> by_use() const {
    struct Use {
      std::size_t stories;
      int fullness;
      std::size_t form;
    };
    std::vector<Use> uses;
    for (std::size_t form = 0; form < forms_.size(); ++form) {
      const PersonLinker::Form& used = forms_[form];
      if (!used.stories.empty()) uses.push_back({used.stories.size(), used.read->fullness_, form});
    }
    std::ranges::sort(uses, [this](const Use& one, const Use& other) {
      if (one.stories != other.stories) return one.stories > other.stories;
      if (one.fullness != other.fullness) return one.fullness > other.fullness;
      return forms_[one.form].read->text_ < forms_[other.form].read->text_;
    });
    std::vector<std::size_t> order;
    order.reserve(uses.size());
    for (const Use& use : uses) order.push_back(use.form);
    return order;
  }

  void link_full_name(std::size_t form) {
    std::vector<std::size_t> fitting;
    const PersonNameSketch& sketch = forms_[form].read->sketch_;
    const std::vector<std::size_t>& keys = forms_[form].read->keys_;
    for (const std::size_t key : keys) {
      people_by_key_.for_each(key, [&](std::size_t person) {
        if (are_alike(sketch, sketches_[person]) && std::ranges::count(fitting, person) == 0 &&
            fits(form, people_[person])) {
          fitting.push_back(person);
        }
      });
    }
    std::size_t person = one_of(fitting, dominance);
    if (person == nobody) {
      person = people_.size();
      people_.emplace_back();
      sketches_.push_back(sketch);
    }
    people_[person].forms.push_back(form);
    people_[person].stories += forms_[form].stories.size();
    for (const std::size_t key : keys) people_by_key_.add(key, person);
  }

  bool fits(std::size_t form, const Person& person) const {
    return std::ranges::all_of(person.forms, [&](std::size_t other) {
      return may_be_one_person(name(form), name(other)) && !are_told_apart(form, other);
    });
  }

  // Whether stories name both as two persons; that one in several does may be our mistake.
  bool are_told_apart(std::size_t one, std::size_t other) const {
    const auto& stories = forms_[one].stories;
    const auto& others = forms_[other].stories;
    std::size_t both = 0;
    for (const std::uint32_t story : stories) {
      both += std::ranges::binary_search(others, story) ? 1 : 0;
    }
    return both * told_apart_share > std::min(stories.size(), others.size());
  }

  // The only one, or the one with so many times the stories of the next; else nobody.
  std::size_t one_of(const std::vector<std::size_t>& fitting, std::size_t times) const {
    if (fitting.empty()) return nobody;
    const auto most = std::ranges::max_element(
        fitting, {}, [this](std::size_t person) { return people_[person].stories; });
    const bool dominates = std::ranges::all_of(fitting, [&](std::size_t person) {
      return person == *most || people_[person].stories * times <= people_[*most].stories;
    });
    return dominates ? *most : nobody;
  }

  void link_bare_names(const std::vector<std::size_t>& order, PersonLinks& links) {
    std::unordered_map<std::string, std::size_t> known;  // Bare names by their words.
    for (const std::size_t form : order) {
      const PersonName& bare = name(form);
      if (!bare.is_bare()) continue;
      const std::size_t first =
          bare.words.empty() ? form : known.try_emplace(letters_of(bare), form).first->second;
      links.person_of_name_[form] = first;
      if (bare.words.empty()) continue;
      const std::vector<std::size_t> by_surname = people_with(bare, PartOfName::surname);
      if (by_surname.empty()) {
        const std::size_t person = dominant(people_with(bare, PartOfName::given), form);
        if (person != nobody) links.person_of_name_[form] = people_[person].forms.front();
        continue;
      }
      const std::vector<Month> months = months_of(form);
      const std::vector<std::size_t> dominant = dominant_around(by_surname, months);
      for (std::size_t i = 0; i < months.size(); ++i) {
        if (dominant[i] == nobody) continue;
        links.person_of_month_[form].emplace_back(months[i], people_[dominant[i]].forms.front());
      }
    }
  }

  std::vector<std::size_t> people_with(const PersonName& bare, PartOfName part) {
    std::vector<std::size_t> found;
    if (part == PartOfName::given) {
      index_given_names();
      const auto list = people_by_given_name_.find(bare.last_word());
      return list == people_by_given_name_.end() ? found : list->second;
    }
    people_by_key_.for_each(hash_of(surname_key(bare)), [&](std::size_t person) {
      const bool has_part = std::ranges::any_of(people_[person].forms, [&](std::size_t form) {
        return part_of_name(bare, name(form)) == part;
      });
      if (has_part) found.push_back(person);
    });
    return found;
  }

  void index_given_names() {
    if (!people_by_given_name_.empty()) return;
    for (std::size_t person = 0; person < people_.size(); ++person) {
      const PersonName& most_used = name(people_[person].forms.front());
      people_by_given_name_[most_used.words.front()].push_back(person);
    }
  }

  // Of the form's stories, sorted.
  std::vector<Month> months_of(std::size_t form) const {
    std::vector<Month> months;
    for (const std::uint32_t story : forms_[form].stories) months.push_back(months_[story]);
    std::ranges::sort(months);
    months.erase(std::unique(months.begin(), months.end()), months.end());
    return months;
  }

  std::size_t dominant(const std::vector<std::size_t>& fitting, std::size_t bare) const {
    const std::size_t person = one_of(fitting, given_name_dominance);
    if (person == nobody || people_[person].stories < given_name_stories) return nobody;
    return forms_[bare].stories.size() > people_[person].stories ? nobody : person;
  }

  const std::vector<Month>& months_of(Person& person) const {
    if (!person.months) {
      std::vector<Month>& months = person.months.emplace();
      for (const std::size_t form : person.forms) {
        for (const std::uint32_t story : forms_[form].stories) {
          if (months_[story] != no_month) months.push_back(months_[story]);
        }
      }
      std::ranges::sort(months);
    }
    return *person.months;
  }

  // Who has most stories, and how many the next has.
  struct Contest {
    std::size_t best = nobody;
    std::size_t most = 0;
    std::size_t next = 0;

    void consider(std::size_t person, std::size_t stories) {
      if (stories > most) {
        next = most;
        most = stories;
        best = person;
      } else {
        next = std::max(next, stories);
      }
    }

    std::size_t winner() const {
      return most >= least_stories && next * dominance <= most ? best : nobody;
    }
  };

  // Whom a surname means in a story of each of the months, which are sorted; over all months if one
  // says nothing.
  std::vector<std::size_t> dominant_around(const std::vector<std::size_t>& fitting,
                                           const std::vector<Month>& months) {
    std::vector<Contest> contests(months.size());
    Contest overall;
    for (const std::size_t person : fitting) {
      overall.consider(person, people_[person].stories);
      const std::vector<Month>& stories = months_of(people_[person]);
      auto first = stories.begin();
      auto last = stories.begin();
      for (std::size_t i = 0; i < months.size(); ++i) {
        if (months[i] == no_month) continue;
        while (first != stories.end() && *first < months[i] - window) ++first;
        while (last != stories.end() && *last <= months[i] + window) ++last;
        contests[i].consider(person, static_cast<std::size_t>(last - first));
      }
    }
    std::vector<std::size_t> winners;
    winners.reserve(contests.size());
    for (const Contest& contest : contests) {
      winners.push_back((contest.most > 0 ? contest : overall).winner());
    }
    return winners;
  }

  const PersonName& name(std::size_t form) const { return forms_[form].read->name_; }

  const std::vector<PersonLinker::Form>& forms_;
  const std::vector<Month>& months_;
  std::vector<Person> people_;
  std::vector<PersonNameSketch> sketches_;  // Of each person's first form, side by side.
  PersonLists people_by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> people_by_given_name_;
};

LinkName::LinkName(std::string_view text)
    : text_(text), name_(parse_person_name(text)), fullness_(fullness(name_)) {
  if (name_.is_bare()) return;
  sketch_ = sketch_of(name_);
  for (const std::string& key : full_name_keys(name_)) keys_.push_back(hash_of(key));
}

std::uint32_t PersonLinker::add_name(std::string_view name) {
  return add_name(std::make_shared<const LinkName>(name));
}

std::uint32_t PersonLinker::add_name(std::shared_ptr<const LinkName> name) {
  forms_.push_back({std::move(name), {}});
  return static_cast<std::uint32_t>(forms_.size() - 1);
}

void PersonLinker::add_story(Month month, std::span<const std::uint32_t> names) {
  const auto story = static_cast<std::uint32_t>(months_.size());
  months_.push_back(month);
  for (const std::uint32_t name : names) forms_[name].stories.push_back(story);
}

PersonLinks PersonLinker::link() const { return LinkMaker(*this).link(); }

std::size_t PersonLinks::person(std::size_t name, Month month) const {
  const auto& months = person_of_month_[name];
  const auto found =
      std::ranges::lower_bound(months, month, {}, [](const auto& one) { return one.first; });
  return found == months.end() || found->first != month ? person_of_name_[name] : found->second;
}

}  // namespace broadsheet
