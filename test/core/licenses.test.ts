import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsUse } from '../../src/core/licenses/caps.ts';
import { checkLicense, checkMeetings, isRefused } from '../../src/core/licenses/check.ts';
import { findConflicts } from '../../src/core/licenses/conflicts.ts';
import { covers, type Intent } from '../../src/core/licenses/covers.ts';
import {
  type CapUnit,
  isComplete,
  type License,
  type LicenseDraft,
  type LicensePart,
  missing,
  PARTS,
  USES,
  type Use,
} from '../../src/core/licenses/license.ts';
import { parseTerritorySet } from '../../src/core/territory-set/parse.ts';
import { contains, intersection, type TerritorySet, territorySet } from '../../src/core/territory-set.ts';

function read(text: string): TerritorySet {
  return parseTerritorySet(text).set;
}

/** For a whole year Ana lets Bo put Night Bus into films, in the EU. */
const license: License = {
  kind: 'license',
  id: 'l_1',
  asset: { kind: 'recording', id: 'r_1' },
  licensor: { person: 'p_ana', name: 'Ana' },
  licensee: { person: 'p_bo', name: 'Bo' },
  territories: read('EU'),
  term: { from: '2026-01-01', to: '2026-12-31' },
  uses: ['synchronization', 'reproduction'],
  exclusive: false,
  payment: '500 EUR once',
  caps: [],
  proof: 'ab'.repeat(32),
};
const intent: Intent = { territories: read('Germany'), use: 'synchronization', date: '2026-06-01' };

/** The answer and the clause that decides it, with what in it does. */
function answer(changes: Partial<LicenseDraft>, asked: Partial<Intent> = {}): string {
  const { answer: said, ...why } = covers({ ...license, ...changes }, { ...intent, ...asked });
  return [
    said,
    ...Object.values(why).map((part) => (typeof part === 'string' ? part : JSON.stringify(part))),
  ].join(' ');
}

