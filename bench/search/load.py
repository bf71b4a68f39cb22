#!/usr/bin/env python3
"""Loads a running server on this machine and reports what its users would feel, as JSON.

usage: load.py burst|silent|wrk|typing HOST:PORT QUERIES.txt [SECONDS]

burst   300 connections at once, one query each: p50, p95 and worst time to the answer
silent  200 connections that say nothing, then ordinary requests one after the other
wrk     wrk at 64 connections over the query file: requests per second, p99, errors
typing  headlines and names of a decorated corpus (in place of QUERIES) typed letter by letter into
        /api/suggest, on one connection: the server's own times
"""
import http.client
import itertools
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse


def fetch(address, query):
    """Seconds until the whole answer was there, and its status."""
    start = time.monotonic()
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(f"GET /api/search?{query} HTTP/1.1\r\nHost: bench\r\n"
                           "Connection: close\r\n\r\n".encode())
        answer = b""
        while chunk := connection.recv(65536):
            answer += chunk
    return time.monotonic() - start, int(answer.split(b" ", 2)[1])


def summary(times, statuses):
    times = sorted(times)
    return {"requests": len(times), "errors": sum(status != 200 for status in statuses),
            "p50_ms": round(times[len(times) // 2] * 1e3, 1),
            "p95_ms": round(times[int(len(times) * .95)] * 1e3, 1),
            "worst_ms": round(times[-1] * 1e3, 1)}


def burst(address, queries, connections=300):
    results = []
    gate = threading.Barrier(connections)

    def one(query):
        gate.wait()
        results.append(fetch(address, query))

    threads = [threading.Thread(target=one, args=(queries[k % len(queries)],))
               for k in range(connections)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return summary(*zip(*results))


def silent(address, queries, connections=200):
    held = [socket.create_connection(address) for _ in range(connections)]
    results = [fetch(address, query) for query in queries[:50]]
    for connection in held:
        connection.close()
    return summary(*zip(*results))


def typed_texts(path, articles=200):
    """What stands in the box after each key: two words of a headline, or a name."""
    rng = random.Random(11)
    with open(path, encoding="utf-8") as corpus:
        rows = [json.loads(line) for line in itertools.islice(corpus, 20_000)]
    for row in rng.sample(rows, articles):
        words = row["headline"].split()
        start = rng.randrange(max(1, len(words) - 1))
        texts = [" ".join(words[start:start + 2])] + [p["name"] for p in row["people"][:1]]
        for text in texts:
            yield from (text[:end] for end in range(1, len(text) + 1))


def address_of(text):
    host, port = text.rsplit(":", 1)
    return host, int(port)


def ask(connection, path, parameters):
    """The server's own milliseconds (0 if it does not tell), the status and the body."""
    connection.request("GET", path + "?" + urllib.parse.urlencode(parameters))
    answer = connection.getresponse()
    body = answer.read()
    timing = re.search(r"search;dur=([\d.]+)", answer.getheader("Server-Timing", ""))
    return float(timing[1]) if timing else 0.0, answer.status, body


def spread(times):
    """Of milliseconds."""
    times = sorted(times)
    return {**{f"p{share}_ms": times[len(times) * share // 100] for share in (50, 90, 99)},
            "worst_ms": times[-1]}


def typing(address, path):
    connection = http.client.HTTPConnection(*address)
    times = []
    found = 0
    for text in typed_texts(path):
        time_ms, _, body = ask(connection, "/api/suggest", {"q": text})
        found += any(json.loads(body).values())
        times.append(time_ms)
    return {"requests": len(times), "with_suggestions": found, **spread(times)}


LUA = """
local queries = {}
for line in io.lines(os.getenv("QUERIES")) do queries[#queries + 1] = "/api/search?" .. line end
local at = 0
request = function()
  at = at % #queries + 1
  return wrk.format("GET", queries[at])
end
done = function(summary, latency, requests)
  io.write(string.format('{"requests_per_s":%.0f,"p50_ms":%.1f,"p99_ms":%.1f,"worst_ms":%.1f,'
    .. '"errors":%d}', summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3, latency.max / 1e3, summary.errors.status + summary.errors.connect
    + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
"""


def wrk(address, path, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(LUA)
        script.flush()
        out = subprocess.run(["wrk", "-c64", "-t2", f"-d{seconds}s", "--timeout", "10s", "-s",
                              script.name, f"http://{address[0]}:{address[1]}"],
                             env=dict(os.environ, QUERIES=path), capture_output=True, text=True,
                             check=True)
    return json.loads(out.stdout[out.stdout.rindex("{"):])


def main():
    kind, where, path = sys.argv[1:4]
    address = address_of(where)
    if kind == "typing":
        print(json.dumps({"bench": kind, **typing(address, path)}))
        return
    with open(path, encoding="utf-8") as file:
        queries = file.read().splitlines()
    if kind == "burst":
        result = burst(address, queries)
    elif kind == "silent":
        result = silent(address, queries)
    else:
        result = wrk(address, path, int(sys.argv[4]) if len(sys.argv) > 4 else 20)
    print(json.dumps({"bench": kind, **result}))


if __name__ == "__main__":
    main()
