#!/usr/bin/env python3
"""JSON lines on standard input to the form that Omega's scriptindex reads, on standard output."""
import json
import sys


def field(name, text):
    # Lines after the first of a field begin with '='.
    return "%s=%s\n" % (name, text.replace("\r", "").replace("\n", "\n="))


for line in sys.stdin:
    article = json.loads(line)
    day = (article.get("date") or "")[:10].replace("-", "")
    out = field("id", article.get("id") or article["url"])
    out += field("url", article.get("url") or "")
    out += field("headline", article.get("headline") or "")
    out += field("body", article.get("body") or "")
    if len(day) == 8:
        out += field("day", day)
    sys.stdout.write(out + "\n")
