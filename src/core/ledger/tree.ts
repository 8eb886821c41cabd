import { nodeHash } from './hash.ts';

/**
 * The Merkle tree of RFC 6962 over stored nodes.
 *
 * Only nodes over full subtrees are kept: node (level, index) covers the 2^level leaves from index × 2^level on, and
 * level 0 is the leaf hashes. Such a node never changes once it is there. Everything about any size of the tree comes
 * from about log2(size) of them: the root, the proofs, the next append.
 *
 * @see RFC 6962, section 2.1; RFC 9162, section 2.1 (the same hashing)
 */
export type NodePlace = { readonly level: number; readonly index: number };

/** Give the stored node. @throws when it is not there: the caller asked for a tree larger than what is stored */
export type NodeReader = (level: number, index: number) => Uint8Array;

export type StoredNode = NodePlace & { readonly hash: Buffer };

/**
 * The nodes that a new leaf completes: itself, and one more for each level at which a subtree is now full.
 *
 * @param size of the tree before; the leaf's index
 */
export function appendLeaf(size: number, leaf: Uint8Array, node: NodeReader): readonly StoredNode[] {
  const added: StoredNode[] = [{ level: 0, index: size, hash: Buffer.from(leaf) }];
  let hash: Uint8Array = leaf;
  let index = size;
  for (let level = 0; index % 2 === 1; level += 1) {
    const joined = nodeHash(node(level, index - 1), hash);
    index = (index - 1) / 2;
    added.push({ level: level + 1, index, hash: joined });
    hash = joined;
  }
  return added;
}

/** The root over the first `size` leaves. @param size from 1 to what is stored */
export function rootAt(size: number, node: NodeReader): Buffer {
  return rangeHash(0, size, node);
}

/**
 * The hashes that lead from leaf `index` to the root over `size` leaves, the leaf's sibling first.
 *
 * @see RFC 6962, section 2.1.1, PATH(m, D[n])
 */
export function inclusionProof(index: number, size: number, node: NodeReader): readonly Buffer[] {
  checkRange(index >= 0 && index < size, `no leaf ${index} in a tree of ${size}`);
  const proof: Buffer[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + split(end - start);
    if (index < middle) {
      proof.push(rangeHash(middle, end, node));
      end = middle;
    } else {
      proof.push(rangeHash(start, middle, node));
      start = middle;
    }
  }
  return proof.reverse();
}

/**
 * The hashes that show that the tree of `older` leaves is the beginning of the tree of `newer`.
 *
 * @see RFC 6962, section 2.1.2, PROOF(m, D[n])
 */
export function consistencyProof(older: number, newer: number, node: NodeReader): readonly Buffer[] {
  checkRange(older >= 1 && older < newer, `no proof from ${older} to ${newer}`);
  const proof: Buffer[] = [];
  let [start, end] = [0, newer];
  while (older !== end) {
    const middle = start + split(end - start);
    if (older <= middle) {
      proof.push(rangeHash(middle, end, node));
      end = middle;
    } else {
      proof.push(rangeHash(start, middle, node));
      start = middle;
    }
  }
  // The older tree's own root is known to whoever checks; a subtree that is not the whole of it is not.
  if (start > 0) proof.push(rangeHash(start, end, node));
  return proof.reverse();
}

/**
 * The stored nodes that a piece of work will read, so that a store fetches them in one query. Which ones these are
 * depends on sizes alone, never on hashes.
 */
export function nodesRead(work: (node: NodeReader) => unknown): readonly NodePlace[] {
  const places: NodePlace[] = [];
  const any = Buffer.alloc(32);
  work((level, index) => {
    places.push({ level, index });
    return any;
  });
  return places;
}

/** The hash over leaves start to end; `start` is a multiple of the largest power of two within. */
function rangeHash(start: number, end: number, node: NodeReader): Buffer {
  const parts: Uint8Array[] = [];
  for (let from = start; from < end; ) {
    const { level, width } = largestFull(end - from);
    parts.push(node(level, from / width));
    from += width;
  }
  return Buffer.from(parts.reduceRight((right, left) => nodeHash(left, right)));
}

function largestFull(count: number): { readonly level: number; readonly width: number } {
  let [level, width] = [0, 1];
  while (width * 2 <= count) [level, width] = [level + 1, width * 2];
  return { level, width };
}

/** The largest power of two smaller than `count`: where RFC 6962 divides a tree. */
function split(count: number): number {
  return largestFull(count - 1).width;
}

function checkRange(holds: boolean, message: string): void {
  if (!holds) throw new RangeError(message);
}
