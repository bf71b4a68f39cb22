#!/usr/bin/env python3
"""Measures extraction on sets of real pages and compares with the last recorded run.

usage: evaluate.py [--broadsheet PROGRAM] [--sets DIR] [--scorer FILE] [--work DIR] [--record]

The sets (DIR/NAME/html/*.html, gold.json, perhaps text/*.txt) and the scorer are not part of the
project: without them this says so and ends well.  Each set is scored as a whole and in two halves,
parted by publisher: `dev`, whose pages may be looked at while rules are written, and `blind`, whose
pages may not.  What holds for one only was learned by heart.  CPU is user and system time of a whole
run, start included, over the pages.
"""
import argparse
import hashlib
import json
import pathlib
import re
import resource
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RECORD = HERE / "recorded.json"

# Set, folder within it, figure, its path in the scorer's answer, the least wanted.
FIGURES = [
    ("naeb", "html", "body F1", ("body", "f1"), 0.945),
    ("naeb", "html", "mean-page F1", ("body", "mean_page_f1"), None),
    ("fundus", "html", "body F1", ("body", "f1"), 0.968),
    ("fundus", "html", "mean-page F1", ("body", "mean_page_f1"), None),
    ("wcxb", "html", "body F1", ("body", "f1"), 0.965),
    ("wcxb", "html", "mean-page F1", ("body", "mean_page_f1"), None),
    ("trafilatura", "html", "segments F", ("segments", "f"), 0.935),
    ("chinese", "html", "body F1", ("body", "f1"), 0.85),
    ("naeb", "text", "body F1", ("body", "f1"), 0.88),
    ("fundus", "text", "body F1", ("body", "f1"), 0.88),
    ("naeb", "html", "headline", ("headline", "norm"), 0.94),
    ("fundus", "html", "headline", ("headline", "norm"), 0.88),
    ("trafilatura", "html", "headline", ("headline", "norm"), 0.88),
    ("wcxb", "html", "headline", ("headline", "norm"), 0.90),
    ("postlight", "html", "headline", ("headline", "norm"), None),
    ("fundus", "html", "date", ("date", "accuracy"), 0.985),
    ("htmldate", "html", "date", ("date", "accuracy"), 0.93),
    ("wcxb", "html", "date", ("date", "accuracy"), None),
    ("trafilatura", "html", "date", ("date", "accuracy"), None),
    ("fundus", "html", "author F1", ("author", "f1"), 0.92),
    ("naeb", "html", "author F1", ("author", "f1"), 0.88),
    ("wcxb", "html", "author F1", ("author", "f1"), None),
    ("trafilatura", "html", "author F1", ("author", "f1"), None),
    ("trafilatura", "html", "section", ("section", "accuracy"), 0.55),
]
CJK = {"fundus", "chinese"}
SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "org"}


def publisher(page_id, gold):
    """The registrable domain; the page's own id where no URL is known."""
    match = re.match(r"https?://([^/:?#]+)", gold.get("url") or "")
    if not match:
        return page_id
    labels = match.group(1).lower().split(".")
    long = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3 if long else -2:])


def is_dev(page_id, gold):
    return hashlib.sha256(publisher(page_id, gold).encode()).digest()[0] % 2 == 0


def extract(program, folder, out):
    """Runs the program over a folder; returns seconds of CPU."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with open(out, "w", encoding="utf-8") as lines:
        command = [program, "extract", "--id-from=file", str(folder)]
        status = subprocess.run(command, stdout=lines, stderr=subprocess.DEVNULL).returncode
    if status not in (0, 3):
        sys.exit(f"{' '.join(command)} ended with {status}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def score(scorer, predictions, gold, name, ids=None):
    command = [sys.executable, scorer, "--json", "--quiet", str(predictions), str(gold)]
    command += ["--cjk"] if name in CJK else []
    command += ["--ids", str(ids)] if ids else []
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def figure_of(answer, path):
    for key in path:
        answer = answer.get(key, {})
    return answer if isinstance(answer, float) else None


def measure(arguments):
    """{"naeb/html": {"all": answer, "dev": answer, "blind": answer}}, CPU seconds, pages."""
    answers, cpu, pages = {}, 0.0, 0
    for name in dict.fromkeys(row[0] for row in FIGURES):
        folder = arguments.sets / name
        if not (folder / "gold.json").exists():
            print(f"{name}: no such set in {arguments.sets}, skipped")
            continue
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        halves = {"all": None}
        for half, wanted in (("dev", True), ("blind", False)):
            ids = arguments.work / f"{name}.{half}"
            ids.write_text("\n".join(i for i, g in gold.items() if is_dev(i, g) == wanted))
            halves[half] = ids
        for kind in dict.fromkeys(row[1] for row in FIGURES if row[0] == name):
            predictions = arguments.work / f"{name}-{kind}.jsonl"
            seconds = extract(arguments.broadsheet, folder / kind, predictions)
            if kind == "html":
                cpu += seconds
                pages += len(gold)
            answers[f"{name}/{kind}"] = {
                half: score(arguments.scorer, predictions, folder / "gold.json", name, ids)
                for half, ids in halves.items()
            }
    return answers, cpu, pages


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--broadsheet", default=str(ROOT / "build/release/broadsheet"))
    parser.add_argument("--sets", type=pathlib.Path, default=ROOT / "build/extraction-sets")
    parser.add_argument("--scorer", default=str(ROOT.parent / "shared/tools/score_extraction.py"))
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/extraction")
    parser.add_argument("--record", action="store_true", help="keep this run's figures")
    arguments = parser.parse_args()
    for needed in (arguments.sets, pathlib.Path(arguments.scorer), pathlib.Path(arguments.broadsheet)):
        if not needed.exists():
            print(f"{needed} is not there; nothing measured")
            return
    arguments.work.mkdir(parents=True, exist_ok=True)
    recorded = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    answers, cpu, pages = measure(arguments)

    figures = {}
    print(f"{'set':18} {'figure':13} {'wanted':>6} {'all':>6} {'dev':>6} {'blind':>6} {'before':>7}")
    for name, kind, title, path, wanted in FIGURES:
        halves = answers.get(f"{name}/{kind}")
        if not halves:
            continue
        seen = {half: figure_of(answer, path) for half, answer in halves.items()}
        row = f"{name}/{kind} {title}"
        figures[row] = round(seen["all"], 4)
        change = seen["all"] - recorded.get(row, seen["all"])
        print(f"{name + '/' + kind:18} {title:13} {wanted or '':>6} "
              + " ".join("     -" if value is None else f"{value:6.3f}" for value in seen.values())
              + (f" {change:+7.3f}" if abs(change) >= 0.0005 else "")
              + ("  short" if wanted and seen["all"] < wanted else ""))
    if pages:
        figures["CPU ms per page"] = round(1000 * cpu / pages, 2)
        print(f"CPU {figures['CPU ms per page']} ms per page over {pages} pages"
              f" (before: {recorded.get('CPU ms per page', '-')})")
    if arguments.record:
        RECORD.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
