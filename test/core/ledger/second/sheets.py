"""The state of a sheet: its entries in order, each right at its point."""

import hashlib
import re
from fractions import Fraction

from entries import LAYERS
from spelling import canonical, has_control, is_salt, milliseconds, share

HOUR = 3_600_000
ABSENT, OTHER = object(), object()


class Bad(Exception):
    """An entry that is wrong at its point."""


def need(holds, why):
    if not holds:
        raise Bad(why)


def place(where):
    return tuple(where[name] for name in ("platform", "space", "channel", "message"))


def tail_holds(text, ledger, data, names):
    """Whether a frozen text ends with the lines of its version. `names` is None when the sealed part is shut."""
    parties = data["parties"]
    if names is not None:
        if not isinstance(names, dict) or set(names) != set(parties):
            return False
        if any(not isinstance(name, str) or has_control(name) for name in names.values()):
            return False
    shares = [
        f"{layer} {person} {part}" for layer in LAYERS for person, part in data["layers"].get(layer, [])
    ]
    lines = text.split("\n")
    count = 1 + len(parties) + len(shares)
    if lines[-1] != "" or len(lines) - 1 < count:
        return False
    tail = lines[-1 - count : -1]
    start = f"splitproof-text/1 {ledger} {data['sheet']} {data['version']} "
    if not tail[0].startswith(start) or not is_salt(tail[0][len(start) :]):
        return False
    for person, line in zip(parties, tail[1:]):
        start = f"party {person} "
        if not line.startswith(start) or has_control(line):
            return False
        if names is not None and line != start + names[person]:
            return False
    return tail[1 + len(parties) :] == shares


def posted_time(where):
    """Milliseconds, or None where the platform says nothing."""
    if where["platform"] == "slack":
        need(re.fullmatch(r"[0-9]{1,12}\.[0-9]{6}", where["message"]), "no id of Slack")
        return int(where["message"].split(".")[0]) * 1000
    if where["platform"] == "discord":
        need(re.fullmatch(r"[0-9]{1,20}", where["message"]), "no id of Discord")
        return (int(where["message"]) >> 22) + 1420070400000
    return None


class Version:
    def __init__(self, entry, readable):
        self.seq, self.at, self.data = entry["seq"], entry["at"], entry["data"]
        self.readable = readable
        self.said = {party: set() for party in self.data["parties"]}
        self.newest_yes = {}
        self.counted = {}
        self.ended = None

    def agrees(self, party):
        return self.said[party] == {"approve"}


