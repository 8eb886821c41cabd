import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUpToOne } from '../../../src/core/ledger/exact-sum.ts';
import { checkFrozenText, type TextOwner, writeFrozenText } from '../../../src/core/ledger/frozen-text.ts';
import { timeInMessageId } from '../../../src/core/ledger/message-time.ts';
import { must } from '../../../src/core/problem.ts';

const RANDOM = '0123456789abcdef0123456789abcdef';
const OWNER: TextOwner = {
  ledger: 'splitproof/t_1',
  sheet: 's_1',
  version: 2,
  layers: {
    performer: [['p_bo', '1/1']],
    composition: [
      ['p_ana', '1/3'],
      ['p_bo', '2/3'],
    ],
  },
  parties: ['p_ana', 'p_bo', 'p_chen'],
};
const NAMES = { p_ana: 'Ana', p_bo: 'Bo 李 & Co', p_chen: '' };
const TAIL = `splitproof-text/1 splitproof/t_1 s_1 2 ${RANDOM}
party p_ana Ana
party p_bo Bo 李 & Co
party p_chen 
composition p_ana 1/3
composition p_bo 2/3
performer p_bo 1/1
`;

describe('the frozen text', () => {
  it('ends with lines that say the same to a program, whatever people read', () => {
    for (const words of ['', 'Night Bus\n', '夜車\n第 2 版\n']) {
      const text = must(writeFrozenText(words, OWNER, NAMES, RANDOM));
      expect(text).toBe(words + TAIL);
      expect([checkFrozenText(text, OWNER, NAMES), checkFrozenText(text, OWNER, null)]).toEqual([null, null]);
    }
  });

  it.each([
    ['no newline at the end', TAIL.slice(0, -1), 'text.end'],
    ['a line more', `${TAIL}more\n`, 'text.end'],
    ['a line less', TAIL.replace('performer p_bo 1/1\n', ''), 'text.end'],
    ['the words run into the lines', `Night Bus ${TAIL}`, 'text.end'],
    ['another version', TAIL.replace(' 2 ', ' 3 '), 'text.end'],
    ['another ledger', TAIL.replace('t_1', 't_2'), 'text.end'],
    ['another heading', TAIL.replace('text/1', 'text/2'), 'text.end'],
    ['less that is random', TAIL.replace(RANDOM, RANDOM.slice(1)), 'text.end'],
    ['more that is random', TAIL.replace(RANDOM, `${RANDOM}0`), 'text.end'],
    ['capitals for hex', TAIL.replace(RANDOM, RANDOM.toUpperCase()), 'text.end'],
    ['nothing', '', 'text.end'],
    ['another share', TAIL.replace('2/3', '1/3'), 'text.line'],
    ['another layer', TAIL.replace('performer', 'master'), 'text.line'],
    [
      'parties in another order',
      TAIL.replace('party p_ana Ana\nparty p_bo Bo 李 & Co\n', 'party p_bo Bo 李 & Co\nparty p_ana Ana\n'),
      'text.line',
    ],
    [
      'shares in another order',
      TAIL.replace(
        'composition p_ana 1/3\ncomposition p_bo 2/3\n',
        'composition p_bo 2/3\ncomposition p_ana 1/3\n',
      ),
      'text.line',
    ],
    ['CR LF', TAIL.replaceAll('\n', '\r\n'), 'text.end'],
  ])('with %s is wrong', (_, text, code) => {
    expect(checkFrozenText(text, OWNER, NAMES)).toBe(code);
    expect(checkFrozenText(text, OWNER, null)).toBe(code);
  });

  it('has the names of the sealed part; without it, any name that is one line', () => {
    const other = TAIL.replace('party p_ana Ana', 'party p_ana Eve');
    expect([checkFrozenText(other, OWNER, NAMES), checkFrozenText(other, OWNER, null)]).toEqual([
      'text.line',
      null,
    ]);
    for (const control of ['\t', '\r', '\u0000', '\u001b[31m', '\u007f', '\u0085']) {
      const text = TAIL.replace('party p_ana Ana', `party p_ana A${control}na`);
      expect(checkFrozenText(text, OWNER, null)).toBe('text.line');
      expect(checkFrozenText(text, OWNER, { ...NAMES, p_ana: `A${control}na` })).toBe('text.names');
    }
  });

  it.each([
    [{ p_ana: 'Ana', p_bo: 'Bo 李 & Co' }],
    [{ ...NAMES, p_dee: 'Dee' }],
    [{ ...NAMES, p_bo: 7 }],
    [{ p_ana: 'Ana', p_bo: 'Bo 李 & Co', toString: '' }],
    [[]],
    ['Ana'],
    [{}],
  ])('is wrong with the names %j', (names) => {
    expect(checkFrozenText(TAIL, OWNER, names)).toBe('text.names');
  });

  it('cannot be written with a name that would be a line of its own', () => {
    const names = { ...NAMES, p_ana: 'Ana\ncomposition p_ana 1/1' };
    expect(writeFrozenText('x\n', OWNER, names, RANDOM)).toMatchObject({
      ok: false,
      problem: { code: 'text.names' },
    });
    expect(writeFrozenText('x', OWNER, NAMES, RANDOM)).toMatchObject({
      ok: false,
      problem: { code: 'text.end' },
    });
    expect(writeFrozenText('x\n', OWNER, NAMES, 'salt')).toMatchObject({
      ok: false,
      problem: { code: 'text.end' },
    });
  });
});

