#!/usr/bin/env python3
"""Resolves the names of the cases in tests/people/resolution and counts which come out right.

usage: resolution_test.py [--program FILE] [--list]

Each case is a small archive of one story or more.  A mention stands in brackets with an id behind a
bar, "[Ann Roe|ann]": mentions of one id must come out under one name, those of other ids under
others; "-" is of nobody in the case.  Lines "name ann: Ann Roe" tell the name itself.  The whole path
is run, recognition too.  Ends with 1 if fewer than LEAST of the cases are right.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LEAST = 0.97
MENTION = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")


def read_cases(path):
    """(name, [(text, [(begin, end, id)])], {id: name}) of each case; offsets in bytes."""
    for part in re.split(r"^== ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
        title, _, rest = part.partition("\n")
        names = dict(re.findall(r"^name (\S+): (.+)$", rest, flags=re.M))
        rest = re.sub(r"^name \S+: .+$", "", rest, flags=re.M)
        stories = []
        for story in re.split(r"^--$", rest, flags=re.M)[1:]:
            text, mentions, at = "", [], 0
            story = story.strip("\n")
            for match in MENTION.finditer(story):
                text += story[at:match.start()]
                begin = len(text.encode())
                text += match[1]
                mentions.append((begin, len(text.encode()), match[2]))
                at = match.end()
            stories.append((text + story[at:], mentions))
        yield title, stories, names


def resolve(program, stories):
    lines = "\n".join(json.dumps({"id": i, "text": text}) for i, (text, _) in enumerate(stories))
    done = subprocess.run([program, "people"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def fault(stories, names, answers):
    """What is wrong with the answers to a case; None if nothing is."""
    found = {}
    nobody = set()
    for number, ((text, mentions), answer) in enumerate(zip(stories, answers)):
        for begin, end, person in mentions:
            name = next((name for b, e, name in answer["mentions"] if b < end and e > begin), None)
            told = f"{text.encode()[begin:end].decode()!r} in story {number + 1}"
            if person == "-":
                nobody.add(name)
            elif name is None:
                return f"{told} not found"
            elif found.setdefault(person, name) != name:
                return f"{told} is {name!r}, {person} was {found[person]!r}"
    if len(set(found.values())) < len(found):
        return f"two persons under one name: {found}"
    for person, name in names.items():
        if found.get(person) != name:
            return f"{person} is {found.get(person)!r}, not {name!r}"
    if nobody & set(found.values()):
        return f"nobody in the case is {nobody & set(found.values())}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--program", default=ROOT / "build/release/broadsheet")
    parser.add_argument("--list", action="store_true", help="tell what is wrong with each case")
    arguments = parser.parse_args()
    right = count = 0
    for path in sorted((HERE / "resolution").glob("*.txt")):
        kind_right = kind_count = 0
        for title, stories, names in read_cases(path):
            wrong = fault(stories, names, resolve(arguments.program, stories))
            kind_count += 1
            kind_right += wrong is None
            if wrong and arguments.list:
                print(f"{path.stem}: {title}: {wrong}")
        print(f"{path.stem:12} {kind_right:3} of {kind_count}")
        right, count = right + kind_right, count + kind_count
    print(f"{right} of {count}: {100 * right / max(count, 1):.1f} %")
    sys.exit(0 if count >= 200 and right >= LEAST * count else 1)


if __name__ == "__main__":
    main()
