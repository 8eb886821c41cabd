"""What a script on top of a Python library of number checks does with a list of mixed codes.

python-stdnum could not be installed where this was measured, so this is a stand-in written for the purpose, in the
manner of such libraries: one function per kind that cleans the text, looks at its shape and works out its check
digit, tried one after the other until one accepts. It says less than `splitproof check`: which kind fits, or none.

Reads one code per line; writes the kind or "-" for each.
"""

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


KINDS = (("isrc", isrc), ("gtin", ean), ("iswc", iswc), ("ipi", ipi), ("isni", isni), ("grid", grid), ("dpid", dpid))


def kind_of(text):
    for name, validate in KINDS:
        try:
            validate(text)
            return name
        except Refused:
            continue
    return "-"


def main():
    write = sys.stdout.write
    for line in sys.stdin:
        write(kind_of(line.rstrip("\n")) + "\n")


main()