describe('shares', () => {
  it.each([
    [['1/1'], true],
    [['1/3', '1/3', '1/3'], true],
    [['1/2', '1/3', '1/6'], true],
    [['3333/10000', '3333/10000', '1667/5000'], true],
    [['1/9007199254740991', '9007199254740990/9007199254740991'], true],
    [[], false],
    [['1/2'], false],
    [['1/2', '1/2', '1/9007199254740991'], false],
    [['3333/10000', '3333/10000', '3333/10000'], false],
    [['2/1'], false],
  ])('%j add up to exactly 1: %s', (shares, holds) => {
    expect(addUpToOne(shares)).toBe(holds);
  });

  it('of any division in parts add up, and no longer when one is missing', () => {
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const shares = parts.map((part) => `${part / gcd(part, total)}/${total / gcd(part, total)}`);
        expect([addUpToOne(shares), addUpToOne(shares.slice(1)), addUpToOne([...shares, '1/7'])]).toEqual([
          true,
          false,
          false,
        ]);
      }),
    );
  });

  it('in a hostile list of many denominators are still added quickly', () => {
    const shares = Array.from({ length: 30_000 }, (_, index) => `1/${9_007_199_254_740_991 - 2 * index}`);
    const start = performance.now();
    expect(addUpToOne(shares)).toBe(false);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

it.each([
  ['slack', '1700000000.200000', 1_700_000_000_000],
  ['slack', '1700000000.999999', 1_700_000_000_000],
  ['slack', '1700000000', 'unreadable'],
  ['slack', '1700000000.2', 'unreadable'],
  ['slack', '1700000000.2000000', 'unreadable'],
  ['slack', '1234567890123.200000', 'unreadable'],
  ['slack', 'x1700000000.200000', 'unreadable'],
  ['discord', '175928847299117063', 1_462_015_105_796],
  ['discord', '0', 1_420_070_400_000],
  ['discord', '', 'unreadable'],
  ['discord', '-1', 'unreadable'],
  ['discord', '175928847299117063x', 'unreadable'],
  ['discord', '1'.repeat(21), 'unreadable'],
  ['console', '#3', null],
])('the id of a message on %s, %j, holds the time %s', (platform, message, time) => {
  expect(timeInMessageId(platform, message)).toBe(time);
});
