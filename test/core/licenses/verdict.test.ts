import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capLevel } from '../../../src/core/licenses/caps.ts';
import { draftOf, isDropped, type LicenseContent, lastDayOf } from '../../../src/core/licenses/content.ts';
import { covers } from '../../../src/core/licenses/covers.ts';
import type { LicenseDraft, LicenseParty } from '../../../src/core/licenses/license.ts';
import { checkAll, type Standing } from '../../../src/core/licenses/verdict.ts';
import { contains, territorySet, union } from '../../../src/core/territory-set.ts';

const license: LicenseDraft = {
  kind: 'license',
  id: 'l_1',
  asset: { kind: 'sample', id: 'rain' },
  licensor: { person: null, name: 'Cy' },
  licensee: { person: null, name: 'Ana' },
  territories: territorySet(['DE']),
  term: { from: '2026-01-01', to: '2026-12-31' },
  uses: ['sampling'],
  exclusive: false,
  payment: 'none',
  caps: [],
  proof: 'ab'.repeat(32),
};
const asked = { territories: territorySet(['DE']), use: 'sampling', date: '2026-06-01' } as const;

const standing = (changes: Partial<LicenseDraft>, counts: Standing['counts'] = {}): Standing => ({
  license: { ...license, ...changes },
  counts,
});

/** The answer, and the licenses that it rests on, those that add up with `+`, or that stand against it, in order. */
function verdict(
  all: readonly Standing[],
  places: readonly string[] = ['DE'],
  licensee?: LicenseParty,
): string {
  const whose = licensee === undefined ? {} : { licensee };
  const found = checkAll(all, { ...asked, territories: territorySet(places), ...whose });
  const ids =
    found.answer === 'yes'
      ? found.by.map((way) => way.map(({ id }) => id).join('+'))
      : found.reasons.map(({ license: { id } }) => id);
  return [found.answer, ...ids].join(' ');
}

const bo = { person: null, name: 'Bo' };

