#!/usr/bin/env python3
"""Holds the sources to the arrows of ARCHITECTURE.md: which module may include which, and which
module owns which third-party header."""
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# module -> modules whose headers it may include
MODULES = {
    "schema": {"schema"},
    "indexer": {"schema", "indexer"},
    "searcher": {"schema", "searcher"},
    "web": {"schema", "searcher", "web"},
    "cli": {"schema", "indexer", "searcher", "web", "cli"},
    "bench": {"bench", "schema", "indexer", "searcher", "web"},
    "fuzz": {"schema", "indexer", "searcher", "web", "tests"},
    "tests": {"schema", "indexer", "searcher", "web", "tests"},
}

# start of a third-party header's name -> folders whose files may include it
OWNERS = {
    "gumbo": {"indexer/extract"},
    "xapian": {"schema", "indexer", "searcher"},
    "nlohmann/": {"schema", "indexer", "web", "cli"},
    "httplib": {"web"},
    "pugixml": {"indexer/readers"},
    "unicode/": {"schema", "indexer/extract", "indexer/people"},
    "zlib": {"indexer/readers", "web"},
    "cld2/": {"indexer/extract"},
    "CLI/": {"cli"},
    "openssl/": {"schema"},
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def problems_of(path):
    name = path.relative_to(ROOT).as_posix()
    module = name.split("/")[0]
    for kind, header in INCLUDE.findall(path.read_text(encoding="utf-8")):
        if kind == '"' and header.split("/")[0] not in MODULES.get(module, {module}):
            yield f"{name}: {module} may not include {header}"
        for start, owners in OWNERS.items():
            owned = module in ("tests", "bench", "fuzz") or any(
                name.startswith(owner + "/") for owner in owners)
            if kind == "<" and header.startswith(start) and not owned:
                yield f"{name}: {header} belongs to {', '.join(sorted(owners))}"


def main():
    folders = [ROOT / module for module in MODULES]
    files = [f for folder in folders for f in sorted(folder.rglob("*.[ch]pp"))
             if "node_modules" not in f.parts]
    problems = [problem for f in files for problem in problems_of(f)]
    print("\n".join(problems) or f"{len(files)} files keep the rules of include")
    return 1 if problems or not files else 0


if __name__ == "__main__":
    sys.exit(main())
