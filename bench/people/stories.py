#!/usr/bin/env python3
"""Reads the annotated stories that the recogniser of people is trained on, and checks them.

usage: stories.py [FILE...]     (default: all of bench/people/stories)

Every story is of our own writing; its private persons do not exist.  Stories are parted by lines
"====".  Each name stands in braces, after a letter that tells of what it is:

    {P:Jane Doe}  person: the name alone, without title, age, possessive; a surname, a given name or a
                  family's name too
    {L:Harbour}   place or country
    {O:The Post}  organisation, company, party, team, outlet
    {M:Danish}    any other name: nationality, law, work, event, ship, storm

Names never stand within names: {O:Jane Doe Foundation} is no person.  As a program this tells what is
wrong with a file, by line, and how much of each kind there is; it ends with 1 if anything is wrong.
"""
import collections
import pathlib
import re
import sys

STORIES = pathlib.Path(__file__).resolve().parent / "stories"
NAME = re.compile(r"\{([PLOM]):([^{}\n]+)\}")
TITLES = re.compile(r"^(Mr|Mrs|Ms|Dr|Prof|Sir|President|Prime Minister|Sen|Gov|Gen)\.? ")


def read(path):
    """The texts of a file's stories with their names: [(text, [(begin, end, kind)])], in characters."""
    stories = []
    for part in re.split(r"^====+\s*$", path.read_text(encoding="utf-8"), flags=re.M):
        if not part.strip():
            continue
        text, names, at = "", [], 0
        part = part.strip("\n") + "\n"
        for match in NAME.finditer(part):
            text += part[at:match.start()]
            names.append((len(text), len(text) + len(match[2]), match[1]))
            text += match[2]
            at = match.end()
        stories.append((text + part[at:], names))
    return stories


def faults(path):
    """What is wrong with a file, a line each."""
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        for match in NAME.finditer(line):
            if match[2] != match[2].strip():
                yield f"{path.name}:{number}: space at the end of a name: {match[0]}"
            if match[1] == "P" and re.search(r"['’]s$", match[2]):
                yield f"{path.name}:{number}: a possessive is no part of a name: {match[0]}"
            if match[1] == "P" and TITLES.match(match[2]):
                yield f"{path.name}:{number}: a title is no part of a name: {match[0]}"
        left = NAME.sub("", line)
        if "{" in left or "}" in left:
            yield f"{path.name}:{number}: a brace that belongs to no name"


def main():
    paths = [pathlib.Path(name) for name in sys.argv[1:]] or sorted(STORIES.glob("*.txt"))
    kinds, count, words, wrong = collections.Counter(), 0, 0, 0
    for path in paths:
        for fault in faults(path):
            print(fault)
            wrong += 1
        for text, names in read(path):
            count += 1
            words += len(text.split())
            kinds.update(kind for _, _, kind in names)
    print(f"{count} stories, {words} words, names: "
          + ", ".join(f"{kinds[kind]} {kind}" for kind in "PLOM"))
    sys.exit(1 if wrong or not count else 0)


if __name__ == "__main__":
    main()
