#!/usr/bin/env python3
"""Kills the indexer wherever it writes, and looks at what is left.

The program runs under a preloaded library (fault_shim.c) that counts the calls which change the
index's folder and stops it at the k-th: by SIGKILL, by SIGKILL with that write torn in half, by a
disk that is full from there on, or by one I/O error.  After each:

  * check finds nothing wrong with the index (if there is one yet);
  * every article acknowledged before is there: the old index, and as many more as "ack" lines said;
  * the same command run again succeeds, and the index is then that of a run nobody disturbed.

Usage: kill_test.py DRIVER SHIM [--short | --long] [--seed N]
"""
import argparse
import collections
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

OLD = time.time() - 3600


def article(number, version=0):
    day = "20%02d-03-%02d" % (10 + number % 12, 1 + number % 28)
    words = " ".join("w%d" % ((number * k + version) % 211) for k in range(12, 60))
    return "||%s|Harbour story %d, %d|%s\n" % (day, number, version, words)


def write_file(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(content)
    os.utime(path, (OLD, OLD))


class Scenario:
    """Files, an index to start from, and the command that is disturbed."""

    def __init__(self, name, root, driver, shim):
        self.name, self.driver, self.shim = name, driver, shim
        self.folder = os.path.join(root, name)
        self.pages = os.path.join(self.folder, "pages")
        self.start = os.path.join(self.folder, "start")  # The index before; may be missing.
        self.command = []
        os.makedirs(self.pages)

    def run(self, index, shim_env=None):
        env = dict(os.environ)
        if shim_env is not None:
            env.update(shim_env, LD_PRELOAD=self.shim, FAULT_DIR=index)
        return subprocess.run([self.driver, "index", index] + self.command + [self.pages], env=env,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def fresh(self, name):
        index = os.path.join(self.folder, name)
        shutil.rmtree(index, ignore_errors=True)
        if os.path.isdir(self.start):
            shutil.copytree(self.start, index)
        return index

    def dump(self, index):
        if not os.path.exists(os.path.join(index, "current")):
            return {}
        out = subprocess.run([self.driver, "dump", index], stdout=subprocess.PIPE, text=True)
        assert out.returncode == 0, "the index cannot be read"
        return dict(line.split("\t") for line in out.stdout.splitlines())

    def prepare(self):
        """What an undisturbed run makes, and the calls it makes on the way."""
        self.before = self.dump(self.start)
        index = self.fresh("clean")
        log = os.path.join(self.folder, "log")
        done = self.run(index, {"FAULT_MODE": "count", "FAULT_LOG": log})
        assert done.returncode == 0, done.stderr
        self.after = self.dump(index)
        assert self.after != self.before, "the scenario changes nothing"
        with open(log) as file:
            self.calls = file.read().splitlines()


def bulk(root, driver, shim):
    scenario = Scenario("bulk", root, driver, shim)
    for n in range(40):
        text = "".join(article(10 * n + i) for i in range(10))
        write_file(os.path.join(scenario.pages, "f%03d" % n), text)
    scenario.prepare()
    return scenario


def write_pages(scenario, files, version):
    for n in files:
        path = os.path.join(scenario.pages, "f%03d" % n)
        write_file(path, "".join(article(10 * n + i, version) for i in range(10)))
        os.utime(path, (OLD + version, OLD + version))


def rebuild(root, driver, shim):
    scenario = Scenario("rebuild", root, driver, shim)
    write_pages(scenario, range(20), 0)
    assert scenario.run(scenario.start).returncode == 0
    write_pages(scenario, range(10, 30), 1)
    scenario.command = ["--rebuild"]
    scenario.prepare()
    return scenario


def update(root, driver, shim):
    """Four commits of the driver's 100: 350 articles changed or new, a file gone."""
    scenario = Scenario("update", root, driver, shim)
    write_pages(scenario, range(30), 0)
    assert scenario.run(scenario.start).returncode == 0
    write_pages(scenario, range(15, 50), 1)
    os.remove(os.path.join(scenario.pages, "f003"))
    scenario.command = ["--prune"]
    scenario.prepare()
    return scenario


def phase(scenario, call):
    """What is going on at a call: its place tells."""
    name, path = call.split(" ", 1)
    if "/current" in path or "/manifest" in path:
        return "switch"
    if re.search(r"/build-\d+/spool", path):
        return "spool"
    if name == "mkdir" or name == "unlink":
        return "housekeeping"
    if re.search(r"/build-\d+/part-0-", path):
        return "part"
    if re.search(r"/build-\d+/", path):
        return "compact"
    if re.search(r"/gen-\d+", path):
        return "commit" if scenario.name == "update" else "compact"
    return "switch" if name == "fsync" else "housekeeping"


class Failure(Exception):
    pass


def expect(condition, message):
    if not condition:
        raise Failure(message)


def acknowledged(output):
    return sum(int(count) for count in re.findall(r"^ack (\d+)$", output, re.M))


def look_at(scenario, index, output):
    """The index after the disturbance."""
    acked = acknowledged(output)
    if not os.path.exists(os.path.join(index, "current")):
        expect(not scenario.before and acked == 0, "the index is gone")
        return
    checked = subprocess.run([scenario.driver, "check", index], stdout=subprocess.PIPE,
                             stderr=subprocess.PIPE, text=True)
    expect(checked.returncode == 0, "check: " + checked.stdout + checked.stderr)
    held = scenario.dump(index)
    changed = {id for id, print_ in held.items() if scenario.before.get(id) != print_}
    expect(all(scenario.after.get(id) == held[id] for id in changed), "an article that nobody wrote")
    written = changed
    if "--rebuild" in scenario.command:  # Which acknowledges what it only wrote anew, too.
        written = {id for id in held if held[id] == scenario.after.get(id)}
    expect(len(written) >= acked, "%d acknowledged, %d there" % (acked, len(written)))
    lost = [id for id in scenario.before if id not in held and id in scenario.after]
    expect(not lost, "%d articles of the old index are lost" % len(lost))


def disturb(scenario, mode, k):
    index = scenario.fresh("disturbed")
    done = scenario.run(index, {"FAULT_MODE": mode, "FAULT_AT": str(k)})
    if mode in ("kill", "torn"):
        # Threads race, so a run may make fewer calls than the first did.
        expect(done.returncode in (-signal.SIGKILL, 0), "exit %d: %s" % (done.returncode, done.stderr))
    else:
        expect(done.returncode in (0, 1, -signal.SIGABRT), "exit %d: %s" % (done.returncode, done.stderr))
        if mode == "enospc" and done.returncode == 1:
            expect("the disk is full" in done.stderr, "no clear message: " + done.stderr)
    look_at(scenario, index, done.stdout)
    again = scenario.run(index)
    expect(again.returncode == 0, "the next run fails: " + again.stderr)
    expect(scenario.dump(index) == scenario.after, "the next run ends in another index")
    checked = subprocess.run([scenario.driver, "check", index], stdout=subprocess.PIPE, text=True)
    expect(checked.returncode == 0, "check after the next run: " + checked.stdout)
    return done.returncode


def points(scenario, count, generator):
    """Calls to stop at: evenly over the kinds of moments, the rare ones not left out."""
    by_phase = collections.defaultdict(list)
    for number, call in enumerate(scenario.calls, 1):
        by_phase[phase(scenario, call)].append(number)
    weights = {"commit": 4, "compact": 4, "switch": 3, "spool": 1, "part": 1, "housekeeping": 1}
    total = sum(weights[name] for name in by_phase)
    chosen = []
    for name in sorted(by_phase, key=lambda name: -weights[name]):
        share = max(1, round(count * weights[name] / total))
        numbers = by_phase[name]
        chosen += [(number, name) for number in generator.sample(numbers, min(share, len(numbers)))]
    return chosen[:count]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("driver")
    parser.add_argument("shim")
    parser.add_argument("--long", action="store_true")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    plan = {"kill": 130, "torn": 40, "enospc": 25, "eio": 25} if options.long else \
        {"kill": 5, "torn": 1, "enospc": 1}
    generator = random.Random(options.seed)
    tally = collections.Counter()
    failures = 0
    # A disk in memory will do: a killed program leaves its writes to the kernel.
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="broadsheet-kill-", dir=memory) as root:
        for make in (bulk, rebuild, update):
            scenario = make(root, options.driver, options.shim)
            for mode, count in plan.items():
                for k, name in points(scenario, count, generator):
                    try:
                        code = disturb(scenario, mode, k)
                    except Failure as failure:
                        failures += 1
                        print("FAILED %s %s at call %d (%s): %s" % (scenario.name, mode, k, name, failure))
                        continue
                    outcome = "killed" if code == -signal.SIGKILL else \
                        "aborted" if code < 0 else "reported" if code else "finished"
                    tally[(scenario.name, mode, name, outcome)] += 1
    for key in sorted(tally):
        print("%-8s %-7s %-13s %-9s %4d" % (key + (tally[key],)))
    killed = [(key, n) for key, n in tally.items() if key[3] == "killed"]
    inside = sum(n for key, n in killed if key[2] in ("commit", "compact", "switch"))
    print("%d kills, %d of them inside a commit, compact or switch; %d failures"
          % (sum(n for _, n in killed), inside, failures))
    return 1 if failures or not killed else 0


if __name__ == "__main__":
    sys.exit(main())
