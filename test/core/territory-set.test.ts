import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ref, territoryTable } from '../../src/core/data/territories.ts';
import { parseTerritorySet } from '../../src/core/territory-set/parse.ts';
import { type TerritoryWords, territoryWords } from '../../src/core/territory-set/words.ts';
import {
  complement,
  contains,
  difference,
  intersection,
  overlaps,
  type TerritorySet,
  territorySet,
  union,
  world,
} from '../../src/core/territory-set.ts';

const { countries, groups } = territoryTable();
const everywhere = countries.map(({ iso }) => iso);
const agreed = groups.flatMap(({ id, members, differs }) =>
  Array.isArray(members) && !differs ? [{ id, members: members as readonly string[] }] : [],
);

/** Countries at random; or what people say: groups, with some countries more and others less. */
const codes = fc.oneof(
  fc.subarray(everywhere),
  fc
    .tuple(
      fc.subarray(agreed),
      fc.subarray(everywhere, { maxLength: 3 }),
      fc.subarray(everywhere, { maxLength: 3 }),
    )
    .map(([some, more, less]) =>
      [...some.flatMap(({ members }) => members), ...more].filter((iso) => !less.includes(iso)),
    ),
  fc.subarray(everywhere, { maxLength: 4 }).map((less) => everywhere.filter((iso) => !less.includes(iso))),
);
const sets = codes.map(territorySet);

function plain(set: TerritorySet): ReadonlySet<string> {
  return new Set(set);
}

function readsAs(text: string): string {
  const { state, set } = parseTerritorySet(text);
  return `${state} ${set.length > 6 ? set.length : set.join(' ')}`.trim();
}

describe('algebra', () => {
  it('is that of sets of countries', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [x, y, all] = [plain(a), plain(b), new Set(everywhere)];
        expect(plain(union(a, b))).toEqual(x.union(y));
        expect(plain(intersection(a, b))).toEqual(x.intersection(y));
        expect(plain(difference(a, b))).toEqual(x.difference(y));
        expect(plain(complement(a))).toEqual(all.difference(x));
        expect(overlaps(a, b)).toBe(x.intersection(y).size > 0);
        expect(contains(a, b)).toBe(y.difference(x).size === 0);
      }),
    );
  });

  it('gives equal lists for equal sets, however they came about', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        expect(union(a, b)).toEqual(territorySet([...b, ...a, ...b].reverse()));
        expect(difference(a, b)).toEqual(intersection(a, complement(b)));
        expect(complement(complement(a))).toEqual(a);
        expect(union(difference(a, b), intersection(a, b))).toEqual(a);
      }),
    );
  });

  it.each(['USA', 'us', 'EU', 'UK', ''])('takes %j for no country', (code) => {
    expect(() => territorySet(['DE', code])).toThrow('no country');
  });
});

describe('what people type', () => {
  it.each([
    ['world', `clear ${everywhere.length}`],
    ['worldwide excluding Japan and KR', `clear ${everywhere.length - 2}`],
    ['world except US', `clear ${everywhere.length - 1}`],
    ['EU', 'clear 27'],
    ['EU except Germany', 'clear 26'],
    ['Germany, Austria', 'clear AT DE'],
    ['德國、奧地利', 'clear AT DE'],
    ['全球，美國除外', `clear ${everywhere.length - 1}`],
    ['全球除日本和韓國外', `clear ${everywhere.length - 2}`],
    ['歐盟', 'clear 27'],
    // Words that mean different lists in different contracts.
    ['Spanish-speaking', 'ask 21'],
    ['the Spanish speaking countries', 'ask 21'],
    ['西語國家', 'ask 21'],
    ['Arabic-speaking territories', 'ask 22'],
    ['阿拉伯語地區', 'ask 22'],
    ['Spanish-speaking except Mexico', 'ask 20'],
    ['world except Spanish-speaking countries', `ask ${everywhere.length - 21}`],
    ['Spanish-speaking and Brazil', 'ask 22'],
    ['LATAM', 'ask 20'],
    ['Europe', 'ask 32'],
    ['US and rest of world', `ask ${everywhere.length}`],
    // Words that mean two things, of which one is usual.
    ['Georgia', 'ask GE'],
    ['America', 'ask US'],
    // Exceptions that have nothing to be taken out of.
    ['except US', `ask ${everywhere.length - 1}`],
    ['EU except Germany, US', 'ask 26'],
    // Nothing that could be confirmed.
    ['Congo', 'unread'],
    ['GE, Congo', 'unread GE'],
    ['Congo, CG', 'unread CG'],
    ['APAC', 'unread'],
    ['Japan and Asia', 'unread JP'],
    ['Wakanda', 'unread'],
    ['Germany, Wakanda', 'unread DE'],
    ['Germany except Germany', 'unread'],
    ['French-speaking', 'unread'],
    ['', 'unread'],
    // Said the other way round in words that are not known: never what stands beside them.
    ['not Germany', 'unread DE'],
    ['no Germany', 'unread DE'],
    ['nicht Deutschland', 'unread DE'],
    ['everywhere but the US', 'unread US'],
    ['world save US', 'unread US'],
    ['world, not US', `unread ${everywhere.length}`],
    ['world, US out', `unread ${everywhere.length}`],
    ['world -US', 'unread US'],
    ['!US', 'unread US'],
    ['non-EU', 'unread 27'],
    ['非歐盟', 'unread 27'],
    ['全球，不要美國', `unread ${everywhere.length}`],
    ['EU until 2027', 'unread 27'],
    // A limit that no set of countries can hold.
    ['physical release in Germany', 'unread DE'],
    ['EU, digital only', 'unread 27'],
    ['德國實體發行', 'unread DE'],
    ['CD, TV', 'clear CD TV'],
    // Nobody knows which: Puerto Rico is a country of its own here.
    ['US and its territories', 'unread US'],
    ['world except US and territories', `unread ${everywhere.length - 1}`],
    ['- Germany\n- Austria', 'clear AT DE'],
    ['- Germany\nAustria', 'unread AT DE'],
    ['EU member states', 'clear 27'],
    ['the whole EU', 'clear 27'],
    ['all of Germany, including Austria', 'clear AT DE'],
    // A part is less than the country that is counted.
    ['California', 'ask US'],
    ['England', 'ask GB'],
    ['world except Texas', `ask ${everywhere.length - 1}`],
  ])('%s: %s', (text, expected) => {
    expect(readsAs(text)).toBe(expected);
  });

  it('shows whom a language is counted for, as it was typed', () => {
    const [ask] = parseTerritorySet('Brazil and Spanish-Speaking countries').asks;
    expect(ask).toMatchObject({ kind: 'language', input: 'Spanish-Speaking countries' });
    expect(ask?.kind === 'language' && ask.members.map(({ iso }) => iso).slice(0, 3)).toEqual([
      'AR',
      'BO',
      'CL',
    ]);
  });

  it('shows the members of a region that contracts differ on', () => {
    expect(parseTerritorySet('LATAM').asks).toMatchObject([{ kind: 'members', group: { id: 'latam' } }]);
  });

  it('says what stays in beside a country that is left out, without asking', () => {
    const { state, apart } = parseTerritorySet('world except US');
    expect(state).toBe('clear');
    expect(apart[0]?.stillIn.map(({ iso }) => iso)).toContain('PR');
  });

  it('offers the nearest names for what is no place', () => {
    expect(parseTerritorySet('Germny').unread).toMatchObject([
      { input: 'Germny', nearest: [{ country: 'DE' }, {}, {}] },
    ]);
  });

  it('lets the EU collide with Germany, and keeps the US out of the world without it', () => {
    const read = (text: string) => parseTerritorySet(text).set;
    expect(overlaps(read('EU'), read('Germany'))).toBe(true);
    expect(overlaps(read('EU'), read('Switzerland'))).toBe(false);
    expect(contains(read('world except US'), read('US'))).toBe(false);
    expect(contains(read('world except US'), read('Germany'))).toBe(true);
  });
});

