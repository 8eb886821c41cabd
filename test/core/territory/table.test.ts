import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Market, type RoutingField, routingMap } from '../../../src/core/data/routing.ts';
import { type TerritoryTable, territoryTable } from '../../../src/core/data/territories.ts';
import { localized } from './localized.ts';

const rowId = z.enum([
  'china',
  'russia',
  'turkey-indonesia',
  'brazil',
  'japan-korea',
  'eu-eea',
  'uk',
  'arabic',
  'spanish',
  'tw-hk-mo',
  'us',
  'rest-of-world',
]);
const iso = z.string().regex(/^[A-Z]{2}$/);
const ref = z.union([z.strictObject({ country: iso }), z.strictObject({ group: z.string() })]);

const table = z.strictObject({
  compiled: z.iso.date(),
  source: localized,
  rows: z
    .array(z.strictObject({ id: rowId, label: localized, caution: localized, inWriting: localized }))
    .length(12),
  countries: z
    .array(
      z.strictObject({
        iso,
        alpha3: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable(),
        name: localized,
        rows: z.array(rowId).min(1).max(2),
        tis: z.number().int().nullable(),
        aliases: z.array(z.string().min(1)).min(1),
        note: localized.optional(),
      }),
    )
    .length(250),
  groups: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      name: localized,
      members: z.union([z.array(iso).min(2), z.enum(['all', 'rest']), z.null()]),
      tis: z.number().int().nullable(),
      aliases: z.array(z.string().min(1)),
      differs: z.boolean(),
      note: localized.optional(),
    }),
  ),
  readings: z.array(
    z.strictObject({
      inputs: z.array(z.string()).min(1),
      place: ref.optional(),
      choices: z.array(ref),
      words: localized,
    }),
  ),
  parts: z.array(z.strictObject({ iso, words: localized, names: z.array(z.string()).min(1) })),
  decoys: z.array(z.string()),
  apart: z.record(iso, z.array(iso).min(1)),
});

const body = z.strictObject({
  name: z.string().min(2),
  international: z.literal(true).optional(),
  holds: localized.optional(),
  note: localized.optional(),
  cisac: z.literal('provisional').optional(),
  source: z.string().min(3),
  asOf: z.strictObject({
    date: z
      .string()
      .regex(/^\d{4}(-\d\d){0,2}$/)
      .optional(),
    undated: z.literal(true).optional(),
    from: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    until: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
  }),
  confidence: z.enum(['high', 'medium', 'low']),
});

const market = z.strictObject({
  iso,
  isrc: z.array(body).length(1),
  authors: z.array(body),
  mechanical: z.array(body),
  neighboring: z.array(body),
  researched: z.boolean(),
  notes: z.array(localized).optional(),
  firstSteps: z.array(localized).min(1).optional(),
  conflicts: z
    .array(
      z.strictObject({ about: z.enum(['isrc', 'authors', 'mechanical', 'neighboring']), words: localized }),
    )
    .optional(),
});

describe('the territory table', () => {
  const data: TerritoryTable = territoryTable();

  it('has the shape its type says, with every caution, note and name in both languages', () => {
    expect(z.prettifyError(table.safeParse(data).error ?? new z.ZodError([]))).toBe('');
  });

  it('names only countries and regions that it holds', () => {
    const countries = new Set(data.countries.map((country) => country.iso));
    const groups = new Set(data.groups.map(({ id }) => id));
    const refs = data.readings.flatMap(({ place, choices }) => [...choices, ...(place ? [place] : [])]);
    expect(
      refs.filter((one) => ('country' in one ? !countries.has(one.country) : !groups.has(one.group))),
    ).toEqual([]);
    const named = [
      ...data.parts.map((part) => part.iso),
      ...Object.entries(data.apart).flatMap(([of, apart]) => [of, ...apart]),
    ];
    expect(named.filter((one) => !countries.has(one))).toEqual([]);
    expect(countries.size).toBe(data.countries.length);
    expect(new Set(data.countries.map(({ alpha3 }) => alpha3)).size).toBe(data.countries.length);
  });

  it('puts each country into the rows that the regions agree with', () => {
    const inRow = (id: string) =>
      data.countries.filter(({ rows }) => rows.some((row) => row === id)).map((country) => country.iso);
    const members = (id: string) => data.groups.find((group) => group.id === id)?.members;
    expect(inRow('uk')).toEqual(['GB']);
    expect(inRow('us').sort()).toEqual(['AS', 'GU', 'MP', 'PR', 'UM', 'US', 'VI']);
    expect(inRow('tw-hk-mo').sort()).toEqual(['HK', 'MO', 'TW']);
    expect(inRow('china')).toEqual(['CN']);
    expect(inRow('japan-korea').sort()).toEqual(['JP', 'KR']);
    expect(inRow('turkey-indonesia').sort()).toEqual(['ID', 'TR']);
    expect(inRow('spanish')).toHaveLength(21);
    expect(inRow('arabic').sort()).toEqual([...(members('mena') as string[])].sort());
    expect(inRow('eu-eea')).toEqual(expect.arrayContaining(members('eea') as string[]));
    expect(inRow('rest-of-world')).toHaveLength(154);
    const two = data.countries.filter(({ rows }) => rows.length === 2).map((country) => country.iso);
    expect(two.sort()).toEqual(['ES', 'PR']);
  });

  it('never says that something is allowed, and quotes no tariff', () => {
    const said = JSON.stringify([data.rows, data.groups, data.readings, [...routingMap().values()]]);
    expect(said).not.toMatch(/you may|you are cleared|\d ?%|US dollars|euros/i);
  });
});

describe('the routing map', () => {
  const markets: readonly Market[] = [...routingMap().values()];

  it('has the shape its type says; every entry has a source, a date and a certainty', () => {
    for (const one of markets)
      expect(z.prettifyError(market.safeParse(one).error ?? new z.ZodError([])), one.iso).toBe('');
    for (const { asOf } of markets.flatMap(entries)) expect(asOf.date ?? asOf.undated).toBeDefined();
  });

  it('was researched for 73 markets, as many bodies of each kind as the facts have', () => {
    const researched = markets.filter((one) => one.researched);
    const count = (field: RoutingField) => researched.flatMap((one) => one[field]).length;
    expect(researched).toHaveLength(73);
    expect([count('isrc'), count('authors'), count('mechanical'), count('neighboring')]).toEqual([
      73, 91, 61, 134,
    ]);
  });

  it('leaves one entry low, and seven conflicts open', () => {
    const low = markets.flatMap((one) =>
      entries(one)
        .filter(({ confidence }) => confidence === 'low')
        .map(({ name }) => `${one.iso} ${name}`),
    );
    expect(low).toEqual(['RU RAO']);
    expect(
      markets
        .filter(({ conflicts }) => conflicts)
        .map((one) => one.iso)
        .sort(),
    ).toEqual(['CN', 'GE', 'ID', 'KE', 'KR', 'RU', 'TW']);
  });

  it('knows an agency, or the international one, for most countries and none that is no country', () => {
    const countries = new Set(territoryTable().countries.map((country) => country.iso));
    expect(markets.filter((one) => !countries.has(one.iso))).toEqual([]);
    expect(markets).toHaveLength(198);
  });
});

function entries(one: Market) {
  return [...one.isrc, ...one.authors, ...one.mechanical, ...one.neighboring];
}
