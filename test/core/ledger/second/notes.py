"""Keys, checkpoints, proofs, receipts. Signatures are checked by the openssl program."""

import hashlib
import os
import subprocess
import tempfile

import tree
from spelling import LAST_SEQ, MEBIBYTE, Wrong, is_origin, matcher, number, unbase64

PRIME = 2**255 - 19
D = -121665 * pow(121666, -1, PRIME) % PRIME
_is_short_id = matcher(r"[0-9a-f]{8}")
_known = {}


def _double(x, y):
    """Twice a point of the twisted Edwards curve −x² + y² = 1 + dx²y²."""
    product = D * x * x * y * y % PRIME
    return (
        2 * x * y * pow(1 + product, -1, PRIME) % PRIME,
        (y * y + x * x) * pow(1 - product, -1, PRIME) % PRIME,
    )


def check_point(raw):
    """RFC 8032, 5.1.3, and eight times the point is not the neutral element."""
    y = int.from_bytes(raw, "little") & (2**255 - 1)
    sign = raw[31] >> 7
    if y >= PRIME:
        raise Wrong("key is not canonical")
    square = (y * y - 1) * pow(D * y * y + 1, -1, PRIME) % PRIME
    x = pow(square, (PRIME + 3) // 8, PRIME)
    if x * x % PRIME != square:
        x = x * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    if x * x % PRIME != square or (x == 0 and sign):
        raise Wrong("key is no point")
    point = (x, y)
    for _ in range(3):
        point = _double(*point)
    if point == (0, 1):
        raise Wrong("key of small order")


class Key:
    def __init__(self, text):
        parts = text.split("+", 2)
        if len(parts) != 3 or not is_origin(parts[0]) or not _is_short_id(parts[1]):
            raise Wrong("no verifier key")
        self.name = parts[0]
        data = unbase64(parts[2])
        if len(data) != 33 or data[0] != 1:
            raise Wrong("no Ed25519 key")
        self.raw = data[1:]
        self.id = hashlib.sha256(self.name.encode() + b"\n\1" + self.raw).digest()[:4]
        if self.id.hex() != parts[1]:
            raise Wrong("id of another key")
        check_point(self.raw)

    def verifies(self, head):
        if head.origin != self.name or head.signer != self.id:
            return False
        question = (self.raw, head.note, head.signature)
        if question not in _known:
            _known[question] = _ask_openssl(*question)
        return _known[question]


def _ask_openssl(raw, message, signature):
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name) for name in ("key", "message", "signature")}
        contents = {
            "key": bytes.fromhex("302a300506032b6570032100") + raw,
            "message": message,
            "signature": signature,
        }
        for name, content in contents.items():
            with open(paths[name], "wb") as file:
                file.write(content)
        done = subprocess.run(
            ["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths["key"]]
            + ["-rawin", "-in", paths["message"], "-sigfile", paths["signature"]],
            capture_output=True,
            check=False,
        )
        return done.returncode == 0


class Head:
    """A checkpoint, taken apart."""

    def __init__(self, data):
        if len(data) > 600:
            raise Wrong("checkpoint too long")
        self.data = data
        try:
            lines = data.decode("utf-8").split("\n")
        except UnicodeDecodeError as error:
            raise Wrong("no text") from error
        if len(lines) != 6 or lines[3] != "" or lines[5] != "":
            raise Wrong("no checkpoint")
        self.origin = lines[0]
        self.size = number(lines[1])
        self.root = unbase64(lines[2])
        start = f"\u2014 {self.origin} "
        if not is_origin(self.origin) or not 1 <= self.size <= LAST_SEQ + 1 or len(self.root) != 32:
            raise Wrong("no checkpoint")
        if not lines[4].startswith(start):
            raise Wrong("signed in another name")
        signed = unbase64(lines[4][len(start) :])
        if len(signed) != 68:
            raise Wrong("no signature")
        self.note = data[: data.index(b"\n\n") + 1]
        self.signer, self.signature = signed[:4], signed[4:]


def _hashes(lines):
    found = [unbase64(line) for line in lines]
    if len(found) > 64 or any(len(one) != 32 for one in found):
        raise Wrong("no hashes")
    return found


def _ascii_lines(data):
    try:
        return data.decode("ascii").split("\n")
    except UnicodeDecodeError as error:
        raise Wrong("no text") from error


class Proof:
    def __init__(self, data):
        top, gap, head = data.partition(b"\n\n")
        lines = _ascii_lines(top)
        if not gap or len(lines) < 2 or lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("index "):
            raise Wrong("no proof")
        self.index = number(lines[1][6:])
        self.hashes = _hashes(lines[2:])
        if self.index > LAST_SEQ:
            raise Wrong("no proof")
        self.head = Head(head)

    def proves(self, entry, head):
        if self.index >= head.size:
            return False
        try:
            return tree.root_by_proof(tree.leaf(entry), self.index, head.size, self.hashes) == head.root
        except Wrong:
            return False


class Consistency:
    def __init__(self, data):
        lines = _ascii_lines(data)
        if len(lines) < 3 or lines[0] != "splitproof-consistency/1" or lines[-1] != "":
            raise Wrong("no consistency proof")
        sizes = lines[1].split(" ")
        if len(sizes) != 2:
            raise Wrong("no sizes")
        self.older, self.newer = number(sizes[0]), number(sizes[1])
        if not 1 <= self.older < self.newer:
            raise Wrong("no sizes")
        self.hashes = _hashes(lines[2:-1])

    def proves(self, older_root, newer_root):
        try:
            roots = tree.roots_by_consistency(self.older, self.newer, self.hashes, older_root)
        except Wrong:
            return False
        return roots == (older_root, newer_root)


class Kept:
    """What a caller kept: a checkpoint or a receipt."""

    def __init__(self, data, read_entry):
        self.entry = None
        if data[:1] != b"{":
            self.head = Head(data)
            return
        entry, newline, rest = data.partition(b"\n")
        if not newline or len(entry) > MEBIBYTE:
            raise Wrong("no receipt")
        self.entry = entry
        self.value = read_entry(entry)
        proof = Proof(rest)
        self.index, self.head = proof.index, proof.head
        if self.value["v"] == 1 and (self.value["seq"], self.value["ledger"]) != (self.index, self.head.origin):
            raise Wrong("proof of something else")
        if not proof.proves(entry, self.head):
            raise Wrong("proof does not hold")
