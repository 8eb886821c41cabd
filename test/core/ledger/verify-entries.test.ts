import { describe, expect, it } from 'vitest';
import { canonicalBytes } from '../../../src/core/ledger/canonical.ts';
import type { JsonObject } from '../../../src/core/ledger/json.ts';
import { must } from '../../../src/core/problem.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { lines } from './read-folder.ts';
import { SheetStory, THREE, tellStory } from './story.ts';
import { type Folder, relist, TestLedger } from './test-ledger.ts';

compareAtTheEnd();

const { ledger } = tellStory();
const SHEET = ledger.bundle('sheet/s_night');
const WHOLE = ledger.whole();
const SIZE = ledger.size;
const entryPath = (seq: number): string => `entries/${String(seq).padStart(9, '0')}.json`;
const sealed = (seq: number): string => entryPath(seq).replace('entries', 'sealed');
const proof = (seq: number): string => `proofs/${String(seq).padStart(9, '0')}.tlog-proof`;

function changed(base: Folder, change: (folder: Folder) => void): Folder {
  const folder = new Map(base);
  change(folder);
  relist(folder);
  return folder;
}

function edited(seq: number, change: JsonObject): (folder: Folder) => void {
  return (folder) => {
    const value = JSON.parse(Buffer.from(folder.get(entryPath(seq))!).toString()) as JsonObject;
    folder.set(entryPath(seq), must(canonicalBytes({ ...value, ...change })));
  };
}

describe('step 4: an entry in a bundle', () => {
  it.each<[string, (folder: Folder) => void, string]>([
    [
      'is canonical',
      (f) => f.set(entryPath(4), Buffer.concat([f.get(entryPath(4))!, Buffer.from(' ')])),
      'entry 4 json.form',
    ],
    ['has its members', edited(4, { more: 1 }), 'entry 4 entry.member'],
    ['is of this ledger', edited(4, { ledger: 'splitproof/x' }), 'entry 4 entry.ledger'],
    ['has the number of its file', edited(4, { seq: 5 }), 'entry 4 entry.number'],
    [
      'is not dated before an earlier one',
      edited(4, { at: '2026-11-26T12:00:00.000Z' }),
      'entry 4 entry.time',
    ],
    ['is the one in the ledger', edited(4, { at: ledger.entry(5).at }), 'entry 4 proof.wrong'],
    ['has a proof', (f) => f.delete(proof(4)), 'entry 4 proof.missing'],
    ['has a proof in its form', (f) => f.set(proof(4), Buffer.from('x')), 'entry 4 proof.form'],
    ['has its own proof', (f) => f.set(proof(4), f.get(proof(5))!), 'entry 4 proof.index'],
    [
      'has its proof against the newest head',
      (f) => f.set(proof(4), ledger.bundleUpTo('sheet/s_night', 12).get(proof(4))!),
      'entry 4 proof.checkpoint',
    ],
    [
      'has a proof that leads to the root',
      (f) =>
        f.set(
          proof(4),
          Buffer.from(
            Buffer.from(f.get(proof(4))!)
              .toString()
              .replace(/\n[^\n]{44}\n/, `\n${'A'.repeat(43)}=\n`),
          ),
        ),
      'entry 4 proof.wrong',
    ],
    [
      'comes with its proof',
      (f) => f.set(proof(900), f.get(proof(4))!),
      'proofs/000000900.tlog-proof proof.stray',
    ],
  ])('%s', (_, change, failure) => {
    const report = verifyTwice({ folder: changed(SHEET, change) });
    expect(lines(report.failures)).toEqual([`4 ${failure}`]);
    expect([...report.sheets()]).toEqual([]);
  });

  it('several at fault are all named, each once', () => {
    const folder = changed(SHEET, (f) => {
      for (const seq of [4, 7, 8]) edited(seq, { ledger: 'x', seq: 0 })(f);
      f.delete(proof(5));
    });
    expect(lines(verifyTwice({ folder }).failures)).toEqual([
      '4 entry 4 entry.first',
      '4 entry 5 proof.missing',
      '4 entry 7 entry.member',
      '4 entry 8 entry.member',
    ]);
  });

  it('is not judged by a proof whose file is at fault already, nor by a head that is', () => {
    const folder = new Map(SHEET);
    folder.set(proof(4), Buffer.from(folder.get(proof(4))!).reverse());
    expect(lines(verifyTwice({ folder }).failures)).toEqual([`1 ${proof(4)} bundle.hash`]);
    const headless = changed(SHEET, (f) => f.set(`checkpoints/${SIZE}.txt`, Buffer.from('x')));
    expect(lines(verifyTwice({ folder: headless }).failures)).toEqual([
      `3 checkpoints/${SIZE}.txt checkpoint.form`,
    ]);
  });

  it('whose file is at fault is not looked at, and no chain is judged without it', () => {
    const folder = new Map(SHEET);
    folder.set(entryPath(8), Buffer.from(folder.get(entryPath(8))!).reverse());
    expectSaid(verifyTwice({ folder }), { failures: [`1 ${entryPath(8)} bundle.hash`] });
  });
});

