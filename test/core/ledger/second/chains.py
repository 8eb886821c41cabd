"""Step 7: entries by subject, and what they rely on."""

import re

from entries import is_known
from sheets import ABSENT, OTHER, Bad, Sheet


class Chains:
    """The part of a verifier that follows chains."""

    def may_be_newest(self, subject, seq):
        known = self.chain.get(subject)
        if seq == known:
            return True
        if seq is None or seq < (-1 if known is None else known):
            return False
        if seq in self.entries:
            return self.entries[seq] is not None and self.entries[seq]["v"] > 1
        return not self.held(subject)

    def follow(self, value, part):
        subject, seq, kind, data = (value[name] for name in ("subject", "seq", "type", "data"))
        try:
            if not self.may_be_newest(subject, value["prev"]):
                raise Bad("prev")
            if kind == "erasure":
                self.check_erasure(value)
            if kind == "exported":
                self.check_export(value)
        finally:
            self.chain[subject] = seq
            if kind == "erasure":
                self.erased |= set(data["entries"])
            if kind == "exported" and subject == self.listing["subject"] or kind == "exported" and self.whole:
                self.last_export = value
            # Whatever else is wrong with it, a sheet hears of its entry.
            self.tell_sheet(value, part)
            self.note_fact(value, part)

    def tell_sheet(self, value, part):
        sheet_types = ("sheet", "mark", "message")
        known = is_known(value["type"]) and value["type"].split(".")[0] in sheet_types
        if not known or not self.held(value["subject"]):
            return
        sheet = self.sheets.setdefault(value["data"]["sheet"], Sheet(self))
        where = (7, f"entry {value['seq']}")
        try:
            gaps = sheet.take(value, part)
            self.later_gaps += [where] * len(gaps)
        except Bad:
            self.later.append(where)

    def note_fact(self, value, part):
        kind, data, seq = value["type"], value["data"], value["seq"]
        if kind == "person.linked":
            self.facts[seq] = {**data, "kind": "link", "sealed": part, "ended": None}
        elif kind == "person.delegated":
            self.facts[seq] = {**data, "kind": "delegation", "ended": None}
        elif kind == "file.stored":
            self.facts[seq] = {"kind": "file", "sha256": data["sha256"]}
        elif kind in ("person.unlinked", "person.undelegated"):
            named = "link" if kind == "person.unlinked" else "delegation"
            fact = self.facts.get(data[named])
            if fact is not None and fact["kind"] == named:
                fact["ended"] = seq

    def look(self, seq, kind):
        fact = self.facts.get(seq)
        if fact is not None and fact["kind"] == kind:
            return fact
        value = self.entries.get(seq)
        return OTHER if value is not None and value["v"] == 1 else ABSENT

    def link(self, seq):
        return self.look(seq, "link")

    def delegation(self, seq):
        return self.look(seq, "delegation")

    def file(self, seq):
        return self.look(seq, "file")

    def is_whole(self, subject):
        return self.held(subject)

    def text(self, data):
        path = f"texts/{data['sheet']}-v{data['version']}.txt"
        if path not in self.sound or self.listing["files"][path]["sha256"] != data["text"]:
            return None
        return self.read(path).decode("utf-8", "replace")

    def check_erasure(self, value):
        for seq in value["data"]["entries"]:
            named = self.entries.get(seq)
            if seq >= value["seq"]:
                raise Bad("later")
            if named is None:
                if self.held(value["subject"]):
                    raise Bad("not here")
            elif named["v"] == 1 and named["subject"] != value["subject"]:
                raise Bad("subject")

    def check_export(self, value):
        ends = value["data"]["ends"]
        if value["prev"] is None or ends.get(value["subject"]) != value["prev"]:
            raise Bad("own")
        for subject, end in ends.items():
            if end >= value["seq"] or not self.may_be_newest(subject, end):
                raise Bad("end")

    def needed(self):
        subject, listed = self.listing["subject"], self.listing["files"]
        if not self.closed:
            self.gaps.append((7, subject))
        for path in self.sound:
            parts = re.fullmatch(r"texts/(.+)-v([0-9]+)[.]txt", path)
            if parts:
                sheet = self.sheets.get(parts[1])
                version = sheet and sheet.versions.get(int(parts[2]))
                if not version or version.data["text"] != listed[path]["sha256"]:
                    self.fail(7, path)
        pdf = "split-sheet.pdf"
        named = self.last_export and self.last_export["data"]["pdf"]
        if pdf in self.sound and listed[pdf]["sha256"] != named:
            self.fail(7, pdf)
        if subject.startswith("sheet/"):
            self.needed_of_sheet(self.sheets.get(subject[6:]))
        elif not self.whole:
            for seq, value in self.entries.items():
                if value is not None and value["v"] == 1 and value["subject"] == subject:
                    if seq in self.missing:
                        self.gaps.append((7, f"entry {seq}"))
                    self.need_file(seq)

    def needed_of_sheet(self, sheet):
        if sheet is None:
            return
        for number_, version in sheet.versions.items():
            if (number_ == sheet.newest or version.ended == "completed") and not version.readable:
                self.gaps.append((7, f"entry {version.seq}"))
        for seq in sheet.files:
            self.need_file(seq)

    def need_file(self, seq):
        fact = self.facts.get(seq)
        if fact is not None and fact["kind"] == "file" and f"files/{fact['sha256']}" not in self.sound:
            self.gaps.append((7, f"entry {seq}"))
