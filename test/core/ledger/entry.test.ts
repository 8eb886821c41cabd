import { describe, expect, it } from 'vitest';
import { canonicalBytes } from '../../../src/core/ledger/canonical.ts';
import { rowOf } from '../../../src/core/ledger/data-shapes.ts';
import { makeEntry, notBefore, readEntry } from '../../../src/core/ledger/entry.ts';
import { leafHash, sealedHash } from '../../../src/core/ledger/hash.ts';
import type { Json, JsonObject } from '../../../src/core/ledger/json.ts';
import { readSealed, sealPart } from '../../../src/core/ledger/sealed.ts';
import { must } from '../../../src/core/problem.ts';

const HASH = 'ab'.repeat(32);
const TIME = '2026-11-26T13:14:15.123Z';
const PLACE = { platform: 'slack', space: 'T1', channel: 'C1', message: '1700000000.200000' };

/** One right entry of each type that the format knows to the member. */
const DATA: Readonly<Record<string, readonly [subject: string, data: JsonObject]>> = {
  'ledger.created': ['team', { key: 'k' }],
  'sheet.version': [
    'sheet/s_1',
    {
      sheet: 's_1',
      version: 1,
      text: HASH,
      layers: { composition: [['p_a', '1/1']] },
      parties: ['p_a'],
      proposer: 'p_a',
      replaces: null,
      amends: null,
      language: 'zh-Hant',
    },
  ],
  'sheet.posted': ['sheet/s_1', { sheet: 's_1', version: 1, at_message: PLACE, permalink: 'https://x' }],
  mark: [
    'sheet/s_1',
    {
      sheet: 's_1',
      version: 1,
      text: HASH,
      party: 'p_a',
      mark: 'approve',
      act: 'added',
      method: 'reaction',
      seen: 'live',
      platform_time: TIME,
      between: null,
      at_message: PLACE,
      link: 1,
      delegation: null,
      file: null,
    },
  ],
  'mark.confirmed': ['sheet/s_1', { sheet: 's_1', mark: 3, read_at: TIME }],
  'message.gone': ['sheet/s_1', { sheet: 's_1', at_message: PLACE, reason: 'deleted' }],
  'message.changed': ['sheet/s_1', { sheet: 's_1', at_message: PLACE, reason: 'edited' }],
  'sheet.completed': ['sheet/s_1', { sheet: 's_1', version: 1, text: HASH, marks: [3, 4] }],
  'sheet.lapsed': ['sheet/s_1', { sheet: 's_1', version: 1 }],
  'sheet.cancelled': ['sheet/s_1', { sheet: 's_1', version: 1 }],
  'sheet.disputed': ['sheet/s_1', { sheet: 's_1', version: 1 }],
  'sheet.resolved': ['sheet/s_1', { sheet: 's_1', version: 1 }],
  'person.linked': ['person/p_a', { person: 'p_a', platform: 'slack', space: 'T1', by: null }],
  'person.unlinked': ['person/p_a', { person: 'p_a', link: 1 }],
  'person.delegated': ['person/p_a', { person: 'p_a', delegate: 'p_b', scope: 'all', end: TIME }],
  'person.undelegated': ['person/p_a', { person: 'p_a', delegation: 1 }],
  erasure: ['person/p_a', { entries: [1, 2], reason: 'request', by: 'p_a' }],
  exported: ['sheet/s_1', { ends: { 'sheet/s_1': 7, team: 0 }, pdf: null, by: null }],
  'file.stored': ['file/f_1', { sha256: HASH, size: 3, media_type: 'application/pdf' }],
};
const SEALED = ['sheet.version', 'mark', 'person.linked'];

function entryOf(type: string, change: JsonObject = {}): Record<string, Json> {
  const [subject, data] = Object.hasOwn(DATA, type) ? DATA[type]! : ['team', {}];
  const seq = type === 'ledger.created' ? 0 : 9;
  const sealed = SEALED.includes(type) ? { sealed: HASH } : {};
  return { v: 1, ledger: 'o/t', seq, at: TIME, type, subject, prev: null, data, ...sealed, ...change };
}
const read = (value: Json): string => {
  const parsed = readEntry(must(canonicalBytes(value)));
  if (!parsed.ok) return [parsed.problem.code, ...Object.values(parsed.problem.details)].join(' ');
  return parsed.value.kind;
};
const withData = (type: string, change: JsonObject): JsonObject =>
  entryOf(type, { data: { ...DATA[type]![1], ...change } });

