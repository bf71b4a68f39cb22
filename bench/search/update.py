#!/usr/bin/env python3
"""How long new articles take until a running server finds them.

usage: update.py HOST:PORT INDEX PROGRAM DECORATED.jsonl [COUNT]

Indexes COUNT (100) articles of the corpus under new ids, with a word in the headline that no other
has, and asks the server for it until all are found.  Prints a line of JSON: seconds from the start
of the program until its end, and from then until all were found (less than none: before it ended).
The articles stay in the index.
"""
import http.client
import itertools
import json
import os
import subprocess
import sys
import tempfile
import threading
import time

from load import address_of, ask


def main():
    if len(sys.argv) not in (5, 6):
        sys.exit(__doc__)
    index, program, corpus = sys.argv[2:5]
    count = int(sys.argv[5]) if len(sys.argv) == 6 else 100
    word = f"zq{time.time_ns()}x"
    ended = []

    def run(path):
        subprocess.run([program, "index", path, "--db", index], check=True,
                       stdout=subprocess.DEVNULL)
        ended.append(time.monotonic())

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "new.jsonl")
        with open(corpus, encoding="utf-8") as rows, open(path, "w", encoding="utf-8") as new:
            for line in itertools.islice(rows, count):
                row = json.loads(line)
                row["id"] = word + "-" + row["id"]
                row["headline"] += " " + word
                new.write(json.dumps(row) + "\n")
        begun = time.monotonic()
        indexing = threading.Thread(target=run, args=(path,))
        indexing.start()
        connection = http.client.HTTPConnection(*address_of(sys.argv[1]), timeout=60)
        while True:
            parameters = {"q": word, "facets": "", "page-size": 1}
            _, _, body = ask(connection, "/api/search", parameters)
            if json.loads(body)["total"]["value"] == count:
                break
            time.sleep(0.02)
        visible = time.monotonic()
        indexing.join()
    print(json.dumps({"articles": count, "indexed_s": round(ended[0] - begun, 2),
                      "found_after_s": round(visible - ended[0], 2)}))


if __name__ == "__main__":
    main()
