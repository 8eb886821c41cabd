import { expect, it } from 'vitest';
import { territoryTable } from '../../../src/core/data/territories.ts';
import { findTerritories } from '../../../src/core/territory.ts';
import { read } from './read.ts';

const all = territoryTable().countries.length;

it.each([
  ['world except US', '{world} -US', all - 1],
  ['World ex-US', '{world} -US', all - 1],
  ['worldwide, excluding the US and Canada', '{world} -US -CA', all - 2],
  ['world except US, UK, JP', '{world} -US -GB -JP', all - 3],
  ['world (excl. US and UK), Japan', '{world} JP -US -GB', all - 2],
  ['all territories other than China', '{world} -CN', all - 1],
  ['EU without Germany', '{eu} -DE', 26],
  ['EU except Germany; US', '{eu} US -DE', 27],
  ['EU except Germany plus US', '{eu} US -DE', 27],
  ['EU except the Benelux', '{eu} -{benelux}', 24],
  ['全球除美國外', '{world} -US', all - 1],
  ['全球（不含中國大陸）', '{world} -CN', all - 1],
  ['全球（美國、英國除外）', '{world} -US -GB', all - 2],
  ['除了美國以外的全球', '{world} -US', all - 1],
  ['全球，美國除外', '{world} -US', all - 1],
  ['アメリカを除く全世界', '{world} -US', all - 1],
  ['歐盟，德國除外', '{eu} -DE', 26],
  ['全世界，歐盟除外', '{world} -{eu}', all - 27],
  ['monde entier sauf France', '{world} -FR', all - 1],
  ['Todo el mundo excepto España', '{world} -ES', all - 1],
  ['weltweit außer Deutschland', '{world} -DE', all - 1],
  ['US, UK, rest of world', 'US GB {rest}', all],
])('%s is %s, %i countries', (text, expected, count) => {
  expect(read(text)).toBe(expected);
  expect(findTerritories(text).countries).toHaveLength(count);
});

it.each(['except US', 'outside the US', '美國以外'])('%s alone is the world without it, and asks', (text) => {
  const found = findTerritories(text);
  expect(read(text)).toBe('-US');
  expect(found.countries).toHaveLength(all - 1);
  expect(found.questions.map(({ kind }) => kind)).toContain('only-exceptions');
});

it('keeps the caution of a country that is left out away from the rest', () => {
  const rows = findTerritories('world except UK').rows.map(({ row }) => row.id);
  expect(rows).not.toContain('uk');
  expect(rows).toHaveLength(territoryTable().rows.length - 1);
});

it('asks about an exception that was never in', () => {
  const { questions, countries } = findTerritories('EU except Germany, US');
  expect(questions).toContainEqual({ kind: 'outside', input: 'US' });
  expect(countries).toHaveLength(26);
});

it('asks about territories that are counted apart from the one left out', () => {
  const apart = (text: string) =>
    findTerritories(text).questions.flatMap((question) =>
      question.kind === 'apart' ? [[question.country.iso, ...question.stillIn.map(({ iso }) => iso)]] : [],
    );
  expect(apart('world except US')).toEqual([['US', 'AS', 'GU', 'MP', 'PR', 'UM', 'VI']]);
  expect(apart('world except China')).toEqual([['CN', 'HK', 'MO', 'TW']]);
  expect(apart('world except US and Puerto Rico').flat()).not.toContain('PR');
  expect(apart('EU except Germany')).toEqual([]);
});

it('counts for the rest of the world what the list does not name', () => {
  const { countries } = findTerritories('world except US, UK; ROW');
  expect(countries.map(({ iso }) => iso)).not.toContain('US');
});
