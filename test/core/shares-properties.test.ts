import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compare, fractionOf, ONE, percentOf, sumOf } from '../../src/core/fraction.ts';
import { LAYERS } from '../../src/core/ledger/entry-types.ts';
import { readShare } from '../../src/core/ledger/grammar.ts';
import { parseShares } from '../../src/core/shares.ts';

/** What hostile lines are made of: everything the grammar has a meaning for, and what it has none for. */
const PIECES = [
  '@ana',
  '@',
  '<@U1|ana>',
  '<@',
  '>',
  '|',
  '"',
  "'",
  '“',
  '”',
  '「',
  '」',
  ';',
  ',',
  '、',
  '\n',
  '\r',
  ' ',
  '\t',
  '1/3',
  '0.5',
  '33,3',
  '%',
  '/',
  '1',
  '0',
  '-',
  '⅓',
  '９',
  '％',
  '33 1/3 %',
  '9'.repeat(40),
  '1e9',
  '.5',
  ':',
  '=',
  'for',
  'artist',
  'publisher',
  '出版商',
  '代表',
  'composer',
  'lyricist',
  'and',
  '作曲',
  'x',
  '陳',
  'é',
  '\u200b',
  '\u202e',
  '\u2068',
  '\ud83d',
  '\u0000',
  '👩🏽‍🎤',
  '<!channel>',
  '*',
  '`',
  '(',
  ')',
  '__proto__',
  'constructor',
];

const hostile = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const layers = fc.constantFrom(...LAYERS);

it('reads or refuses every text, and what it reads can be kept as evidence', () => {
  fc.assert(
    fc.property(hostile, layers, (text, layer) => {
      const parsed = parseShares(text, layer);
      if (!parsed.ok) {
        expect(parsed.problem.code).toMatch(/^share\./);
        return;
      }
      for (const { who, share, publisher, actsFor } of parsed.value) {
        expect(readShare(share)).not.toBeNull();
        if (publisher !== null) {
          expect(compare(fractionOf(publisher.share), fractionOf(share))).toBeLessThanOrEqual(0);
        }
        const names = [
          who.name ?? who.kind,
          publisher?.name ?? 'none',
          actsFor.kind === 'self' ? 'self' : actsFor.name,
        ];
        // Nothing that could begin a line of its own in the frozen text, or print it backwards.
        expect(names.join('')).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect(names.every((name) => name.trim() !== '')).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
});

it('names a place that exists in every refusal of a line', () => {
  fc.assert(
    fc.property(hostile, layers, (text, layer) => {
      const parsed = parseShares(text, layer);
      fc.pre(!parsed.ok && 'line' in parsed.problem.details);
      if (parsed.ok || !('line' in parsed.problem.details)) return;
      const { line, position } = parsed.problem.details as { line: number; position: number };
      const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(position).toBeGreaterThanOrEqual(1);
      expect(position).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length);
    }),
    { numRuns: 2_000 },
  );
});

const parts = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 });

it('keeps a whole whole, however it is cut, typed as fractions', () => {
  fc.assert(
    fc.property(parts, (sizes) => {
      const all = sizes.reduce((sum, size) => sum + size, 0);
      const parsed = parseShares(
        sizes.map((size, index) => `@p${index} ${size}/${all}`).join('\n'),
        'master',
      );
      expect(parsed.ok && sumOf(parsed.value.map(({ share }) => share))).toEqual(ONE);
    }),
  );
});

it('keeps a whole whole, typed in percent with any decimals', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }), { maxLength: 20 });
  fc.assert(
    fc.property(cuts, fc.constantFrom('.', ','), (inner, point) => {
      const ends = [0, ...inner.toSorted((a, b) => a - b), 1_000_000];
      const lines = ends.slice(1).map((end, index) => {
        const digits = String(end - (ends[index] ?? 0)).padStart(5, '0');
        return `@p${index} ${digits.slice(0, -4)}${point}${digits.slice(-4)}%`;
      });
      const parsed = parseShares(lines.join('\n'), 'master');
      expect(parsed.ok && sumOf(parsed.value.map(({ share }) => share))).toEqual(ONE);
    }),
  );
});

it('reads back what is printed: the fraction always, the percent where it is exact', () => {
  const share = fc
    .tuple(fc.integer({ min: 1, max: 10_000 }), fc.integer({ min: 1, max: 10_000 }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(share, ([numerator, denominator]) => {
      const first = parseShares(`@ana ${numerator}/${denominator}`, 'master');
      const text = first.ok ? (first.value[0]?.share ?? '') : '';
      const { text: percent, exact } = percentOf(text);
      const again = parseShares(`@ana ${text}; @bo ${exact ? `${percent} %` : text}`, 'master');
      expect(again.ok && again.value.map((line) => line.share)).toEqual([text, text]);
    }),
  );
});

it.each([
  ['digits', '1'.repeat(20_000)],
  ['numbers', '1 '.repeat(10_000)],
  ['decimals', '1.'.repeat(10_000)],
  ['fractions', '1/'.repeat(10_000)],
  ['apostrophes', " 'a".repeat(6_600)],
  ['quotation marks', '“'.repeat(20_000)],
  ['roles', `@ana ${'composer '.repeat(2_200)}`],
  ['words', `@ana 1/2 ${'x '.repeat(9_000)}`],
  ['commas and spaces', ',  '.repeat(6_600)],
  ['brackets', '<@'.repeat(10_000)],
  ['Chinese figures', '陳1'.repeat(10_000)],
])('takes no longer than the blink of an eye for 20,000 characters of %s', (_what, text) => {
  // Of the processor, so that a busy machine makes no difference.
  const begun = process.cpuUsage();
  parseShares(text, 'composition');
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1000).toBeLessThan(2_000);
});
