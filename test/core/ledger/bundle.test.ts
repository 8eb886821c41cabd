import { describe, expect, it } from 'vitest';
import {
  filesOf,
  gatherRows,
  nextExport,
  textsOf,
  type Wanted,
} from '../../../src/core/ledger/bundle-contents.ts';
import { parseCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { sha256Hex } from '../../../src/core/ledger/hash.ts';
import { must } from '../../../src/core/problem.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { SheetStory, tellStory } from './story.ts';
import { readListing, TestLedger } from './test-ledger.ts';

compareAtTheEnd();

describe('the bundle of a sheet', () => {
  const { ledger, receipts } = tellStory();
  const folder = ledger.bundle('sheet/s_night');
  const about = (subject: string): readonly number[] =>
    ledger.rows.filter(({ entry }) => entry.subject === subject).map(({ entry }) => entry.seq);

  it('holds entry 0, its chain, the chains of its parties and delegates, and the stored file', () => {
    const stored = ledger.rows.find(({ entry }) => entry.type === 'file.stored')!.entry.seq;
    const expected = [
      0,
      stored,
      ...['sheet/s_night', 'person/p_ana', 'person/p_bo', 'person/p_dee'].flatMap(about),
    ].sort((a, b) => a - b);
    const held = [...folder.keys()]
      .flatMap((path) => /^entries\/(\d+)\.json$/.exec(path)?.[1] ?? [])
      .map(Number);
    expect(held).toEqual(expected);
    expect(about('sheet/s_other').some((seq) => held.includes(seq))).toBe(false);
  });

  it('has a file for everything, sorted, and nothing else', () => {
    const kinds = Object.groupBy(folder.keys(), (path) => path.split('/')[0]!);
    expect(Object.keys(kinds).sort()).toEqual([
      'README.txt',
      'bundle.json',
      'checkpoints',
      'consistency',
      'entries',
      'files',
      'proofs',
      'sealed',
      'texts',
    ]);
    expect([...folder.keys()]).toEqual([...folder.keys()].sort());
    expect(kinds.texts).toEqual(['texts/s_night-v1.txt', 'texts/s_night-v2.txt']);
    expect(kinds.proofs).toHaveLength(kinds.entries!.length);
    const listing = readListing(folder);
    expect(Object.keys(listing.files).sort()).toEqual(
      [...folder.keys()].filter((path) => path !== 'bundle.json').sort(),
    );
    expect(listing).toMatchObject({
      ledger: ledger.origin,
      key: ledger.key,
      subject: 'sheet/s_night',
      checkpoint: `checkpoints/${ledger.size}.txt`,
    });
    for (const [path, { size, sha256 }] of Object.entries(listing.files)) {
      expect([size, sha256]).toEqual([folder.get(path)!.length, sha256Hex(folder.get(path)!)]);
    }
  });

  it('has every head that went out for its entries, each joined to the newest', () => {
    const sizes = new Set([...receipts.map(({ size }) => size), ledger.size]);
    const heads = [...folder].filter(([path]) => path.startsWith('checkpoints/'));
    expect(new Set(heads.map(([, bytes]) => must(parseCheckpoint(bytes)).size))).toEqual(sizes);
    expect([...folder.keys()].filter((path) => path.startsWith('consistency/'))).toHaveLength(sizes.size - 1);
  });

  it('is the same bytes when it is made again, and writes no entry when nothing is new', () => {
    const size = ledger.size;
    expect([...ledger.bundle('sheet/s_night')]).toEqual([...folder]);
    expect(ledger.size).toBe(size);
  });
});

describe('the next export', () => {
  const next = (ledger: TestLedger, subject: string, pdf: string | null = null) =>
    nextExport(subject, ledger.gather(subject), pdf, 'p_ana');

  it('names the ends of all chains that are held whole, its own included', () => {
    const { ledger } = tellStory();
    const ends = Object.fromEntries(
      ['sheet/s_night', 'person/p_ana', 'person/p_bo', 'person/p_dee'].map((subject) => [
        subject,
        ledger.newest(subject),
      ]),
    );
    expect(next(ledger, 'sheet/s_night', 'ab')).toEqual({
      kind: 'append',
      prev: ledger.newest('sheet/s_night'),
      data: { ends, pdf: 'ab', by: 'p_ana' },
    });
    expect(next(ledger, 'person/p_bo')).toMatchObject({
      data: { ends: { 'person/p_bo': ledger.newest('person/p_bo') } },
    });
    expect(next(ledger, 'sheet/none')).toBeNull();
  });

  it('is written again when something is new in any of the chains, or the PDF is another one', () => {
    const { ledger, story } = tellStory();
    ledger.bundle('sheet/s_night');
    const exported = ledger.entry(ledger.size - 1);
    ledger.append('settings.changed', 'team', {});
    expect(next(ledger, 'sheet/s_night')).toEqual({ kind: 'nothing-new', exported });
    expect(next(ledger, 'sheet/s_night', 'ab')).toMatchObject({ kind: 'append' });
    story.unlink('p_dee');
    expect(next(ledger, 'sheet/s_night')).toMatchObject({ kind: 'append', prev: exported.seq });
    ledger.bundle('sheet/s_night');
    story.say('sheet.disputed', 2);
    expect(next(ledger, 'sheet/s_night')).toMatchObject({ kind: 'append', prev: ledger.size - 1 });
    ledger.bundle('sheet/s_night');
    // A person who was not heard of before: one more chain.
    story.link('p_chen');
    expect(next(ledger, 'sheet/s_night')).toMatchObject({ kind: 'append' });
    expectSaid(verifyTwice({ folder: ledger.bundle('sheet/s_night') }), {});
  });
});

describe('gathering', () => {
  it('asks for the chain, then for people, then for what they name, and for nothing twice', () => {
    const { ledger } = tellStory();
    const asked: Wanted[] = [];
    const steps = gatherRows('sheet/s_night');
    let step = steps.next();
    while (step.done !== true) {
      asked.push(step.value);
      const { subjects, seqs } = step.value;
      step = steps.next(
        ledger.rows.filter(({ entry }) => subjects.includes(entry.subject) || seqs.includes(entry.seq)),
      );
    }
    const stored = ledger.rows.find(({ entry }) => entry.type === 'file.stored')!.entry.seq;
    const given = ledger.rows.find(({ entry }) => entry.type === 'person.delegated')!.entry.seq;
    expect(asked).toEqual(
      [
        { subjects: ['sheet/s_night'], seqs: [0] },
        { subjects: ['person/p_ana', 'person/p_bo', 'person/p_chen'], seqs: [2, 1, 3, given, stored] },
        { subjects: ['person/p_dee'], seqs: [] },
      ].map(({ subjects, seqs }) => ({ subjects, seqs: expect.arrayContaining(seqs) })),
    );
    expect(step.value.map(({ entry }) => entry.seq)).toEqual(
      [...new Set(step.value.map(({ entry }) => entry.seq))].sort((a, b) => a - b),
    );
  });

  it('of a person, or of the team, takes that chain alone', () => {
    const { ledger } = tellStory();
    expect(ledger.gather('person/p_bo').map(({ entry }) => entry.subject)).toEqual([
      'team',
      'person/p_bo',
      'person/p_bo',
    ]);
    expect(ledger.gather('team')).toHaveLength(1);
  });

  it('leaves out delegates that no mark relied on', () => {
    const ledger = new TestLedger();
    const story = new SheetStory(ledger, 's_1');
    for (const person of ['p_ana', 'p_eve']) story.link(person);
    story.delegate('p_ana', 'p_eve');
    story.version(1, { composition: [['p_ana', '1/1']] });
    expect(ledger.gather('sheet/s_1').some(({ entry }) => entry.subject === 'person/p_eve')).toBe(false);
  });

  it('names files and texts once, and no text that is not the frozen one', () => {
    const { ledger } = tellStory();
    const rows = ledger.gather('sheet/s_night');
    expect(filesOf([...rows, ...rows])).toEqual([...ledger.files.keys()]);
    expect(textsOf(rows).map(({ sheet, version }) => `${sheet} ${version}`)).toEqual([
      's_night 1',
      's_night 2',
    ]);
    expect(textsOf(rows.map((row) => ({ ...row, sealed: null })))).toEqual([]);
    const wrong = rows.map((row) => ({ ...row, sealed: Buffer.from('{"text":"another"}') }));
    expect(textsOf(wrong)).toEqual([]);
    expect(textsOf(rows.map((row) => ({ ...row, sealed: Buffer.from('{}') })))).toEqual([]);
  });
});

describe('a whole ledger', () => {
  it('is three files and its heads', () => {
    const { ledger } = tellStory();
    const folder = ledger.whole();
    const listing = readListing(folder);
    expect(listing).toMatchObject({ subject: 'ledger', checkpoint: `checkpoints/${ledger.size}.txt` });
    expect(Buffer.from(folder.get('ledger.jsonl')!).toString().split('\n')).toHaveLength(ledger.size + 1);
    expectSaid(verifyTwice({ folder }), {});
  });
});

it('says how sure each approval is, and takes every receipt that was given out', () => {
  const { ledger, receipts } = tellStory();
  const older = receipts.map(({ bytes }, index) => ({ name: `receipt ${index}`, bytes }));
  const grades = { p_ana: 'confirmed', p_bo: 'live', p_chen: 'attested' };
  for (const folder of [ledger.bundle('sheet/s_night'), ledger.whole()]) {
    const report = verifyTwice({ folder, key: ledger.key, older });
    expectSaid(report, {});
    const [first, second] = report.sheets();
    expect(first).toEqual({
      sheet: 's_night',
      version: 1,
      state: 'replaced',
      grades: { p_ana: 'live', p_bo: null, p_chen: null },
    });
    expect(second).toEqual({ sheet: 's_night', version: 2, state: 'completed', grades });
    expect(report).toMatchObject({ ledger: ledger.origin, key: ledger.key, size: ledger.size, notes: [] });
  }
});
