#!/usr/bin/env python3
"""Prints short made-up articles as JSON lines, to build large indexes from.

usage: short_articles.py COUNT > SHORT.jsonl
"""
import datetime
import json
import random
import sys

from decorate import SECTIONS, SYLLABLES, Zipf


def main():
    count = int(sys.argv[1])
    rng = random.Random(1)
    zipf = Zipf(200_000, 1.0, rng)
    first = datetime.date(1990, 1, 1).toordinal()
    cache = {}

    def word():
        number = zipf.draw()
        if number not in cache:
            own = random.Random(number)
            cache[number] = "".join(own.choice(SYLLABLES) for _ in range(own.randint(1, 4)))
        return cache[number]

    for number in range(count):
        day = datetime.date.fromordinal(first + rng.randrange(12_000))
        row = {"id": f"short-{number}", "headline": " ".join(word() for _ in range(6)),
               "published": day.isoformat(), "section": rng.choice(SECTIONS),
               "body": " ".join(word() for _ in range(20)), "language": "en"}
        print(json.dumps(row))


if __name__ == "__main__":
    main()
