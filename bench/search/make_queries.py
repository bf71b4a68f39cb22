#!/usr/bin/env python3
"""Makes a file of mixed queries for a decorated corpus: one to six words spread over document
frequencies, phrases of common words, filters, dates and the empty query; one line of URL-encoded
/api/search parameters each.  The same corpus gives the same file.

usage: make_queries.py DECORATED.jsonl [COUNT] > QUERIES.txt
"""
import json
import random
import re
import sys
from collections import Counter
from urllib.parse import urlencode

WORD = re.compile(r"[a-z]{2,}")
SAMPLE = 20_000


def read(path):
    frequency, bigrams, people, sections, sources, days = (Counter() for _ in range(6))
    with open(path, encoding="utf-8") as corpus:
        for number, line in enumerate(corpus):
            if number >= SAMPLE:
                break
            row = json.loads(line)
            words = WORD.findall((row["headline"] + " " + row["body"]).lower())
            frequency.update(set(words))
            bigrams.update(zip(words, words[1:]))
            people.update(person["name"] for person in row["people"])
            sections[row["section"]] += 1
            sources[row["source"]] += 1
            days[row["date"][:10]] += 1
    return frequency, bigrams, people, sections, sources, days


def main():
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    frequency, bigrams, people, sections, sources, days = read(sys.argv[1])
    rng = random.Random(7)
    # Words by document frequency, in bands a factor of ten wide: each band is as likely.
    bands = [[w for w, n in sorted(frequency.items()) if low <= n < low * 10]
             for low in (5, 50, 500, 5_000)]
    bands = [band for band in bands if band]  # A small corpus has no word of the highest.
    phrases = [" ".join(pair) for pair, _ in bigrams.most_common(500)]
    names = [name for name, _ in people.most_common(2_000)]
    labels = [label for label, _ in sections.most_common()]
    outlets = [label for label, _ in sources.most_common()]
    dates = sorted(days)

    def words(n):
        return " ".join(rng.choice(rng.choice(bands)) for _ in range(n))

    for number in range(count):
        kind = number % 10
        query = {"q": words(rng.choice([1, 1, 2, 2, 3, 3, 4, 5, 6]))}
        if kind == 5:
            query["q"] = '"' + rng.choice(phrases) + '"'
        elif kind == 6:
            query["section"] = rng.choice(labels)
        elif kind == 7:
            query["person"] = rng.choice(names)
            query["q"] = rng.choice(["", words(1), words(2)])
        elif kind == 8:
            first, last = sorted(rng.sample(dates, 2))
            query.update({"from-date": first, "to-date": last})
        elif kind == 9:
            query = rng.choice([{"q": ""}, {"q": "", "source": rng.choice(outlets)},
                                {"q": words(2), "order-by": "newest"},
                                {"q": words(1), "order-by": "oldest"}])
        print(urlencode(query))


if __name__ == "__main__":
    main()
