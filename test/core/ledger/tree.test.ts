import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafHash, nodeHash, sealedHash, sha256, sha256Hex } from '../../../src/core/ledger/hash.ts';
import {
  appendLeaf,
  consistencyProof,
  inclusionProof,
  type NodeReader,
  nodesRead,
  rootAt,
} from '../../../src/core/ledger/tree.ts';
import { growTree } from '../../../src/core/ledger/tree-growth.ts';
import { verifyConsistency, verifyInclusion } from '../../../src/core/ledger/tree-proofs.ts';

/** The leaves and roots that the tests of Certificate Transparency use. */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => Buffer.from(hex, 'hex'));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hashes: readonly Uint8Array[]): readonly string[] =>
  hashes.map((hash) => Buffer.from(hash).toString('hex'));

type Kept = { readonly node: NodeReader; readonly reads: () => number; readonly leaves: readonly Buffer[] };

function build(entries: readonly Uint8Array[]): Kept {
  const nodes = new Map<string, Buffer>();
  let reads = 0;
  const node: NodeReader = (level, index) => {
    reads += 1;
    const hash = nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`no node ${level}/${index}`);
    return hash;
  };
  entries.forEach((entry, size) => {
    for (const { level, index, hash } of appendLeaf(size, leafHash(entry), node))
      nodes.set(`${level}/${index}`, hash);
  });
  return { node, reads: () => reads, leaves: entries.map(leafHash) };
}

/** MTH, PATH and PROOF of RFC 6962, section 2.1, straight from their definitions. */
const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);
function mth(leaves: readonly Buffer[]): Buffer {
  const [first, ...rest] = leaves;
  if (rest.length === 0) return first!;
  const k = split(leaves.length);
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}
function path(m: number, leaves: readonly Buffer[]): readonly Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...path(m, leaves.slice(0, k)), mth(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), mth(leaves.slice(0, k))];
}
function subproof(m: number, leaves: readonly Buffer[], whole: boolean): readonly Buffer[] {
  if (m === leaves.length) return whole ? [] : [mth(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), whole), mth(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), mth(leaves.slice(0, k))];
}

describe('hashing', () => {
  it('puts 00 before leaves, 01 before nodes, 02 before sealed parts', () => {
    const plain = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
    const [a, b] = [Buffer.alloc(32, 7), Buffer.alloc(32, 9)];
    for (const length of [0, 1, 500, 8190, 8191, 8192, 8193, 100_000]) {
      const bytes = Buffer.alloc(length, 3);
      expect(leafHash(bytes)).toEqual(plain(Buffer.concat([Buffer.of(0), bytes])));
      expect(sealedHash(bytes)).toBe(plain(Buffer.concat([Buffer.of(2), bytes])).toString('hex'));
      expect([sha256(bytes), sha256Hex(bytes)]).toEqual([plain(bytes), plain(bytes).toString('hex')]);
    }
    expect(nodeHash(a, b)).toEqual(plain(Buffer.concat([Buffer.of(1), a, b])));
  });
});

