#!/bin/sh
# Builds an index of a JSON-lines corpus with Omega's scriptindex, what a Xapian user would run
# today, for comparison with `broadsheet index`.
#
#     omega_build.sh CORPUS.jsonl FOLDER
#
# Same text: headline and body with positions and stems, body and headline stored, day as term and
# value, unique id.  Turning JSON into scriptindex's own form is not timed.  Prints one line of JSON:
# articles, wall and CPU seconds, bytes as built and after xapian-compact.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 CORPUS.jsonl FOLDER" >&2
  exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
corpus=$1
folder=$2
mkdir -p "$folder"
rm -rf "$folder/db" "$folder/compact"

python3 "$here/omega_dump.py" < "$corpus" > "$folder/dump"

# The times of the one child, as Python reports them: sh's own `time` differs from shell to shell.
python3 - "$here/omega.script" "$folder" <<'PYTHON'
import json, os, resource, subprocess, sys, time

script, folder = sys.argv[1:]
database, dump = os.path.join(folder, "db"), os.path.join(folder, "dump")
begun = time.monotonic()
subprocess.run(["scriptindex", "--stemmer=english", database, script, dump], check=True,
               stdout=subprocess.DEVNULL)
wall = time.monotonic() - begun
used = resource.getrusage(resource.RUSAGE_CHILDREN)


def size(path):
    return sum(os.path.getsize(os.path.join(path, name)) for name in os.listdir(path))


compact = os.path.join(folder, "compact")
subprocess.run(["xapian-compact", "-q", database, compact], check=True, stdout=subprocess.DEVNULL,
               stderr=subprocess.DEVNULL)
with open(dump, "rb") as file:
    articles = sum(1 for line in file if line.startswith(b"id="))
print(json.dumps({"what": "omega_build", "articles": articles, "wall_s": round(wall, 1),
                  "cpu_s": round(used.ru_utime + used.ru_stime, 1),
                  "articles_per_s": round(articles / wall),
                  "bytes": size(database), "compact_bytes": size(compact)}))
PYTHON