describe.each(Object.keys(DATA))('an entry %s', (type) => {
  it('is read, and written with the same bytes', () => {
    const value = entryOf(type);
    expect(read(value)).toBe('known');
    const { v, ...draft } = value;
    const written = must(makeEntry(draft as Parameters<typeof makeEntry>[0]));
    expect(written.bytes).toEqual(must(canonicalBytes(value)));
    expect(written.leaf).toEqual(leafHash(written.bytes));
    expect(written.entry).toEqual(value);
  });

  it('needs every member of its data, each of its form', () => {
    for (const member of Object.keys(DATA[type]![1])) {
      const { [member]: gone, ...rest } = DATA[type]![1];
      expect(read(entryOf(type, { data: rest }))).toBe(`entry.data ${type} ${member}`);
      for (const wrong of [true, 0.5 > 1, { x: 1 }, [{}], -1]) {
        expect(read(withData(type, { [member]: wrong }))).toBe(`entry.data ${type} ${member}`);
      }
    }
  });

  it('has no other member', () => {
    const expected = type === 'file.stored' ? 'known' : `entry.data ${type} zz`;
    expect(read(withData(type, { zz: null }))).toBe(expected);
  });

  it('has the subject that belongs to its type', () => {
    const right = DATA[type]![0];
    const free = type === 'erasure' || type === 'exported';
    for (const subject of ['team', 'sheet/s_2', 'person/p_z', 'sheet/p_a', 'other/s_1']) {
      if (subject === right) continue;
      expect(read(entryOf(type, { subject }))).toBe(free ? 'known' : `entry.subject ${type} ${subject}`);
    }
  });
});

describe('the frame of an entry', () => {
  it.each([
    ['v', 0],
    ['v', '1'],
    ['v', -3],
    ['v', null],
    ['ledger', 'a b'],
    ['ledger', 7],
    ['seq', -1],
    ['seq', 1_000_000_000],
    ['seq', '9'],
    ['at', '2026-11-31T00:00:00.000Z'],
    ['at', 7],
    ['type', 7],
    ['type', null],
    ['subject', 'Sheet/x'],
    ['subject', 7],
    ['prev', 9],
    ['prev', 10],
    ['prev', -1],
    ['prev', '3'],
    ['prev', false],
    ['data', null],
    ['data', []],
    ['data', 'x'],
    ['sealed', 'AB'.repeat(32)],
    ['sealed', 7],
    ['sealed', null],
    ['zz', 1],
    ['__proto__', 1],
  ])('with %s %j is refused', (member, wrong) => {
    const changed = JSON.parse(`{${JSON.stringify(member)}:${JSON.stringify(wrong)}}`) as JsonObject;
    const value = Object.defineProperty({ ...entryOf('sheet.lapsed') }, member, {
      value: changed[member] ?? wrong,
      enumerable: true,
    });
    expect(read(value as JsonObject)).toBe(`entry.member ${member}`);
  });

  it.each(['v', 'ledger', 'seq', 'at', 'type', 'subject', 'prev', 'data'])('needs %s', (member) => {
    const { [member]: gone, ...rest } = entryOf('sheet.lapsed');
    expect(read(rest)).toBe(`entry.member ${member}`);
  });

  it('is an object', () => {
    expect([read([]), read('x'), read(null)]).toEqual(['entry.object', 'entry.object', 'entry.object']);
  });

  it('is canonical', () => {
    const bytes = Buffer.from(JSON.stringify(entryOf('sheet.lapsed')));
    expect(readEntry(bytes)).toMatchObject({ ok: false, problem: { code: 'json.form' } });
  });

  it('may name an earlier entry, and has its sealed part or none', () => {
    expect(read(entryOf('sheet.lapsed', { prev: 8, sealed: HASH }))).toBe('known');
    expect(read(entryOf('sheet.lapsed', { prev: 0 }))).toBe('known');
    for (const type of SEALED) {
      const { sealed, ...open } = entryOf(type);
      expect(read(open)).toBe(`entry.unsealed ${type}`);
    }
  });

  it('begins the ledger at 0, and nowhere else', () => {
    expect(read(entryOf('ledger.created', { seq: 1 }))).toBe('entry.first ledger.created');
    expect(read(entryOf('sheet.lapsed', { seq: 0 }))).toBe('entry.first sheet.lapsed');
    expect(read(entryOf('unknown.type', { seq: 0 }))).toBe('entry.first unknown.type');
  });

  it('of a later version is left alone', () => {
    expect(read({ v: 2 })).toBe('newer');
    expect(readEntry(Buffer.from('{"anything":[],"v":3}'))).toEqual({
      ok: true,
      value: { kind: 'newer', v: 3 },
    });
  });

  it('of an unknown type keeps its place', () => {
    for (const type of [
      'sheet.paused',
      'marks',
      'license.',
      'license.a.b',
      'release.A',
      'admin',
      'constructor',
      'toString.x',
      'x.y',
    ]) {
      expect([type, read(entryOf(type, { subject: 'x/y', data: { any: 1 } }))]).toEqual([type, 'strange']);
    }
  });
});

