import { describe, expect, it } from 'vitest';
import { sha256, sha256Hex } from '../../../src/core/ledger/hash.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { lines } from './read-folder.ts';
import { SheetStory, tellStory } from './story.ts';
import { type Folder, relist, TestLedger } from './test-ledger.ts';

compareAtTheEnd();

const entryFiles = (seq: number): readonly string[] => {
  const digits = String(seq).padStart(9, '0');
  return [`entries/${digits}.json`, `sealed/${digits}.json`, `proofs/${digits}.tlog-proof`];
};

function without(base: Folder, ...seqs: readonly number[]): Folder {
  const folder = new Map(base);
  for (const path of seqs.flatMap(entryFiles)) folder.delete(path);
  relist(folder);
  return folder;
}

describe('step 7: a chain', () => {
  it('has no gap: an entry that is left out is missed by the next one', () => {
    const { ledger } = tellStory();
    const folder = ledger.bundle('sheet/s_night');
    expect(lines(verifyTwice({ folder: without(folder, 8) }).failures)).toEqual(['7 entry 10 chain.prev']);
    expect(lines(verifyTwice({ folder: without(folder, 4) }).failures)).toContain('7 entry 5 chain.prev');
    expect(verifyTwice({ folder: without(folder, ledger.size - 1) }).verdict).toBe('cannot say');
  });

  it('of a whole ledger is checked for every subject', () => {
    for (const [prev, at] of [
      [null, 1],
      [0, 1],
      [2, 1],
    ] as const) {
      const ledger = new TestLedger();
      const story = new SheetStory(ledger, 's_1');
      story.link('p_ana');
      story.link('p_bo');
      const seq = ledger.forge({
        type: 'person.unlinked',
        subject: 'person/p_ana',
        prev,
        data: { person: 'p_ana', link: at },
      });
      expectSaid(verifyTwice({ folder: ledger.whole() }), { failures: [`7 entry ${seq} chain.prev`] });
    }
  });

  it('that is not held whole must still not contradict what is here', () => {
    const build = (prev: number | null): Folder => {
      const ledger = new TestLedger();
      const story = new SheetStory(ledger, 's_1');
      ledger.append('settings.changed', 'team', { zone: 'x' });
      story.version(1, { composition: [['p_ana', '1/1']] });
      const file = ledger.forge({
        type: 'file.stored',
        subject: 'file/f',
        prev,
        data: { sha256: sha256Hex('x'), size: 1, media_type: 'a/b' },
      });
      ledger.files.set(sha256Hex('x'), Buffer.from('x'));
      story.attest('p_ana', 1, file);
      return ledger.bundle('sheet/s_1');
    };
    expectSaid(verifyTwice({ folder: build(null) }), {});
    expectSaid(verifyTwice({ folder: build(1) }), {});
    expectSaid(verifyTwice({ folder: build(2) }), { failures: ['7 entry 3 chain.between'] });
    expectSaid(verifyTwice({ folder: build(0) }), { failures: ['7 entry 3 chain.between'] });
  });
});

