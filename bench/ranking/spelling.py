#!/usr/bin/env python3
"""How often "did you mean" is right: words and names of a corpus, misspelt by rule and as they are,
asked of a server on an index of that corpus.

usage: spelling.py CORPUS.jsonl [--server http://127.0.0.1:8080] [--seed 1] [--unseen OTHER.jsonl]
                   [--show]

Misspelt: 500 queries.  Words come from articles drawn at random, so that frequent words come more
often; half from headlines, four in ten capitalised within a sentence, all in 5 articles or more and
no stop words.  200 words with one edit (4 letters or more), 200 with two (5 or more), 50 pairs of
neighbours with one of them wrong, 50 with both; in pairs every other wrong word has two edits.  An
edit inserts, leaves out, replaces (half by a neighbour on the keyboard) or doubles a letter or swaps
two.  No misspelling is a word of 5 articles or more.  Right is a first suggestion that equals the
words drawn, after folding.

Right: 500 queries, of which none should be offered anything: words drawn evenly, a third in 1 or 2
articles, a third in 3 to 20, a sixth in more; a sixth are pairs of capitalised neighbours.

--unseen: also words of another corpus (in 3 of its articles or more) that this one does not have.
They may well be right, but find nothing; what is offered for them is told and not judged.
--show prints what went wrong.
"""
import argparse
import http.client
import json
import random
import re
import unicodedata
from collections import Counter
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r"[^\W_]+(?:['’.&,][^\W_]+)*")
SENTENCE_END = re.compile(r"[.!?:\"”“)(\-–]\s*$")
STOP_WORDS = set("""a about after against all also an and any are as at be because been before being
between both but by can could did do does doing down during each few for from further had has have
having he her here hers him his how i if in into is it its just like many may me more most much must
my no nor not now of off on once one only or other our out over own same said says she should since so
some such than that the their them then there these they this those through to too two under until up
upon us very was we were what when where which while who whom why will with would you your""".split())
KEYBOARD = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def neighbours_on_keyboard():
    near = {}
    for y, row in enumerate(KEYBOARD):
        for x, letter in enumerate(row):
            near[letter] = [KEYBOARD[v][u] for v in range(max(0, y - 1), min(3, y + 2))
                            for u in range(max(0, x - 1), x + 2)
                            if u < len(KEYBOARD[v]) and (u, v) != (x, y)]
    return near


NEAR = neighbours_on_keyboard()


def fold(text):
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold())
                   if not unicodedata.combining(c))


def is_word(word):
    return word.isascii() and word.isalpha()


def tokens(text):
    """Each word with whether it stands capitalised within a sentence, and whether it follows the
    word before it with nothing but a space between."""
    last_end = None
    for match in TOKEN.finditer(text):
        surface = re.sub(r"['’]s$", "", match.group())
        before = text[max(0, match.start() - 3):match.start()]
        starts = match.start() == 0 or SENTENCE_END.search(before) is not None or "\n" in before
        # As in names; not as in acronyms.
        named = not starts and surface[:1].isupper() and surface[1:].islower()
        yield fold(surface), named, last_end is not None and text[last_end:match.start()] == " "
        last_end = match.end()


class Corpus:
    def __init__(self, path):
        self.articles = []
        self.frequency = Counter()
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                texts = (article.get("headline") or "", article.get("body") or "")
                self.articles.append(texts)
                words = {word for text in texts for word in TOKEN.findall(fold(text))}
                self.frequency.update({re.sub(r"['’]s$", "", word) for word in words})


def distance(a, b):
    """Optimal string alignment."""
    rows = [list(range(len(b) + 1))]
    for i, x in enumerate(a, 1):
        row = [i]
        for j, y in enumerate(b, 1):
            best = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, rows[-2][j - 2] + 1)
            row.append(best)
        rows.append(row)
    return rows[-1][-1]


def edit(word, rng):
    kind = rng.choice(("insert", "delete", "replace", "swap", "double"))
    at = rng.randrange(len(word))
    if kind == "insert":
        return word[:at] + rng.choice(ALPHABET) + word[at:]
    if kind == "delete":
        return word[:at] + word[at + 1:]
    if kind == "replace":
        choices = NEAR[word[at]] if rng.random() < .5 else ALPHABET
        return word[:at] + rng.choice(choices) + word[at + 1:]
    if kind == "swap":
        at = min(at, len(word) - 2)
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    doubled = [i for i in range(1, len(word)) if word[i] == word[i - 1]]
    if doubled:
        at = rng.choice(doubled)
        return word[:at] + word[at + 1:]
    return word[:at] + word[at] + word[at:]


def misspell(word, edits, corpus, rng):
    for _ in range(100):
        wrong = word
        for _ in range(edits):
            wrong = edit(wrong, rng)
        if distance(wrong, word) == edits and corpus.frequency[wrong] < 5:
            return wrong
    return None