describe('what a license covers', () => {
  it.each<[string, Partial<LicenseDraft>, Partial<Intent>]>([
    ['yes', {}, {}],
    ['yes', {}, { territories: read('EU') }],
    ['no territories ["US"]', {}, { territories: read('US') }],
    ['no territories ["US"]', { territories: read('world except US') }, { territories: read('world') }],
    ['no territories ["CH"]', {}, { territories: read('DACH') }],
    // Both days of the term are inside.
    ['yes', {}, { date: '2026-01-01' }],
    ['yes', {}, { date: '2026-12-31' }],
    ['no term {"from":"2026-01-01","to":"2026-12-31"} before', {}, { date: '2025-12-31' }],
    ['no term {"from":"2026-01-01","to":"2026-12-31"} after', {}, { date: '2027-01-01' }],
    ['yes', { term: { from: '2026-01-01', to: null } }, { date: '2999-01-01' }],
    ['no uses ["synchronization","reproduction"]', {}, { use: 'remix' }],
    // The trade takes these for one another; contracts do not always.
    ['cannot say uses near ["reproduction"]', {}, { use: 'mechanical' }],
    ['cannot say uses near ["mechanical"]', { uses: ['mechanical'] }, { use: 'distribution' }],
    ['cannot say uses near ["communication"]', { uses: ['communication'] }, { use: 'publicPerformance' }],
    // Radio is no stream on demand, and a word for both may mean either.
    ['no uses ["broadcasting"]', { uses: ['broadcasting'] }, { use: 'makingAvailable' }],
    ['cannot say uses near ["communication"]', { uses: ['communication'] }, { use: 'makingAvailable' }],
    ['cannot say uses near ["broadcasting"]', { uses: ['broadcasting'] }, { use: 'communication' }],
    ['no uses ["mechanical"]', { uses: ['mechanical'] }, { use: 'publicPerformance' }],
    // A limit: one more may be made, or none, or nobody has counted.
    ['yes', { caps: [{ of: 'copies', most: 500 }] }, { use: 'reproduction', counts: { copies: 499 } }],
    [
      'no caps {"of":"copies","most":500}',
      { caps: [{ of: 'copies', most: 500 }] },
      { use: 'reproduction', counts: { copies: 500 } },
    ],
    [
      'cannot say caps uncounted {"of":"copies","most":500}',
      { caps: [{ of: 'copies', most: 500 }] },
      { use: 'reproduction' },
    ],
    // Copies of a record say nothing of its use in a film, counted or not.
    ['yes', { caps: [{ of: 'copies', most: 500 }] }, { counts: { copies: 500 } }],
    ['yes', { caps: [{ of: 'copies', most: 500 }] }, {}],
    [
      'cannot say caps uncounted {"of":"views","most":9}',
      {
        caps: [
          { of: 'copies', most: 500 },
          { of: 'views', most: 9 },
        ],
      },
      { counts: {} },
    ],
    // What is known and excludes it decides, whatever is missing.
    ['no territories ["US"]', { term: null, uses: null, proof: null }, { territories: read('US') }],
    ['no uses ["remix"]', { territories: null, uses: ['remix'] }, {}],
    ['cannot say territories missing', { territories: null }, {}],
    ['cannot say territories missing', { territories: territorySet([]) }, {}],
    ['cannot say uses missing', { uses: [] }, {}],
    ['cannot say proof missing', { proof: null }, {}],
    ['cannot say licensor missing', { licensor: { person: null, name: ' ' } }, {}],
    ['cannot say payment missing', { payment: '' }, {}],
    ['cannot say caps missing', { caps: null }, {}],
  ])('%s', (expected, changes, asked) => {
    expect(answer(changes, asked)).toBe(expected);
  });

  it.each<[CapUnit, readonly Use[]]>([
    ['copies', ['reproduction', 'distribution', 'sampling', 'remix', 'mechanical']],
    [
      'downloads',
      [
        ...(['reproduction', 'distribution', 'communication', 'makingAvailable'] as const),
        ...(['sampling', 'remix', 'mechanical'] as const),
      ],
    ],
    ['streams', ['reproduction', 'communication', 'makingAvailable', 'sampling', 'remix', 'mechanical']],
    ['views', ['communication', 'makingAvailable', 'synchronization', 'sampling', 'remix']],
    ['performances', ['publicPerformance', 'communication', 'broadcasting', 'sampling', 'remix']],
  ])('is limited by %s in the uses that are counted so, and in no other', (of, counted) => {
    expect(USES.filter((use) => countsUse(of, use))).toEqual(counted);
    const limited = { ...license, uses: USES, caps: [{ of, most: 5 }] };
    const reached = USES.filter(
      (use) => covers(limited, { ...intent, use, counts: { [of]: 5 } }).answer === 'no',
    );
    expect(reached).toEqual(counted);
    const uncounted = USES.filter((use) => covers(limited, { ...intent, use }).answer === 'cannot say');
    expect(uncounted).toEqual(counted);
  });

  it('is nothing that can be said from a note, even one that says all that a license says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...USES), (use) => {
        const note = { ...license, kind: 'note' } as const;
        expect(covers(note, { ...intent, use })).toEqual({ answer: 'cannot say', clause: 'note' });
      }),
    );
  });

  it('has to be asked of somewhere', () => {
    expect(() => covers(license, { ...intent, territories: territorySet([]) })).toThrow('somewhere');
  });
});

const places = fc.subarray(['DE', 'FR', 'JP', 'US', 'TW'], { minLength: 1 }).map(territorySet);
const days = fc.integer({ min: 10, max: 28 }).map((day) => `2026-01-${day}`);
const terms = fc
  .tuple(days, fc.option(days))
  .map(([a, b]) => ({ from: b !== null && b < a ? b : a, to: b === null ? null : b < a ? a : b }));
