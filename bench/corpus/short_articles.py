#!/usr/bin/env python3
"""Prints short made-up articles as JSON lines, to build large indexes from.

usage: short_articles.py [--people N] COUNT > SHORT.jsonl

--people: each article names up to four of N persons, by a Zipf law, mostly in full, at times by
surname, with an initial or in capitals.
"""
import argparse
import datetime
import json
import random
import sys

from decorate import SECTIONS, SYLLABLES, Zipf, make_name

FORMS = [lambda given, family: f"{given} {family}"] * 18 + [
    lambda given, family: family,
    lambda given, family: f"{given} {family[0]}. {family}",
    lambda given, family: f"{given} {family}".upper()]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--people", type=int, default=0, metavar="N")
    parser.add_argument("count", type=int)
    arguments = parser.parse_args()
    rng = random.Random(1)
    zipf = Zipf(200_000, 1.0, rng)
    people_rng = random.Random(2)  # Its own: the articles are the same with people and without.
    person = Zipf(arguments.people, 1.0, people_rng) if arguments.people else None
    names = [make_name(k).split() for k in range(arguments.people)]
    first = datetime.date(1990, 1, 1).toordinal()
    cache = {}

    def word():
        number = zipf.draw()
        if number not in cache:
            own = random.Random(number)
            cache[number] = "".join(own.choice(SYLLABLES) for _ in range(own.randint(1, 4)))
        return cache[number]

    for number in range(arguments.count):
        day = datetime.date.fromordinal(first + rng.randrange(12_000))
        row = {"id": f"short-{number}", "headline": " ".join(word() for _ in range(6)),
               "published": day.isoformat(), "section": rng.choice(SECTIONS),
               "body": " ".join(word() for _ in range(20)), "language": "en"}
        if person:
            row["people"] = [people_rng.choice(FORMS)(*names[person.draw()])
                             for _ in range(people_rng.choice([0, 1, 1, 2, 2, 3, 4]))]
        json.dump(row, sys.stdout)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