describe('what all licenses of one thing come to', () => {
  it.each<[string, readonly Standing[]]>([
    ['cannot say', []],
    ['yes l_1', [standing({})]],
    ['yes l_2', [standing({ uses: ['remix'] }), standing({ id: 'l_2' })]],
    ['no l_1', [standing({ uses: ['remix'] })]],
    // One that leaves it open may still cover it.
    ['cannot say l_2 l_1', [standing({ uses: ['remix'] }), standing({ id: 'l_2', proof: null })]],
    // The nearest to a yes comes first: a limit, a day, a country, a use.
    [
      'no l_4 l_3 l_2 l_1',
      [
        standing({ uses: ['remix'] }),
        standing({ id: 'l_2', territories: territorySet(['FR']) }),
        standing({ id: 'l_3', term: { from: '2027-01-01', to: null } }),
        standing({ id: 'l_4', caps: [{ of: 'copies', most: 5 }] }, { copies: 5 }),
      ],
    ],
    ['cannot say l_1', [standing({ caps: [{ of: 'copies', most: 5 }] })]],
    ['yes l_1', [standing({ caps: [{ of: 'copies', most: 5 }] }, { copies: 4 })]],
  ])('%s', (expected, all) => {
    expect(verdict(all)).toBe(expected);
  });

  it('are added up where several of one licensee hold in parts of it, and never across two licensees', () => {
    const parts = [standing({}), standing({ id: 'l_2', territories: territorySet(['FR']) })];
    expect(verdict(parts, ['DE', 'FR'])).toBe('yes l_1+l_2');
    expect(verdict(parts, ['DE', 'FR', 'JP'])).toBe('no l_1 l_2');
    const another = standing({
      id: 'l_2',
      territories: territorySet(['FR']),
      licensee: bo,
    });
    expect(verdict([standing({}), another], ['DE', 'FR'])).toBe('no l_1 l_2');
  });

  it('are no yes for one while another has the same alone, by somebody who was not given it', () => {
    const alone = { id: 'l_2', licensee: bo, exclusive: true };
    expect(verdict([standing({}), standing(alone)])).toBe('yes l_2');
    const elsewhere = { territories: territorySet(['FR']) };
    expect(verdict([standing({}), standing({ ...alone, ...elsewhere })])).toBe('yes l_1');
    const both = { territories: territorySet(['DE', 'FR']) };
    // Bo's covers France alone, so nobody has all of it undisputed.
    expect(verdict([standing(both), standing({ ...alone, ...elsewhere })], ['DE', 'FR'])).toBe(
      'cannot say l_1 l_2',
    );
    expect(verdict([standing({}), standing({ ...alone, exclusive: false, uses: ['remix'] })])).toBe(
      'yes l_1',
    );
    const full = { caps: [{ of: 'copies', most: 5 }] } as const;
    expect(verdict([standing({}), standing({ ...alone, ...full }, { copies: 5 })])).toBe(
      'cannot say l_1 l_2',
    );
    const later = { term: { from: '2026-06-02', to: null } };
    expect(verdict([standing({}), standing({ ...alone, ...later })])).toBe('yes l_1');
    // Bo may pass on what is Bo's alone.
    expect(verdict([standing({ licensor: bo }), standing({ ...alone, ...full })])).toBe('yes l_1');
  });

  it('are no certain no for several of one licensee that are only contested or left open in a part', () => {
    const elsewhere = { territories: territorySet(['FR']) };
    const parts = [standing({}), standing({ id: 'l_3', ...elsewhere })];
    const alone = standing({ id: 'l_2', licensee: bo, exclusive: true, ...elsewhere });
    expect(verdict(parts, ['DE', 'FR'])).toBe('yes l_1+l_3');
    expect(verdict([...parts, alone], ['DE', 'FR'])).toBe('cannot say l_3 l_1 l_2');
    const found = checkAll([...parts, alone], { ...asked, territories: territorySet(['DE', 'FR']) });
    expect(found.answer !== 'yes' && found.reasons[0]).toMatchObject({
      ...{ license: { id: 'l_3' }, coverage: { answer: 'yes' }, against: { id: 'l_2' }, part: ['FR'] },
    });
    // What is not held by either stays a no.
    expect(verdict([...parts, alone], ['DE', 'FR', 'JP'])).toBe('no l_1 l_3 l_2');
    // Nor is a sum open of which one part is excluded.
    const remix = standing({ id: 'l_5', ...elsewhere, uses: ['remix'] });
    const inGermany = standing({ id: 'l_2', licensee: bo, exclusive: true });
    expect(verdict([standing({}), inGermany, remix], ['DE', 'FR'])).toBe('no l_1 l_2 l_5');
    const draft = standing({ id: 'l_4', ...elsewhere, proof: null });
    expect(verdict([standing({}), draft], ['DE', 'FR'])).toBe('cannot say l_4 l_1');
    expect(verdict([...parts, draft], ['DE', 'FR'])).toBe('yes l_1+l_3');
  });

  it('are all named where each is enough, and only those of one licensee where it is asked for one', () => {
    const ana = { person: null, name: 'Ana' };
    const both = { territories: territorySet(['DE', 'FR']) };
    const all = [
      standing(both),
      standing({ id: 'l_2', licensee: bo, ...both }),
      standing({ id: 'l_3', licensee: { person: null, name: 'Dee' } }),
      standing({ id: 'l_4', licensee: { person: null, name: 'Dee' }, territories: territorySet(['FR']) }),
      standing({ id: 'l_5', territories: territorySet(['FR']) }),
    ];
    expect(verdict(all, ['DE', 'FR'])).toBe('yes l_1 l_2 l_3+l_4');
    expect(verdict(all, ['DE', 'FR'], bo)).toBe('yes l_2');
    expect(verdict(all, ['FR'], ana)).toBe('yes l_1 l_5');
    expect(verdict(all, ['DE'], { person: null, name: 'Chen' })).toBe('cannot say');
    // Somebody else’s stands against theirs all the same; one that is nobody’s yet may be theirs.
    const alone = standing({ id: 'l_6', licensee: bo, exclusive: true });
    expect(verdict([standing({}), alone], ['DE'], ana)).toBe('cannot say l_1');
    for (const licensee of [null, { person: null, name: ' ' }]) {
      expect(verdict([standing({ licensee }), alone], ['DE'], ana)).toBe('cannot say l_1');
    }
  });

  const places = fc.subarray(['DE', 'FR', 'JP', 'US'], { minLength: 1 });
  const some = fc.array(
    fc.record({ where: places, to: fc.constantFrom('Ana', 'Bo'), sampling: fc.boolean() }),
    { maxLength: 5 },
  );

  it('are a yes exactly where the licenses of one licensee hold in every country of it', () => {
    fc.assert(
      fc.property(some, places, (drawn, where) => {
        const all = drawn.map(({ where: held, to, sampling }, index) =>
          standing({
            id: `l_${index}`,
            territories: territorySet(held),
            licensee: { person: null, name: to },
            uses: sampling ? ['sampling'] : ['remix'],
          }),
        );
        const isYes = ['Ana', 'Bo'].some((to) => {
          const held = all
            .filter(({ license: one }) => one.licensee?.name === to && one.uses?.includes('sampling'))
            .reduce(
              (sum, { license: one }) => union(sum, one.territories ?? territorySet([])),
              territorySet([]),
            );
          return contains(held, territorySet(where));
        });
        const found = checkAll(all, { ...asked, territories: territorySet(where) });
        expect(found.answer === 'yes').toBe(isYes);
        if (found.answer !== 'yes') return;
        for (const way of found.by) expect(new Set(way.map(({ licensee }) => licensee?.name)).size).toBe(1);
      }),
    );
  });
});

