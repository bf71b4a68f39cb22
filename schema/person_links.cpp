#include "schema/person_links.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>
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

// Forms of one person's name.
struct Person {
  std::vector<std::size_t> forms;  // The most used first.
  std::size_t stories = 0;
};

}  // namespace

class LinkMaker {
 public:
  explicit LinkMaker(const PersonLinker& linker) : forms_(linker.forms_), months_(linker.months_) {}

  PersonLinks link() {
    for (const std::size_t form : by_use()) {
      if (!forms_[form].name.is_bare()) link_full_name(form);
    }
    PersonLinks links;
    links.labels_.resize(forms_.size());
    links.person_of_name_.resize(forms_.size());
    std::iota(links.person_of_name_.begin(), links.person_of_name_.end(), std::size_t{0});
    for (const Person& person : people_) {
      const std::size_t known_as = best_form(person);
      for (const std::size_t form : person.forms) links.person_of_name_[form] = known_as;
    }
    link_bare_names(links);
    for (std::size_t i = 0; i < forms_.size(); ++i) links.labels_[i] = forms_[i].name.shown;
    return links;
  }

 private:
  // The most used first; of equals the fullest, then by spelling.
  std::vector<std::size_t> by_use() const {
    std::vector<std::size_t> order;
    for (std::size_t form = 0; form < forms_.size(); ++form) {
      if (!forms_[form].stories.empty()) order.push_back(form);
    }
    std::ranges::sort(order,
                      [this](std::size_t one, std::size_t other) { return is_before(one, other); });
    return order;
  }

  bool is_before(std::size_t one, std::size_t other) const {
    const PersonLinker::Form& first = forms_[one];
    const PersonLinker::Form& second = forms_[other];
    if (first.stories.size() != second.stories.size())
      return first.stories.size() > second.stories.size();
    const int full = fullness(first.name);
    const int other_full = fullness(second.name);
    if (full != other_full) return full > other_full;
    return first.text < second.text;
  }

  void link_full_name(std::size_t form) {
    const PersonName& name = forms_[form].name;
    std::vector<std::size_t> fitting;
    const std::vector<std::string> keys = full_name_keys(name);
    for (const std::string& key : keys) {
      const auto found = people_by_key_.find(key);
      if (found == people_by_key_.end()) continue;
      for (const std::size_t person : found->second) {
        if (std::ranges::count(fitting, person) == 0 && fits(form, people_[person])) {
          fitting.push_back(person);
        }
      }
    }
    std::size_t person = one_of(fitting, dominance);
    if (person == nobody) {
      person = people_.size();
      people_.emplace_back();
    }
    people_[person].forms.push_back(form);
    people_[person].stories += forms_[form].stories.size();
    for (const std::string& key : keys) {
      std::vector<std::size_t>& list = people_by_key_[key];
      if (std::ranges::count(list, person) == 0) list.push_back(person);
    }
  }

  bool fits(std::size_t form, const Person& person) const {
    return std::ranges::all_of(person.forms, [&](std::size_t other) {
      return may_be_one_person(forms_[form].name, forms_[other].name) &&
             !are_told_apart(form, other);
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

  // The fullest of the forms that most stories use.
  std::size_t best_form(const Person& person) const {
    return *std::ranges::min_element(
        person.forms, [this](std::size_t one, std::size_t other) { return is_before(one, other); });
  }

  void link_bare_names(PersonLinks& links) {
    std::unordered_map<std::string, std::size_t> known;  // Bare names by their words.
    for (const std::size_t form : by_use()) {
      const PersonName& name = forms_[form].name;
      if (!name.is_bare()) continue;
      const std::size_t first =
          name.words.empty() ? form : known.try_emplace(letters_of(name), form).first->second;
      links.person_of_name_[form] = first;
      if (name.words.empty()) continue;
      const std::vector<std::size_t> by_surname = people_with(name, PartOfName::surname);
      if (by_surname.empty()) {
        const std::size_t person = dominant(people_with(name, PartOfName::given), form);
        if (person != nobody) links.person_of_name_[form] = best_form(people_[person]);
        continue;
      }
      for (const Month month : months_of(form)) {
        const std::size_t person = dominant_around(by_surname, month);
        if (person == nobody) continue;
        links.person_of_month_[{form, month}] = best_form(people_[person]);
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
    const auto list = people_by_key_.find(surname_key(bare));
    if (list == people_by_key_.end()) return found;
    for (const std::size_t person : list->second) {
      const bool has_part = std::ranges::any_of(people_[person].forms, [&](std::size_t form) {
        return part_of_name(bare, forms_[form].name) == part;
      });
      if (has_part) found.push_back(person);
    }
    return found;
  }

  void index_given_names() {
    if (!people_by_given_name_.empty()) return;
    for (std::size_t person = 0; person < people_.size(); ++person) {
      const PersonName& name = forms_[people_[person].forms.front()].name;
      people_by_given_name_[name.words.front()].push_back(person);
    }
  }

  std::set<Month> months_of(std::size_t form) const {
    std::set<Month> months;
    for (const std::uint32_t story : forms_[form].stories) months.insert(months_[story]);
    return months;
  }

  std::size_t dominant(const std::vector<std::size_t>& fitting, std::size_t bare) const {
    const std::size_t person = one_of(fitting, given_name_dominance);
    if (person == nobody || people_[person].stories < given_name_stories) return nobody;
    return forms_[bare].stories.size() > people_[person].stories ? nobody : person;
  }

  std::size_t stories_around(const Person& person, Month month) const {
    std::size_t stories = 0;
    for (const std::size_t form : person.forms) {
      for (const std::uint32_t story : forms_[form].stories) {
        const Month other = months_[story];
        if (other != no_month && std::abs(other - month) <= window) ++stories;
      }
    }
    return stories;
  }

  // Whom a surname means in a story of that month; over all months if that one says nothing.
  std::size_t dominant_around(const std::vector<std::size_t>& fitting, Month month) const {
    std::size_t best = nobody;
    std::size_t most = 0;
    std::size_t next = 0;
    const auto consider = [&](std::size_t person, std::size_t stories) {
      if (stories > most) {
        next = most;
        most = stories;
        best = person;
      } else {
        next = std::max(next, stories);
      }
    };
    if (month != no_month) {
      for (const std::size_t person : fitting)
        consider(person, stories_around(people_[person], month));
    }
    if (most == 0) {
      for (const std::size_t person : fitting) consider(person, people_[person].stories);
    }
    return most >= least_stories && next * dominance <= most ? best : nobody;
  }

  const std::vector<PersonLinker::Form>& forms_;
  const std::vector<Month>& months_;
  std::vector<Person> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> people_by_key_;
  std::unordered_map<std::string, std::vector<std::size_t>> people_by_given_name_;
};

std::uint32_t PersonLinker::add_name(std::string_view name) {
  forms_.push_back({parse_person_name(name), std::string(name), {}});
  return static_cast<std::uint32_t>(forms_.size() - 1);
}

void PersonLinker::add_story(Month month, std::span<const std::uint32_t> names) {
  const auto story = static_cast<std::uint32_t>(months_.size());
  months_.push_back(month);
  for (const std::uint32_t name : names) forms_[name].stories.push_back(story);
}

PersonLinks PersonLinker::link() const { return LinkMaker(*this).link(); }

std::size_t PersonLinks::person(std::size_t name, Month month) const {
  const auto found = person_of_month_.find({name, month});
  return found == person_of_month_.end() ? person_of_name_[name] : found->second;
}

}  // namespace broadsheet
