#!/usr/bin/env python3
"""Trains the trees by which the extractor tells a story's blocks, and writes them as a table.

usage: train_blocks.py [--sets DIR] [--table block_table] [--out block_trees.hpp] [--half dev|all]

Needs python3-sklearn, the page sets (see evaluate.py) and build/release/block_table.  A block's label
is whether most of its four-word shingles stand in the hand-made text of its page; of the trafilatura
set, whether a segment that must or must not be there stands in it.  A block weighs what its words
are of the page's story, so that every page counts the same.  By default only the `dev` half of the
pages is learned from, so that evaluate.py's `blind` column tells what carries over.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess
import sys
from collections import Counter

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

from evaluate import CJK, ROOT, is_dev

SETS = ["wcxb", "naeb", "fundus", "chinese", "trafilatura"]
SPACELESS = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af])")
NEWS_WEIGHT = 2.0  # Of a page of news against one of the open web (wcxb).
BAGS = 4  # Models, each of a part of the pages; their mean is steadier than one of all.
BAG_SHARE = 0.7
MAX_PAGE_WEIGHT = 4.0  # Of a page with far more around its story than in it.
HEADER = """\
// Trees that tell a story's blocks from the rest of a page; written by
// bench/extraction/train_blocks.py, not by hand.
//
// Trained on {pages} pages of the evaluation sets of WCXB, newspaper4k (NAEB), Fundus,
// trafilatura and a set of Chinese articles.  Only these figures come from them.
#pragma once

#include <cstdint>

namespace broadsheet::indexer {{

struct TreeNode {{
  std::uint8_t feature;  // Index of the feature, or leaf.
  std::uint8_t below;    // Where to go on, from the root, if the feature is at most value,
  std::uint8_t above;    // and if it is more.
  float value;           // Of a leaf, what it adds to the score.
}};

inline constexpr std::uint8_t leaf = 255;
inline constexpr float first_score = {first}F;

// clang-format off
inline constexpr std::uint16_t tree_roots[] = {{
{roots}}};

inline constexpr TreeNode tree_nodes[] = {{
{nodes}}};
// clang-format on

}}  // namespace broadsheet::indexer
"""


def words_of(text, name):
    return re.findall(r"\w+", SPACELESS.sub(r" \1 ", text) if name in CJK else text)


def shingles(words):
    return [tuple(words[i:i + 4]) for i in range(max(1, len(words) - 3))] if words else []


def labels_by_body(texts, gold, name):
    """Labels and weights of a page's blocks, from the whole text of its story."""
    told = words_of(gold["body"], name)
    left = Counter(shingles(told))
    lines = {tuple(words_of(line, name)) for line in gold["body"].split("\n")}
    labels, weights, seen = [], [], Counter()
    for text in texts:
        words = words_of(text, name)
        if len(words) < 4:
            labels.append(tuple(words) in lines)
        else:
            parts = shingles(words)
            share = sum(left[part] > 0 for part in parts) / len(parts)
            again = seen[text] > 0 and len(words) >= 8 and seen[text] >= left[parts[0]]
            labels.append(share > 0.5 and not again)
            seen[text] += 1
        weights.append((len(words) + 1) / len(told) if words else 0)
    weights = numpy.array(weights)
    if weights.sum() > MAX_PAGE_WEIGHT:
        weights = numpy.minimum(weights, 0.3)
        weights *= min(1, MAX_PAGE_WEIGHT / weights.sum())
    return labels, weights


def labels_by_segments(texts, gold):
    labels, weights = [], []
    for text in texts:
        with_ = any(len(s) > 15 and s in text for s in gold.get("with") or [])
        without = any(s == text or len(s) > 8 and s in text for s in gold.get("without") or [])
        labels.append(with_)
        weights.append(0.15 if with_ else 0.1 if without else 0)
    return labels, numpy.array(weights)


def read_pages(arguments, name):
    """Rows, labels and weights of a set's pages."""
    gold = json.loads((arguments.sets / name / "gold.json").read_text(encoding="utf-8"))
    wanted = [i for i, g in gold.items() if arguments.half == "all" or is_dev(i, g)]
    files = [str(arguments.sets / name / gold[i]["file"]) for i in wanted]
    for begin in range(0, len(files), 200):
        out = subprocess.run([arguments.table, *files[begin:begin + 200]], check=True,
                             capture_output=True, text=True, encoding="utf-8").stdout
        for line in out.splitlines():
            page = json.loads(line)
            answer = gold[page["id"]]
            blocks = [block for block in page["blocks"] if "features" in block]
            rows = [block["features"] for block in blocks]
            if not rows or not (answer.get("body") or name == "trafilatura"):
                continue
            texts = [block["text"] for block in blocks]
            labels, weights = (labels_by_body(texts, answer, name) if answer.get("body")
                               else labels_by_segments(texts, answer))
            weights = weights * (1 if name == "wcxb" else NEWS_WEIGHT)
            yield numpy.array(rows, dtype=numpy.float32), numpy.array(labels), weights


def number(value):
    text = f"{value:.6g}"
    return text if "." in text or "e" in text else text + ".0"


def train(pages, seed):
    """A model of a random part of the pages."""
    chosen = random.Random(seed)
    bag = [page for page in pages if chosen.random() < BAG_SHARE]
    rows = numpy.vstack([page[0] for page in bag])
    labels = numpy.concatenate([page[1] for page in bag])
    weights = numpy.concatenate([page[2] for page in bag])
    used = weights > 0
    model = HistGradientBoostingClassifier(max_iter=40, max_leaf_nodes=8, learning_rate=0.18,
                                           min_samples_leaf=40, l2_regularization=1.0,
                                           random_state=1)
    return model.fit(rows[used], labels[used].astype(int),
                     sample_weight=weights[used] / weights[used].mean())


def table_of(models, pages):
    roots, nodes = [], []
    for (tree,) in (trees for model in models for trees in model._predictors):
        roots.append(len(nodes))
        for node in tree.nodes:
            if node["is_leaf"]:
                nodes.append(f"{{leaf, 0, 0, {number(node['value'] / len(models))}F}}")
            else:
                nodes.append(f"{{{node['feature_idx']}, {node['left']}, {node['right']}, "
                             f"{number(node['num_threshold'])}F}}")
    first = sum(model._baseline_prediction.item() for model in models) / len(models)

    def lines(parts, count):
        rows = [parts[i:i + count] for i in range(0, len(parts), count)]
        return "".join("  " + ", ".join(row) + ",\n" for row in rows)

    return HEADER.format(pages=pages, first=number(first),
                         roots=lines([str(root) for root in roots], 16), nodes=lines(nodes, 4))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sets", type=pathlib.Path, default=ROOT / "build/extraction-sets")
    parser.add_argument("--table", default=str(ROOT / "build/release/block_table"))
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "indexer/extract/block_trees.hpp")
    parser.add_argument("--half", choices=["dev", "all"], default="dev")
    arguments = parser.parse_args()
    pages = [page for name in SETS for page in read_pages(arguments, name)]
    models = [train(pages, seed) for seed in range(BAGS)]
    arguments.out.write_text(table_of(models, len(pages)), encoding="utf-8")
    print(f"{len(pages)} pages", file=sys.stderr)


if __name__ == "__main__":
    main()
