#!/usr/bin/env python3
"""Measures recency in ranking on the archive of make_archive.py (README.md).

usage: evaluate.py --work DIR [--half tune|report|all] [--program FILE] [--shared DIR]

Compares nDCG@10 of the answers of `broadsheet serve` with that of the same answers ordered without what
recency gave them (explain=true tells), and with that of recency for every query: score x (1 + w x half
to the power of age over h), the best w and h for the half to tune on.  Wants SHARED/tools for the
evaluator, and skips with a message where there is none.
"""
import argparse
import datetime
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import evaluate  # noqa: E402

NOW = datetime.date(2024, 6, 30)


def make_index(program, work):
    if not (work / "docs.jsonl").exists():
        subprocess.run([sys.executable, HERE / "make_archive.py", work], check=True, capture_output=True)
    if not (work / "index/current").exists():
        subprocess.run([program, "index", work / "docs.jsonl", "--db", work / "index"], check=True,
                       capture_output=True)
    return work / "index"


def read_queries(work, half):
    rows = [line.split("\t") for line in (work / "queries.tsv").read_text().splitlines()]
    if half != "all":
        wanted = set((work / f"{half}.tsv").read_text().split())
        rows = [row for row in rows if row[0] in wanted]
    return rows


def ordered(results, score):
    return [result["id"] for result in sorted(results, key=score, reverse=True)]


def without_recency(result):
    return result["score"] - result["explain"]["recency"]


def always(weight, half_life):
    def score(result):
        age = (NOW - datetime.date.fromisoformat(result["date"])).days
        return without_recency(result) * (1 + weight * .5 ** (age / half_life))
    return score


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--work", type=pathlib.Path, required=True)
    parser.add_argument("--half", choices=["tune", "report", "all"], default="report")
    parser.add_argument("--shared", type=pathlib.Path, default=evaluate.ROOT.parent / "shared")
    parser.add_argument("--program", type=pathlib.Path,
                        default=evaluate.ROOT / "build/release/broadsheet")
    arguments = parser.parse_args()
    tool = arguments.shared / "tools/evaluate_ranking.py"
    if not tool.exists():
        print(f"skipped: there is no {tool}")
        return
    evaluator = evaluate.load_evaluator(tool)
    arguments.work.mkdir(parents=True, exist_ok=True)
    index = make_index(arguments.program, arguments.work)
    qrels = evaluator.read_qrels(arguments.work / "qrels.txt")
    answers = {}
    with evaluate.Server(arguments.program, index) as server:
        for query, text, _ in read_queries(arguments.work, "all"):
            answers[query] = server.search(q=text, duplicates="show", explain="true",
                                           **{"page-size": 100})["results"]

    def scores(queries, score):
        run = {query: ordered(answers[query], score) for query, *_ in queries}
        return evaluator.evaluate(qrels, run, only=set(run))

    def ndcg(per_query):
        return evaluator.mean(per_query)["ndcg10"]

    settings = [(weight, half_life) for weight in (.1, .2, .3, .4, .6, 1) for half_life in (7, 14, 30, 90)]
    tune = read_queries(arguments.work, "tune")
    best = max(settings, key=lambda setting: ndcg(scores(tune, always(*setting))))
    queries = read_queries(arguments.work, arguments.half)
    runs = {"without": scores(queries, without_recency),
            "always, {} at {} days".format(*best): scores(queries, always(*best)),
            "ours": scores(queries, lambda result: result["score"])}
    kinds = sorted({kind for *_, kind in queries})
    print(f"{'':24}{'all':>7}" + "".join(f"{kind:>12}" for kind in kinds))
    for name, run in runs.items():
        row = f"{name:24}{ndcg(run):7.3f}"
        for kind in kinds:
            row += f"{ndcg({query: run[query] for query, _, of in queries if of == kind}):12.3f}"
        print(row)
    for name, run in list(runs.items())[:2]:
        print(f"ours against {name}: p = {evaluator.randomisation(run, runs['ours'], 'ndcg10'):.5f}")


if __name__ == "__main__":
    main()