const content: LicenseContent = {
  asset: { kind: 'sample', id: 'rain', title: 'Rain' },
  licensor: { person: null, name: 'Cy' },
  licensee: { person: null, name: 'Ana' },
  territories: ['DE'],
  places: 'Germany',
  begins: '2026-01-01',
  ends: '2026-12-31',
  uses: ['sampling'],
  exclusive: true,
  payment: 'none',
  caps: [],
  proof: { sha256: 'ab'.repeat(32), name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, seq: 1 },
  renewal: null,
  remark: null,
  counts: {},
  ended: null,
  home: {
    ...{ platform: 'console', space: 'room', channel: 'room', thread: null, account: 'ana', person: 'p_1' },
    ...{ language: 'en', timeZone: 'UTC' },
  },
};

describe('a license that was ended', () => {
  it.each([
    ['2026-06-30', '2026-06-30', 'yes', 'no'],
    // Ended after it was over anyway, or before it began.
    ['2027-06-30', '2026-12-31', 'yes', 'yes'],
    ['2025-06-30', '2025-06-30', 'no', 'no'],
  ])('on %s has %s as its last day', (on, last, june, july) => {
    const ended = { ...content, ended: { on, reason: null } };
    expect(lastDayOf(ended)).toBe(last);
    const on1 = (date: string) => covers(draftOf('l_1', ended), { ...asked, date }).answer;
    expect([on1('2026-06-30'), on1('2026-07-01')]).toEqual([june, july]);
  });

  it('has that day also where nobody had said when it ends, and where it has no end', () => {
    const ended = { on: '2026-06-30', reason: null };
    expect(lastDayOf({ ...content, ends: null, ended })).toBe('2026-06-30');
    expect(lastDayOf({ ...content, ends: 'none', ended })).toBe('2026-06-30');
    expect(lastDayOf({ ...content, ends: 'none' })).toBeNull();
    expect(lastDayOf({ ...content, ends: null })).toBeNull();
  });
});

it('is dropped where it was ended as a draft, whether its days were known or not', () => {
  const ended = { on: '2026-06-30', reason: null };
  expect(isDropped('l_1', { ...content, proof: null, ended })).toBe(true);
  expect(isDropped('l_1', { ...content, ends: null, ended })).toBe(true);
  expect(isDropped('l_1', { ...content, ended })).toBe(false);
  expect(isDropped('l_1', { ...content, proof: null })).toBe(false);
});

describe('how far a limit is used up', () => {
  it.each([
    [7999, 10_000, null],
    [8000, 10_000, 80],
    [9999, 10_000, 80],
    [10_000, 10_000, 100],
    [10_001, 10_000, 100],
    [0, 1, null],
    [1, 1, 100],
    [4, 5, 80],
    [Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER, 80],
  ])('%i of %i: %s', (count, most, level) => {
    expect(capLevel(count, most)).toBe(level);
  });
});
