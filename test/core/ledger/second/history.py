"""Step 6: older heads, consistency, what the caller kept."""

import tree
from entries import read_entry
from notes import Consistency, Kept
from spelling import Wrong


class OtherLedger(Exception):
    """The caller gave a checkpoint or a receipt of another ledger."""


class History:
    """The part of a verifier that compares heads."""

    def history(self):
        newest = self.newest
        for size, head in self.by_size.items():
            if newest is None or size == newest.size:
                continue
            if self.whole:
                root = self.root_at(size)
                if root is not None and root != head.root:
                    self.fail(6, f"checkpoints/{size}.txt")
            elif f"consistency/{size}-{newest.size}.txt" not in self.listing["files"]:
                self.fail(6, f"checkpoints/{size}.txt")
        for path in self.sound:
            if path.startswith("consistency/"):
                self.consistency(path)

    def root_at(self, size):
        lines = self.lines or []
        return tree.root_of(map(tree.leaf, lines[:size])) if size <= len(lines) else None

    def consistency(self, path):
        try:
            proof = Consistency(self.read(path))
            older, newer = f"checkpoints/{proof.older}.txt", f"checkpoints/{proof.newer}.txt"
            if path != f"consistency/{proof.older}-{proof.newer}.txt":
                raise Wrong("name")
            if older not in self.listing["files"] or newer != self.listing["checkpoint"]:
                raise Wrong("stray")
            head = self.by_size.get(proof.older)
            if head and self.newest and not proof.proves(head.root, self.newest.root):
                raise Wrong("proof")
        except Wrong:
            self.fail(6, path)

    def parse_older(self):
        """What the caller kept, taken apart. What is of another ledger ends everything."""
        self.kept = []
        for name, data in self.older:
            try:
                one = Kept(data, read_entry)
            except Wrong:
                self.kept.append((name, None))
                continue
            if one.head.origin != self.listing["ledger"]:
                raise OtherLedger(name)
            self.kept.append((name, one))

    def compare(self, name, one):
        newest, head = self.newest, one.head
        if self.key and not self.key.verifies(head):
            return self.fail(6, name)
        if newest is None:
            return None
        path = f"consistency/{head.size}-{newest.size}.txt"
        holds = True
        if head.size > newest.size:
            self.gaps.append((6, name))
        elif head.size == newest.size:
            holds = head.note == newest.note
        elif self.whole and self.root_at(head.size) is not None:
            holds = self.root_at(head.size) == head.root
        elif path in self.sound:
            try:
                holds = Consistency(self.read(path)).proves(head.root, newest.root)
            except Wrong:
                holds = True
        else:
            self.gaps.append((6, name))
        if not holds or (one.entry is not None and not self.entry_is_here(one)):
            self.fail(6, name)
        return None

    def entry_is_here(self, one):
        if self.whole:
            lines = self.lines or []
            return one.index >= len(lines) or lines[one.index] == one.entry
        path = f"entries/{one.index:09}.json"
        if path in self.sound:
            return self.read(path) == one.entry
        if path in self.listing["files"] or one.index >= self.newest.size or one.value["v"] > 1:
            return True
        return not self.held(one.value["subject"])
