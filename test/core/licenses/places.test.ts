import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { territoryTable } from '../../../src/core/data/territories.ts';
import { findConflicts } from '../../../src/core/licenses/conflicts.ts';
import { covers } from '../../../src/core/licenses/covers.ts';
import type { License } from '../../../src/core/licenses/license.ts';
import { parseTerritorySet } from '../../../src/core/territory-set/parse.ts';
import { contains, overlaps } from '../../../src/core/territory-set.ts';

const { countries, groups } = territoryTable();

/** Something to name, and the countries that it is in every contract. */
type Named = { readonly name: string; readonly members: readonly string[] };

const regions: readonly Named[] = groups.flatMap(({ name, members, differs }) =>
  Array.isArray(members) && !differs ? [{ name: name.en, members: members as readonly string[] }] : [],
);
const world: Named = { name: 'world', members: countries.map(({ iso }) => iso) };
/** Some names of countries mean two things, or are asked for another reason. */
const plainCountries: readonly Named[] = countries
  .map(({ iso, name }) => ({ name: name.en, members: [iso] }))
  .filter(({ name }) => parseTerritorySet(name).state === 'clear');

const named = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...plainCountries) },
  { weight: 2, arbitrary: fc.constantFrom(...regions) },
);
const some = fc.uniqueArray(named, { minLength: 1, maxLength: 5, selector: ({ name }) => name });

function typed(parts: readonly Named[]): string {
  return parts.map(({ name }) => name).join(', ');
}

/** The same as a set of countries, made by hand. */
function explicit(parts: readonly Named[], except: readonly Named[] = []): ReadonlySet<string> {
  const left = new Set(except.flatMap(({ members }) => members));
  return new Set(parts.flatMap(({ members }) => members)).difference(left);
}

const read = (text: string) => parseTerritorySet(text).set;

describe('places as people type them', () => {
  it('are the union of what is named', () => {
    fc.assert(
      fc.property(some, (parts) => {
        expect(new Set(read(typed(parts)))).toEqual(explicit(parts));
      }),
    );
  });

  it('are without what is excepted, be it countries or regions', () => {
    fc.assert(
      fc.property(fc.oneof(some, fc.constant([world])), some, (parts, except) => {
        const text = `${typed(parts)} except ${typed(except)}`;
        expect(new Set(read(text))).toEqual(explicit(parts, except));
      }),
    );
  });

  it('overlap exactly where some country is in both, and cover exactly where none is left out', () => {
    fc.assert(
      fc.property(some, some, some, (a, b, except) => {
        const one = explicit(a, except);
        const other = explicit(b);
        const text = `${typed(a)} except ${typed(except)}`;
        expect(overlaps(read(text), read(typed(b)))).toBe(!one.isDisjointFrom(other));
        expect(contains(read(text), read(typed(b)))).toBe(other.isSubsetOf(one));
      }),
    );
  });
});

const license: License = {
  kind: 'license',
  id: 'l_1',
  asset: { kind: 'recording', id: 'r_1' },
  licensor: { person: null, name: 'Ana' },
  licensee: { person: null, name: 'Bo' },
  territories: read('EU'),
  term: { from: '2026-01-01', to: null },
  uses: ['synchronization'],
  exclusive: true,
  payment: 'none',
  caps: [],
  proof: 'ab'.repeat(32),
};
const other: License = { ...license, id: 'l_2', licensee: { person: null, name: 'Chen' } };

it('leaves out what stands behind a name that ends with a bracket', () => {
  const { set } = parseTerritorySet('world except Germany, Austria, Switzerland (DACH), European Union');
  for (const country of ['DE', 'CH', 'FR']) expect(set).not.toContain(country);
});

describe('two exclusive grants', () => {
  it.each([
    ['EU', 'Germany', ['DE']],
    ['world', 'Taiwan', ['TW']],
    ['world except US', 'North America', ['CA']],
    ['EU', 'Switzerland', null],
    ['world except US', 'US', null],
    ['world except EU', 'Benelux', null],
  ])('for %s and %s meet in %j', (first, second, where) => {
    const [met] = findConflicts({ ...other, territories: read(second) }, [
      { ...license, territories: read(first) },
    ]);
    if (where === null) expect(met).toBeUndefined();
    else expect(met?.territories).toEqual(expect.arrayContaining(where));
  });

  it('meet exactly where some country is in both', () => {
    fc.assert(
      fc.property(some, some, (a, b) => {
        const met = findConflicts({ ...other, territories: read(typed(b)) }, [
          { ...license, territories: read(typed(a)) },
        ]);
        const both = explicit(a).intersection(explicit(b));
        expect(new Set(met[0]?.territories ?? [])).toEqual(both);
      }),
    );
  });
});

it('covers no country that was excepted, in whichever words it is asked', () => {
  fc.assert(
    fc.property(some, some, (except, where) => {
      const territories = read(`world except ${typed(except)}`);
      fc.pre(territories.length > 0);
      const asked = { territories: read(typed(where)), use: 'synchronization', date: '2026-06-01' } as const;
      const answer = covers({ ...license, territories }, asked).answer;
      expect(answer).toBe(explicit(where).isDisjointFrom(explicit(except)) ? 'yes' : 'no');
    }),
  );
});

it('shows the members of a language and asks, whatever else is said', () => {
  fc.assert(
    fc.property(some, (parts) => {
      const { state, asks } = parseTerritorySet(`Spanish-speaking countries; ${typed(parts)}`);
      expect(state).toBe('ask');
      const ask = asks.find(({ kind }) => kind === 'language');
      expect(ask?.kind === 'language' && ask.members.length).toBe(21);
    }),
  );
});