describe('step 4: the whole ledger', () => {
  const lined = (path: string, change: (all: string[]) => string[] | undefined): Folder =>
    changed(WHOLE, (f) => {
      const all = Buffer.from(f.get(path)!).toString().split('\n');
      f.set(path, Buffer.from((change(all) ?? all).join('\n')));
    });

  it.each<[string, Folder, readonly string[]]>([
    ['is there', changed(WHOLE, (f) => f.delete('ledger.jsonl')), ['4 ledger.jsonl ledger.missing']],
    [
      'has as many lines as the size',
      lined('ledger.jsonl', (all) => [...all.slice(0, -2), '']),
      ['4 ledger.jsonl ledger.lines', '5 sealed.jsonl sealed.lines'],
    ],
    [
      'ends with a newline',
      lined('ledger.jsonl', (all) => all.slice(0, -1)),
      ['4 ledger.jsonl ledger.line-end', '5 sealed.jsonl sealed.lines'],
    ],
    [
      'makes up the root',
      lined('ledger.jsonl', (all) => all.map((line) => line.replace('"language":"en"', '"language":"fr"'))),
      ['4 ledger.jsonl ledger.root'],
    ],
    [
      'has its entries in order',
      lined('ledger.jsonl', (all) => [all[0]!, all[2]!, all[1]!, ...all.slice(3)]),
      ['4 entry 1 entry.number', '4 entry 2 entry.number', '4 ledger.jsonl ledger.root'],
    ],
    [
      'has no empty line',
      lined('ledger.jsonl', (all) => [...all, '']),
      [`4 entry ${SIZE} json.syntax`, '4 ledger.jsonl ledger.lines', '5 sealed.jsonl sealed.lines'],
    ],
    [
      'begins with its key',
      lined('ledger.jsonl', (all) =>
        all.map((line, at) => (at === 0 ? line.replace(ledger.key, tellStory(5).ledger.key) : line)),
      ),
      ['2 entry 0 key.first', '4 ledger.jsonl ledger.root'],
    ],
  ])('%s', (_, folder, expected) => {
    expect(lines(verifyTwice({ folder }).failures)).toEqual(expect.arrayContaining([...expected]));
  });

  it('may be a single entry', () => {
    expectSaid(verifyTwice({ folder: new TestLedger().whole() }), {});
  });

  it('is not read past a line that no entry can be', () => {
    const folder = changed(WHOLE, (f) => f.set('ledger.jsonl', Buffer.alloc(1_200_000, 0x20)));
    expect(lines(verifyTwice({ folder }).failures)).toContain('4 ledger.jsonl json.too-long');
    const sealedToo = changed(WHOLE, (f) => f.set('sealed.jsonl', Buffer.alloc(1_200_000, 0x20)));
    expect(lines(verifyTwice({ folder: sealedToo }).failures)).toContain('5 sealed.jsonl json.too-long');
  });
});

