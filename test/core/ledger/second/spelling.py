"""The one spelling of everything: canonical JSON and the small words of a ledger."""

import base64
import binascii
import calendar
import json
import math
import re
import unicodedata

MEBIBYTE = 1024 * 1024
LARGEST = 2**53 - 1
LAST_SEQ = 999_999_999


class Wrong(Exception):
    """Something is not as the format says."""


def canonical(value):
    """RFC 8785 for what the format allows: no fractions, so numbers are plain digits."""
    if value is None:
        return "null"
    if value is True:
        return "true"
    if value is False:
        return "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(canonical(item) for item in value) + "]"
    members = sorted(value, key=lambda name: name.encode("utf-16-be"))
    return "{" + ",".join(canonical(name) + ":" + canonical(value[name]) for name in members) + "}"


def _whole(digits):
    if len(digits) > 17:
        raise Wrong("number too large")
    return int(digits)


def _refuse(_):
    raise Wrong("number that is not whole")


def read_json(data, longest=MEBIBYTE):
    """Parse bytes that must be canonical."""
    if len(data) > longest:
        raise Wrong("too long")
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_int=_whole, parse_float=_refuse, parse_constant=_refuse)
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise Wrong("no JSON") from error
    _limits(value, 32)
    if canonical(value) != text:
        raise Wrong("not canonical")
    return value


def _limits(value, levels):
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int):
        if abs(value) > LARGEST:
            raise Wrong("number too large")
    elif isinstance(value, str):
        if any("\ud800" <= character <= "\udfff" for character in value):
            raise Wrong("lone surrogate")
    elif levels == 0:
        raise Wrong("too deep")
    elif isinstance(value, list):
        for item in value:
            _limits(item, levels - 1)
    else:
        for name, item in value.items():
            _limits(name, levels - 1)
            _limits(item, levels - 1)


def matcher(pattern):
    compiled = re.compile(pattern)
    return lambda value: isinstance(value, str) and compiled.fullmatch(value) is not None


is_id = matcher(r"[a-z0-9_-]{1,64}")
is_person = matcher(r"p_[a-z0-9_-]{0,62}")
is_origin = matcher(r"[\x21-\x2a\x2c-\x7e]{1,200}")
is_hash = matcher(r"[0-9a-f]{64}")
is_salt = matcher(r"[0-9a-f]{32}")
is_text = lambda value: isinstance(value, str)
_numeral = matcher(r"0|[1-9][0-9]*")


def is_int(value, least, most=LARGEST):
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def is_seq(value):
    return is_int(value, 0, LAST_SEQ)


def is_subject(value):
    if not isinstance(value, str):
        return False
    kind, slash, name = value.partition("/")
    if not slash:
        return value == "team"
    if kind == "person":
        return is_person(name)
    return re.fullmatch("[a-z_]+", kind) is not None and is_id(name)


def is_time(value):
    if not isinstance(value, str):
        return False
    parts = re.fullmatch(
        r"([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})\.[0-9]{3}Z", value
    )
    if parts is None:
        return False
    year, month, day, hour, minute, second = (int(part) for part in parts.groups())
    if not (1 <= month <= 12 and hour < 24 and minute < 60 and second < 60):
        return False
    days = 29 if month == 2 and calendar.isleap(year) else calendar.mdays[month]
    return 1 <= day <= days


def milliseconds(time):
    """From 1970. Years before 1 make no difference to an interval of an hour."""
    year, month, day = int(time[0:4]), int(time[5:7]), int(time[8:10])
    # Days from civil, by the well-known method of counting from March.
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    days = era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468
    hours, minutes, seconds, thousandths = int(time[11:13]), int(time[14:16]), int(time[17:19]), int(time[20:23])
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + thousandths


def share(value):
    """The two numbers of a share, or None."""
    parts = re.fullmatch(r"([1-9][0-9]{0,15})/([1-9][0-9]{0,15})", value) if isinstance(value, str) else None
    if parts is None:
        return None
    above, below = int(parts[1]), int(parts[2])
    if above > LARGEST or below > LARGEST or math.gcd(above, below) != 1:
        return None
    return above, below


def number(text):
    """A number in a line of text."""
    if not _numeral(text) or len(text) > 16 or int(text) > LARGEST:
        raise Wrong("no number")
    return int(text)


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Wrong("no base64") from error
    if base64.b64encode(data).decode("ascii") != text:
        raise Wrong("base64 in another spelling")
    return data


def has_control(text):
    return any(unicodedata.category(character) == "Cc" for character in text)
