#!/usr/bin/env python3
"""Measures the recognition and resolution of persons on the development sets.

usage: evaluate.py [--shared DIR] [--program FILE] [--sets NAME,...]

Runs `broadsheet people` on each set of SHARED/data/people/dev and scores it with
SHARED/tools/score_people.py: exact F1 of mentions and F1 of persons per article by surname, and for
dwie_mentions B-cubed within and across documents.  `read` is the half of the documents whose errors
we look at while we work, `unread` the half that nobody here has seen; the halves follow from the
documents' ids.  Skips with a message where there is no such data.
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORD = (1 << 64) - 1


def is_read(name):
    """MurmurHash64A of the id, seed 0xc70f6907, is even: the halves of our first measurements."""
    data, multiplier = name.encode(), 0xC6A4A7935BD1E995
    value = 0xC70F6907 ^ (len(data) * multiplier & WORD)
    whole = len(data) // 8 * 8
    for at in range(0, whole, 8):
        part = int.from_bytes(data[at:at + 8], "little") * multiplier & WORD
        part = (part ^ part >> 47) * multiplier & WORD
        value = (value ^ part) * multiplier & WORD
    if data[whole:]:
        value = (value ^ int.from_bytes(data[whole:], "little")) * multiplier & WORD
    value = (value ^ value >> 47) * multiplier & WORD
    return (value ^ value >> 47) % 2 == 0


def run(program, lines):
    done = subprocess.run([program, "people"], input="\n".join(lines), text=True, capture_output=True)
    if done.returncode:
        sys.exit(f"{program} people ended with {done.returncode}: {done.stderr[:500]}")
    return done.stdout


def score(tool, gold, found, ids, *options):
    with tempfile.TemporaryDirectory() as folder:
        pred, keep = pathlib.Path(folder, "pred"), pathlib.Path(folder, "ids")
        pred.write_text(found)
        keep.write_text("\n".join(ids))
        done = subprocess.run([sys.executable, tool, "--json", "--gold", gold, "--pred", pred, "--ids", keep,
                               *options], capture_output=True, text=True, check=True)
        return json.loads(done.stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/broadsheet")
    parser.add_argument("--sets", default="worldwide,ieer,gum_news,uner_pud_news,dwie_mentions")
    arguments = parser.parse_args()
    tool = arguments.shared / "tools/score_people.py"
    for name in arguments.sets.split(","):
        gold = arguments.shared / f"data/people/dev/{name}.jsonl"
        if not gold.exists():
            print(f"{name}: skipped, there is no {gold}")
            continue
        records = [json.loads(line) for line in gold.open(encoding="utf-8")]
        is_dwie = name == "dwie_mentions"
        found = run(arguments.program, [
            json.dumps({"id": r["id"], "mentions": [m[2] for m in r["mentions"]]} if is_dwie
                       else {"id": r["id"], "text": r["text"]}, ensure_ascii=False) for r in records])
        parts = {"all": records, "read": [r for r in records if is_read(str(r["id"]))],
                 "unread": [r for r in records if not is_read(str(r["id"]))]}
        for part, chosen in parts.items():
            ids = [str(r["id"]) for r in chosen]
            if is_dwie:
                figures = score(tool, gold, found, ids, "--dwie")
                print(f"{name:14} {part:7} in document {100 * figures['indoc_B3'][2]:.1f}  "
                      f"across {100 * figures['crossdoc_B3'][2]:.1f}  "
                      f"full name {100 * figures['canonical_full_name_acc']:.1f}")
            else:
                figures = score(tool, gold, found, ids)
                print(f"{name:14} {part:7} mentions {100 * figures['mention_exact'][2]:.1f} "
                      f"(P {100 * figures['mention_exact'][0]:.1f} R {100 * figures['mention_exact'][1]:.1f})  "
                      f"people {100 * figures['doc_people_surname'][2]:.1f} "
                      f"(P {100 * figures['doc_people_surname'][0]:.1f} "
                      f"R {100 * figures['doc_people_surname'][1]:.1f})  "
                      f"strict {100 * figures['doc_people_strict'][2]:.1f}")


if __name__ == "__main__":
    main()
