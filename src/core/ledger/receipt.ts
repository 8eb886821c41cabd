import { bad, good, type Parsed } from '../problem.ts';
import { MAX_JSON_BYTES } from './canonical.ts';
import { type EntryReading, readEntry } from './entry.ts';
import { leafHash } from './hash.ts';
import { type InclusionProof, MAX_PROOF_BYTES, parseProof } from './proof.ts';
import { verifyInclusion } from './tree-proofs.ts';

export const MAX_RECEIPT_BYTES = MAX_JSON_BYTES + 1 + MAX_PROOF_BYTES;

/** What a person gets for an entry, and keeps: the entry, and the proof that it is in the ledger. */
export type Receipt = {
  readonly bytes: Uint8Array;
  readonly reading: EntryReading;
  readonly proof: InclusionProof;
};

/** @param entry canonical bytes. @param proof the text of its tlog-proof */
export function writeReceipt(entry: Uint8Array, proof: string): Buffer {
  return Buffer.concat([entry, Buffer.from(`\n${proof}`, 'utf8')]);
}

/**
 * Take a receipt apart, and see that it holds in itself: the entry is one, the proof is for its number and its
 * ledger, and leads from it to the root. The signature is another question, see `isSignedBy`.
 */
export function parseReceipt(bytes: Uint8Array): Parsed<Receipt> {
  const end = bytes.indexOf(0x0a);
  if (end < 0 || bytes.length > MAX_RECEIPT_BYTES) return bad('receipt.form');
  const entry = bytes.subarray(0, end);
  const reading = readEntry(entry);
  if (!reading.ok) return reading;
  const parsed = parseProof(bytes.subarray(end + 1));
  if (!parsed.ok) return parsed;
  const proof = parsed.value;
  const { index, hashes, checkpoint } = proof;
  if (reading.value.kind !== 'newer') {
    const { seq, ledger } = reading.value.entry;
    if (seq !== index) return bad('proof.index', { index, seq });
    if (ledger !== checkpoint.origin) return bad('entry.ledger', { ledger });
  }
  if (!verifyInclusion(leafHash(entry), index, checkpoint.size, hashes, checkpoint.root)) {
    return bad('proof.wrong');
  }
  return good({ bytes: entry, reading: reading.value, proof });
}
