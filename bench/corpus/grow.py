#!/usr/bin/env python3
"""Makes a larger corpus of a smaller one (JSON lines with id, headline, date, body): each article is
put together of runs of sentences from several of the given ones, some of its names are swapped for
made-up ones so that the vocabulary grows with the articles, and its day is any of twenty years.
No two are near-duplicates.  The same corpus and count give the same articles.

usage: grow.py CORPUS.jsonl COUNT > GROWN.jsonl
"""
import datetime
import json
import random
import re
import sys

from decorate import SYLLABLES, Zipf

SENTENCE_END = re.compile(r"(?<=[.!?]) +|\n+")
NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
FIRST_DAY = datetime.date(2004, 1, 1).toordinal()
DAYS = 20 * 365
LONGEST_RUN = 5
MADE_UP = 500_000
SWAPPED = 0.15  # Of the names inside sentences.


def sentences(body):
    return [sentence for sentence in SENTENCE_END.split(body) if sentence.strip()]


def made_up(number):
    rng = random.Random(number)
    return "".join(rng.choice(SYLLABLES) for _ in range(rng.randint(2, 4))).capitalize()


def main():
    rows = []
    with open(sys.argv[1], encoding="utf-8") as corpus:
        for line in corpus:
            row = json.loads(line)
            rows.append((row["headline"], sentences(row["body"]), len(row["body"])))
    rng = random.Random(1)
    names = Zipf(MADE_UP, 0.7, rng)

    def headline():
        """The beginning of one and the end of another."""
        first, second = (rng.choice(rows)[0].split() for _ in range(2))
        words = first[:len(first) // 2 + 1] + second[len(second) // 2 + 1:]
        return NAME.sub(swapped, " ".join(words))

    def swapped(match):
        return made_up(names.draw()) if rng.random() < SWAPPED else match.group()

    for number in range(int(sys.argv[2])):
        _, _, size = rng.choice(rows)
        text, length = [], 0
        while length < size:
            _, source, _ = rng.choice(rows)
            if not source:
                continue
            start = rng.randrange(len(source))
            run = " ".join(source[start:start + rng.randint(1, LONGEST_RUN)])
            text.append(NAME.sub(swapped, run))
            length += len(run) + 2
        day = datetime.date.fromordinal(FIRST_DAY + rng.randrange(DAYS))
        json.dump({"id": f"grown-{number}", "headline": headline(),
                   "date": day.isoformat(), "body": "\n\n".join(text)},
                  sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
