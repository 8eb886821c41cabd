import { bad, good, type Parsed } from '../problem.ts';
import { type Checkpoint, MAX_CHECKPOINT_BYTES, parseCheckpoint } from './checkpoint.ts';
import { isSeq, readHash, readNumber, writeHash } from './grammar.ts';

const HEADING = 'c2sp.org/tlog-proof@v1';
const CONSISTENCY_HEADING = 'splitproof-consistency/1';

/** More than any path in a tree of 10^9 leaves; a consistency proof has at most one more than twice the height. */
const MAX_HASHES = 64;
/** Of a proof of either kind, with its lines and its checkpoint. */
export const MAX_PROOF_BYTES = 64 + MAX_HASHES * 45 + MAX_CHECKPOINT_BYTES;

/** That an entry is in the ledger: C2SP's tlog-proof, version 1, without `extra`. */
export type InclusionProof = {
  readonly index: number;
  readonly hashes: readonly Buffer[];
  readonly checkpoint: Checkpoint;
};

export type ConsistencyProof = {
  readonly older: number;
  readonly newer: number;
  readonly hashes: readonly Buffer[];
};

/** @param checkpoint its text. @see https://c2sp.org/tlog-proof */
export function writeProof(index: number, hashes: readonly Uint8Array[], checkpoint: string): string {
  return `${HEADING}\nindex ${index}\n${hashLines(hashes)}\n${checkpoint}`;
}

/** Take a `.tlog-proof` apart, exactly as `writeProof` writes it. */
export function parseProof(bytes: Uint8Array): Parsed<InclusionProof, 'proof.form' | 'checkpoint.form'> {
  if (bytes.length > MAX_PROOF_BYTES) return bad('proof.form');
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const gap = whole.indexOf('\n\n');
  if (gap < 0) return bad('proof.form');
  const [heading, indexLine = '', ...hashTexts] = whole.toString('latin1', 0, gap).split('\n');
  const index = indexLine.startsWith('index ') ? readNumber(indexLine.slice('index '.length)) : null;
  const hashes = readHashes(hashTexts);
  if (heading !== HEADING || !isSeq(index) || hashes === null) return bad('proof.form');
  const checkpoint = parseCheckpoint(whole.subarray(gap + 2));
  if (!checkpoint.ok) return checkpoint;
  return good({ index, hashes, checkpoint: checkpoint.value });
}

export function writeConsistency(older: number, newer: number, hashes: readonly Uint8Array[]): string {
  return `${CONSISTENCY_HEADING}\n${older} ${newer}\n${hashLines(hashes)}`;
}

/** Take a consistency proof apart, exactly as `writeConsistency` writes it. */
export function parseConsistency(bytes: Uint8Array): Parsed<ConsistencyProof, 'consistency.form'> {
  const form = bad('consistency.form');
  if (bytes.length > MAX_PROOF_BYTES) return form;
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const [heading, sizes = '', ...hashTexts] = lines;
  if (heading !== CONSISTENCY_HEADING || hashTexts.pop() !== '') return form;
  const [older = null, newer = null, ...more] = sizes.split(' ').map(readNumber);
  const hashes = readHashes(hashTexts);
  if (older === null || newer === null || more.length > 0 || hashes === null) return form;
  return older >= 1 && older < newer ? good({ older, newer, hashes }) : form;
}

function hashLines(hashes: readonly Uint8Array[]): string {
  return hashes.map((hash) => `${writeHash(hash)}\n`).join('');
}

function readHashes(lines: readonly string[]): readonly Buffer[] | null {
  if (lines.length > MAX_HASHES) return null;
  const hashes = lines.map(readHash).filter((hash) => hash !== null);
  return hashes.length === lines.length ? hashes : null;
}
