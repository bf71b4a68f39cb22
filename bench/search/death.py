#!/usr/bin/env python3
"""The hardest queries that a server accepts, and ordinary traffic beside those who ask them.

usage: death.py HOST:PORT QUERIES.txt

Prints a line of JSON for each hard query: the server's own time of the slowest of five runs, each
with a word of its own so that no answer is remembered; then ordinary traffic, the queries of the
file one after the other on one connection, alone and beside four attackers who ask hard queries
without a pause.
"""
import http.client
import itertools
import json
import random
import sys
import threading
from urllib.parse import parse_qs

from load import address_of, ask, spread

COMMON = "the of and to in that for said was with from have been they will would their".split()
SEARCH = "/api/search"
ATTACKERS = 4
ORDINARY = 500
counter = itertools.count()


def hard_queries(words):
    prefixes = " ".join(start + "*" for start in "con pro pre com int sta dis tra".split())
    nested = "the"
    for i in range(7):
        nested = f"({nested} {'AND' if i % 2 else 'OR'} {COMMON[i]} OR {COMMON[i + 1]})"
    yield "a common word", {"q": "said"}
    yield "all common words", {"q": " ".join(COMMON)}
    yield "100 words", {"q": " ".join(words[:100])}
    yield "100 words, all wanted", {"q": " ".join("+" + word for word in COMMON + words[:80])}
    yield "a phrase of common words", {"q": '"the end of the day of the year"'}
    yield "phrases", {"q": " ".join(f'"{a} {b}"' for a, b in zip(COMMON, words))}
    yield "words near each other", {"q": " NEAR/10 ".join(COMMON[:10])}
    yield "prefixes", {"q": prefixes}
    yield "prefixes near each other", {"q": prefixes.replace(" ", " NEAR/9 ")}
    yield "nested", {"q": nested}
    yield "without", {"q": " ".join("-" + word for word in COMMON)}
    yield "headline phrases", {"q": " ".join(f'headline:"{a} of"' for a in words[:40])}
    yield "names", {"q": " ".join(f"person:{a}" for a in words[:60])}
    yield "misspelt", {"q": " ".join(word[::-1] for word in words[:40])}
    yield "far pages", {"q": "said", "page": "1000", "page-size": "10"}
    yield "all facets", {"q": "said", "facets": "section,person,about,source,author,lang,date",
                         "facet-size": "100", "interval": "day", "page-size": "100"}


def fresh(parameters):
    """The same query as nobody has asked it yet."""
    return {**parameters, "q": f"{parameters['q']} zq{next(counter)}x"}


def attack(address, queries, stop):
    connection = http.client.HTTPConnection(*address, timeout=30)
    for query in itertools.cycle(queries):
        if stop.is_set():
            return
        ask(connection, SEARCH, fresh(query))


def ordinary(address, queries):
    connection = http.client.HTTPConnection(*address, timeout=30)
    times = []
    errors = 0
    for query in queries:
        time_ms, status, _ = ask(connection, SEARCH, fresh(query))
        times.append(time_ms)
        errors += status != 200
    return {"requests": len(times), "errors": errors, **spread(times)}


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    address = address_of(sys.argv[1])
    with open(sys.argv[2], encoding="utf-8") as file:
        queries = [{"q": "", **{k: v[0] for k, v in parse_qs(line.strip()).items()}}
                   for line in file][:ORDINARY]
    words = list(dict.fromkeys(word for query in queries for word in query["q"].split()
                               if word.isalpha()))
    random.Random(5).shuffle(words)
    hard = list(hard_queries(words))
    connection = http.client.HTTPConnection(*address, timeout=30)
    for name, parameters in hard:
        runs = [ask(connection, SEARCH, fresh(parameters)) for _ in range(5)]
        last = json.loads(runs[-1][2])
        print(json.dumps({"query": name, "slowest_ms": max(run[0] for run in runs),
                          "status": sorted({run[1] for run in runs}),
                          "relation": last.get("total", {}).get("relation"),
                          "total": last.get("total", {}).get("value")}), flush=True)
    print(json.dumps({"ordinary": "alone", **ordinary(address, queries)}), flush=True)
    stop = threading.Event()
    attackers = [threading.Thread(target=attack, args=(address, [q for _, q in hard], stop))
                 for _ in range(ATTACKERS)]
    for attacker in attackers:
        attacker.start()
    print(json.dumps({"ordinary": f"beside {ATTACKERS} attackers", **ordinary(address, queries)}))
    stop.set()
    for attacker in attackers:
        attacker.join()


if __name__ == "__main__":
    main()
