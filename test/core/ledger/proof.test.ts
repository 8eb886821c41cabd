import { describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { sha256 } from '../../../src/core/ledger/hash.ts';
import {
  parseConsistency,
  parseProof,
  writeConsistency,
  writeProof,
} from '../../../src/core/ledger/proof.ts';
import { parseReceipt, writeReceipt } from '../../../src/core/ledger/receipt.ts';
import { inclusionProof } from '../../../src/core/ledger/tree.ts';
import { must } from '../../../src/core/problem.ts';
import { tellStory } from './story.ts';
import { privateKey, TestLedger } from './test-ledger.ts';

const CHECKPOINT = signCheckpoint(
  { origin: 'o/1', size: 9, root: sha256('root') },
  privateKey(Buffer.alloc(32, 1)),
);
const HASHES = [sha256('a'), sha256('b'), sha256('c')];
const PROOF = writeProof(5, HASHES, CHECKPOINT);
const codeOf = (text: string | Uint8Array): string => {
  const parsed = parseProof(Buffer.from(text));
  return parsed.ok ? 'ok' : parsed.problem.code;
};

describe('a tlog-proof', () => {
  it('is written as C2SP says, and read back', () => {
    const [a, b, c] = HASHES.map((hash) => hash.toString('base64'));
    expect(PROOF).toBe(`c2sp.org/tlog-proof@v1\nindex 5\n${a}\n${b}\n${c}\n\n${CHECKPOINT}`);
    expect(must(parseProof(Buffer.from(PROOF)))).toMatchObject({
      index: 5,
      hashes: HASHES,
      checkpoint: { text: CHECKPOINT },
    });
  });

  it('may have no hashes, and may stand in the middle of a buffer', () => {
    const alone = writeProof(0, [], CHECKPOINT);
    expect(alone.startsWith('c2sp.org/tlog-proof@v1\nindex 0\n\no/1\n')).toBe(true);
    const within = new Uint8Array(Buffer.from(`\n\n${alone}`)).subarray(2);
    expect(must(parseProof(within))).toMatchObject({ index: 0, hashes: [] });
  });

  it.each([
    ['another heading', PROOF.replace('@v1', '@v2'), 'proof.form'],
    ['extra data', PROOF.replace('index', 'extra AAAA\nindex'), 'proof.form'],
    ['no index', PROOF.replace('index 5\n', ''), 'proof.form'],
    ['an index with a zero before', PROOF.replace('index 5', 'index 05'), 'proof.form'],
    ['an index beyond the limit', PROOF.replace('index 5', 'index 1000000000'), 'proof.form'],
    ['an index in capitals', PROOF.replace('index 5', 'Index 5'), 'proof.form'],
    ['a word more', PROOF.replace('index 5', 'index 5 '), 'proof.form'],
    ['a hash that is short', PROOF.replace(HASHES[0]!.toString('base64'), 'AAAA'), 'proof.form'],
    ['CR LF', PROOF.replaceAll('\n', '\r\n'), 'proof.form'],
    ['no checkpoint', PROOF.slice(0, PROOF.indexOf('\n\n') + 2), 'checkpoint.form'],
    ['no empty line', PROOF.slice(0, PROOF.indexOf('\n\n')), 'proof.form'],
    ['a newline more', `${PROOF}\n`, 'checkpoint.form'],
    ['65 hashes', writeProof(5, Array<Buffer>(65).fill(HASHES[0]!), CHECKPOINT), 'proof.form'],
    ['too many bytes', PROOF + 'x'.repeat(5000), 'proof.form'],
    ['nothing', '', 'proof.form'],
  ])('with %s is refused', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('of 64 hashes is read', () => {
    expect(codeOf(writeProof(5, Array<Buffer>(64).fill(HASHES[0]!), CHECKPOINT))).toBe('ok');
    expect(codeOf(writeProof(999_999_999, [], CHECKPOINT))).toBe('ok');
  });
});

describe('a consistency proof', () => {
  const text = writeConsistency(3, 9, HASHES);
  const read = (of: string): string => {
    const parsed = parseConsistency(Buffer.from(of));
    return parsed.ok ? 'ok' : parsed.problem.code;
  };

  it('is a heading, the two sizes, and a hash on each line', () => {
    expect(text).toBe(
      `splitproof-consistency/1\n3 9\n${HASHES.map((hash) => `${hash.toString('base64')}\n`).join('')}`,
    );
    expect(must(parseConsistency(Buffer.from(text)))).toEqual({ older: 3, newer: 9, hashes: HASHES });
    expect(must(parseConsistency(Buffer.from(writeConsistency(1, 2, []))))).toEqual({
      older: 1,
      newer: 2,
      hashes: [],
    });
  });

  it.each([
    ['another version', text.replace('/1', '/2')],
    ['equal sizes', text.replace('3 9', '9 9')],
    ['falling sizes', text.replace('3 9', '9 3')],
    ['a size of 0', text.replace('3 9', '0 9')],
    ['three sizes', text.replace('3 9', '3 9 10')],
    ['one size', text.replace('3 9', '3')],
    ['two spaces', text.replace('3 9', '3  9')],
    ['a zero before', text.replace('3 9', '03 9')],
    ['no newline at the end', text.slice(0, -1)],
    ['an empty line at the end', `${text}\n`],
    ['a hash that is none', text.replace(/=\n/, '\n')],
    ['only a heading', 'splitproof-consistency/1\n'],
    ['65 hashes', writeConsistency(3, 9, Array<Buffer>(65).fill(HASHES[0]!))],
    ['too many bytes', text + 'x'.repeat(5000)],
    ['nothing', ''],
  ])('with %s is refused', (_, changed) => {
    expect(read(changed)).toBe('consistency.form');
  });
});

describe('a receipt', () => {
  const { ledger, receipts } = tellStory();
  const { seq, bytes } = receipts[5]!;
  const codeOfReceipt = (of: Uint8Array): string => {
    const parsed = parseReceipt(of);
    return parsed.ok ? 'ok' : parsed.problem.code;
  };

  it('is the entry, a newline, and its proof', () => {
    const receipt = must(parseReceipt(bytes));
    expect(receipt.bytes).toEqual(ledger.rows[seq]!.bytes);
    expect(receipt.reading).toMatchObject({ kind: 'known', entry: { seq } });
    expect(receipt.proof.index).toBe(seq);
    expect(bytes.subarray(receipt.bytes.length, receipt.bytes.length + 6).toString()).toBe('\nc2sp.');
  });

  it('fails when any byte is another one, but for the signature, which is asked elsewhere', () => {
    const signature = bytes.length - 1 - 92;
    const wrong = Array.from({ length: signature }, (_, at) => {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return codeOfReceipt(changed);
    });
    expect(wrong).not.toContain('ok');
  });

  it('fails with the proof of another entry, or of another ledger', () => {
    const other = new TestLedger({ origin: 'splitproof/t_other' });
    const foreign = writeProof(seq, [], other.checkpoint().text);
    const neighbor = writeProof(
      seq - 1,
      inclusionProof(seq - 1, ledger.size, ledger.node),
      ledger.checkpoint().text,
    );
    const entry = ledger.rows[seq]!.bytes;
    expect(codeOfReceipt(writeReceipt(entry, neighbor))).toBe('proof.index');
    expect(codeOfReceipt(writeReceipt(entry, foreign))).toBe('entry.ledger');
    expect(codeOfReceipt(writeReceipt(entry, writeProof(seq, [], ledger.checkpoint().text)))).toBe(
      'proof.wrong',
    );
  });

  it('fails without its parts', () => {
    expect(codeOfReceipt(ledger.rows[seq]!.bytes)).toBe('receipt.form');
    expect(codeOfReceipt(Buffer.concat([ledger.rows[seq]!.bytes, Buffer.from('\n')]))).toBe('proof.form');
    expect(codeOfReceipt(Buffer.from('{}\n'))).toBe('entry.member');
    expect(codeOfReceipt(Buffer.alloc(2_000_000, 0x0a))).toBe('receipt.form');
  });
});