describe('the members of data', () => {
  const attested = { method: 'attestation', seen: 'attested', link: null, file: 3, at_message: null };
  it.each([
    ['mark', { seen: 'reconciled', between: [TIME, TIME] }, 'known'],
    ['mark', { seen: 'reconciled' }, 'entry.data mark between'],
    ['mark', { between: [TIME, TIME] }, 'entry.data mark between'],
    ['mark', { seen: 'reconciled', between: [TIME] }, 'entry.data mark between'],
    ['mark', { seen: 'reconciled', between: [TIME, TIME, TIME] }, 'entry.data mark between'],
    ['mark', { seen: 'reconciled', between: [TIME, 'x'] }, 'entry.data mark between'],
    ['mark', { seen: 'reconciled', between: ['x', TIME] }, 'entry.data mark between'],
    ['mark', attested, 'known'],
    [
      'mark',
      { mark: 'dispute', act: 'removed', method: 'button', platform_time: null, delegation: 2 },
      'known',
    ],
    ['mark', { method: 'command' }, 'known'],
    ['mark', { mark: 'Approve' }, 'entry.data mark mark'],
    ['mark', { act: 'add' }, 'entry.data mark act'],
    ['mark', { method: 'tap' }, 'entry.data mark method'],
    ['mark', { seen: 'confirmed' }, 'entry.data mark seen'],
    ['mark', { party: 'ana' }, 'entry.data mark party'],
    ['mark', { version: 0 }, 'entry.data mark version'],
    ['mark', { at_message: { ...PLACE, thread: 'x' } }, 'entry.data mark at_message'],
    ['mark', { at_message: { ...PLACE, message: 17 } }, 'entry.data mark at_message'],
    ['sheet.version', { layers: {} }, 'known'],
    [
      'sheet.version',
      { layers: { composition: [], master: [['p_a', '1/3']], performer: [['p_b', '1/1']] } },
      'known',
    ],
    ['sheet.version', { layers: { lyrics: [['p_a', '1/1']] } }, 'entry.data sheet.version layers'],
    ['sheet.version', { layers: { master: [['p_a', '2/4']] } }, 'entry.data sheet.version layers'],
    ['sheet.version', { layers: { master: [['p_a', 1]] } }, 'entry.data sheet.version layers'],
    ['sheet.version', { layers: { master: [['ana', '1/1']] } }, 'entry.data sheet.version layers'],
    ['sheet.version', { layers: { master: [['p_a', '1/1', 'x']] } }, 'entry.data sheet.version layers'],
    ['sheet.version', { parties: [] }, 'entry.data sheet.version parties'],
    ['sheet.version', { parties: ['p_b', 'p_a'] }, 'entry.data sheet.version parties'],
    ['sheet.version', { parties: ['p_a', 'p_a'] }, 'entry.data sheet.version parties'],
    ['sheet.version', { replaces: 1, amends: 1 }, 'known'],
    ['sheet.version', { replaces: 0 }, 'entry.data sheet.version replaces'],
    ['sheet.posted', { permalink: null }, 'known'],
    ['sheet.completed', { marks: [] }, 'entry.data sheet.completed marks'],
    ['sheet.completed', { marks: [4, 3] }, 'entry.data sheet.completed marks'],
    ['sheet.completed', { marks: [3, 3] }, 'entry.data sheet.completed marks'],
    ['sheet.completed', { marks: [3, '4'] }, 'entry.data sheet.completed marks'],
    ['person.delegated', { scope: ['s_1', 's_2'] }, 'known'],
    ['person.delegated', { scope: ['s_2', 's_1'] }, 'entry.data person.delegated scope'],
    ['person.delegated', { scope: [] }, 'entry.data person.delegated scope'],
    ['person.delegated', { scope: 'some' }, 'entry.data person.delegated scope'],
    ['erasure', { reason: 'mood' }, 'entry.data erasure reason'],
    ['erasure', { entries: [] }, 'entry.data erasure entries'],
    ['exported', { ends: {}, pdf: HASH, by: 'p_a' }, 'known'],
    ['exported', { ends: { Sheet: 1 } }, 'entry.data exported ends'],
    ['exported', { ends: { team: -1 } }, 'entry.data exported ends'],
    ['exported', { ends: ['team'] }, 'entry.data exported ends'],
    ['file.stored', { size: 0 }, 'known'],
    ['file.stored', { size: -1 }, 'entry.data file.stored size'],
  ] as [string, JsonObject, string][])('%s with %j: %s', (type, change, expected) => {
    expect(read(withData(type, change))).toBe(expected);
  });

  it('are free where the format leaves them so, under the right kind of subject', () => {
    const free = [
      'code.prefix',
      'code.assigned',
      'code.registered',
      'code.burnt',
      'license.granted',
      'note.saved',
      'release.date_moved',
    ];
    for (const type of free) {
      expect(read(entryOf(type, { subject: 'recording/r_1', data: { any: ['thing'] } }))).toBe('known');
      expect(read(entryOf(type, { subject: 'team' }))).toBe(`entry.subject ${type} team`);
      expect(read(entryOf(type, { subject: 'sheet/s_1' }))).toBe(`entry.subject ${type} sheet/s_1`);
    }
    for (const kind of ['prefix', 'license', 'note', 'file', 'release']) {
      expect(read(entryOf('note.saved', { subject: `${kind}/x` }))).toBe('known');
    }
    for (const type of ['settings.changed', 'admin.added']) {
      expect(read(entryOf(type, { subject: 'team' }))).toBe('known');
      expect(read(entryOf(type, { subject: 'recording/r_1' }))).toBe(`entry.subject ${type} recording/r_1`);
    }
    expect(rowOf('hasOwnProperty')).toBeUndefined();
  });
});

