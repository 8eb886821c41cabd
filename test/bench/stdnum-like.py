"""Checks a list of mixed codes the way a script on top of a Python library of number checks would.

python-stdnum could not be installed where this was measured, so this is a stand-in written for the purpose, in the
manner of such libraries: a module's worth of functions per kind that clean the text, look at its shape, work out its
check digit and print it in groups. No code of python-stdnum is in it.

Reads one code per line. By default it writes for each a line of JSON with input, kind, candidates, verdict,
normalized and display, as `splitproof check --json` does, but without problems in words, remarks on prefix and year,
and suggestions. With `--first` it only writes the first kind that accepts the text, or "-".
"""

import json
import re
import sys
import unicodedata

DASHES = {chr(point): "-" for point in range(0x2000, 0x2100) if unicodedata.category(chr(point)) == "Pd"}
SPACES = {chr(point): " " for point in range(0x2000, 0x2100) if unicodedata.category(chr(point)) == "Zs"}
SAME = {**DASHES, **SPACES}
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class Refused(Exception):
    pass


def clean(number, unwanted=" -."):
    plain = "".join(SAME.get(character, character) for character in number)
    return "".join(character for character in plain if character not in unwanted).strip().upper()


ISRC = re.compile(r"^[A-Z]{2}[A-Z0-9]{3}[0-9]{2}[0-9]{5}$")
LETTERS = {a + b for a in ALPHABET[10:] for b in ALPHABET[10:]}


def isrc(number):
    number = clean(number)
    if number.startswith("ISRC") and len(number) == 16:
        number = number[4:]
    if len(number) != 12:
        raise Refused("length")
    if not ISRC.match(number):
        raise Refused("format")
    if number[:2] not in LETTERS:
        raise Refused("component")
    return number


def ean(number):
    number = clean(number)
    if not number.isdigit():
        raise Refused("format")
    if len(number) not in (14, 13, 12, 8):
        raise Refused("length")
    total = sum((3, 1)[index % 2] * int(digit) for index, digit in enumerate(reversed(number[:-1])))
    if str((10 - total) % 10) != number[-1]:
        raise Refused("check digit")
    return number


def iswc(number):
    number = clean(number)
    if len(number) != 11:
        raise Refused("length")
    if number[0] != "T" or not number[1:].isdigit():
        raise Refused("format")
    total = 1 + sum(weight * int(digit) for weight, digit in enumerate(number[1:10], 1))
    if str((10 - total) % 10) != number[-1]:
        raise Refused("check digit")
    return number


def ipi(number):
    number = clean(number).zfill(11)
    if not number.isdigit():
        raise Refused("format")
    if len(number) != 11:
        raise Refused("length")
    total = sum((10 - index) * int(digit) for index, digit in enumerate(number[:9]))
    if (101 - total) % 101 % 100 != int(number[9:]):
        raise Refused("check digits")
    return number


def mod_11_2(number):
    check = 0
    for character in number:
        check = (2 * check + (10 if character == "X" else int(character))) % 11
    return check


def isni(number):
    number = clean(number)
    if len(number) != 16:
        raise Refused("length")
    if not number[:-1].isdigit() or number[-1] not in "0123456789X":
        raise Refused("format")
    if mod_11_2(number) != 1:
        raise Refused("check digit")
    return number


def mod_37_36(number):
    check = 18
    for character in number:
        check = (((check or 36) * 2) % 37 + ALPHABET.index(character)) % 36
    return check


def grid(number):
    number = clean(number)
    if number.startswith("GRID:"):
        number = number[5:]
    if len(number) != 18:
        raise Refused("length")
    if not number.startswith("A1") or not number.isalnum():
        raise Refused("format")
    if mod_37_36(number) != 1:
        raise Refused("check character")
    return number


def dpid(number):
    number = clean(number)
    if len(number) != 18:
        raise Refused("length")
    if not number.startswith("PADPIDA") or not number.isalnum():
        raise Refused("format")
    if mod_37_36(number) != 1:
        raise Refused("check character")
    return number


def groups(number, *lengths, between="-"):
    parts, at = [], 0
    for length in lengths:
        parts.append(number[at : at + length])
        at += length
    return between.join(parts + ([number[at:]] if at < len(number) else []))


def barcode(number):
    number = number.zfill(14)
    for zeros, length in (("000000", 8), ("00", 12), ("0", 13)):
        if number.startswith(zeros):
            return number[-length:]
    return number


# name, function that validates, stored form, printed form
KINDS = (
    ("isrc", isrc, str, lambda number: groups(number, 2, 3, 2, 5)),
    ("gtin", ean, lambda number: number.zfill(14), barcode),
    ("iswc", iswc, str, lambda number: "T-" + groups(number[1:10], 3, 3, 3, between=".") + "-" + number[10]),
    ("ipi", ipi, str, str),
    ("isni", isni, str, lambda number: groups(number, 4, 4, 4, 4, between=" ")),
    ("grid", grid, str, lambda number: groups(number, 2, 5, 10, 1)),
    ("dpid", dpid, str, lambda number: groups(number, 2, 5, 10, 1)),
)


def first_kind(text):
    for name, validate, _, _ in KINDS:
        try:
            validate(text)
            return name
        except Refused:
            continue
    return "-"


def answer(text):
    candidates, normalized, display = [], None, None
    for name, validate, store, show in KINDS:
        try:
            number = validate(text)
        except Refused:
            continue
        if not candidates:
            normalized, display = store(number), show(number)
        candidates.append(name)
    return json.dumps(
        {
            "input": text,
            "kind": candidates[0] if candidates else None,
            "candidates": candidates,
            "verdict": "ok" if candidates else "error",
            "normalized": normalized,
            "display": display,
        },
        ensure_ascii=False,
    )


def main():
    say = first_kind if "--first" in sys.argv else answer
    write = sys.stdout.write
    for line in sys.stdin:
        write(say(line.rstrip("\n")) + "\n")


main()
