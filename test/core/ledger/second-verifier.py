#!/usr/bin/env python3
"""A second verifier of evidence bundles. It shares no code with the first one: Python's standard library, and the
openssl program for signatures. Written from docs/evidence-format.md.

    second-verifier.py <folder> [--key KEY] [--older FILE]...
    second-verifier.py --batch      reads {"folder", "key", "older"} a line, answers a line each

Prints JSON: verdict, failures and gaps as [step, where], sheets, entries, size.
"""

import argparse
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "second"))

from bundle import Verifier  # noqa: E402
from history import OtherLedger  # noqa: E402

EXIT = {"verified": 0, "not verified": 1, "cannot say": 3}


def verify(folder, key, older):
    kept = []
    for path in older:
        with open(path, "rb") as file:
            kept.append((os.path.basename(path), file.read()))
    try:
        return Verifier(folder, key, kept).run()
    except OtherLedger as other:
        return {"verdict": "bad usage", "other": str(other)}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--key")
    parser.add_argument("--older", action="append", default=[])
    parser.add_argument("--batch", action="store_true")
    given = parser.parse_args()
    if given.batch:
        for line in sys.stdin:
            asked = json.loads(line)
            print(json.dumps(verify(asked["folder"], asked.get("key"), asked.get("older", []))), flush=True)
        return 0
    if given.folder is None:
        parser.error("which folder?")
    answer = verify(given.folder, given.key, given.older)
    print(json.dumps(answer))
    return EXIT.get(answer["verdict"], 2)


if __name__ == "__main__":
    sys.exit(main())
