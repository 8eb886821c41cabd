"""RFC 6962, section 2.1, straight from its recursive definitions."""

import hashlib

from spelling import Wrong


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def leaf(entry):
    return sha(b"\0", entry)


def node(left, right):
    return sha(b"\1", left, right)


def split(count):
    """The largest power of two that is smaller."""
    return 1 << ((count - 1).bit_length() - 1)


def root_by_proof(leaf_hash, index, size, proof):
    """The root to which PATH(index, D[size]) leads."""
    if size == 1:
        if proof:
            raise Wrong("too many hashes")
        return leaf_hash
    if not proof:
        raise Wrong("too few hashes")
    half = split(size)
    if index < half:
        return node(root_by_proof(leaf_hash, index, half, proof[:-1]), proof[-1])
    return node(proof[-1], root_by_proof(leaf_hash, index - half, size - half, proof[:-1]))


def roots_by_consistency(older, newer, proof, older_root):
    """The two roots to which PROOF(older, D[newer]) leads."""
    return _subproof(older, newer, list(proof), True, older_root)


def _subproof(m, n, proof, whole, older_root):
    if m == n:
        if whole:
            if proof:
                raise Wrong("too many hashes")
            return older_root, older_root
        if len(proof) != 1:
            raise Wrong("wrong number of hashes")
        return proof[0], proof[0]
    if not proof:
        raise Wrong("too few hashes")
    half, last = split(n), proof[-1]
    if m <= half:
        old, new = _subproof(m, half, proof[:-1], whole, older_root)
        return old, node(new, last)
    old, new = _subproof(m - half, n - half, proof[:-1], False, older_root)
    return node(last, old), node(last, new)


def root_of(leaves):
    """The root over leaves, level by level: an odd one at the end goes up as it is."""
    level = list(leaves)
    while len(level) > 1:
        pairs = [node(level[i], level[i + 1]) for i in range(0, len(level) - 1, 2)]
        level = pairs + level[len(level) - len(level) % 2 :]
    return level[0]
