#!/usr/bin/env python3
"""Groups words that stand among the same neighbours, for the recogniser of people.

usage: clusters.py [--shared DIR] [--corpora DIR] [--extraction DIR] [--out FILE]

Counts the two neighbours on each side of every word of the corpora (reuters-50k, the stories of the
extraction sets, the training texts), weighs them by positive pointwise mutual information, reduces
them to 80 dimensions (Levy and Goldberg 2014) and clusters the words (k-means): 2,000 fine clusters,
and 100 clusters of these.  Writes lines of word, cluster, fine cluster.  Needs python3-sklearn.
"""
import argparse
import collections
import json
import pathlib
import re

import numpy
import scipy.sparse
from sklearn.cluster import KMeans, MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.preprocessing import normalize

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORD = re.compile(r"[^\W\d_]+(?:[-'’.&][^\W\d_]+)*\.?|\d[\d.,]*|[^\w\s]")
LEAST_USES = 6
CONTEXT_WORDS = 4000
DIMENSIONS = 80
FINE, COARSE = 2000, 100
NEIGHBOURS = {-2: 0.6, -1: 1.0, 1: 1.0, 2: 0.6}  # Weight by distance.
TRAINING_TEXTS = ("gmb_all", "gum_other", "wikigold_all", "uner_ewt_dev", "uner_pud_wiki")


def paragraphs(arguments):
    with open(arguments.corpora / "reuters-50k.jsonl", encoding="utf-8") as corpus:
        for line in corpus:
            article = json.loads(line)
            yield article.get("headline") or ""
            yield from (article.get("body") or "").split("\n")
    for name in ("naeb", "wcxb", "trafilatura"):
        gold = json.loads((arguments.extraction / name / "gold.json").read_text(encoding="utf-8"))
        for page in gold.values():
            yield from (page.get("body") or "").split("\n")
    for name in TRAINING_TEXTS:
        with open(arguments.shared / f"data/people/train/{name}.jsonl", encoding="utf-8") as texts:
            for line in texts:
                yield from json.loads(line)["text"].split("\n")


def words_of(paragraph):
    for word in WORD.findall(paragraph):
        if word[0].isdigit():
            yield "0"
        else:
            yield word[:-1] if len(word) > 4 and word[-1] == "." else word


def read(arguments):
    """All words as numbers, paragraphs parted by two of none; and the word of each number."""
    numbers, sequences = {}, []
    for paragraph in paragraphs(arguments):
        sequence = [numbers.setdefault(word, len(numbers)) for word in words_of(paragraph)]
        if sequence:
            sequences.append(numpy.array(sequence + [-1, -1], dtype=numpy.int32))
    text = numpy.concatenate(sequences)
    text[text < 0] = len(numbers)
    return text, list(numbers)


def neighbour_counts(text, row_of, column_of, shape, offset):
    word, neighbour = (text[-offset:], text[:offset]) if offset < 0 else (text[:-offset], text[offset:])
    rows, columns = row_of[word], column_of[neighbour]
    both = (rows >= 0) & (columns >= 0)
    ones = numpy.ones(both.sum(), dtype=numpy.float32)
    return scipy.sparse.coo_matrix((ones, (rows[both], columns[both])), shape=shape).tocsr().tocoo()


def mutual_information(counts, weight):
    """Positive, the neighbours' frequencies smoothed, rare pairs discounted."""
    of_word = numpy.asarray(counts.sum(1)).ravel() + 1e-9
    of_neighbour = (numpy.asarray(counts.sum(0)).ravel() + 1e-9) ** 0.75
    expected = of_word[counts.row] * of_neighbour[counts.col] / of_neighbour.sum()
    value = numpy.maximum(numpy.log(counts.data / expected), 0) * counts.data / (counts.data + 2)
    weighed = scipy.sparse.coo_matrix((value * weight, (counts.row, counts.col)), shape=counts.shape)
    weighed = weighed.tocsr()
    weighed.eliminate_zeros()
    return weighed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=pathlib.Path, default=ROOT.parent / "shared")
    parser.add_argument("--corpora", type=pathlib.Path, default=pathlib.Path("/data/corpora"))
    parser.add_argument("--extraction", type=pathlib.Path, default=pathlib.Path("/data/extraction"))
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path(__file__).parent / "clusters.tsv")
    arguments = parser.parse_args()
    text, words = read(arguments)
    uses = numpy.bincount(text, minlength=len(words) + 1)[:len(words)]
    kept = numpy.flatnonzero(uses >= LEAST_USES)
    row_of = numpy.full(len(words) + 1, -1)
    row_of[kept] = numpy.arange(len(kept))
    column_of = numpy.full(len(words) + 1, -1)
    column_of[numpy.argsort(-uses, kind="stable")[:CONTEXT_WORDS]] = numpy.arange(min(CONTEXT_WORDS, len(words)))
    shape = (len(kept), CONTEXT_WORDS)
    neighbours = scipy.sparse.hstack([
        mutual_information(neighbour_counts(text, row_of, column_of, shape, offset), weight)
        for offset, weight in NEIGHBOURS.items()]).tocsr()
    places = normalize(TruncatedSVD(DIMENSIONS, n_iter=3, random_state=1).fit_transform(neighbours))
    fine = MiniBatchKMeans(FINE, batch_size=8192, n_init=1, max_iter=40, random_state=1).fit(places)
    coarse = KMeans(COARSE, n_init=5, random_state=1).fit(fine.cluster_centers_)
    with open(arguments.out, "w", encoding="utf-8") as out:
        for word, cluster in zip(kept, fine.labels_):
            out.write(f"{words[word]}\t{coarse.labels_[cluster] + 1}\t{cluster + 1}\n")


if __name__ == "__main__":
    main()
