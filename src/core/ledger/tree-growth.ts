import { nodeHash } from './hash.ts';

/** A tree that only grows and keeps nothing but its right edge: for reading a whole ledger once, in flat memory. */
export type Growth = {
  size(): number;
  add(leaf: Buffer): void;
  /** Of what was added so far. @throws while that is nothing */
  root(): Buffer;
};

export function growTree(): Growth {
  /** Full subtrees from left to right, as the ones in the binary digits of `size`. */
  const edge: Buffer[] = [];
  let size = 0;
  return {
    size: () => size,
    add(leaf) {
      let hash = leaf;
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        const left = edge.pop();
        if (left) hash = nodeHash(left, hash);
      }
      edge.push(hash);
      size += 1;
    },
    root: () => edge.reduceRight((right, left) => nodeHash(left, right)),
  };
}
