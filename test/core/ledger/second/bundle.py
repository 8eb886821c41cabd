"""Verifying a folder, in the order of the format's section on it."""

import hashlib

import tree
from chains import Chains
from entries import is_known, read_entry
from history import History
from listing import Listing
from notes import Head, Key, Proof
from sheets import Bad
from spelling import Wrong, is_salt, read_json


class Verifier(Listing, Chains, History):
    def __init__(self, folder, key=None, older=()):
        self.folder, self.pinned, self.older = folder, key, older
        self.failures, self.gaps, self.later, self.later_gaps = [], [], [], []
        self.sound, self.entries, self.open, self.missing = set(), {}, {}, []
        self.facts, self.chain, self.sheets, self.erased = {}, {}, {}, set()
        self.newest, self.last_export, self.lines, self.key, self.broken = None, None, None, None, False
        self.listing, self.size = None, None

    def fail(self, step, where):
        if (step, where) not in self.failures:
            self.failures.append((step, where))

    # Steps 2 and 3

    def heads(self):
        listing = self.listing
        if self.pinned is not None and self.pinned != listing["key"]:
            self.fail(2, "bundle.json")
        try:
            key = Key(listing["key"])
            if key.name != listing["ledger"]:
                raise Wrong("name")
            self.key = key
        except Wrong:
            self.fail(2, "bundle.json")
        self.by_size = {}
        newest = int(listing["checkpoint"][12:-4])
        for path in sorted(self.sound):
            if not path.startswith("checkpoints/"):
                continue
            try:
                head = Head(self.read(path))
                right = head.origin == listing["ledger"] and f"checkpoints/{head.size}.txt" == path
                if not right or (self.key and not self.key.verifies(head)) or head.size > newest:
                    raise Wrong("checkpoint")
                if self.key:
                    self.by_size[head.size] = head
            except Wrong:
                self.fail(3, path)
        if listing["checkpoint"] not in listing["files"]:
            self.fail(3, listing["checkpoint"])
        self.newest = self.by_size.get(newest)
        self.size = None if self.newest is None else newest

    # Steps 4, 5 and 7, entry by entry

    def held(self, subject):
        return self.whole or subject in self.whole_chains

    def find_closing(self):
        self.whole_chains, self.closed = {self.listing["subject"]}, self.whole
        path = None if self.newest is None else f"entries/{self.newest.size - 1:09}.json"
        if self.whole or path not in self.sound:
            return
        try:
            last = read_entry(self.read(path))
        except Wrong:
            return
        if last["v"] == 1 and last["type"] == "exported" and last["subject"] == self.listing["subject"]:
            self.whole_chains |= set(last["data"]["ends"])
            self.closed = True

    def each(self):
        """Number, bytes and sealed bytes of every entry that can be read."""
        if not self.whole:
            for path in sorted(self.sound):
                if path.startswith("entries/"):
                    seq = int(path[8:17])
                    sealed = f"sealed/{path[8:]}"
                    yield seq, self.read(path), self.read(sealed) if sealed in self.sound else None, sealed
            return
        if "ledger.jsonl" not in self.listing["files"]:
            self.fail(4, "ledger.jsonl")
        if "ledger.jsonl" not in self.sound:
            return
        lines = self.read("ledger.jsonl").split(b"\n")
        if lines.pop() != b"":
            self.fail(4, "ledger.jsonl")
        parts = None
        if "sealed.jsonl" in self.sound:
            parts = self.read("sealed.jsonl").split(b"\n")
            if parts.pop() != b"" or len(parts) != len(lines):
                self.fail(5, "sealed.jsonl")
        self.lines = lines
        for seq, line in enumerate(lines):
            part = parts[seq] if parts is not None and seq < len(parts) else b""
            yield seq, line, part or None, f"entry {seq}"

    def all_entries(self):
        before = None
        for seq, data, sealed, sealed_where in self.each():
            where = f"entry {seq}"
            self.entries[seq] = None
            try:
                value = read_entry(data)
                if value["v"] == 1:
                    if value["ledger"] != self.listing["ledger"] or value["seq"] != seq:
                        raise Wrong("ledger or number")
                    if before is not None and value["at"] < before:
                        raise Wrong("time")
                self.prove(seq, data)
            except Wrong:
                self.fail(4, where)
                continue
            self.entries[seq] = value
            if value["v"] > 1:
                self.gaps.append((4, where))
                continue
            before = value["at"]
            if not is_known(value["type"]):
                self.gaps.append((4, where))
            if value["type"] == "ledger.created" and value["data"]["key"] != self.listing["key"]:
                self.fail(2, where)
            part = self.unseal(value, sealed, sealed_where)
            try:
                self.follow(value, part)
            except Bad:
                self.later.append((7, where))
        self.strays()

    def prove(self, seq, data):
        if self.whole:
            return
        path = f"proofs/{seq:09}.tlog-proof"
        if path not in self.listing["files"]:
            raise Wrong("no proof")
        if path not in self.sound or self.newest is None:
            return
        proof = Proof(self.read(path))
        if proof.index != seq or proof.head.data != self.newest.data or not proof.proves(data, self.newest):
            raise Wrong("proof")

    def unseal(self, value, sealed, where):
        if sealed is None:
            if "sealed" in value:
                self.missing.append(value["seq"])
            return None
        try:
            part = read_json(sealed)
            if not isinstance(part, dict) or not is_salt(part.get("salt")):
                raise Wrong("salt")
            if hashlib.sha256(b"\2" + sealed).hexdigest() != value.get("sealed"):
                raise Wrong("hash")
            return part
        except Wrong:
            self.fail(5, where)
            return None

    def strays(self):
        listed = self.listing["files"]
        for path in () if self.whole else self.sound:
            entry = f"entries/{path[-14:-5]}.json" if path.startswith("sealed/") else None
            if path.startswith("proofs/"):
                entry = f"entries/{path[7:16]}.json"
            if entry is not None and entry not in listed:
                self.fail(5 if path.startswith("sealed/") else 4, path)
        if not self.whole and "entries/000000000.json" not in listed:
            self.fail(2, "entry 0")
        if not self.whole or self.newest is None or self.lines is None:
            return
        if len(self.lines) != self.newest.size or tree.root_of(map(tree.leaf, self.lines)) != self.newest.root:
            self.fail(4, "ledger.jsonl")

    def run(self):
        lines = []
        if self.files():
            self.parse_older()
            self.heads()
            self.find_closing()
            self.all_entries()
            self.history()
            for name, one in self.kept:
                if one is None:
                    self.fail(6, name)
                else:
                    self.compare(name, one)
            if not self.broken and not any(step == 4 for step, _ in self.failures):
                for step, where in self.later:
                    self.fail(step, where)
                self.gaps += self.later_gaps
                self.needed()
                lines = [
                    {"sheet": name, "version": one, "state": sheet.state(one), "grades": sheet.grades(one)}
                    for name, sheet in sorted(self.sheets.items())
                    for one in sorted(sheet.versions)
                ]
        verdict = "not verified" if self.failures else "cannot say" if self.gaps else "verified"
        return {
            "verdict": verdict,
            "failures": sorted([step, where] for step, where in self.failures),
            "gaps": sorted([step, where] for step, where in set(self.gaps)),
            "sheets": lines,
            "entries": len(self.entries),
            "size": self.size,
        }
