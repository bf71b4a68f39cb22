#!/usr/bin/env python3
"""Trains the recogniser of persons and writes indexer/people/people.model.

usage: train.py [--data DIR] [--clusters FILE] [--trainer PROGRAM] [--out MODEL] [--work DIR]

Needs build/release/train_tagger, the people data (train/ and names/; dev/ is scored, never learned
from) and the word clusters that clusters.py makes.  What is learned from, with its licence, is told
in indexer/people/README.md.
"""
import argparse
import collections
import csv
import json
import pathlib
import random
import re
import subprocess
import tempfile

import stories

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
KINDS = {"common_given": 1, "given": 2, "common_surname": 4, "surname": 8, "titles": 16,
         "particles": 32, "person_words": 64, "thing_words": 128,
         "male": 256, "female": 512, "notable_surname": 1024, "begins_phrase": 2048,
         "notable_people": 4096, "not_people": 8192}
OPEN_SETS = ["gum_other", "uner_ewt_dev", "uner_ewt_test", "uner_pud_wiki", "wikigold_all"]
SILVER_SHARE = 1.0  # Of gmb_all, whose names a program has marked.
STORY_TIMES = 1     # How often our own stories are learned, being news.
LONGEST_PHRASE = 6
WORDS = re.compile(r"[^\s,()]+")  # As the product's name_tokens() parts names, nearly.
OTHER = {"LOC": "L", "ORG": "O", "MISC": "M"}