class Drawer:
    def __init__(self, corpus, rng):
        self.corpus = corpus
        self.rng = rng

    def text(self):
        texts = self.rng.choice(self.corpus.articles)
        return texts[0] if self.rng.random() < .5 else texts[1]

    def word(self, least_letters):
        while True:
            named = self.rng.random() < .4
            words = [word for word, is_named, _ in tokens(self.text())
                     if is_word(word) and len(word) >= least_letters
                     and self.corpus.frequency[word] >= 5 and word not in STOP_WORDS
                     and (is_named or not named)]
            if words:
                return self.rng.choice(words)

    def pair(self, least_letters, least_frequency, named):
        while True:
            pairs = []
            before = None
            for word, is_named, follows in tokens(self.text()):
                fits = (is_word(word) and len(word) >= least_letters and word not in STOP_WORDS
                        and self.corpus.frequency[word] >= least_frequency
                        and (is_named or not named))
                if fits and follows and before:
                    pairs.append((before, word))
                before = word if fits else None
            if pairs:
                return self.rng.choice(pairs)


def misspelt(corpus, rng):
    """(kind, query, what is right)"""
    draw = Drawer(corpus, rng)
    queries = []

    def add(kind, words, edits):
        wrong = [misspell(word, n, corpus, rng) if n else word for word, n in zip(words, edits)]
        if all(wrong) and wrong != list(words):
            queries.append((kind, " ".join(wrong), " ".join(words)))
            return True
        return False

    def fill(kind, count, make):
        made = 0
        while made < count:
            made += add(kind, *make(made))

    fill("one edit", 200, lambda n: ([draw.word(4)], [1]))
    fill("two edits", 200, lambda n: ([draw.word(5)], [2]))

    def one_of_two(n):
        edits = [0, 0]
        edits[rng.randrange(2)] = 1 + n % 2
        return draw.pair(5, 5, n % 4 < 2), edits

    fill("pair, one wrong", 50, one_of_two)
    fill("pair, both wrong", 50, lambda n: (draw.pair(5, 5, n % 4 < 2), [1 + n % 2, 1 + n // 2 % 2]))
    return queries


def right(corpus, rng):
    words = sorted(word for word in corpus.frequency
                   if is_word(word) and len(word) >= 3 and word not in STOP_WORDS)
    bands = (("in 1 or 2 articles", 167, 1, 2), ("in 3 to 20", 167, 3, 20),
             ("in more", 83, 21, len(corpus.articles)))
    queries = []
    for kind, count, low, high in bands:
        band = [word for word in words if low <= corpus.frequency[word] <= high]
        queries += [(kind, word, None) for word in rng.sample(band, count)]
    draw = Drawer(corpus, rng)
    queries += [("pairs of names", " ".join(draw.pair(3, 1, True)), None) for _ in range(83)]
    return queries


def unseen(corpus, other, rng):
    words = sorted(word for word, count in other.frequency.items()
                   if count >= 3 and is_word(word) and len(word) >= 4
                   and word not in corpus.frequency)
    return [("not in the corpus", word, None) for word in rng.sample(words, min(500, len(words)))]


class Server:
    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urlsplit(address).netloc)

    def suggestion(self, query):
        parameters = urlencode({"q": query, "page-size": 1, "facets": "none"})
        self.connection.request("GET", "/api/search?" + parameters)
        return json.load(self.connection.getresponse())["suggestion"]


def report(title, queries, server, is_good, word, show):
    counts = {}
    for kind, query, wanted in queries:
        offered = server.suggestion(query)
        good = is_good(offered and fold(offered), wanted)
        for key in (kind, "all"):
            hits, total = counts.get(key, (0, 0))
            counts[key] = hits + good, total + 1
        if show and good == (wanted is None):
            print(f"    {kind}: {query} -> {offered}" + (f", not {wanted}" if wanted else ""))
    print(title)
    for kind, (hits, total) in counts.items():
        print(f"  {kind:20} {hits:4} of {total:4} {word}, {100 * hits / total:.1f} %")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus")
    parser.add_argument("--server", default="http://127.0.0.1:8080")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--unseen")
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    corpus = Corpus(arguments.corpus)
    server = Server(arguments.server)
    report("misspelt", misspelt(corpus, random.Random(arguments.seed)), server,
           lambda offered, wanted: offered == wanted, "right", arguments.show)
    report("right", right(corpus, random.Random(arguments.seed)), server,
           lambda offered, _: offered is not None, "offered another", arguments.show)
    if arguments.unseen:
        queries = unseen(corpus, Corpus(arguments.unseen), random.Random(arguments.seed))
        report("unseen", queries, server, lambda offered, _: offered is not None,
               "offered another", arguments.show)


if __name__ == "__main__":
    main()
