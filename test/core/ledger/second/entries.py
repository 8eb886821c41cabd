"""Entries: their members and the table of types."""

import re

from spelling import (
    Wrong,
    is_hash,
    is_id,
    is_int,
    is_origin,
    is_person,
    is_seq,
    is_subject,
    is_text,
    is_time,
    read_json,
    share,
)

LAYERS = ("composition", "master", "performer")


def maybe(test):
    return lambda value: value is None or test(value)


def among(*words):
    return lambda value: isinstance(value, str) and value in words


def rising(test):
    """One or more, each greater than the one before."""

    def holds(value):
        if not isinstance(value, list) or not value or not all(test(item) for item in value):
            return False
        return all(a < b for a, b in zip(value, value[1:]))

    return holds


def is_version(value):
    return is_int(value, 1)


def is_interval(value):
    return isinstance(value, list) and len(value) == 2 and all(is_time(time) for time in value)


def is_place(value):
    names = {"platform", "space", "channel", "message"}
    return isinstance(value, dict) and set(value) == names and all(is_text(held) for held in value.values())


def is_pair(value):
    return isinstance(value, list) and len(value) == 2 and is_person(value[0]) and share(value[1]) is not None


def are_layers(value):
    return isinstance(value, dict) and all(
        layer in LAYERS and isinstance(pairs, list) and all(is_pair(pair) for pair in pairs)
        for layer, pairs in value.items()
    )


def are_ends(value):
    return isinstance(value, dict) and all(is_subject(name) and is_seq(end) for name, end in value.items())


_version = {"sheet": is_id, "version": is_version}
_message = {"sheet": is_id, "at_message": is_place, "reason": is_text}

EXACT = {
    "ledger.created": {"key": is_text},
    "sheet.version": {
        **_version,
        "text": is_hash,
        "layers": are_layers,
        "parties": rising(is_person),
        "proposer": is_person,
        "replaces": maybe(is_version),
        "amends": maybe(is_version),
        "language": is_text,
    },
    "sheet.posted": {**_version, "at_message": is_place, "permalink": maybe(is_text)},
    "mark": {
        **_version,
        "text": is_hash,
        "party": is_person,
        "mark": among("approve", "dispute"),
        "act": among("added", "removed"),
        "method": among("reaction", "button", "command", "attestation"),
        "seen": among("live", "reconciled", "attested"),
        "platform_time": maybe(is_time),
        "between": maybe(is_interval),
        "at_message": maybe(is_place),
        "link": maybe(is_seq),
        "delegation": maybe(is_seq),
        "file": maybe(is_seq),
    },
    "mark.confirmed": {"sheet": is_id, "mark": is_seq, "read_at": is_time},
    "message.gone": _message,
    "message.changed": _message,
    "sheet.completed": {**_version, "text": is_hash, "marks": rising(is_seq)},
    "sheet.lapsed": _version,
    "sheet.cancelled": _version,
    "sheet.disputed": _version,
    "sheet.resolved": _version,
    "person.linked": {"person": is_person, "platform": is_text, "space": is_text, "by": maybe(is_person)},
    "person.unlinked": {"person": is_person, "link": is_seq},
    "person.delegated": {
        "person": is_person,
        "delegate": is_person,
        "scope": lambda value: value == "all" or rising(is_id)(value),
        "end": is_time,
    },
    "person.undelegated": {"person": is_person, "delegation": is_seq},
    "erasure": {
        "entries": rising(is_seq),
        "reason": among("request", "retention", "order"),
        "by": maybe(is_person),
    },
    "exported": {"ends": are_ends, "pdf": maybe(is_hash), "by": maybe(is_person)},
}

THINGS = ("recording", "work", "prefix", "license", "note", "file", "release")
LOOSE = ("code.prefix", "code.assigned", "code.registered", "code.burnt", "note.saved", "file.stored", "settings.changed")
STORED = {"sha256": is_hash, "size": lambda value: is_int(value, 0), "media_type": is_text}


def is_known(kind):
    return kind in EXACT or kind in LOOSE or re.fullmatch(r"(license|release|admin)\.[a-z_]+", kind) is not None


def read_entry(data):
    """An entry, checked as far as it can be alone. Of a later version only the bytes."""
    value = read_json(data)
    if not isinstance(value, dict):
        raise Wrong("no object")
    version = value.get("v")
    if is_int(version, 2):
        return value
    if version != 1 or isinstance(version, bool):
        raise Wrong("v")
    _frame(value)
    if is_known(value["type"]):
        _data(value)
    return value


def _frame(value):
    needed = {
        "v": lambda v: True,
        "ledger": is_origin,
        "seq": is_seq,
        "at": is_time,
        "type": is_text,
        "subject": is_subject,
        "prev": lambda prev: prev is None or (is_seq(prev) and is_seq(value["seq"]) and prev < value["seq"]),
        "data": lambda data: isinstance(data, dict),
    }
    if set(value) - {"sealed"} != set(needed) or not all(test(value[name]) for name, test in needed.items()):
        raise Wrong("members")
    if "sealed" in value and not is_hash(value["sealed"]):
        raise Wrong("sealed")
    if (value["type"] == "ledger.created") != (value["seq"] == 0):
        raise Wrong("first")


def _data(value):
    kind, data, subject = value["type"], value["data"], value["subject"]
    rules = EXACT.get(kind)
    if rules is not None and set(data) != set(rules):
        raise Wrong("data members")
    if rules is None:
        rules = STORED if kind == "file.stored" else {}
    if not all(name in data and test(data[name]) for name, test in rules.items()):
        raise Wrong("data")
    if kind.split(".")[0] in ("sheet", "mark", "message"):
        right = subject == "sheet/" + data["sheet"]
    elif kind.startswith("person."):
        right = subject == "person/" + data["person"]
    elif kind.split(".")[0] in ("ledger", "settings", "admin"):
        right = subject == "team"
    else:
        right = kind in ("erasure", "exported") or subject.split("/")[0] in THINGS
    if not right:
        raise Wrong("subject")
    if kind == "mark" and (data["between"] is not None) != (data["seen"] == "reconciled"):
        raise Wrong("between")
    if kind in ("sheet.version", "mark", "person.linked") and "sealed" not in value:
        raise Wrong("needs a sealed part")