describe('step 7: an export', () => {
  const taken = (
    ends: (right: Record<string, number>) => Record<string, number>,
  ): { ledger: TestLedger; seq: number } => {
    const { ledger } = tellStory(6);
    const right = { 'sheet/s_night': 20, 'person/p_ana': 1, 'person/p_bo': 13, 'person/p_dee': 3 };
    for (const subject of Object.keys(right) as (keyof typeof right)[])
      right[subject] = ledger.newest(subject)!;
    const seq = ledger.append('exported', 'sheet/s_night', { ends: ends(right), pdf: null, by: 'p_ana' });
    return { ledger, seq };
  };
  const both = ({ ledger }: { ledger: TestLedger }): readonly Folder[] => [
    ledger.whole(),
    ledger.bundleUpTo('sheet/s_night', ledger.size),
  ];

  it('names the newest entry of each chain', () => {
    for (const folder of both(taken((right) => right))) expectSaid(verifyTwice({ folder }), {});
  });

  it.each<[string, (right: Record<string, number>) => Record<string, number>, string]>([
    ['an older entry', (right) => ({ ...right, 'person/p_bo': 2 }), 'chain.end'],
    ['an entry about something else', (right) => ({ ...right, 'person/p_ana': 2 }), 'chain.end'],
    ['an entry that is not there', (right) => ({ ...right, 'person/p_zoe': 5 }), 'chain.end'],
    ['its own number', (right) => ({ ...right, 'person/p_ana': 23 }), 'chain.end'],
    ['a later number', (right) => ({ ...right, 'person/p_ana': 900 }), 'chain.end'],
    ['not its own subject', ({ 'sheet/s_night': own, ...right }) => right, 'chain.own'],
    ['an older end of its own', (right) => ({ ...right, 'sheet/s_night': 4 }), 'chain.own'],
  ])('and not %s', (_, ends, code) => {
    const one = taken(ends);
    for (const folder of both(one))
      expect(lines(verifyTwice({ folder }).failures)).toContain(`7 entry ${one.seq} ${code}`);
  });

  it('that leaves out a person cannot show that the account still held', () => {
    const one = taken(({ 'person/p_ana': ana, ...right }) => right);
    expectSaid(verifyTwice({ folder: one.ledger.whole() }), {});
    const report = verifyTwice({ folder: one.ledger.bundleUpTo('sheet/s_night', one.ledger.size) });
    expect(report.verdict).toBe('cannot say');
    expect(new Set(report.gaps.map(({ problem }) => problem.code))).toEqual(new Set(['needed.chain']));
  });

  it('of before must be right as well, as far as its chains are here', () => {
    const { ledger } = tellStory(6);
    ledger.append('exported', 'sheet/s_night', {
      ends: { 'sheet/s_night': ledger.newest('sheet/s_night')!, 'sheet/s_far': 0 },
      pdf: null,
      by: null,
    });
    const wrong = ledger.size - 1;
    expectSaid(verifyTwice({ folder: ledger.bundle('sheet/s_night') }), {
      failures: [`7 entry ${wrong} chain.end`],
    });
    const far = tellStory(6).ledger;
    far.append('exported', 'sheet/s_night', {
      ends: { 'sheet/s_night': far.newest('sheet/s_night')!, 'sheet/s_far': 9 },
      pdf: null,
      by: null,
    });
    expect(verifyTwice({ folder: far.whole() }).verdict).toBe('not verified');
  });

  it('is the last leaf, or the end is open', () => {
    const { ledger } = tellStory(6);
    ledger.bundle('sheet/s_night');
    ledger.append('settings.changed', 'team', {});
    expectSaid(verifyTwice({ folder: ledger.bundleUpTo('sheet/s_night', ledger.size - 1) }), {});
    const open = verifyTwice({ folder: ledger.bundleUpTo('sheet/s_night', ledger.size) });
    expect(lines(open.gaps)).toContain('7 sheet/s_night chain.open');
    expect(open.verdict).toBe('cannot say');
    const person = ledger.bundle('person/p_ana');
    expectSaid(verifyTwice({ folder: person }), {});
  });

  it('of another subject closes nothing', () => {
    const { ledger } = tellStory(6);
    ledger.bundle('person/p_ana');
    expect(lines(verifyTwice({ folder: ledger.bundleUpTo('sheet/s_night', ledger.size) }).gaps)).toContain(
      '7 sheet/s_night chain.open',
    );
  });
});

describe('step 7: an erasure', () => {
  it.each([
    ['an entry about something else', [2]],
    ['entries of which one is about something else', [1, 2]],
    ['itself', [23]],
    ['a later entry', [900]],
  ])('cannot name %s', (_, entries) => {
    const { ledger } = tellStory(6);
    const seq = ledger.append('erasure', 'person/p_ana', { entries, reason: 'order', by: 'p_bo' });
    for (const folder of [ledger.whole(), ledger.bundle('sheet/s_night')]) {
      expectSaid(verifyTwice({ folder }), { failures: [`7 entry ${seq} erasure.entry`] });
    }
  });

  it('of a chain that is not held is judged by what is here', () => {
    const ledger = new TestLedger();
    ledger.append('settings.changed', 'team', {}, { by: 'Ana' });
    ledger.append('erasure', 'team', { entries: [1], reason: 'retention', by: null });
    const story = new SheetStory(ledger, 's_1');
    story.version(1, { composition: [['p_ana', '1/1']] });
    story.attest('p_ana', 1, ledger.store(Buffer.from('x')));
    story.link('p_ana');
    expectSaid(verifyTwice({ folder: ledger.bundle('sheet/s_1') }), {});
    expectSaid(verifyTwice({ folder: ledger.bundle('team') }), {});
  });
});