describe('writing an entry', () => {
  it('refuses what cannot be read', () => {
    const draft = { ...entryOf('sheet.lapsed') };
    const make = (change: JsonObject): unknown => {
      const { v, ...rest } = { ...draft, ...change };
      return makeEntry(rest as Parameters<typeof makeEntry>[0]);
    };
    expect(make({ prev: 9 })).toMatchObject({ ok: false, problem: { code: 'entry.member' } });
    expect(make({ type: 'unknown' })).toMatchObject({
      ok: false,
      problem: { code: 'entry.member', details: { member: 'type' } },
    });
    expect(make({ v: 2 })).toMatchObject({ ok: true });
    expect(make({ data: { sheet: '\ud800', version: 1 } })).toMatchObject({
      ok: false,
      problem: { code: 'json.surrogate' },
    });
    expect(
      make({ type: 'note.saved', subject: 'note/n', data: { text: 'x'.repeat(1_048_576) } }),
    ).toMatchObject({
      ok: false,
      problem: { code: 'json.too-long' },
    });
  });

  it('is never dated before the entry that came before', () => {
    const [early, late] = ['2026-11-26T13:14:15.122Z', TIME];
    expect([
      notBefore(early, late),
      notBefore(late, early),
      notBefore(late, late),
      notBefore(early, null),
    ]).toEqual([late, late, late, early]);
  });
});

describe('a sealed part', () => {
  const salt = '0123456789abcdef0123456789abcdef';

  it('is bound to its entry by the hash with 02 before it', () => {
    const { bytes, hash } = must(sealPart({ account: 'U1', name: 'Bo 李' }, salt));
    expect(bytes.toString('utf8')).toBe(`{"account":"U1","name":"Bo 李","salt":"${salt}"}`);
    expect(hash).toBe(sealedHash(bytes));
    expect(readSealed(bytes, hash)).toEqual({ ok: true, value: { account: 'U1', name: 'Bo 李', salt } });
    expect(readSealed(bytes, HASH)).toMatchObject({ ok: false, problem: { code: 'sealed.hash' } });
  });

  it.each([
    ['[]', 'sealed.object'],
    ['"x"', 'sealed.object'],
    ['{}', 'sealed.salt'],
    ['{"salt":7}', 'sealed.salt'],
    ['{"salt":"AB"}', 'sealed.salt'],
    [`{"salt":"${salt}" }`, 'json.form'],
  ])('%s is refused as %s', (text, code) => {
    const bytes = Buffer.from(text);
    expect(readSealed(bytes, sealedHash(bytes))).toMatchObject({ ok: false, problem: { code } });
  });

  it('needs a salt of 32 hex characters, which nothing else may replace', () => {
    expect(sealPart({}, 'salt')).toMatchObject({ ok: false, problem: { code: 'sealed.salt' } });
    expect(must(sealPart({ salt: 'mine' }, salt)).bytes.toString()).toBe(`{"salt":"${salt}"}`);
    expect(sealPart({ text: '\udfff' }, salt)).toMatchObject({
      ok: false,
      problem: { code: 'json.surrogate' },
    });
  });
});
