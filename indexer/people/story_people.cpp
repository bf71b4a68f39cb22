#include "indexer/people/story_people.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "schema/article.hpp"

namespace broadsheet::indexer::people {
namespace {

constexpr std::size_t nobody = static_cast<std::size_t>(-1);
constexpr std::size_t max_people = Article::max_people;  // Further names mean nobody.

struct Candidate {
  PersonName name;                   // The fullest so far.
  std::optional<std::size_t> known;  // Which of those that the source names,
  std::string shown;                 // and as what, if that is kept.
  Gender gender = Gender::unknown;
  Generation generation = Generation::unknown;
  std::vector<std::string> titles;
  std::vector<std::size_t> mentions;  // By the full name, then all; in text order at the end.
};

// How much a story had to do with a candidate before a mention.
struct Presence {
  std::size_t count = 0;
  std::size_t first = nobody;  // Mentions.
  std::size_t last = nobody;
};

bool conflict(Gender one, Gender other) {
  return one != Gender::unknown && other != Gender::unknown && one != other;
}

Generation generation_of(const PersonName& name) {
  if (name.suffix.empty()) return Generation::unknown;
  return name.suffix == "sr" || name.suffix == "elder" ? Generation::elder : Generation::younger;
}

// A story that names both "John Doe" and "John Doe Jr." names two.
bool is_junior_of(const PersonName& one, const PersonName& other) {
  return one.words == other.words && one.suffix != other.suffix;
}

class Resolver {
 public:
  Resolver(std::span<const NamedMention> mentions, std::span<const std::string> known)
      : mentions_(mentions), known_(known), linked_(mentions.size()) {
    for (const NamedMention& mention : mentions) names_.push_back(parse_person_name(mention.name));
  }

  StoryPeople resolve() {
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (!parse_person_name(known_[i]).is_bare()) add_known(i);
    }
    link_full_names();
    for (std::size_t i = 0; i < known_.size(); ++i) {
      if (parse_person_name(known_[i]).is_bare()) link_known_bare_name(i);
    }
    for (Candidate& person : people_) std::ranges::sort(person.mentions);
    set_counterparts();
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (names_[i].is_bare()) link_bare_name(i);
    }
    return take();
  }

 private:
  void add_known(std::size_t known) {
    const std::size_t person = add_person(parse_person_name(known_[known]));
    people_[person].known = known;
    people_[person].shown = known_[known];
  }

  // "Putin" among the tags of a story that names Vladimir Putin.
  void link_known_bare_name(std::size_t known) {
    const PersonName name = parse_person_name(known_[known]);
    std::vector<std::size_t> meant;
    for (std::size_t person = 0; person < people_.size() && !name.words.empty(); ++person) {
      if (part_of_name(name, people_[person].name) == PartOfName::surname) meant.push_back(person);
    }
    if (meant.size() == 1 && !people_[meant.front()].known) {
      people_[meant.front()].known = known;
    } else {
      add_known(known);
    }
  }

