#!/usr/bin/env python3
"""Gives a corpus of articles (JSON lines with id, headline, date, body) the fields that facets are
counted over: section, source, people and authors, each drawn by a Zipf law, so that a few values
are common and most are rare, as in a real archive.

usage: decorate.py CORPUS.jsonl > DECORATED.jsonl
"""
import bisect
import itertools
import json
import random
import sys

SECTIONS = ["World", "Politics", "Business", "Sport", "Local", "Opinion", "Culture", "Science",
            "Technology", "Health", "Markets", "Travel", "Education", "Environment", "Law",
            "Food", "Books", "Obituaries", "Weather", "Puzzles"]
OUTLETS = 60
PEOPLE = 100_000
SYLLABLES = ["ba", "den", "ka", "lo", "mi", "ra", "sto", "ve", "ni", "gor", "ta", "li", "pe", "shu",
             "an", "er", "il", "on", "us", "ye", "zan", "mor", "del", "fi", "hu", "qui"]


class Zipf:
    """Draws 0..n-1, the k-th with a chance proportional to 1/(k+1)^s."""

    def __init__(self, n, s, rng):
        self.sums = list(itertools.accumulate(1 / (k + 1) ** s for k in range(n)))
        self.rng = rng

    def draw(self):
        return bisect.bisect_left(self.sums, self.rng.random() * self.sums[-1])


def make_name(number):
    """The number's own name of two words, the same in every run."""
    rng = random.Random(number)
    given, family = ("".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 3)))
                     for _ in range(2))
    return f"{given.capitalize()} {family.capitalize()}"


def main():
    rng = random.Random(20210319)
    section = Zipf(len(SECTIONS), 1.0, rng)
    outlet = Zipf(OUTLETS, 1.1, rng)
    person = Zipf(PEOPLE, 0.9, rng)
    names = [make_name(k) for k in range(PEOPLE)]
    with open(sys.argv[1], encoding="utf-8") as corpus:
        for line in corpus:
            row = json.loads(line)
            row["section"] = SECTIONS[section.draw()]
            row["source"] = f"Outlet {outlet.draw() + 1}"
            people = {names[person.draw()] for _ in range(rng.choice([0, 1, 1, 2, 3, 5]))}
            row["people"] = [{"name": name, "about": k == 0}
                             for k, name in enumerate(sorted(people))]
            row["author"] = names[person.draw() // 10]
            row["language"] = "en"
            json.dump(row, sys.stdout, ensure_ascii=False)
            sys.stdout.write("\n")


if __name__ == "__main__":
    main()
