#!/usr/bin/env python3
"""Measures ranking on judged collections, against fixed weightings of plain Xapian on the same terms.

usage: evaluate.py --corpus reuters-50k.jsonl --work DIR [--shared DIR] [--program FILE]
                   [--half tune|report|all] [--sets NAME,...]

Indexes each collection of SHARED/data/relevance, asks `broadsheet serve` every query through
/api/search with default parameters (page-size 100), and `plain_xapian` (a target of the build) the
same, and compares them by SHARED/tools/evaluate_ranking.py: MAP per set and, over the sets pooled, the
paired randomisation test.  reuters-headline searches the bodies of the corpus for the stories of given
headlines; its figure is MRR.  Queries at even places of their files are the half to tune on, those at
odd places the half to report on; reuters-headline is only reported.  Indexes stay in DIR and are used
again.  Skips with a message where there is no such data.
"""
import argparse
import importlib.util
import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
SETS = ["time", "cranfield", "med", "cisi", "npl", "lisa"]
HEADLINES = "reuters-headline"


def load_evaluator(path):
    spec = importlib.util.spec_from_file_location("evaluate_ranking", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_queries(folder, half):
    lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
    queries = [line.split("\t", 1) for line in lines]
    if half == "all" or folder.name == HEADLINES:
        return queries
    return queries[0 if half == "tune" else 1::2]


def articles(folder, corpus):
    """The collection as input of ours."""
    if folder.name == HEADLINES:
        for line in open(corpus, encoding="utf-8"):
            row = json.loads(line)
            if row["body"]:
                yield {"id": row["id"], "date": row["date"], "language": "en", "body": row["body"]}
        return
    for line in open(folder / "docs.jsonl", encoding="utf-8"):
        row = json.loads(line)
        yield {"id": row["id"], "headline": row["title"], "body": row["body"], "language": "en"}


def make_index(program, folder, corpus, work):
    index = work / folder.name
    if (index / "current").exists():
        return index
    source = work / (folder.name + ".jsonl")
    with open(source, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(article) + "\n" for article in articles(folder, corpus))
    done = subprocess.run([program, "index", source, "--db", index], capture_output=True, text=True)
    if done.returncode not in (0, 3):
        shutil.rmtree(index, ignore_errors=True)
        sys.exit(f"indexing {source} ended with {done.returncode}: {done.stderr[-500:]}")
    return index


class Server:
    """`broadsheet serve` on a port of its choice."""

    def __init__(self, program, index):
        self.process = subprocess.Popen([program, "serve", "--db", index, "--port", "0"],
                                        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.address = self.process.stdout.readline().strip().rstrip("/")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def search(self, **parameters):
        url = f"{self.address}/api/search?{urllib.parse.urlencode(parameters)}"
        with urllib.request.urlopen(url) as answer:
            return json.load(answer)


def ask(program, index, queries, asked=None):
    """The ranked ids of each query."""
    run = {}
    with Server(program, index) as server:
        for number, text in queries:
            answer = server.search(q=text, **{"page-size": 100}, **(asked or {}))
            if answer["query"]["degraded"]:
                print(f"  {index.name} {number}: {answer['query']['degraded']}", file=sys.stderr)
            run[number] = [result["id"] for result in answer["results"]]
    return run


def ask_plain(tool, index, weighting, queries, work):
    asked, run = work / "queries", work / "run"
    asked.write_text("".join(f"{number}\t{text}\n" for number, text in queries), encoding="utf-8")
    subprocess.run([tool, index, weighting, asked, run], check=True)
    ranked = {}
    for line in run.read_text(encoding="utf-8").splitlines():
        number, _, document, *_ = line.split(" ")
        ranked.setdefault(number, []).append(document)
    return ranked


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=pathlib.Path)
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/broadsheet")
    parser.add_argument("--half", choices=["tune", "report", "all"], default="report")
    parser.add_argument("--sets", default=",".join(SETS + [HEADLINES]))
    arguments = parser.parse_args()
    data, tool = arguments.shared / "data/relevance", arguments.shared / "tools/evaluate_ranking.py"
    if not data.is_dir() or not tool.exists():
        print(f"skipped: there is no {data} or no {tool}")
        return
    evaluator = load_evaluator(tool)
    plain = arguments.program.parent / "plain_xapian"
    arguments.work.mkdir(parents=True, exist_ok=True)
    pooled = {"ours": {}, "bm25": {}, "ineb2": {}}
    print(f"{'set':18}{'queries':>8}{'bm25':>9}{'ineb2 c=2':>11}{'ours':>9}{'nDCG@10':>9}")
    for name in arguments.sets.split(","):
        if name == HEADLINES and not arguments.corpus:
            print(f"{name}: skipped, for want of --corpus")
            continue
        folder = data / name
        queries = read_queries(folder, arguments.half)
        index = make_index(arguments.program, folder, arguments.corpus, arguments.work)
        runs = {"ours": ask(arguments.program, index, queries)}
        for weighting in ("bm25", "ineb2"):
            runs[weighting] = ask_plain(plain, index, weighting, queries, arguments.work)
        asked = {number for number, _ in queries}
        qrels = evaluator.read_qrels(folder / "qrels.txt")
        metric = "mrr" if name == HEADLINES else "map"
        means = {}
        for system, run in runs.items():
            scores = evaluator.evaluate(qrels, run, only=asked)
            means[system] = evaluator.mean(scores)
            if name != HEADLINES:
                pooled[system].update({f"{name}/{query}": score for query, score in scores.items()})
        print(f"{name:18}{len(scores):8}{means['bm25'][metric]:9.4f}{means['ineb2'][metric]:11.4f}"
              f"{means['ours'][metric]:9.4f}{means['ours']['ndcg10']:9.4f}", flush=True)
    if not pooled["ours"]:
        return
    row = {system: evaluator.mean(scores)["map"] for system, scores in pooled.items()}
    print(f"{'pooled':18}{len(pooled['ours']):8}{row['bm25']:9.4f}{row['ineb2']:11.4f}{row['ours']:9.4f}")
    for system in ("bm25", "ineb2"):
        chance = evaluator.randomisation(pooled[system], pooled["ours"], "map")
        print(f"ours against {system}: p = {chance:.5f}")


if __name__ == "__main__":
    main()