def lines(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        line = line.strip()
        if line and not line.startswith("#"):
            yield line


def genders_of_names(names):
    """{given name: {"male", "female"}}, in small letters; our own list has the last word."""
    genders = collections.defaultdict(set)
    own = {}
    for gender in ("male", "female"):
        for line in lines(names / "kantrowitz" / f"{gender}.txt"):
            genders[line.lower()].add(gender)
        for line in lines(HERE / "words" / f"{gender}.txt"):
            own.update({name: {gender} for name in line.split()})
    with open(names / "common-forenames-by-country.csv", encoding="utf-8-sig") as table:
        for row in csv.DictReader(table):
            if row["Gender"] in "MF":
                genders[row["Romanized Name"].lower()].add("male" if row["Gender"] == "M" else "female")
    genders.update(own)
    return {name: found for name, found in genders.items() if name.isalpha() or "-" in name}


def write_words(data, clusters, path):
    """word, kinds, cluster, fine cluster; kinds stand with the word in small letters."""
    kinds = collections.Counter()
    names = data / "names"
    for files, kind in ((["first_all.txt"], "given"), (["first_pop.txt", "first_us.txt"], "common_given"),
                        (["surnames_pop.txt"], "common_surname"), (["surnames_all.txt"], "surname")):
        for word in {line.lower() for file in files for line in lines(names / file)}:
            kinds[word] |= KINDS[kind]
    for word, genders in genders_of_names(names).items():
        kinds[word] |= KINDS["given"]
        for gender in genders:
            kinds[word] |= KINDS[gender]
    for kind in ("titles", "particles", "person_words", "thing_words"):
        for line in lines(HERE / "words" / f"{kind}.txt"):
            for word in line.split():
                kinds[word] |= KINDS[kind]
    for line in lines(HERE / "words/notable_people.txt"):
        words = [word.lower() for word in WORDS.findall(line)]
        if 0 < len(words) <= LONGEST_PHRASE:
            kinds[" ".join(words)] |= KINDS["notable_people"]
        if 1 < len(words) <= LONGEST_PHRASE:
            kinds[words[0]] |= KINDS["begins_phrase"]
            kinds[words[-1]] |= KINDS["notable_surname"]
    for line in lines(HERE / "words/not_people.txt"):
        kinds[" ".join(word.lower() for word in WORDS.findall(line))] |= KINDS["not_people"]
    with open(path, "w", encoding="utf-8") as out:
        for word, kind in sorted(kinds.items()):
            out.write(f"{word}\t{kind} 0 0\n")
        for line in lines(clusters):
            word, coarse, fine = line.split("\t")
            out.write(f"{word}\t0 {coarse} {fine}\n")


def names_of(record):
    """Names of one of the data's records: persons by offsets, others by tokens of sentences."""
    names = [[begin, end, "P"] for begin, end, *_ in record["per"]]
    text = record["text"].encode()
    at = 0
    places = []
    for sentence in record["sents"]:
        places.append([])
        for token in sentence:
            token = token.encode()
            found = text.find(token, at)
            if found < 0 or found > at + 60:
                places[-1].append(None)
                continue
            at = found + len(token)
            places[-1].append((found, at))
    for sentence, begin, end, kind in record.get("ents", []):
        if kind not in OTHER or sentence >= len(places) or not begin < end <= len(places[sentence]):
            continue
        first, last = places[sentence][begin], places[sentence][end - 1]
        if first and last:
            names.append([first[0], last[1], OTHER[kind]])
    return names


def own_stories():
    for path in sorted(stories.STORIES.glob("*.txt")):
        for text, names in stories.read(path):
            offset = lambda at: len(text[:at].encode())
            yield {"text": text, "names": [[offset(b), offset(e), kind] for b, e, kind in names]}


def write_texts(data, path):
    choose = random.Random(1)
    with open(path, "w", encoding="utf-8") as out:
        put = lambda record: out.write(json.dumps(record, ensure_ascii=False) + "\n")
        for name in ["gmb_all"] + OPEN_SETS:
            for line in lines(data / "train" / f"{name}.jsonl"):
                if name != "gmb_all" or choose.random() < SILVER_SHARE:
                    record = json.loads(line)
                    put({"text": record["text"], "names": names_of(record)})
        for story in own_stories():
            for _ in range(STORY_TIMES):
                put(story)


def write_names(data, path):
    """Names by country, to make copies of texts with other names."""
    countries = collections.defaultdict(lambda: {"given": set(), "surnames": set()})
    for kind, file in (("given", "common-forenames-by-country.csv"), ("surnames", "common-surnames-by-country.csv")):
        with open(data / "names" / file, encoding="utf-8-sig") as table:
            for row in csv.DictReader(table):
                for name in row["Romanized Name"].split():
                    if name[:1].isupper() and name[1:].islower():
                        countries[row["Country"][:2]][kind].add(name)
    everywhere = {"given": list(lines(data / "names/first_all.txt")),
                  "surnames": list(lines(data / "names/surnames_all.txt"))}
    notable = [line.rsplit(" ", 1) for line in lines(HERE / "words/notable_people.txt")]
    everywhere["notable"] = [words for words in notable if len(words) == 2]
    path.write_text(json.dumps({
        "countries": [{kind: sorted(names) for kind, names in countries[country].items()}
                      for country in sorted(countries)], **everywhere}, ensure_ascii=False))


def write_scored(data, work):
    for path in sorted((data / "dev").glob("*.jsonl")):
        if path.stem == "dwie_mentions":
            continue
        with open(work / f"score-{path.name}", "w", encoding="utf-8") as out:
            for line in lines(path):
                record = json.loads(line)
                names = [[begin, end, "P"] for begin, end, *_ in record["per"]]
                out.write(json.dumps({"text": record["text"], "names": names}, ensure_ascii=False) + "\n")
        yield f"{path.stem}={work / f'score-{path.name}'}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data/people")
    parser.add_argument("--clusters", type=pathlib.Path, default=HERE / "clusters.tsv")
    parser.add_argument("--trainer", type=pathlib.Path, default=ROOT / "build/release/train_tagger")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "indexer/people/people.model")
    parser.add_argument("--work", type=pathlib.Path)
    arguments, others = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as scratch:
        work = arguments.work or pathlib.Path(scratch)
        work.mkdir(parents=True, exist_ok=True)
        write_words(arguments.data, arguments.clusters, work / "words.tsv")
        write_texts(arguments.data, work / "texts.jsonl")
        write_names(arguments.data, work / "names.json")
        scored = [item for name in write_scored(arguments.data, work) for item in ("--score", name)]
        subprocess.run([arguments.trainer, work, arguments.out, *scored, *others], check=True)


if __name__ == "__main__":
    main()