const uses = fc.subarray<Use>(['synchronization', 'sampling', 'remix'], { minLength: 1 });
const parties = fc.constantFrom('Ana', 'Bo', 'Chen').map((name) => ({ person: null, name }));
const licenses = fc.record({
  kind: fc.constant('license' as const),
  id: fc.uuid(),
  asset: fc.constantFrom('r_1', 'r_2').map((id) => ({ kind: 'recording' as const, id })),
  licensor: parties,
  licensee: parties,
  territories: places,
  term: terms,
  uses,
  exclusive: fc.boolean(),
  payment: fc.constant('none'),
  caps: fc.constant([]),
  proof: fc.constant('ab'.repeat(32)),
});

describe('a yes', () => {
  it('is said exactly where every clause holds, and a part less never makes one', () => {
    fc.assert(
      fc.property(
        licenses,
        places,
        uses,
        days,
        fc.constantFrom(...PARTS),
        (one, where, [use], date, part) => {
          const asked: Intent = { territories: where, use: use as Use, date };
          const { from, to } = one.term;
          const holds =
            contains(one.territories, where) &&
            one.uses.includes(asked.use) &&
            from <= date &&
            (to === null || date <= to);
          expect(covers(one, asked).answer).toBe(holds ? 'yes' : 'no');
          expect(covers({ ...one, [part]: null }, asked).answer).not.toBe('yes');
        },
      ),
    );
  });
});

describe('what is missing', () => {
  it('is all of a license of which nothing is said', () => {
    const nothing = Object.fromEntries(PARTS.map((part) => [part, null])) as Record<LicensePart, null>;
    expect(missing({ kind: 'license', id: 'l_1', asset: license.asset, ...nothing })).toEqual(PARTS);
  });

  it.each(PARTS)('is %s alone, where only that is not said', (part) => {
    expect(missing({ ...license, [part]: null })).toEqual([part]);
    expect(isComplete({ ...license, [part]: null })).toBe(false);
  });

  it('is nothing, where a limit of none and a grant to several were said', () => {
    expect(missing({ ...license, caps: [], exclusive: false })).toEqual([]);
  });
});

const exclusive: License = { ...license, exclusive: true };
const other: License = { ...exclusive, id: 'l_2', licensee: { person: null, name: 'Cy Films' } };

function met(changes: Partial<License>, standing: License = exclusive): readonly string[] {
  return findConflicts({ ...other, ...changes }, [standing]).map(({ kind }) => kind);
}

