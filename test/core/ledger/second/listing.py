"""Step 1: the files of a bundle, and bundle.json."""

import hashlib
import os
import re
import stat

from spelling import MEBIBYTE, Wrong, is_hash, is_id, is_int, is_origin, is_subject, is_text, read_json

GIBIBYTE = MEBIBYTE * 1024
PROOF_BYTES = 64 + 64 * 45 + 600


def limit_of(path):
    """What a path may hold in bytes; None for a path that no bundle has."""
    if path in ("README.txt", "verify.html", "ledger.jsonl", "sealed.jsonl", "split-sheet.pdf"):
        return 2 * GIBIBYTE
    if path == "bundle.json":
        return 16 * MEBIBYTE
    size = "([1-9][0-9]{0,9})"
    for pattern, limit in (
        ("entries/[0-9]{9}[.]json", MEBIBYTE),
        ("sealed/[0-9]{9}[.]json", MEBIBYTE),
        ("proofs/[0-9]{9}[.]tlog-proof", PROOF_BYTES),
        (f"checkpoints/{size}[.]txt", 600),
        (f"timestamps/{size}[.]tsr", 2 * GIBIBYTE),
        (f"consistency/{size}-{size}[.]txt", PROOF_BYTES),
        ("files/[0-9a-f]{64}", 2 * GIBIBYTE),
    ):
        parts = re.fullmatch(pattern, path)
        if parts:
            sizes = [int(part) for part in parts.groups()]
            rising = all(a < b for a, b in zip(sizes, sizes[1:]))
            return limit if rising and all(one <= 1_000_000_000 for one in sizes) else None
    parts = re.fullmatch(r"texts/(.+)-v([1-9][0-9]{0,15})[.]txt", path)
    return MEBIBYTE if parts and is_id(parts[1]) and int(parts[2]) < 2**53 else None


def check_listing(listing):
    names = {"format", "ledger", "key", "subject", "checkpoint", "files"}
    if set(listing) != names or listing["format"] != "splitproof-bundle/1" or not is_origin(listing["ledger"]):
        raise Wrong("members")
    if not is_text(listing["key"]) or not (listing["subject"] == "ledger" or is_subject(listing["subject"])):
        raise Wrong("members")
    head = listing["checkpoint"]
    if not is_text(head) or not head.startswith("checkpoints/") or limit_of(head) is None:
        raise Wrong("checkpoint")
    if not isinstance(listing["files"], dict):
        raise Wrong("files")
    for path, listed in listing["files"].items():
        if limit_of(path) is None or path in ("bundle.json", "verify.html"):
            raise Wrong("path")
        if not isinstance(listed, dict) or set(listed) != {"size", "sha256"}:
            raise Wrong("listed")
        if not is_int(listed["size"], 0) or not is_hash(listed["sha256"]):
            raise Wrong("listed")
    return listing


class Listing:
    """The part of a verifier that looks at files."""

    def path(self, name):
        return os.path.join(self.folder, *name.split("/"))

    def read(self, name):
        with open(self.path(name), "rb") as file:
            return file.read()

    def sizes(self):
        sizes = {}
        for folder, folders, names in os.walk(self.folder):
            within = os.path.relpath(folder, self.folder).replace(os.sep, "/")
            links = [name for name in folders if os.path.islink(os.path.join(folder, name))]
            for name in names + links:
                path = name if within == "." else f"{within}/{name}"
                found = os.lstat(os.path.join(folder, name))
                limit = limit_of(path)
                if limit is None or not stat.S_ISREG(found.st_mode):
                    self.fail(1, path)
                elif limit < 2 * GIBIBYTE and found.st_size > limit:
                    self.fail(1, path)
                else:
                    sizes[path] = found.st_size
        return sizes

    def files(self):
        sizes = self.sizes()
        if sum(sizes.values()) > 2 * GIBIBYTE:
            self.fail(1, "bundle")
            return False
        try:
            if "bundle.json" not in sizes:
                raise Wrong("missing")
            listing = read_json(self.read("bundle.json"), 16 * MEBIBYTE)
            newer = re.fullmatch("splitproof-bundle/([1-9][0-9]{0,8})", str(listing.get("format")))
            if newer and int(newer[1]) > 1:
                self.gaps.append((1, "bundle.json"))
                return False
            self.listing = check_listing(listing)
        except (Wrong, AttributeError):
            self.fail(1, "bundle.json")
            return False
        for path, listed in self.listing["files"].items():
            if sizes.get(path) != listed["size"]:
                self.fail(1, path)
                continue
            found = self.digest(path)
            if found != listed["sha256"] or (path.startswith("files/") and path[6:] != found):
                self.fail(1, path)
            else:
                self.sound.add(path)
        for path in sizes:
            if path not in self.listing["files"] and path not in ("bundle.json", "verify.html"):
                self.fail(1, path)
        self.whole = self.listing["subject"] == "ledger"
        foreign = ("entries/", "sealed/", "proofs/", "consistency/") if self.whole else ("ledger.", "sealed.")
        for path in self.listing["files"]:
            if path.startswith(foreign):
                self.fail(1, path)
        self.broken = any(
            step == 1 and limit_of(where) and where.startswith(("entries/", "ledger.")) for step, where in self.failures
        )
        return True

    def digest(self, path):
        digest = hashlib.sha256()
        with open(self.path(path), "rb") as file:
            while piece := file.read(MEBIBYTE):
                digest.update(piece)
        return digest.hexdigest()
