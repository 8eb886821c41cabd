import { describe, expect, it } from 'vitest';
import { signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { sha256 } from '../../../src/core/ledger/hash.ts';
import { writeConsistency, writeProof } from '../../../src/core/ledger/proof.ts';
import { writeReceipt } from '../../../src/core/ledger/receipt.ts';
import { consistencyProof, inclusionProof } from '../../../src/core/ledger/tree.ts';
import type { Kept } from '../../../src/core/ledger/verify/older.ts';
import { verifyBundle } from '../../../src/core/ledger/verify.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { lines, readFolder } from './read-folder.ts';
import { tellStory } from './story.ts';
import { type Folder, privateKey, relist } from './test-ledger.ts';

compareAtTheEnd();

const { ledger, receipts } = tellStory();
const SHEET = ledger.bundle('sheet/s_night');
const WHOLE = ledger.whole();
const SIZE = ledger.size;
const SENT = receipts[0]!.size;

function changed(base: Folder, change: (folder: Folder) => void): Folder {
  const folder = new Map(base);
  change(folder);
  relist(folder);
  return folder;
}
const head = (size: number, key = ledger.privateKey): Buffer =>
  Buffer.from(signCheckpoint({ origin: ledger.origin, size, root: sha256('another') }, key));
const keep = (bytes: Uint8Array, name = 'kept'): readonly Kept[] => [{ name, bytes }];

describe('step 6: the heads of a bundle', () => {
  const path = `consistency/${SENT}-${SIZE}.txt`;
  const proof = (older: number, newer: number): Buffer =>
    Buffer.from(writeConsistency(older, newer, consistencyProof(older, newer, ledger.node)));

  it('are joined by proofs', () => {
    expect(SHEET.has(path)).toBe(true);
    expectSaid(verifyTwice({ folder: SHEET }), {});
    expectSaid(verifyTwice({ folder: WHOLE }), {});
  });

  it.each<[string, (folder: Folder) => void, string]>([
    ['missing', (f) => f.delete(path), `checkpoints/${SENT}.txt consistency.missing`],
    ['no proof', (f) => f.set(path, Buffer.from('x')), `${path} consistency.form`],
    ['for other sizes', (f) => f.set(path, proof(3, SIZE)), `${path} consistency.file-name`],
    ['to another size', (f) => f.set(path, proof(SENT, SIZE - 1)), `${path} consistency.file-name`],
    [
      'wrong',
      (f) =>
        f.set(
          path,
          Buffer.from(
            Buffer.from(f.get(path)!)
              .toString()
              .replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(43)}=\n`),
          ),
        ),
      `${path} consistency.wrong`,
    ],
    ['without its head', (f) => f.delete(`checkpoints/${SENT}.txt`), `${path} consistency.stray`],
    [
      'not to the newest',
      (f) => f.set(`consistency/${SENT}-${SIZE - 1}.txt`, proof(SENT, SIZE - 1)),
      `consistency/${SENT}-${SIZE - 1}.txt consistency.stray`,
    ],
    [
      'of a head of another history',
      (f) => f.set(`checkpoints/${SENT}.txt`, head(SENT)),
      `${path} consistency.wrong`,
    ],
  ])('a proof that is %s is named', (_, change, failure) => {
    expectSaid(verifyTwice({ folder: changed(SHEET, change) }), { failures: [`6 ${failure}`] });
  });

  it('of a whole ledger are recomputed', () => {
    const folder = changed(WHOLE, (f) => f.set(`checkpoints/${SENT}.txt`, head(SENT)));
    expectSaid(verifyTwice({ folder }), { failures: [`6 checkpoints/${SENT}.txt consistency.root`] });
    const more = changed(WHOLE, (f) => f.set('checkpoints/5.txt', Buffer.from(ledger.checkpoint(5).text)));
    expectSaid(verifyTwice({ folder: more }), {});
  });

  it('are not held against a newest one that is at fault itself', () => {
    const folder = changed(SHEET, (f) => f.set(`checkpoints/${SIZE}.txt`, Buffer.from('x')));
    expect(lines(verifyTwice({ folder, older: keep(receipts[0]!.bytes) }).failures)).toEqual([
      `3 checkpoints/${SIZE}.txt checkpoint.form`,
    ]);
  });
});

describe.each([
  ['a bundle', SHEET],
  ['a whole ledger', WHOLE],
])('step 6: what somebody kept, against %s', (kind, folder) => {
  const isWhole = kind === 'a whole ledger';
  const said = (bytes: Uint8Array) => verifyTwice({ folder, older: keep(bytes) });

  it('every receipt and every head that was given out agrees', () => {
    for (const { bytes, size } of receipts) {
      expectSaid(said(bytes), {});
      expectSaid(said(Buffer.from(ledger.checkpoint(size).text)), {});
    }
    expectSaid(said(Buffer.from(ledger.checkpoint().text)), {});
  });

  it('a head of the same size with another root proves two histories', () => {
    expectSaid(said(head(SIZE)), { failures: ['6 kept older.differs'] });
  });

  it('a smaller head of another history does not fit', () => {
    expectSaid(said(head(SENT)), { failures: ['6 kept older.wrong'] });
  });

  it('a larger one cannot be compared: ask for a newer bundle', () => {
    expectSaid(said(head(SIZE + 1)), { gaps: ['6 kept older.larger'] });
  });

  it('a smaller one without a proof cannot be compared, unless everything is here', () => {
    const bytes = Buffer.from(ledger.checkpoint(5).text);
    expectSaid(said(bytes), isWhole ? {} : { gaps: ['6 kept older.unproven'] });
    expectSaid(
      said(head(5)),
      isWhole ? { failures: ['6 kept older.wrong'] } : { gaps: ['6 kept older.unproven'] },
    );
  });

  it('what another key signed, or nobody, is a failure', () => {
    expectSaid(said(head(SENT, privateKey(Buffer.alloc(32, 3)))), { failures: ['6 kept older.signature'] });
    const bytes = Buffer.from(receipts[0]!.bytes);
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) === 65 ? 66 : 65;
    expectSaid(said(bytes), { failures: ['6 kept older.signature'] });
  });

  it('what is neither a receipt nor a head is a failure', () => {
    expectSaid(said(Buffer.from('hello')), { failures: ['6 kept receipt.form'] });
    expectSaid(said(Buffer.alloc(0)), { failures: ['6 kept receipt.form'] });
    expectSaid(said(Buffer.from('{"a":1}\n')), { failures: ['6 kept entry.member'] });
  });

  it('what is of another ledger ends everything', () => {
    const other = tellStory(2, 'splitproof/t_other');
    for (const bytes of [other.receipts[0]!.bytes, Buffer.from(other.ledger.checkpoint().text)]) {
      expect(verifyBundle({ reader: readFolder(folder), older: keep(bytes, 'theirs') })).toEqual({
        wrongLedger: { name: 'theirs', ledger: 'splitproof/t_other' },
      });
    }
  });

  it('several are each compared, and each fault is named', () => {
    const older = [
      { name: 'a', bytes: head(SENT) },
      { name: 'b', bytes: Buffer.from('x') },
      { name: 'c', bytes: receipts[1]!.bytes },
      { name: 'd', bytes: head(SIZE + 9) },
    ];
    const report = verifyTwice({ folder, older });
    expect([...lines(report.failures)].sort()).toEqual(['6 a older.wrong', '6 b receipt.form']);
    expect(lines(report.gaps)).toEqual(['6 d older.larger']);
  });
});

describe('step 6: the entry of a receipt', () => {
  it('that is here and reads otherwise is a fork', () => {
    const fork = tellStory(1).ledger;
    const one = fork.append('settings.changed', 'team', { zone: 'A' });
    const receipt = fork.receipt(one);
    const second = tellStory(1).ledger;
    second.append('settings.changed', 'team', { zone: 'B' });
    second.append('settings.changed', 'team', { zone: 'C' });
    for (const folder of [second.whole(), second.bundle('team')]) {
      const report = verifyTwice({ folder, older: keep(receipt) });
      expect(report.verdict).not.toBe('verified');
    }
    const whole = verifyTwice({ folder: second.whole(), older: keep(receipt) });
    expect(lines(whole.failures)).toEqual(['6 kept older.wrong']);
    const larger = verifyTwice({
      folder: second.whole(one + 1),
      older: keep(Buffer.from(fork.receipt(one, one + 1))),
    });
    expect(lines(larger.failures)).toEqual(['6 kept older.differs']);
  });

  it('is compared also where the heads cannot be', () => {
    const fork = tellStory(1).ledger;
    const one = fork.append('settings.changed', 'team', { zone: 'A' });
    for (let more = 0; more < 9; more += 1) fork.append('settings.changed', 'team', { zone: 'A' });
    const receipt = fork.receipt(one);
    const second = tellStory(1).ledger;
    second.append('settings.changed', 'team', { zone: 'B' });
    for (const folder of [second.whole(), second.bundle('team')]) {
      expectSaid(verifyTwice({ folder, older: keep(receipt) }), {
        failures: ['6 kept older.entry-differs'],
        gaps: ['6 kept older.larger'],
      });
    }
  });

  it('belongs here by its subject, and is missed', () => {
    const { ledger: one } = tellStory(12);
    const folder = one.bundle('sheet/s_night');
    const late = one.append('person.unlinked', 'person/p_ana', { person: 'p_ana', link: 1 });
    const hidden = new Map(folder);
    expectSaid(verifyTwice({ folder: hidden, older: keep(one.receipt(late)) }), {
      gaps: ['6 kept older.larger'],
    });
    // The operator left an entry of a held chain out and closed the bundle over it.
    const { ledger: liar } = tellStory(12);
    const unlinked = liar.append('person.unlinked', 'person/p_ana', { person: 'p_ana', link: 1 });
    const receipt = liar.receipt(unlinked);
    const ends = {
      'sheet/s_night': liar.newest('sheet/s_night')!,
      'person/p_ana': 1,
      'person/p_bo': liar.newest('person/p_bo')!,
      'person/p_dee': 3,
    };
    liar.append('exported', 'sheet/s_night', { ends, pdf: null, by: null });
    const bundle = changed(liar.bundleUpTo('sheet/s_night', liar.size), (f) => {
      const digits = String(unlinked).padStart(9, '0');
      for (const path of [`entries/${digits}.json`, `proofs/${digits}.tlog-proof`]) f.delete(path);
    });
    expectSaid(verifyTwice({ folder: bundle }), {});
    expect(lines(verifyTwice({ folder: bundle, older: keep(receipt) }).failures)).toEqual([
      '6 kept older.entry-missing',
    ]);
  });

  it('of another subject need not be here', () => {
    const report = verifyTwice({ folder: ledger.bundle('person/p_ana'), older: keep(receipts[0]!.bytes) });
    expect(report.failures).toEqual([]);
  });

  it('of a later version is compared by its number alone', () => {
    const { ledger: one } = tellStory(13);
    const seq = one.forge({ v: 2, subject: 'sheet/s_night' });
    const text = one.checkpoint().text;
    const receipt = writeReceipt(
      one.rows[seq]!.bytes,
      writeProof(seq, inclusionProof(seq, one.size, one.node), text),
    );
    expectSaid(verifyTwice({ folder: one.whole(), older: keep(receipt) }), {
      gaps: [`4 entry ${seq} entry.v`],
    });
    const second = tellStory(13).ledger;
    second.forge({ v: 3, subject: 'sheet/s_night' });
    expect(lines(verifyTwice({ folder: second.whole(), older: keep(receipt) }).failures)).toEqual([
      '6 kept older.differs',
    ]);
  });
});
