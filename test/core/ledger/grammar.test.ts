import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isHash,
  isId,
  isOrigin,
  isPerson,
  isSalt,
  isSeq,
  isSubject,
  isTime,
  MAX_SEQ,
  MAX_SIZE,
  readBase64,
  readHash,
  readNumber,
  readShare,
  writeHash,
} from '../../../src/core/ledger/grammar.ts';

const x = (count: number): string => 'x'.repeat(count);

type Rows = readonly (readonly [
  what: string,
  holds: (text: string) => boolean,
  yes: string[],
  no: string[],
])[];

const rows: Rows = [
  [
    'an id',
    isId,
    ['a', '7', '_-', x(64), 's_7k2m'],
    ['', x(65), 'A', 'é', 'a b', 'a.b', 'a/b', 'a\n', '\na'],
  ],
  [
    'a person',
    isPerson,
    ['p_', 'p_ana', `p_${x(62)}`],
    ['', 'p', 'ana', 'P_ana', `p_${x(63)}`, 'xp_a', 'p_a\n'],
  ],
  [
    'the name of a ledger',
    isOrigin,
    ['!', '~', 'splitproof/t_1', '*,-./:', x(200)],
    ['', ' ', 'a b', 'a+b', x(201), 'é', 'a\n', '\u007f', '\u001f'],
  ],
  [
    'a subject',
    isSubject,
    ['team', 'sheet/s_1', 'person/p_a', 'a_b/1', 'file/-'],
    [
      '',
      'teams',
      'team/1x/',
      'sheet/',
      '/s',
      'sheet',
      'Sheet/s',
      'sheet/S',
      'sheet/a/b',
      'person/ana',
      'person/',
      '1/a',
      'team\n',
      `sheet/${x(65)}`,
      `person/p_${x(63)}`,
    ],
  ],
  [
    'a hash',
    isHash,
    ['0123456789abcdef'.repeat(4)],
    ['', 'a'.repeat(63), 'a'.repeat(65), 'A'.repeat(64), 'g'.repeat(64)],
  ],
  ['a salt', isSalt, ['0123456789abcdef'.repeat(2)], ['', 'a'.repeat(31), 'a'.repeat(33), 'A'.repeat(32)]],
  [
    'a time',
    isTime,
    [
      '2026-11-26T13:14:15.123Z',
      '2024-02-29T00:00:00.000Z',
      '2000-02-29T23:59:59.999Z',
      '0000-02-29T00:00:00.000Z',
      '9999-12-31T23:59:59.999Z',
      '2026-04-30T00:00:00.000Z',
      '2026-01-31T00:00:00.000Z',
    ],
    [
      '2026-11-26T13:14:15Z',
      '2026-11-26T13:14:15.12Z',
      '2026-11-26T13:14:15.1234Z',
      '2026-11-26T13:14:15.123+00:00',
      '2026-11-26T13:14:15.123z',
      '2026-11-26 13:14:15.123Z',
      '2026-11-31T00:00:00.000Z',
      '2026-06-31T00:00:00.000Z',
      '2026-09-31T00:00:00.000Z',
      '2026-04-31T00:00:00.000Z',
      '2026-01-32T00:00:00.000Z',
      '2025-02-29T00:00:00.000Z',
      '1900-02-29T00:00:00.000Z',
      '2026-00-10T00:00:00.000Z',
      '2026-13-10T00:00:00.000Z',
      '2026-11-00T00:00:00.000Z',
      '2026-11-26T24:00:00.000Z',
      '2026-11-26T23:60:00.000Z',
      '2026-11-26T23:59:60.000Z',
      '+002026-11-26T13:14:15.123Z',
      '2026-11-26T13:14:15.123Z\n',
    ],
  ],
  [
    'a number in a line',
    (text) => readNumber(text) !== null,
    ['0', '7', '10', '9007199254740991'],
    ['', '00', '01', '-1', '+1', '1.0', '1e3', ' 1', '9007199254740992', '10000000000000000', '１'],
  ],
  [
    'a share',
    (text) => readShare(text) !== null,
    ['1/1', '1/3', '7/20', '9007199254740991/9007199254740990', '1/9007199254740991'],
    [
      '',
      '1',
      '1/0',
      '0/1',
      '2/4',
      '3/3',
      '01/2',
      '1/02',
      '-1/2',
      '1/2/3',
      '1 /2',
      '0.5',
      '1/9007199254740992',
      '9007199254740993/2',
      '1/2\n',
    ],
  ],
];

describe.each(rows)('%s', (_, holds, yes, no) => {
  it.each(yes)('is %j', (text) => expect(holds(text)).toBe(true));
  it.each(no)('is not %j', (text) => expect(holds(text)).toBe(false));
});

it('numbers entries from 0 to 999,999,999', () => {
  expect([0, 1, MAX_SEQ].every(isSeq)).toBe(true);
  expect([-1, 0.5, MAX_SIZE, '0', null, true].some(isSeq)).toBe(false);
  expect([MAX_SEQ, MAX_SIZE]).toEqual([999_999_999, 1_000_000_000]);
});

it('gives the two numbers of a share', () => {
  expect(readShare('7/20')).toEqual([7, 20]);
});

describe('a time', () => {
  it('exists exactly when the calendar of the machine knows it', () => {
    const two = fc.integer({ min: 0, max: 33 }).map((n) => String(n).padStart(2, '0'));
    const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
    fc.assert(
      fc.property(year, two, two, (y, m, d) => {
        const text = `${y}-${m}-${d}T00:00:00.000Z`;
        const known = new Date(text);
        expect(isTime(text)).toBe(!Number.isNaN(known.getTime()) && known.toISOString() === text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('base64', () => {
  it('has one spelling for each hash', () => {
    const hash = Buffer.from('ff'.repeat(32), 'hex');
    const text = writeHash(hash);
    expect(text).toBe('//////////////////////////////////////////8=');
    expect(readHash(text)).toEqual(hash);
    const others = [
      text.slice(0, -1),
      text.replace('8=', '9='),
      text.replace('8=', '+='),
      text.replaceAll('/', '_'),
      `${text}=`,
      ` ${text}`,
      `${text}\n`,
      text.slice(4),
    ];
    expect(others.map(readHash)).toEqual(others.map(() => null));
    expect(readBase64(text.replace('8=', '9='))).toBeNull();
    expect(readBase64('YQ==')).toEqual(Buffer.from('a'));
    expect([readBase64('YQ'), readBase64('YR=='), readBase64('Y Q='), readBase64('=')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('brings every hash back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (bytes) => {
        const hash = Buffer.from(bytes);
        expect(readHash(writeHash(hash))).toEqual(hash);
        expect(readBase64(writeHash(hash))).toEqual(hash);
      }),
    );
  });
});