  // The fullest first, so that each meets what it may be a part of.
  void link_full_names() {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (!names_[i].is_bare()) order.push_back(i);
    }
    std::ranges::stable_sort(order, std::ranges::greater(),
                             [this](std::size_t i) { return fullness(names_[i]); });
    for (const std::size_t i : order) link_full_name(i);
  }

  void link_full_name(std::size_t mention) {
    const PersonName& name = names_[mention];
    std::vector<std::size_t> fitting = people_of_keys(name);
    std::erase_if(fitting, [&](std::size_t person) {
      const PersonName& other = people_[person].name;
      return !may_be_one_person(name, other) || is_junior_of(name, other) ||
             conflict(mention, person) || is_relative(mention, other);
    });
    // An equal name is nobody else's.
    const auto equal = std::ranges::find_if(fitting, [&](std::size_t person) {
      return people_[person].name.words == name.words && people_[person].name.suffix == name.suffix;
    });
    std::size_t person = nobody;
    if (equal != fitting.end()) {
      person = *equal;
    } else if (fitting.size() == 1) {
      person = fitting.front();
    } else if (fitting.size() > 1) {
      person = nearest(fitting, mention);
    }
    const bool is_new = person == nobody;
    if (is_new && people_.size() >= max_people) {
      linked_[mention] = {std::nullopt, LinkReason::undecided};
      return;
    }
    if (is_new) person = add_person(name);
    link(mention, person,
         is_new || equal != fitting.end() ? LinkReason::fullest_name : LinkReason::other_form);
  }

  // "His father, Michael Schumacher" is not the Mick Schumacher of before.
  bool is_relative(std::size_t mention, const PersonName& other) const {
    return mentions_[mention].context.generation != Generation::unknown &&
           names_[mention].words[0] != other.words[0];
  }

  std::size_t add_person(const PersonName& name) {
    people_.push_back({name, {}, {}, Gender::unknown, Generation::unknown, {}, {}});
    if (!name.words.empty()) {
      for (std::string& key : full_name_keys(name)) {
        std::vector<std::size_t>& list = people_by_key_[std::move(key)];
        if (list.empty() || list.back() != people_.size() - 1) list.push_back(people_.size() - 1);
      }
    }
    return people_.size() - 1;
  }

  // Those that a full name may mean, in order.
  std::vector<std::size_t> people_of_keys(const PersonName& name) const {
    std::vector<std::size_t> found;
    for (const std::string& key : full_name_keys(name)) {
      const auto list = people_by_key_.find(key);
      if (list != people_by_key_.end()) {
        found.insert(found.end(), list->second.begin(), list->second.end());
      }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
  }

  bool conflict(std::size_t mention, std::size_t person) const {
    const MentionContext& context = mentions_[mention].context;
    return !context.title.empty() && people::conflict(context.gender, people_[person].gender);
  }

  void link(std::size_t mention, std::size_t person, LinkReason reason) {
    Candidate& meant = people_[person];
    const MentionContext& context = mentions_[mention].context;
    meant.mentions.push_back(mention);
    if (!context.title.empty()) meant.titles.push_back(context.title);
    if (meant.gender == Gender::unknown || !context.title.empty()) {
      if (context.gender != Gender::unknown) meant.gender = context.gender;
    }
    if (meant.generation == Generation::unknown) {
      meant.generation = generation_of(names_[mention]);
      if (meant.generation == Generation::unknown) meant.generation = context.generation;
    }
    linked_[mention] = {person, reason};
  }

  // Where one of two of a surname is the younger, the other is the elder.
  void set_counterparts() {
    for (Candidate& one : people_) {
      for (Candidate& other : people_) {
        if (&one == &other || one.generation == Generation::unknown ||
            other.generation != Generation::unknown || one.name.words.empty() ||
            other.name.words.empty() || one.name.last_word() != other.name.last_word())
          continue;
        other.generation =
            one.generation == Generation::elder ? Generation::younger : Generation::elder;
      }
    }
  }

  // The one whose last mention before this one, or else first after it, is the nearest.
  std::size_t nearest(const std::vector<std::size_t>& fitting, std::size_t mention) const {
    return *std::ranges::min_element(fitting, {}, [&](std::size_t person) {
      std::size_t distance = nobody;
      for (const std::size_t other : people_[person].mentions) {
        const std::size_t away = other < mention ? mention - other : (other - mention) * 2;
        distance = std::min(distance, away);
      }
      return distance;
    });
  }

  void link_bare_name(std::size_t mention) {
    const PersonName& name = names_[mention];
    if (name.words.empty()) return;
    const MentionContext& context = mentions_[mention].context;
    if (context.names_family && is_of_family(name)) {
      linked_[mention] = {std::nullopt, LinkReason::family};
      return;
    }
    const auto& by_part = people_by_part(name);
    for (const PartOfName part : parts_to_try(context)) {
      const std::vector<std::size_t>& fitting = by_part[static_cast<std::size_t>(part)];
      if (fitting.empty()) continue;
      const LinkReason reason =
          part == PartOfName::surname ? LinkReason::surname : LinkReason::given_name;
      link_one_of(fitting, mention, reason);
      return;
    }
    link_alone(mention);
  }

  using PeopleByPart = std::array<std::vector<std::size_t>, 4>;

  // Those of whose full name it is a part, by PartOfName.  Full names are all known by then.
  const PeopleByPart& people_by_part(const PersonName& bare) {
    std::string key;
    for (const std::string& word : bare.words) key += word + ' ';
    const auto [place, is_new] = by_part_.try_emplace(key + bare.suffix);
    if (is_new) {
      for (std::size_t person = 0; person < people_.size(); ++person) {
        const PartOfName part = part_of_name(bare, people_[person].name);
        if (part != PartOfName::none)
          place->second[static_cast<std::size_t>(part)].push_back(person);
      }
    }
    return place->second;
  }

  static std::vector<PartOfName> parts_to_try(const MentionContext& context) {
    if (context.goes_by_given_name)
      return {PartOfName::given, PartOfName::surname, PartOfName::other};
    return {PartOfName::surname, PartOfName::given, PartOfName::other};
  }

  // "Clintons" where there is a Clinton; "Williams sisters" whoever there is.
  bool is_of_family(const PersonName& name) const {
    std::string word = name.last_word();
    const auto is_surname = [&](const std::string& surname) {
      return std::ranges::any_of(people_, [&](const Candidate& person) {
        return !person.name.is_bare() && person.name.last_word() == surname;
      });
    };
    if (is_surname(word)) {
      return std::ranges::count_if(people_, [&](const Candidate& person) {
               return !person.name.is_bare() && person.name.last_word() == word;
             }) > 1;
    }
    if (!word.ends_with('s')) return false;
    word.pop_back();
    return is_surname(word) || (word.ends_with('e') && is_surname(word.substr(0, word.size() - 1)));
  }

  void link_one_of(std::vector<std::size_t> fitting, std::size_t mention, LinkReason reason) {
    const std::size_t all = fitting.size();
    std::erase_if(fitting, [&](std::size_t person) { return conflict(mention, person); });
    if (fitting.empty()) return link_alone(mention);
    if (all == 1) return link(mention, fitting.front(), reason);
    // "MacLeod" beside "McLeod".
    prefer(fitting, [&](std::size_t person) {
      return people_[person].name.last_word() == names_[mention].last_word();
    });
    prefer(fitting, [&](std::size_t person) { return fits_gender(mention, person); });
    prefer(fitting, [&](std::size_t person) { return fits_generation(mention, person); });
    prefer(fitting, [&](std::size_t person) { return fits_title(mention, person); });
    // "Trump" beside "Trump Jr."
    prefer(fitting, [&](std::size_t person) {
      return people_[person].name.suffix == names_[mention].suffix;
    });
    if (fitting.size() == 1) return link(mention, fitting.front(), LinkReason::fitting);
    const std::size_t person = busiest(fitting, mention);
    if (person == nobody) {
      linked_[mention] = {std::nullopt, LinkReason::undecided};
    } else {
      link(mention, person, LinkReason::busiest);
    }
  }

  // Leaves those that fit, if any do.
  template <typename Fits>
  static void prefer(std::vector<std::size_t>& people, const Fits& fits) {
    if (std::ranges::any_of(people, fits)) {
      std::erase_if(people, [&](std::size_t person) { return !fits(person); });
    }
  }

  bool fits_gender(std::size_t mention, std::size_t person) const {
    const MentionContext& context = mentions_[mention].context;
    return !context.title.empty() && context.gender != Gender::unknown &&
           people_[person].gender == context.gender;
  }

  bool fits_generation(std::size_t mention, std::size_t person) const {
    Generation generation = generation_of(names_[mention]);
    if (generation == Generation::unknown) generation = mentions_[mention].context.generation;
    return generation != Generation::unknown && people_[person].generation == generation;
  }

  bool fits_title(std::size_t mention, std::size_t person) const {
    const std::string& title = mentions_[mention].context.title;
    return !title.empty() && std::ranges::count(people_[person].titles, title) > 0;
  }

  Presence presence(std::size_t person, std::size_t mention) const {
    Presence found;
    for (const std::size_t other : people_[person].mentions) {
      if (other >= mention) continue;
      if (found.count++ == 0) found.first = other;
      found.last = other;
    }
    return found;
  }

  std::uint32_t sentence(std::size_t mention) const { return mentions_[mention].context.sentence; }
  std::uint32_t paragraph(std::size_t mention) const {
    return mentions_[mention].context.paragraph;
  }

  // Of those mentioned before, the only one of the paragraph, else the one with the most mentions;
  // of equals the one mentioned last, if the story brought them in together, else the one it began
  // with.  Nobody if the last sentence to mention one of them mentions all.
  std::size_t busiest(const std::vector<std::size_t>& fitting, std::size_t mention) {
    std::vector<std::pair<std::size_t, Presence>> present;
    for (const std::size_t person : fitting) {
      const Presence found = presence(person, mention);
      if (found.count > 0) present.emplace_back(person, found);
    }
    if (present.empty()) return first_mentioned(fitting);
    const std::size_t only = only_in_paragraph(present, mention);
    if (only != nobody) return only;
    std::ranges::sort(present, [](const auto& one, const auto& other) {
      if (one.second.count != other.second.count) return one.second.count > other.second.count;
      return one.second.first < other.second.first;
    });
    if (present.size() == 1 || present[0].second.count > present[1].second.count) {
      return present[0].first;
    }
    const Presence& one = present[0].second;
    const Presence& other = present[1].second;
    if (sentence(one.first) != sentence(other.first)) return present[0].first;
    if (is_title_dropped(present[0].first, present[1].first, mention)) return nobody;
    if (sentence(one.last) == sentence(other.last)) return nobody;
    return one.last > other.last ? present[0].first : present[1].first;
  }

  // "Roe", where the story has told "Mr Roe" and "Ms Roe" apart.
  bool is_title_dropped(std::size_t one, std::size_t other, std::size_t mention) const {
    const auto had_title = [&](std::size_t person) {
      const std::size_t last = presence(person, mention).last;
      return names_[last].is_bare() && !mentions_[last].context.title.empty();
    };
    return mentions_[mention].context.title.empty() && had_title(one) && had_title(other);
  }

  // The one of whom alone the paragraph has spoken.
  std::size_t only_in_paragraph(const std::vector<std::pair<std::size_t, Presence>>& present,
                                std::size_t mention) const {
    std::size_t only = nobody;
    for (const auto& [person, presence] : present) {
      if (paragraph(presence.last) != paragraph(mention)) continue;
      if (only != nobody) return nobody;
      only = person;
    }
    return only;
  }

  std::size_t first_mentioned(const std::vector<std::size_t>& fitting) const {
    return *std::ranges::min_element(fitting, {}, [&](std::size_t person) {
      return people_[person].mentions.empty() ? nobody : people_[person].mentions.front();
    });
  }

  // A person of whom the story gives no fuller name.
  void link_alone(std::size_t mention) {
    const PersonName& name = names_[mention];
    for (std::size_t person = 0; person < people_.size(); ++person) {
      const PersonName& other = people_[person].name;
      if (other.is_bare() && !other.words.empty() && !name.words.empty() &&
          other.last_word() == name.last_word() && !conflict(mention, person)) {
        return link(mention, person, LinkReason::fullest_name);
      }
    }
    if (people_.size() >= max_people) {
      linked_[mention] = {std::nullopt, LinkReason::undecided};
      return;
    }
    link(mention, add_person(name), LinkReason::fullest_name);
  }

  std::string shown_name(std::size_t person) const {
    if (!people_[person].shown.empty()) return people_[person].shown;
    const PersonName* best = nullptr;
    for (const std::size_t mention : people_[person].mentions) {
      const PersonName& name = names_[mention];
      if (best == nullptr || fullness(name) > fullness(*best)) best = &name;
    }
    return best->shown;
  }

  StoryPeople take() {
    for (Candidate& person : people_) std::ranges::sort(person.mentions);
    std::vector<std::size_t> order(people_.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [this](std::size_t person) {
      const Candidate& one = people_[person];
      return one.known ? *one.known : known_.size() + one.mentions.front();
    });
    StoryPeople found;
    std::vector<std::size_t> place(people_.size());
    for (const std::size_t person : order) {
      place[person] = found.people.size();
      found.people.push_back(
          {shown_name(person), people_[person].known, false, people_[person].mentions});
    }
    for (LinkedMention& mention : linked_) {
      if (mention.person) mention.person = place[*mention.person];
    }
    found.mentions = std::move(linked_);
    return found;
  }

  std::span<const NamedMention> mentions_;
  std::span<const std::string> known_;
  std::vector<PersonName> names_;
  std::vector<LinkedMention> linked_;
  std::vector<Candidate> people_;
  std::unordered_map<std::string, std::vector<std::size_t>> people_by_key_;
  std::unordered_map<std::string, PeopleByPart> by_part_;
};

}  // namespace

std::string_view reason_text(LinkReason reason) {
  switch (reason) {
    case LinkReason::fullest_name:
      return "full name";
    case LinkReason::other_form:
      return "another form of the name";
    case LinkReason::surname:
      return "surname";
    case LinkReason::given_name:
      return "given name";
    case LinkReason::fitting:
      return "of several, the one of that title, gender or generation";
    case LinkReason::busiest:
      return "of several, the one the story is busy with";
    case LinkReason::family:
      return "a family";
    case LinkReason::undecided:
      return "several fit";
  }
  return "full name";
}

StoryPeople resolve_people(std::span<const NamedMention> mentions,
                           std::span<const std::string> known) {
  return Resolver(mentions, known).resolve();
}

}  // namespace broadsheet::indexer::people
