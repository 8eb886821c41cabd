import { fc, it as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { edits } from '../../../src/core/territory/nearest.ts';
import { findTerritories } from '../../../src/core/territory.ts';
import { nameOf } from './read.ts';

it.each([
  ['Germny', 'DE'],
  ['Frnace', 'FR'],
  ['Untied States', 'US'],
  ['Tawian', 'TW'],
  ['Philipines', 'PH'],
  ['Kazakstan', 'KZ'],
  ['Brazill', 'BR'],
  ['Wakanda', 'RW'],
  ['Azerbajian', 'AZ'],
  ['Scandanavia', 'scandinavia'],
  ['Gremany', 'DE'],
  ['Аргнтина', 'AR'],
  ['السعوديه', 'SA'],
  ['インドネシヤ', 'ID'],
  ['인도네시야', 'ID'],
  ['奧地莉', 'AT'],
  ['紐西籃', 'NZ'],
])('%s is no place, and %s is offered first', (text, first) => {
  const found = findTerritories(text);
  expect(found.places).toEqual([]);
  expect(found.unknown).toHaveLength(1);
  expect(found.unknown[0]?.nearest).toHaveLength(3);
  expect(nameOf(found.unknown[0]!.nearest[0]!)).toBe(first);
});

it('shows the rest-of-world row for what it could not place, and only then', () => {
  const rest = (text: string) => findTerritories(text).rows.find(({ row }) => row.id === 'rest-of-world');
  expect(rest('Wakanda')).toMatchObject({ countries: [], forUnknown: true });
  expect(rest('Germany, Wakanda')).toMatchObject({ forUnknown: true });
  expect(rest('Congo')).toMatchObject({ forUnknown: true });
  expect(rest('Asia')).toMatchObject({ forUnknown: true });
  expect(rest('Canada')).toMatchObject({ forUnknown: false });
  expect(rest('Germany')).toBeUndefined();
});

it('offers nothing near for a script that no name is written in', () => {
  expect(findTerritories('საქართველო').unknown).toEqual([{ input: 'საქართველო', nearest: [] }]);
});

it('finds nothing in nothing', () => {
  for (const text of ['', '   ', '\n\t']) {
    expect(findTerritories(text)).toMatchObject({ places: [], unknown: [], questions: [], rows: [] });
  }
});

it('gives back what it cannot read, shortened', () => {
  expect(findTerritories('!!!').unknown).toEqual([{ input: '!!!', nearest: [] }]);
  expect(findTerritories('x'.repeat(5000)).unknown[0]?.input).toHaveLength(61);
});

it('reads each item once, however often it is repeated', () => {
  expect(findTerritories('Wakanda, '.repeat(50)).unknown).toHaveLength(1);
});

it.each([
  ['', 'abc', 3],
  ['germany', 'germany', 0],
  ['germny', 'germany', 1],
  ['gremany', 'germany', 1],
  ['germanyy', 'germany', 1],
  ['kermany', 'germany', 1],
  ['taiwan', 'tawian', 1],
])('%s and %s are %i edits apart', (a, b, expected) => {
  expect(edits(a, b)).toBe(expected);
  expect(edits(b, a)).toBe(expected);
});

property.prop([fc.string({ unit: 'binary', maxLength: 300 })], { numRuns: 600 })(
  'never throws, and never names a place without its rows',
  (text) => {
    for (const place of findTerritories(text).places)
      expect('group' in place || place.rows.length > 0).toBe(true);
  },
);

const words = [
  'world',
  'EU',
  'US',
  'except',
  '除',
  '外',
  '美國',
  '（',
  '）',
  ';',
  ',',
  'and',
  '除外',
  '\n',
  'NA',
  'Congo',
  'ROW',
  '🇯🇵',
  'x',
  '한국에서',
];
property.prop([fc.array(fc.constantFrom(...words), { maxLength: 40 })], { numRuns: 600 })(
  'leaves out nothing that was not named',
  (parts) => {
    const { countries, excluded, places } = findTerritories(parts.join(' '));
    const kept = new Set(countries.map(({ iso }) => iso));
    for (const place of excluded) if ('country' in place) expect(kept.has(place.country.iso)).toBe(false);
    if (places.length > 0 && excluded.length === 0) {
      for (const place of places) if ('country' in place) expect(kept.has(place.country.iso)).toBe(true);
    }
  },
);