class Sheet:
    def __init__(self, around):
        self.around = around
        self.versions, self.newest, self.completed = {}, None, None
        self.shown, self.marks, self.files = {}, {}, []

    def take(self, entry, sealed):
        """Returns what cannot be said. Raises Bad; the entry then counts for nothing."""
        kind = entry["type"]
        gaps = []
        if kind == "sheet.version":
            self.add_version(entry, sealed)
        elif kind == "sheet.posted":
            self.post(entry)
        elif kind == "mark":
            self.mark(entry, sealed, gaps)
        elif kind == "mark.confirmed":
            self.confirm(entry["data"]["mark"])
        elif kind.startswith("message."):
            need(place(entry["data"]["at_message"]) in self.shown, "message")
        elif kind == "sheet.completed":
            self.complete(entry["data"])
        elif kind in ("sheet.cancelled", "sheet.lapsed"):
            self.still_open(entry["data"]["version"]).ended = kind.split(".")[1]
        else:
            need(entry["data"]["version"] in self.versions, "version")
        return gaps

    def add_version(self, entry, sealed):
        data, before, rules = entry["data"], self.newest, self.completed
        text = None if sealed is None else sealed.get("text")
        other = None if sealed is not None else self.around.text(data)
        made = Version(entry, sealed is not None or other is not None)
        amended = self.versions.get(rules)
        self.versions[data["version"]], self.newest = made, data["version"]
        need(data["version"] == (before or 0) + 1, "number")
        need(data["replaces"] == before, "replaces")
        need(data["amends"] == rules, "amends")
        need(data["layers"], "no layer")
        people = set()
        for pairs in data["layers"].values():
            persons = [person for person, _ in pairs]
            need(all(a < b for a, b in zip(persons, persons[1:])), "order")
            need(sum((Fraction(*share(part)) for _, part in pairs), Fraction(0)) == 1, "total")
            people |= set(persons)
        if data["amends"] is not None and amended is not None:
            people |= set(amended.data["parties"])
        need(people <= set(data["parties"]), "party missing")
        if sealed is not None:
            need(isinstance(text, str), "no text")
            need(hashlib.sha256(text.encode()).hexdigest() == data["text"], "text")
            need(tail_holds(text, entry["ledger"], data, sealed.get("names", {})), "tail")
        elif other is not None:
            need(tail_holds(other, entry["ledger"], data, None), "tail")

    def post(self, entry):
        data = entry["data"]
        version = self.versions.get(data["version"])
        need(version, "version")
        self.shown.setdefault(place(data["at_message"]), set()).add(data["version"])
        time = posted_time(data["at_message"])
        if time is not None:
            need(milliseconds(version.at) - HOUR <= time <= milliseconds(entry["at"]) + HOUR, "time")

    def mark(self, entry, sealed, gaps):
        data = entry["data"]
        confirmable = (data["method"], data["act"], data["seen"]) == ("reaction", "added", "live")
        known = self.marks[entry["seq"]] = {"confirmable": confirmable, "confirmed": False, "seen": data["seen"]}
        if data["file"] is not None:
            self.files.append(data["file"])
        version = self.versions.get(data["version"])
        need(version and version.data["text"] == data["text"], "version")
        need(data["party"] in version.said, "party")
        where = None if data["at_message"] is None else place(data["at_message"])
        need(where is None or where in self.shown, "message")
        if data["method"] in ("reaction", "button"):
            need(where and data["version"] in self.shown[where], "message of another version")
        if data["between"] is not None:
            need(data["between"][0] <= data["between"][1] <= entry["at"], "interval")
        attested = data["method"] == "attestation"
        signs = [data["seen"] == "attested", data["file"] is not None, data["link"] is None]
        need(all(sign == attested for sign in signs), "attested")
        need(not attested or data["delegation"] is None, "attested")
        self.who(entry, sealed, gaps)
        said = version.said[data["party"]]
        if data["act"] == "added":
            said.add(data["mark"])
        else:
            said.discard(data["mark"])
        if data["act"] == "added" and data["mark"] == "approve":
            version.newest_yes[data["party"]] = entry["seq"]
        known["counts"] = True

    def who(self, entry, sealed, gaps):
        data, seq, around = entry["data"], entry["seq"], self.around
        for name in ("file", "link", "delegation"):
            need(data[name] is None or data[name] < seq, "later")
        if data["file"] is not None:
            need(around.file(data["file"]) is not OTHER, "no file")
            if around.file(data["file"]) is ABSENT:
                gaps.append(data["file"])
        delegate, unknown = None, False
        if data["delegation"] is not None:
            given = around.delegation(data["delegation"])
            need(given is not OTHER, "no delegation")
            if given is ABSENT:
                gaps.append(data["delegation"])
                unknown = True
            else:
                need(given["person"] == data["party"], "delegation of another")
                need(given["scope"] == "all" or data["sheet"] in given["scope"], "scope")
                need(given["end"] >= entry["at"] and given["ended"] is None, "delegation over")
                delegate = given["delegate"]
                self.whole(given["person"], gaps)
        if data["link"] is None:
            return
        link = around.link(data["link"])
        need(link is not OTHER, "no link")
        if link is ABSENT:
            gaps.append(data["link"])
            return
        need(link["person"] in (data["party"], delegate) or unknown, "account of another")
        need(data["at_message"] is None or data["at_message"]["platform"] == link["platform"], "platform")
        if sealed is not None and link["sealed"] is not None:
            need("account" in sealed and "account" in link["sealed"], "no account")
            need(canonical(sealed["account"]) == canonical(link["sealed"]["account"]), "account")
        need(link["ended"] is None, "link over")
        self.whole(link["person"], gaps)

    def whole(self, person, gaps):
        if not self.around.is_whole("person/" + person):
            gaps.append(person)

    def confirm(self, seq):
        need(seq in self.marks and self.marks[seq]["confirmable"], "mark")
        if self.marks[seq].get("counts"):
            self.marks[seq]["confirmed"] = True

    def still_open(self, number):
        version = self.versions.get(number)
        need(version and number == self.newest and version.ended is None, "not open")
        return version

    def complete(self, data):
        need(data["version"] in self.versions, "version")
        need(self.versions[data["version"]].data["text"] == data["text"], "text")
        version = self.still_open(data["version"])
        need(all(version.agrees(party) for party in version.said), "not all agree")
        need(sorted(version.newest_yes.values()) == data["marks"], "marks")
        version.ended, version.counted = "completed", dict(version.newest_yes)
        self.completed = data["version"]

    def state(self, number):
        version = self.versions[number]
        if version.ended is not None:
            return version.ended
        if number != self.newest:
            return "replaced"
        return "disputed" if any("dispute" in said for said in version.said.values()) else "open"

    def grades(self, number):
        version = self.versions[number]
        counted = version.counted if version.ended == "completed" else version.newest_yes
        grades = {}
        for party in version.said:
            stands = version.ended == "completed" or version.agrees(party)
            mark = self.marks[counted[party]] if stands else None
            grades[party] = None if mark is None else "confirmed" if mark["confirmed"] else mark["seen"]
        return grades
