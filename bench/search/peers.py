#!/usr/bin/env python3
"""How long SQLite FTS5 and PostgreSQL full text take for the words and phrases of a query file, to
set beside search_latency.  They find the ten best articles of any of the words, or of the phrase,
and do no more: no counts, facets or snippets.  Filters are left out, and queries without words.

usage: peers.py sqlite|postgresql DECORATED.jsonl QUERIES.txt WORK [ROUNDS]

The first run builds in WORK, later ones use what is there.  Each query's time is its best of the
rounds (3) after a first, unmeasured one.  PostgreSQL: Debian's packages postgresql and
python3-psycopg2; run as root, for its server runs as the user postgres.
"""
import glob
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from urllib.parse import parse_qs

from load import spread

WORD = re.compile(r"\w+")


def articles(path):
    with open(path, encoding="utf-8") as corpus:
        for line in corpus:
            row = json.loads(line)
            yield row["id"], row["headline"], row["body"]


class Sqlite:
    def __init__(self, corpus, work):
        path = os.path.join(work, "sqlite.db")
        is_new = not os.path.exists(path)
        self.db = sqlite3.connect(path)
        if is_new:
            self.db.execute("CREATE VIRTUAL TABLE article USING fts5"
                            "(id UNINDEXED, headline, body, tokenize='porter unicode61')")
            self.db.executemany("INSERT INTO article VALUES (?, ?, ?)", articles(corpus))
            self.db.commit()
            self.db.execute("INSERT INTO article(article) VALUES ('optimize')")
            self.db.commit()
        self.db.execute("PRAGMA mmap_size = 8000000000")

    def search(self, words, is_phrase):
        query = f'"{" ".join(words)}"' if is_phrase else " OR ".join(f'"{w}"' for w in words)
        return self.db.execute("SELECT id FROM article WHERE article MATCH ? ORDER BY rank LIMIT 10",
                               (query,)).fetchall()

    def close(self):
        self.db.close()


class Postgresql:
    def __init__(self, corpus, work):
        import psycopg2
        self.bin = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
        self.data = os.path.join(work, "postgresql")
        is_new = not os.path.exists(self.data)
        if is_new:
            os.makedirs(self.data)
            shutil.chown(self.data, "postgres", "postgres")
            self.run("initdb", "--encoding=UTF8", "--locale=C.UTF-8")
        self.run("pg_ctl", "-w", "-l", os.path.join(self.data, "log"), "-o",
                 f"-p 55432 -k {self.data} -c shared_buffers=2GB -c maintenance_work_mem=1GB "
                 "-c work_mem=256MB -c max_wal_size=8GB -c jit=off", "start")
        self.connection = psycopg2.connect(host=self.data, port=55432, user="postgres",
                                           dbname="postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        if is_new:
            self.build(corpus)

    def run(self, program, *arguments):
        subprocess.run(["runuser", "-u", "postgres", "--", os.path.join(self.bin, program), "-D",
                        self.data, *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def build(self, corpus):
        self.cursor.execute("CREATE UNLOGGED TABLE article (id text, words tsvector)")
        for article in articles(corpus):
            text = " ".join(article[1:]).replace("\0", " ")
            self.cursor.execute("INSERT INTO article VALUES (%s, to_tsvector('english', %s))",
                                (article[0], text))
        self.cursor.execute("CREATE INDEX ON article USING gin (words)")
        self.cursor.execute("VACUUM ANALYZE article")

    def search(self, words, is_phrase):
        if is_phrase:
            query, text = "phraseto_tsquery('english', %s)", " ".join(words)
        else:
            query, text = "to_tsquery('english', %s)", " | ".join(words)
        self.cursor.execute(f"SELECT id FROM article, {query} AS query WHERE words @@ query "
                            "ORDER BY ts_rank(words, query) DESC LIMIT 10", (text,))
        return self.cursor.fetchall()

    def close(self):
        self.connection.close()
        self.run("pg_ctl", "-m", "fast", "stop")


def queries(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = parse_qs(line.strip())
            words = WORD.findall(fields.get("q", [""])[0])
            if words and len(fields) == 1:
                yield words, fields["q"][0].startswith('"')


def milliseconds(peer, query):
    begun = time.monotonic()
    peer.search(*query)
    return round(1000 * (time.monotonic() - begun), 2)


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    peers = {"sqlite": Sqlite, "postgresql": Postgresql}
    os.makedirs(sys.argv[4], exist_ok=True)
    begun = time.monotonic()
    peer = peers[sys.argv[1]](sys.argv[2], sys.argv[4])
    try:
        print(json.dumps({"opened_s": round(time.monotonic() - begun, 1)}), flush=True)
        rounds = int(sys.argv[5]) if len(sys.argv) == 6 else 3
        times = {"words": [], "phrase": []}
        for query in queries(sys.argv[3]):
            milliseconds(peer, query)
            best = min(milliseconds(peer, query) for _ in range(rounds))
            times["phrase" if query[1] else "words"].append(best)
        for kind, kind_times in times.items():
            print(json.dumps({"peer": sys.argv[1], "kind": kind, "queries": len(kind_times),
                              **spread(kind_times)}))
    finally:
        peer.close()


if __name__ == "__main__":
    main()