describe('what is needed', () => {
  const sealedOf = (folder: Folder, seq: number): Folder => {
    const next = new Map(folder);
    next.delete(entryFiles(seq)[1]!);
    relist(next);
    return next;
  };

  it('of a sheet is the text of the newest version and of those that were completed', () => {
    const { ledger, story } = tellStory(8);
    const version = (number: number): number =>
      ledger.rows.findIndex(
        ({ entry }) =>
          entry.type === 'sheet.version' && entry.data.sheet === 's_night' && entry.data.version === number,
      );
    story.version(
      3,
      { composition: [['p_ana', '1/1']] },
      { amends: 2, parties: ['p_ana', 'p_bo', 'p_chen'] },
    );
    for (const row of [1, 2, 3].map(version)) ledger.rows[row] = { ...ledger.rows[row]!, sealed: null };
    ledger.append('erasure', 'sheet/s_night', {
      entries: [version(1), version(3)],
      reason: 'request',
      by: 'p_ana',
    });
    const report = verifyTwice({ folder: ledger.bundle('sheet/s_night') });
    expectSaid(report, { gaps: [`7 entry ${version(2)} needed.text`, `7 entry ${version(3)} needed.text`] });
    expect(report.gaps.map(({ problem }) => problem.details)).toMatchObject([
      { how: 'withheld' },
      { how: 'erased' },
    ]);
    expect(report.notes).toMatchObject([
      { code: 'note.sealed-erased', details: { entries: `${version(1)}, ${version(3)}` } },
      { code: 'note.sealed-withheld', details: { entries: `${version(2)}` } },
    ]);
    expectSaid(verifyTwice({ folder: ledger.whole() }), {});
  });

  it('of a sheet is every entry that a mark relies on, and the file behind an attested one', () => {
    const { ledger } = tellStory(8);
    const folder = ledger.bundle('sheet/s_night');
    const stored = ledger.rows.findIndex(({ entry }) => entry.type === 'file.stored');
    const attested = ledger.rows.findIndex(({ entry }) => entry.type === 'mark' && entry.data.file !== null);
    expectSaid(verifyTwice({ folder: without(folder, stored) }), {
      gaps: [`7 entry ${attested} needed.entry`],
    });
    const fileless = new Map([...folder].filter(([path]) => !path.startsWith('files/')));
    relist(fileless);
    const report = verifyTwice({ folder: fileless });
    expectSaid(report, { gaps: [`7 entry ${stored} needed.file`] });
    expect(report.notes).toMatchObject([
      { code: 'note.file-withheld', details: { count: 1, entries: `${stored}` } },
    ]);
    const whole = ledger.whole();
    for (const path of [...whole.keys()]) if (path.startsWith('files/')) whole.delete(path);
    relist(whole);
    expectSaid(verifyTwice({ folder: whole }), {});
  });

  it('of another subject is all that is its own: sealed parts and files', () => {
    const { ledger } = tellStory(8);
    expectSaid(verifyTwice({ folder: sealedOf(ledger.bundle('person/p_bo'), 2) }), {
      gaps: ['7 entry 2 needed.sealed'],
    });
    const stored = ledger.rows.findIndex(({ entry }) => entry.type === 'file.stored');
    const subject = ledger.entry(stored).subject;
    const folder = ledger.bundle(subject);
    expectSaid(verifyTwice({ folder }), {});
    const fileless = new Map([...folder].filter(([path]) => !path.startsWith('files/')));
    relist(fileless);
    expectSaid(verifyTwice({ folder: fileless }), { gaps: [`7 entry ${stored} needed.file`] });
    ledger.append('erasure', subject, { entries: [stored], reason: 'request', by: null });
    ledger.files.clear();
    ledger.rows[stored] = { ...ledger.rows[stored]!, sealed: null };
    const erased = verifyTwice({ folder: ledger.bundle(subject) });
    expectSaid(erased, { gaps: [`7 entry ${stored} needed.sealed`, `7 entry ${stored} needed.file`] });
    expect(erased.gaps.map(({ problem }) => problem.details)).toMatchObject([
      { how: 'erased' },
      { how: 'erased' },
    ]);
    expect(erased.notes.map(({ code }) => code)).toEqual(['note.sealed-erased', 'note.file-erased']);
  });

  it('is a link or a delegation that a delegate’s mark relies on', () => {
    const { ledger } = tellStory(8);
    const given = ledger.rows.findIndex(({ entry }) => entry.type === 'person.delegated');
    const folder = without(ledger.bundle('sheet/s_night'), 3);
    expect(verifyTwice({ folder }).verdict).toBe('not verified');
    const cut = ledger.bundleUpTo('sheet/s_night', ledger.size - 1);
    const open = verifyTwice({ folder: without(cut, 1, 3, given) });
    expect(open.failures).toEqual([]);
    expect(new Set(open.gaps.map(({ problem }) => problem.code))).toEqual(
      new Set(['needed.entry', 'needed.chain', 'chain.open']),
    );
  });
});

describe('files for people', () => {
  it('the PDF is the one that the last export names', () => {
    const { ledger } = tellStory(10);
    const pdf = Buffer.from('%PDF-1.7');
    const folder = ledger.bundle('sheet/s_night', pdf);
    const missing = verifyTwice({ folder });
    expectSaid(missing, {});
    expect(missing.notes).toMatchObject([{ code: 'note.pdf-withheld' }]);
    folder.set('split-sheet.pdf', pdf);
    relist(folder);
    const there = verifyTwice({ folder });
    expectSaid(there, {});
    expect(there.notes).toEqual([]);
    folder.set('split-sheet.pdf', Buffer.from('%PDF-1.8'));
    relist(folder);
    expectSaid(verifyTwice({ folder }), { failures: ['7 split-sheet.pdf pdf.differs'] });
    const plain = tellStory(10).ledger.bundle('sheet/s_night');
    plain.set('split-sheet.pdf', pdf);
    relist(plain);
    expectSaid(verifyTwice({ folder: plain }), { failures: ['7 split-sheet.pdf pdf.differs'] });
    expectSaid(verifyTwice({ folder: ledger.whole() }), {});
  });

  it('time stamps are told and not checked', () => {
    const { ledger } = tellStory(10);
    const folder = ledger.bundle('sheet/s_night');
    for (const size of [2, ledger.size]) folder.set(`timestamps/${size}.tsr`, sha256(`${size}`));
    relist(folder);
    const report = verifyTwice({ folder });
    expectSaid(report, {});
    expect(report.notes).toMatchObject([{ code: 'note.time-stamps', details: { count: 2 } }]);
  });
});
