import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LEAD_KINDS, leadTimes, STORE_IDS } from '../../../src/core/data/lead-times.ts';
import { ACTORS, registrationTable } from '../../../src/core/data/registrations.ts';
import { territoryTable } from '../../../src/core/data/territories.ts';
import { localized } from '../territory/localized.ts';

const sourced = {
  source: z.string().min(5),
  asOf: z.union([
    z.strictObject({ date: z.string().regex(/^\d{4}(-\d\d){0,2}$/) }),
    z.strictObject({ undated: z.literal(true) }),
  ]),
  confidence: z.enum(['high', 'medium', 'low']),
};
const days = z.number().int().nonnegative();

const planFigure = z.strictObject({ id: z.string(), days, reason: localized, ...sourced });
const times = z.strictObject({
  compiled: z.iso.date(),
  cautions: z.array(localized).min(1),
  plan: z.strictObject({ usual: planFigure, longer: planFigure }),
  stores: z.array(z.strictObject({ id: z.enum(STORE_IDS), name: localized, blank: localized.optional() })),
  entries: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*){1,2}$/),
      store: z.enum([...STORE_IDS, 'any']),
      what: z.enum(LEAD_KINDS),
      days,
      range: z.tuple([days, days]),
      unit: z.enum(['calendar', 'business']),
      via: z.string().min(3).optional(),
      note: localized.optional(),
      ...sourced,
    }),
  ),
});

const table = z.strictObject({
  compiled: z.iso.date(),
  caution: localized,
  rights: z.array(z.strictObject({ id: z.string(), name: localized })).length(9),
  steps: z.array(z.strictObject({ id: z.string(), name: localized })).length(5),
  entries: z.array(
    z.strictObject({
      id: z.string(),
      step: z.string(),
      right: z.string(),
      territories: z.union([z.literal('any'), z.array(z.string()).min(1)]),
      by: z.array(z.enum(ACTORS)).min(1),
      what: localized,
      where: localized,
      who: localized,
      when: localized,
      dueDays: z.number().int().nullable(),
      canBeBeforeRelease: z.boolean(),
      only: z.enum(['covers', 'discs']).optional(),
      needs: z.array(localized).min(1).optional(),
      note: localized.optional(),
      ...sourced,
    }),
  ),
});

/** What the schema finds wrong, in words; empty when nothing. */
const complaints = (schema: z.ZodType, data: unknown) =>
  z.prettifyError(schema.safeParse(data).error ?? new z.ZodError([]));

const doubles = (ids: readonly string[]) => ids.filter((id, at) => ids.indexOf(id) !== at);

describe('the lead times', () => {
  const { stores, entries, plan } = leadTimes();

  it('have the shape their type says: source, date, certainty and both languages', () => {
    expect(complaints(times, leadTimes())).toBe('');
  });

  it('are the 46 of the facts, each with an id of its own that begins with what it is about', () => {
    expect(entries).toHaveLength(46);
    expect(doubles(entries.map(({ id }) => id))).toEqual([]);
    expect(entries.filter(({ id, store, what }) => !`${id}.`.startsWith(`${store}.${what}.`))).toEqual([]);
  });

  it('plan with a figure that the source published', () => {
    const odd = entries.filter(({ range, days: planned }) => planned < range[0] || planned > range[1]);
    expect(odd).toEqual([]);
  });

  it('name a distributor where it is the distributor’s own rule', () => {
    expect(entries.filter(({ store, via }) => store === 'any' && via === undefined)).toEqual([]);
  });

  it('say of every store either figures or that there are none', () => {
    expect(stores.map(({ id }) => id)).toEqual(STORE_IDS);
    const known = new Set(entries.map(({ store }) => store));
    expect(stores.filter(({ id, blank }) => known.has(id) === (blank !== undefined))).toEqual([]);
    expect(stores.filter(({ blank }) => blank).map(({ name }) => name.en)).toEqual([
      'KKBOX',
      'LINE MUSIC',
      'Melon',
      'NetEase Cloud Music',
      'QQ Music',
      'JOOX',
      'Boomplay',
      'Pandora',
    ]);
  });

  it('plan with 28 days, or 42', () => {
    expect([plan.usual, plan.longer].map(({ id, days: planned }) => [id, planned])).toEqual([
      ['plan', 28],
      ['plan.longer', 42],
    ]);
  });
});

describe('the registrations', () => {
  const { entries, rights, steps } = registrationTable();

  it('have the shape their type says: source, date, certainty and both languages', () => {
    expect(complaints(table, registrationTable())).toBe('');
  });

  it('are the 38 of the facts, each once', () => {
    expect(entries).toHaveLength(38);
    expect(doubles(entries.map(({ id }) => id))).toEqual([]);
  });

  it('are for countries that exist', () => {
    const countries = new Set(territoryTable().countries.map(({ iso }) => iso));
    const named = entries.flatMap(({ territories }) => (territories === 'any' ? [] : territories));
    expect(named.filter((iso) => !countries.has(iso))).toEqual([]);
    expect(new Set(named).size).toBe(18);
  });

  it('name a day only where a source gives one', () => {
    const due = entries.filter(({ dueDays }) => dueDays !== null).map(({ id, dueDays }) => [id, dueDays]);
    expect(due).toEqual([
      ['mech-cover', -20],
      ['deposit-tw', 0],
      ['deposit-jp', 30],
      ['deposit-us', 90],
      ['copyright-us', 90],
    ]);
  });

  it('go from step to step, and each right is used', () => {
    const order = steps.map(({ id }) => id);
    const walked = entries.map(({ step }) => order.indexOf(step));
    expect(walked).toEqual([...walked].sort((a, b) => a - b));
    expect(new Set(walked)).toEqual(new Set([0, 1, 2, 3, 4]));
    expect(new Set(entries.map(({ right }) => right))).toEqual(new Set(rights.map(({ id }) => id)));
  });

  it('keep the order that the facts give', () => {
    const first =
      'work-any mech-us content-id credits-apple lyrics-musixmatch nb-us nb-gb work-iswc credits-muso'.split(
        ' ',
      );
    expect(entries.map(({ id }) => id).filter((id) => first.includes(id))).toEqual(first);
  });
});