describe('two licenses of one asset', () => {
  it('meet where both are exclusive, and both are shown with what they share', () => {
    const meets = { ...other, territories: read('Germany, US'), term: { from: '2026-07-01', to: null } };
    expect(findConflicts({ ...meets, uses: ['reproduction', 'remix'] }, [exclusive])).toMatchObject([
      {
        kind: 'both-exclusive',
        first: { id: 'l_1' },
        second: { id: 'l_2' },
        territories: ['DE'],
        uses: ['reproduction'],
        term: { from: '2026-07-01', to: '2026-12-31' },
      },
    ]);
  });

  it.each<[string, Partial<License>, License?]>([
    ['of two other assets', { asset: { kind: 'recording', id: 'r_2' } }],
    ['of a recording and a work with one id', { asset: { kind: 'work', id: 'r_1' } }],
    ['in different countries', { territories: read('US') }],
    ['for different uses', { uses: ['remix'] }],
    ['one after the other', { term: { from: '2027-01-01', to: null } }],
    ['to the same licensee', { licensee: { person: 'p_bo', name: 'Bo of Berlin' } }],
    ['to a licensee who was written differently', { licensee: { person: null, name: ' bo ' } }],
    ['of which neither is exclusive', { exclusive: false }, license],
    ['that are one and the same', { id: 'l_1' }],
  ])('%s do not meet', (_, changes, standing) => {
    expect(met(changes, standing)).toEqual([]);
  });

  it.each<[string, Partial<License>, License?]>([
    ['both-exclusive', { term: { from: '2026-12-31', to: null } }],
    ['both-exclusive', { licensee: { person: 'p_bo_too', name: 'Bo' } }],
    ['one-exclusive', { exclusive: false }],
    ['one-exclusive', {}, license],
    ['passed-on', { licensor: { person: 'p_bo', name: 'Bo' } }],
    ['other-licensor', { licensor: { person: 'p_dee', name: 'Dee' } }],
  ])('meet as %s', (kind, changes, standing) => {
    expect(met(changes, standing)).toEqual([kind]);
  });

  it('meet exactly where some country, use and day is granted by both, whichever comes first', () => {
    fc.assert(
      fc.property(licenses, licenses, days, (a, b, day) => {
        const [found] = findConflicts(a, [b]);
        expect(findConflicts(b, [a]).map(({ kind }) => kind)).toEqual(found ? [found.kind] : []);
        const granted = (where: TerritorySet, use: Use) =>
          [a, b].every((one) => covers(one, { territories: where, use, date: day }).answer === 'yes');
        const common = intersection(a.territories, b.territories);
        const both = common.length > 0 && USES.some((use) => granted(common, use));
        const may =
          a.asset.id === b.asset.id && (a.exclusive || b.exclusive) && a.licensee.name !== b.licensee.name;
        if (both && may) expect(found).toBeDefined();
        if (!found) return;
        expect(may).toBe(true);
        const { territories, uses: shared, term } = found;
        for (const use of shared) {
          const asked = { territories, use, date: term.from };
          expect([covers(a, asked).answer, covers(b, asked).answer]).toEqual(['yes', 'yes']);
        }
      }),
    );
  });
});

describe('keeping a license', () => {
  it('is refused where it would be the second exclusive one, with both named', () => {
    expect(checkMeetings(other, [exclusive])).toMatchObject([
      {
        conflict: { kind: 'both-exclusive', first: { id: 'l_1' }, second: { id: 'l_2' } },
        problem: {
          code: 'license.both-exclusive',
          severity: 'error',
          details: {
            first: 'Bo',
            firstId: 'l_1',
            second: 'Cy Films',
            secondId: 'l_2',
            countries: 27,
            from: '2026-01-01',
            to: '2026-12-31',
          },
        },
      },
    ]);
  });

  it.each<[string, Partial<LicenseDraft>]>([
    ['error license.term-order', { term: { from: '2026-02-01', to: '2026-01-31' } }],
    ['error license.cap', { caps: [{ of: 'copies', most: 0 }] }],
    ['error license.cap', { caps: [{ of: 'copies', most: 0.5 }] }],
    ['', { term: { from: '2027-01-01', to: '2027-01-01' } }],
    ['', { proof: null, term: null, caps: null }],
  ])('finds by itself: %s', (expected, changes) => {
    const problems = checkLicense({ ...other, ...changes });
    expect(problems.map(({ severity, code }) => `${severity} ${code}`).join()).toBe(expected);
  });

  it.each<[string, Partial<LicenseDraft>]>([
    ['warning license.one-exclusive', { exclusive: false }],
    ['warning license.passed-on', { licensor: { person: 'p_bo', name: 'Bo' } }],
    ['warning license.other-licensor', { licensor: { person: 'p_dee', name: 'Dee' } }],
    ['', { term: { from: '2027-01-01', to: '2027-01-01' } }],
    // It cannot be compared before it is complete.
    ['', { proof: null }],
  ])('finds beside another: %s', (expected, changes) => {
    const met = checkMeetings({ ...other, ...changes }, [exclusive]);
    expect(met.map(({ problem: { severity, code } }) => `${severity} ${code}`).join()).toBe(expected);
  });

  it('names the refusal first', () => {
    const standing = [{ ...exclusive, id: 'l_0', licensor: { person: 'p_dee', name: 'Dee' } }, exclusive];
    expect(checkMeetings(other, standing).map(isRefused)).toEqual([true, false]);
  });
});