function membersOf(refs: readonly Ref[]): ReadonlySet<string> {
  return refs.reduce((sum, ref) => {
    if ('country' in ref) return sum.union(new Set([ref.country]));
    const group = agreed.find(({ id }) => id === ref.group)?.members;
    return sum.union(new Set(ref.group === 'world' ? everywhere : group));
  }, new Set<string>());
}

/** `eu JP -DE`; what was said, short enough for a row. */
function show({ named, except }: TerritoryWords): string {
  const name = (ref: Ref) => ('country' in ref ? ref.country : ref.group);
  return [...named.map(name), ...except.map((ref) => `-${name(ref)}`)].join(' ');
}

describe('the words for a set', () => {
  it.each([
    ['world', 'world'],
    ['world except US', 'world -US'],
    ['world except EU and Japan', 'world -eu -JP'],
    ['EU', 'eu'],
    ['EU, Norway, Iceland, Liechtenstein', 'eea'],
    ['EU except Germany', 'eu -DE'],
    ['EU except Germany and Benelux', 'eu -benelux -DE'],
    ['EU except Germany; Japan', 'eu JP -DE'],
    ['Germany, Austria, Switzerland', 'dach'],
    ['Austria, Germany', 'AT DE'],
    ['Ireland and the UK', 'uk-ie'],
    ['Germany, Austria, Switzerland, Belgium, the Netherlands, Luxembourg, Japan', 'dach benelux JP'],
    // As short with an exception as without: then without.
    ['Denmark, Norway, Sweden', 'DK NO SE'],
    ['Belgium, Netherlands', 'BE NL'],
  ])('%s: %s', (text, expected) => {
    expect(show(territoryWords(parseTerritorySet(text).set))).toBe(expected);
  });

  it('are none for nowhere', () => {
    expect(territoryWords(territorySet([]))).toEqual({ named: [], except: [] });
  });

  it('say the set and nothing else, and leave out only what was named', () => {
    fc.assert(
      fc.property(sets, (set) => {
        const { named, except } = territoryWords(set);
        expect(membersOf(named).difference(membersOf(except))).toEqual(plain(set));
        expect(membersOf(except).isSubsetOf(membersOf(named))).toBe(true);
        expect(named.length + except.length).toBeLessThanOrEqual(set.length);
      }),
    );
  });

  it('never use a group that contracts differ on', () => {
    for (const { id, members, differs } of groups) {
      if (!differs || !Array.isArray(members)) continue;
      expect(show(territoryWords(territorySet(members))).split(' ')).not.toContain(id);
    }
  });

  it('are read back as the same set', () => {
    const names = new Map([
      ...countries.map(({ iso, name }) => [iso, name.en] as const),
      ...groups.map(({ id, name }) => [id, name.en] as const),
    ]);
    const typed = (refs: readonly Ref[]) =>
      refs.map((ref) => names.get('country' in ref ? ref.country : ref.group)).join(', ');
    fc.assert(
      fc.property(sets, (set) => {
        const { named, except } = territoryWords(set);
        fc.pre(named.length > 0 && named.length + except.length < 20);
        const text = except.length > 0 ? `${typed(named)} except ${typed(except)}` : typed(named);
        expect(parseTerritorySet(text).set).toEqual(set);
      }),
      { numRuns: 40 },
    );
  });
});

it('holds every country of the world', () => {
  expect(world()).toHaveLength(everywhere.length);
});
