import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USES } from '../../../src/core/licenses/license.ts';
import { namesOfUse, readCaps, readMade, readUses } from '../../../src/core/licenses/typed.ts';

function uses(text: string): string {
  const read = readUses(text);
  return read.ok
    ? read.value.join(' ')
    : `${read.problem.code} ${read.problem.details.found} ${read.problem.details.near}`;
}

describe('uses as they are typed', () => {
  it.each([
    ['synchronization', 'synchronization'],
    ['Sync, SAMPLE', 'synchronization sampling'],
    ['sampling and remix', 'sampling remix'],
    ['public performance; communication to the public', 'publicPerformance communication'],
    ['重製、公開演出、公開傳輸', 'reproduction publicPerformance makingAvailable'],
    ['broadcast', 'broadcasting'],
    ['公開播送', 'broadcasting'],
    ['取樣和混音', 'sampling remix'],
    ['mechanical\nmechanicals', 'mechanical'],
    ['all', USES.join(' ')],
    ['全部', USES.join(' ')],
  ])('%j: %s', (typed, expected) => {
    expect(uses(typed)).toBe(expected);
  });

  it.each([
    ['streaming', 'license.use streaming none'],
    ['sampling, samplng', 'license.use samplng sampling'],
    ['synchronisaton', 'license.use synchronisaton synchronisation'],
    [' , ', 'license.use , none'],
    ['x'.repeat(500), `license.use ${'x'.repeat(500)} none`],
    ['publicPerformence', 'license.use publicPerformence public performance'],
  ])('%j is refused, with the nearest word if there is one', (typed, expected) => {
    expect(uses(typed)).toBe(expected);
  });

  it('have no name that is the name of two', () => {
    const names = USES.flatMap((use) => namesOfUse(use)).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
  });

  it('are read by every name of theirs, in any number and order', () => {
    const named = fc.array(
      fc.constantFrom(...USES.flatMap((use) => namesOfUse(use).map((name) => ({ use, name })))),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(named, (some) => {
        const wanted = USES.filter((use) => some.some((one) => one.use === use));
        expect(uses(some.map(({ name }) => name).join(', '))).toBe(wanted.join(' '));
      }),
    );
  });
});

function caps(text: string): string {
  const read = readCaps(text);
  if (!read.ok) return read.problem.code;
  return read.value.map(({ of, most }) => `${most} ${of}`).join('; ');
}

describe('limits as they are typed', () => {
  it.each([
    ['10000 copies', '10000 copies'],
    ['10,000 copies, 50,000 streams', '10000 copies; 50000 streams'],
    ['10 000 copies; 1 download', '10000 copies; 1 downloads'],
    ['copies: 500', '500 copies'],
    ['10k copies', '10000 copies'],
    ['2 million views', '2000000 views'],
    ['1 萬份、5萬次串流', '10000 copies; 50000 streams'],
    ['３０場', '30 performances'],
    ['none', ''],
    ['無', ''],
    ['Unlimited', ''],
    ['0 copies', '0 copies'],
  ])('%j: %s', (typed, expected) => {
    expect(caps(typed)).toBe(expected);
  });

  it.each([
    ['lots', 'license.caps'],
    ['10000', 'license.caps'],
    ['10000 cows', 'license.caps'],
    ['1.5 copies', 'license.caps'],
    ['-5 copies', 'license.caps'],
    ['1,00 copies', 'license.caps'],
    ['99999999999999999999 copies', 'license.caps'],
    ['', 'license.caps'],
    ['5 copies; 6 units', 'license.caps-twice'],
  ])('%j is refused: %s', (typed, expected) => {
    expect(caps(typed)).toBe(expected);
  });
});

it('counts what was made, nothing of it too', () => {
  expect(readMade('0 copies; 12,345 streams')).toEqual({
    ok: true,
    value: [
      { of: 'copies', most: 0 },
      { of: 'streams', most: 12_345 },
    ],
  });
  for (const typed of ['', 'none', 'many copies', '12']) {
    expect(readMade(typed)).toMatchObject({ ok: false, problem: { code: 'license.made' } });
  }
});
