import { describe, expect, it } from 'vitest';
import { territoryTable } from '../../../src/core/data/territories.ts';
import { listNames } from '../../../src/core/territory/names.ts';
import { tokenize } from '../../../src/core/territory/tokens.ts';
import { findTerritories } from '../../../src/core/territory.ts';
import { read } from './read.ts';

const { countries, groups, readings } = territoryTable();

/** Names that are asked about on purpose, with what each could be. Everything else is one place. */
const ASKED: Readonly<Record<string, string>> = {
  NA: 'NA north-america',
  Congo: 'CG CD',
  Guiana: 'GY GF',
  Granada: 'GD ES',
};

describe('every country', () => {
  it.each(countries.map((country) => [country.iso, country] as const))(
    '%s is found by each of its names',
    (iso, country) => {
      const names = [iso, country.alpha3, ...Object.values(country.name), ...country.aliases].filter(
        (name) => name !== null,
      );
      const wrong = names.filter((name) => read(name) !== (ASKED[name] ? `? ${ASKED[name]}` : iso));
      expect(wrong.map((name) => `${name} → ${read(name)}`)).toEqual([]);
    },
  );

  it.each(countries.map((country) => [country.iso, country] as const))(
    '%s is found however its names are written',
    (iso, country) => {
      const names = [country.name.en, ...country.aliases].filter((name) => !ASKED[name]);
      const spellings = names.flatMap((name) => [
        name.toUpperCase(),
        name.toLowerCase(),
        ` ${name} `,
        name.normalize('NFD'),
      ]);
      expect(spellings.filter((name) => read(name) !== iso).map((name) => `${name} → ${read(name)}`)).toEqual(
        [],
      );
    },
  );

  it('is found inside a sentence by its English name', () => {
    const wrong = countries.filter(
      ({ iso, name }) => read(`the song is out in ${name.en} on 11 December`) !== iso,
    );
    expect(
      wrong.map(
        ({ iso, name }) => `${iso} ${name.en} → ${read(`the song is out in ${name.en} on 11 December`)}`,
      ),
    ).toEqual([]);
  });

  it('is found inside a sentence by its Chinese name', () => {
    const wrong = countries.filter(({ iso, name }) => read(`下個月在${name['zh-Hant']}發行`) !== iso);
    expect(wrong.map(({ iso, name }) => `${iso} → ${read(`下個月在${name['zh-Hant']}發行`)}`)).toEqual([]);
  });

  it('is found by its flag', () => {
    const flag = (iso: string) =>
      [...iso].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0x1f1a5)).join('');
    expect(countries.filter(({ iso }) => read(flag(iso)) !== iso).map(({ iso }) => iso)).toEqual([]);
    expect(
      countries.filter(({ iso }) => read(`:flag-${iso.toLowerCase()}:`) !== iso).map(({ iso }) => iso),
    ).toEqual([]);
  });

  it('shows all its rows', () => {
    for (const { iso, rows } of countries) {
      expect(
        [...findTerritories(`:flag-${iso.toLowerCase()}:`).rows.map(({ row }) => row.id)].sort(),
        iso,
      ).toEqual([...rows].sort());
    }
  });
});

describe('every region', () => {
  it.each(groups.map((group) => [group.id, group] as const))(
    '%s is found by each of its names',
    (id, group) => {
      const names = [...Object.values(group.name), ...group.aliases].filter((name) => name !== 'NA');
      expect(
        names.filter((name) => read(name) !== `{${id}}`).map((name) => `${name} → ${read(name)}`),
      ).toEqual([]);
    },
  );

  it('has members that are countries, and asks where contracts count differently', () => {
    const known = new Set(countries.map(({ iso }) => iso));
    for (const group of groups) {
      if (Array.isArray(group.members))
        expect(
          group.members.filter((iso) => !known.has(iso)),
          group.id,
        ).toEqual([]);
      const { questions } = findTerritories(group.name.en);
      expect(
        questions.some(({ kind }) => kind === 'members'),
        group.id,
      ).toBe(group.differs);
    }
  });
});

it('gives no two things one name, except on purpose', () => {
  const deliberate = new Set(readings.flatMap(({ inputs }) => inputs).map(keyOf));
  const owner = new Map<string, string>();
  const clashes: string[] = [];
  for (const { name, target } of listNames(territoryTable())) {
    if (!target.ref || target.reading || target.part || deliberate.has(keyOf(name))) continue;
    const id = JSON.stringify(target.ref);
    const known = owner.get(keyOf(name)) ?? id;
    if (known !== id) clashes.push(`${name}: ${known} and ${id}`);
    owner.set(keyOf(name), known);
  }
  expect(clashes).toEqual([]);
});

function keyOf(name: string): string {
  return tokenize(name.normalize('NFKC'))
    .map(({ key }) => key)
    .join('');
}
