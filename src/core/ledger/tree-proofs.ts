import { nodeHash } from './hash.ts';

/**
 * Whether `proof` leads from the leaf to the root. Exactly as many hashes as the place needs, no more.
 *
 * @see RFC 9162, section 2.1.3.2
 */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size) return false;
  let hash = leaf;
  let [place, last] = [index, size - 1];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHash(sibling, hash);
      [place, last] = upWhileRightEdge(place, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && equal(hash, root);
}

/**
 * Whether `proof` shows that the tree of `older` leaves with `olderRoot` is the beginning of the newer one.
 *
 * @param older from 1; smaller than `newer`
 * @see RFC 9162, section 2.1.4.2
 */
export function verifyConsistency(
  older: number,
  newer: number,
  proof: readonly Uint8Array[],
  olderRoot: Uint8Array,
  newerRoot: Uint8Array,
): boolean {
  if (older < 1 || older >= newer) return false;
  const path = isPowerOfTwo(older) ? [olderRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let [place, last] = [older - 1, newer - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [olderHash, newerHash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
      [place, last] = upWhileRightEdge(place, last);
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && equal(olderHash, olderRoot) && equal(newerHash, newerRoot);
}

/** On the right edge of a tree that is not full, a node without a sibling goes up as it is. */
function upWhileRightEdge(place: number, last: number): [place: number, last: number] {
  let [at, end] = [place, last];
  while (at % 2 === 0 && at !== 0) [at, end] = [half(at), half(end)];
  return [at, end];
}

function isPowerOfTwo(count: number): boolean {
  let rest = count;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

const half = (count: number): number => Math.floor(count / 2);

const equal = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