describe('step 5: sealed parts', () => {
  it.each<[string, (folder: Folder) => void, string]>([
    ['are canonical', (f) => f.set(sealed(4), Buffer.from('{ }')), `5 ${sealed(4)} json.form`],
    ['have a salt', (f) => f.set(sealed(4), Buffer.from('{}')), `5 ${sealed(4)} sealed.salt`],
    ['are objects', (f) => f.set(sealed(4), Buffer.from('[]')), `5 ${sealed(4)} sealed.object`],
    [
      'are the ones of their entries',
      (f) => f.set(sealed(4), f.get(sealed(6))!),
      `5 ${sealed(4)} sealed.hash`,
    ],
    [
      'belong to an entry that has one',
      (f) => f.set(sealed(5), f.get(sealed(6))!),
      `5 ${sealed(5)} sealed.stray`,
    ],
    ['belong to an entry', (f) => f.set(sealed(900), f.get(sealed(6))!), `5 ${sealed(900)} sealed.stray`],
  ])('%s', (_, change, failure) => {
    expect(lines(verifyTwice({ folder: changed(SHEET, change) }).failures)).toEqual([failure]);
  });

  it('of a whole ledger stand line for line', () => {
    const all = Buffer.from(WHOLE.get('sealed.jsonl')!).toString().split('\n');
    const put = (next: readonly string[]): readonly string[] =>
      lines(
        verifyTwice({ folder: changed(WHOLE, (f) => f.set('sealed.jsonl', Buffer.from(next.join('\n')))) })
          .failures,
      );
    expect(put(all.slice(0, -1))).toEqual(['5 sealed.jsonl sealed.lines']);
    expect(put([...all, ''])).toEqual(['5 sealed.jsonl sealed.lines']);
    expect(put(all.slice(1))).toContain('5 sealed.jsonl sealed.lines');
    expect(put([...all.slice(0, -1), 'x'])).toEqual(['5 sealed.jsonl ledger.line-end']);
    expect(put(all.map((line, at) => (at === 5 ? all[4]! : line)))).toEqual(['5 entry 5 sealed.stray']);
    expect(put(all.map((line, at) => (at === 4 ? all[6]! : line)))).toEqual(['5 entry 4 sealed.hash']);
    expect(put(all.map(() => 'x'))).toContain('5 entry 7 json.syntax');
  });

  it('that are withheld are told, and change nothing where they are not needed', () => {
    const report = verifyTwice({ folder: changed(SHEET, (f) => [6, 7].map((seq) => f.delete(sealed(seq)))) });
    expectSaid(report, {});
    expect(report.notes).toMatchObject([
      { code: 'note.sealed-withheld', details: { count: 2, entries: '6-7' } },
    ]);
    const whole = verifyTwice({ folder: changed(WHOLE, (f) => f.delete('sealed.jsonl')) });
    expectSaid(whole, {});
    expect(whole.notes).toMatchObject([{ code: 'note.sealed-withheld' }]);
    const shut = ledger.rows.filter(({ sealed: part }) => part !== null).length;
    expect(whole.notes[0]?.details).toMatchObject({
      count: shut,
      entries: expect.stringMatching(/^1-4, 6-/),
    });
  });

  it('that were erased are told apart from those, and one that somebody kept is checked', () => {
    const { ledger: one } = tellStory(9);
    const kept = one.rows[1]!.sealed!;
    one.erase('person/p_ana', [1]);
    const folder = one.bundle('sheet/s_night');
    const report = verifyTwice({ folder });
    expectSaid(report, {});
    expect(report.notes).toMatchObject([{ code: 'note.sealed-erased', details: { count: 1, entries: '1' } }]);
    const back = verifyTwice({ folder: changed(folder, (f) => f.set(sealed(1), kept)) });
    expectSaid(back, {});
    expect(back.notes).toEqual([]);
    const wrong = verifyTwice({ folder: changed(folder, (f) => f.set(sealed(1), f.get(sealed(2))!)) });
    expect(lines(wrong.failures)).toEqual([`5 ${sealed(1)} sealed.hash`]);
  });
});