describe('the tree of Certificate Transparency’s tests', () => {
  const { node, leaves } = build(LEAVES);

  it('has the known root at every size', () => {
    expect(hex(ROOTS.map((_, index) => rootAt(index + 1, node)))).toEqual(ROOTS);
    const growth = growTree();
    const grown = leaves.map((leaf, index) => {
      expect(growth.size()).toBe(index);
      growth.add(leaf);
      return growth.root();
    });
    expect(hex(grown)).toEqual(ROOTS);
  });

  it('has the known inclusion proofs', () => {
    expect(inclusionProof(0, 1, node)).toEqual([]);
    expect(hex(inclusionProof(0, 8, node))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(inclusionProof(5, 8, node))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(inclusionProof(2, 3, node))).toEqual([
      'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    ]);
    expect(hex(inclusionProof(1, 5, node))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('has the known consistency proofs', () => {
    expect(hex(consistencyProof(1, 8, node))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(6, 8, node))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(consistencyProof(2, 5, node))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

const MANY = Array.from({ length: 70 }, (_, index) => Buffer.from(`entry ${index}`));

describe('a tree of any size', () => {
  const { node, leaves } = build(MANY);

  it('has the roots and proofs of the definition, and all of them verify', () => {
    for (let size = 1; size <= MANY.length; size += 1) {
      const root = rootAt(size, node);
      expect(root).toEqual(mth(leaves.slice(0, size)));
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, node);
        expect(proof).toEqual(path(index, leaves.slice(0, size)));
        expect(verifyInclusion(leaves[index]!, index, size, proof, root)).toBe(true);
      }
      for (let older = 1; older < size; older += 1) {
        const proof = consistencyProof(older, size, node);
        expect(proof).toEqual(subproof(older, leaves.slice(0, size), true));
        expect(verifyConsistency(older, size, proof, rootAt(older, node), root)).toBe(true);
      }
    }
  });

  it('verifies nothing else: not another place, size, leaf, root, nor a hash more, less, or changed', () => {
    const flip = (hash: Uint8Array): Buffer =>
      Buffer.from(hash.map((byte, at) => (at === 31 ? byte ^ 1 : byte)));
    for (let size = 1; size <= 20; size += 1) {
      const root = rootAt(size, node);
      for (let index = 0; index < size; index += 1) {
        const proof = inclusionProof(index, size, node);
        const leaf = leaves[index]!;
        const others: [Uint8Array, number, number, readonly Uint8Array[], Uint8Array][] = [
          [flip(leaf), index, size, proof, root],
          [leaf, index, size, proof, flip(root)],
          [leaf, index, size, [...proof, root], root],
          [leaf, index, size, [root, ...proof], root],
          ...proof.map((_, at): [Uint8Array, number, number, readonly Uint8Array[], Uint8Array] => [
            leaf,
            index,
            size,
            proof.map((hash, place) => (place === at ? flip(hash) : hash)),
            root,
          ]),
          ...(proof.length > 0
            ? ([
                [leaf, index, size, proof.slice(1), root],
                [leaf, index, size, proof.slice(0, -1), root],
              ] as [Uint8Array, number, number, readonly Uint8Array[], Uint8Array][])
            : []),
        ];
        expect(others.map((one) => verifyInclusion(...one))).toEqual(others.map(() => false));
        for (let other = -1; other <= size; other += 1) {
          if (other !== index) expect(verifyInclusion(leaf, other, size, proof, root)).toBe(false);
        }
      }
    }
  });

  it('verifies no other history', () => {
    const flip = (hash: Uint8Array): Buffer =>
      Buffer.from(hash.map((byte, at) => (at === 0 ? byte ^ 128 : byte)));
    for (let newer = 2; newer <= 20; newer += 1) {
      for (let older = 1; older < newer; older += 1) {
        const proof = consistencyProof(older, newer, node);
        const [from, to] = [rootAt(older, node), rootAt(newer, node)];
        const others: [number, number, readonly Uint8Array[], Uint8Array, Uint8Array][] = [
          [older, newer, proof, flip(from), to],
          [older, newer, proof, from, flip(to)],
          [older, newer, [...proof, to], from, to],
          [older, newer, [to, ...proof], from, to],
          [older, newer, proof.slice(1), from, to],
          [older, newer, proof.slice(0, -1), from, to],
          [older, newer, [], from, to],
          [newer, older, proof, from, to],
          [0, newer, proof, from, to],
          [newer, newer, [], to, to],
          ...proof.map((_, at): [number, number, readonly Uint8Array[], Uint8Array, Uint8Array] => [
            older,
            newer,
            proof.map((hash, place) => (place === at ? flip(hash) : hash)),
            from,
            to,
          ]),
        ];
        expect(others.map((one) => verifyConsistency(...one))).toEqual(others.map(() => false));
      }
    }
  });

  it('refuses a place or a size that is not there', () => {
    for (const [index, size] of [
      [-1, 5],
      [5, 5],
      [0, 0],
    ] as const) {
      expect(() => inclusionProof(index, size, node)).toThrow(RangeError);
    }
    for (const [older, newer] of [
      [0, 5],
      [5, 5],
      [6, 5],
    ] as const) {
      expect(() => consistencyProof(older, newer, node)).toThrow(RangeError);
    }
  });
});

describe('what it costs', () => {
  const { node, reads } = build(Array.from({ length: 5000 }, (_, index) => Buffer.from(`${index}`)));
  const readsOf = (work: () => unknown): number => {
    const before = reads();
    work();
    return reads() - before;
  };

  it('is some nodes, about as many as the tree is high: for the root, a proof, the next append', () => {
    for (const size of [1, 2, 3, 1023, 1024, 1025, 4095, 4999, 5000]) {
      const height = Math.ceil(Math.log2(size)) + 1;
      expect(readsOf(() => rootAt(size, node))).toBeLessThanOrEqual(height);
      expect(readsOf(() => inclusionProof(size >> 1, size, node))).toBeLessThanOrEqual(2 * height);
      expect(readsOf(() => appendLeaf(size, Buffer.alloc(32), node))).toBeLessThanOrEqual(height);
      if (size > 1)
        expect(readsOf(() => consistencyProof(size >> 1 || 1, size, node))).toBeLessThanOrEqual(3 * height);
    }
  });

  it('can be told beforehand, so that a store asks once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), (size, any) => {
        const index = any % size;
        const asked = new Set(
          nodesRead((read) => inclusionProof(index, size, read)).map(
            ({ level, index: at }) => `${level}/${at}`,
          ),
        );
        const only: NodeReader = (level, at) => {
          if (!asked.has(`${level}/${at}`)) throw new Error('not told');
          return node(level, at);
        };
        expect(inclusionProof(index, size, only)).toEqual(inclusionProof(index, size, node));
      }),
      { numRuns: 50 },
    );
  });
});