describe('what a later version wrote', () => {
  const withEntry = (value: JsonObject, more?: (story: SheetStory) => void) => {
    const told = tellStory(3);
    const seq = told.ledger.forge(value, null);
    more?.(told.story);
    return { ...told, seq };
  };

  it('is a gap in a whole ledger: an entry of version 2, or of an unknown type', () => {
    const two = withEntry({ v: 2, anything: [], subject: 'sheet/s_night' });
    expectSaid(verifyTwice({ folder: two.ledger.whole() }), { gaps: [`4 entry ${two.seq} entry.v`] });
    const strange = withEntry({ type: 'sheet.paused', subject: 'sheet/s_night' });
    const report = verifyTwice({ folder: strange.ledger.whole() });
    expectSaid(report, { gaps: [`4 entry ${strange.seq} entry.type`] });
    expect([...report.sheets()]).toHaveLength(3);
  });

  it('is a gap in a bundle as well, and its chain is followed around it', () => {
    const two = withEntry({ v: 2, subject: 'sheet/s_night' });
    expectSaid(verifyTwice({ folder: two.ledger.bundle('sheet/s_night') }), {
      gaps: [`4 entry ${two.seq} entry.v`],
    });
    const strange = withEntry({ type: 'sheet.paused', subject: 'sheet/s_night' }, (story) =>
      story.say('sheet.disputed', 2),
    );
    expectSaid(verifyTwice({ folder: strange.ledger.bundle('sheet/s_night') }), {
      gaps: [`4 entry ${strange.seq} entry.type`],
    });
  });

  it('may have a sealed part, whose hash must fit', () => {
    const told = tellStory(3);
    const seq = told.ledger.forge({ type: 'sheet.paused', subject: 'sheet/s_night' }, { why: 'x' });
    expectSaid(verifyTwice({ folder: told.ledger.whole() }), { gaps: [`4 entry ${seq} entry.type`] });
    const report = verifyTwice({
      folder: changed(told.ledger.bundle('sheet/s_night'), (f) => f.delete(sealed(seq))),
    });
    expectSaid(report, { gaps: [`4 entry ${seq} entry.type`] });
    expect(report.notes).toMatchObject([{ code: 'note.sealed-withheld', details: { entries: `${seq}` } }]);
  });

  it('must stand in its chain all the same, and be in order of time', () => {
    const wrong = withEntry({ type: 'sheet.paused', subject: 'sheet/s_night', prev: 3 });
    expectSaid(verifyTwice({ folder: wrong.ledger.whole() }), {
      failures: [`7 entry ${wrong.seq} chain.prev`],
      gaps: [`4 entry ${wrong.seq} entry.type`],
    });
    const early = withEntry({
      type: 'sheet.paused',
      subject: 'sheet/s_night',
      at: '2026-11-26T12:00:00.000Z',
    });
    expect(lines(verifyTwice({ folder: early.ledger.whole() }).failures)).toEqual([
      `4 entry ${early.seq} entry.time`,
    ]);
  });
});

describe('a frozen text that is not in the sealed part', () => {
  it('is read from texts/, and must have the right hash and the right last lines', () => {
    const { ledger: one, story } = tellStory(4);
    const version = one.rows.findIndex(
      ({ entry }) => entry.type === 'sheet.version' && entry.data.version === 2,
    );
    const base = one.bundle('sheet/s_night');
    const path = 'texts/s_night-v2.txt';
    const shut = changed(base, (f) => f.delete(sealed(version)));
    expectSaid(verifyTwice({ folder: shut }), {});
    const gone = changed(shut, (f) => f.delete(path));
    const report = verifyTwice({ folder: gone });
    expectSaid(report, { gaps: [`7 entry ${version} needed.text`] });
    expect(report.gaps[0]?.problem.details).toEqual({ sheet: 's_night', version: 2, how: 'withheld' });
    const other = changed(shut, (f) => f.set(path, Buffer.from(story.texts.get(1)!)));
    expectSaid(verifyTwice({ folder: other }), {
      failures: [`7 ${path} text.file-hash`],
      gaps: [`7 entry ${version} needed.text`],
    });
    const also = changed(base, (f) => f.set(path, Buffer.from(story.texts.get(1)!)));
    expectSaid(verifyTwice({ folder: also }), { failures: [`7 ${path} text.file-hash`] });
    const stray = changed(base, (f) => f.set('texts/s_night-v3.txt', f.get(path)!));
    expectSaid(verifyTwice({ folder: stray }), { failures: ['7 texts/s_night-v3.txt text.stray'] });
  });

  it('is wrong with other last lines, sealed part or not', () => {
    const one = new TestLedger({ seed: 5 });
    const story = new SheetStory(one, 's_1');
    const seq = story.version(1, THREE);
    const wrong = new TestLedger({ seed: 5 });
    const { data } = one.entry<'sheet.version'>(seq);
    const layers = { ...THREE, master: [['p_bo', '1/1']] as const };
    wrong.append(
      'sheet.version',
      'sheet/s_1',
      { ...data, layers },
      { text: story.texts.get(1)!, names: { p_ana: 'Ana', p_bo: 'Bo 李', p_chen: 'Chen' } },
    );
    const folder = wrong.bundle('sheet/s_1');
    expectSaid(verifyTwice({ folder }), { failures: ['7 entry 1 text.line'] });
    expectSaid(verifyTwice({ folder: changed(folder, (f) => f.delete(sealed(1))) }), {
      failures: ['7 entry 1 text.line'],
    });
  });
});
