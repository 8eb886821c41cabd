import { describe, expect, it, vi } from 'vitest';
import type { LeadKind, StoreId } from '../../../src/core/data/lead-times.ts';
import { businessDaysBefore } from '../../../src/core/releases/business-days.ts';
import { type Dated, leadAdvice, type Overrules } from '../../../src/core/releases/lead-times.ts';

/** A Friday. */
const RELEASE = '2026-12-11';

function figure(store: StoreId, what: LeadKind, overrules: Overrules = {}) {
  const { figures } = leadAdvice(RELEASE, { stores: [store], overrules }).stores[0]!;
  return figures.find(({ entry }) => entry.what === what);
}

/** `spotify.delivery 2026-12-04 high` */
const short = ({ entry, by, certainty }: Dated) => `${entry.id} ${by} ${certainty}`;

it.each([
  ['2026-12-11', 0, '2026-12-11'],
  ['2026-12-11', 4, '2026-12-07'],
  ['2026-12-11', 5, '2026-12-04'],
  ['2026-12-11', 18, '2026-11-17'],
  // A Saturday and a Sunday count as the Monday after.
  ['2026-12-12', 1, '2026-12-11'],
  ['2026-12-13', 1, '2026-12-11'],
  ['2026-12-14', 1, '2026-12-11'],
  // Over a leap day, the turn of a year, and a change of clocks; before the Monday that is counted from.
  ['2028-03-01', 2, '2028-02-28'],
  ['2027-01-01', 1, '2026-12-31'],
  ['2026-03-30', 1, '2026-03-27'],
  ['1999-01-04', 1, '1999-01-01'],
])('%s less %i business days is %s', (day, count, expected) => {
  expect(businessDaysBefore(day, count)).toBe(expected);
});

describe('the plan', () => {
  it.each([
    [false, {}, 28, '2026-11-13', 'medium'],
    [true, {}, 42, '2026-10-30', 'medium'],
    [false, { plan: 35 }, 35, '2026-11-06', 'team'],
    [true, { plan: 35 }, 42, '2026-10-30', 'medium'],
    [true, { 'plan.longer': 56 }, 56, '2026-10-16', 'team'],
  ])('longer %s, overruled %j: %i days, by %s', (longer, overrules, days, by, certainty) => {
    expect(leadAdvice(RELEASE, { longer, overrules }).plan).toMatchObject({ days, by, certainty });
  });
});

describe('a store', () => {
  it.each([
    ['spotify', 'delivery', 'spotify.delivery 2026-12-04 high'],
    ['spotify', 'pitch', 'spotify.pitch 2026-12-04 medium'],
    ['spotify', 'goes-live', 'spotify.goes-live 2026-12-11 high'],
    ['apple-music', 'delivery', 'apple-music.delivery.symphonic 2026-11-17 medium'],
    ['apple-music', 'pitch', 'apple-music.pitch.distributors 2026-11-13 medium'],
    ['apple-music', 'pre-add', 'apple-music.pre-add 2026-12-10 high'],
    // Three business days are longer than two calendar days.
    ['amazon-music', 'delivery', 'amazon-music.delivery.repost 2026-12-08 medium'],
    ['deezer', 'delivery', 'deezer.delivery.repost 2026-12-02 medium'],
    // Fourteen calendar days are longer than five business days.
    ['meta', 'delivery', 'meta.delivery.distrokid 2026-11-27 medium'],
    ['anghami', 'delivery', 'anghami.delivery.distrokid 2026-12-06 medium'],
  ] as const)('%s, %s: %s', (store, what, expected) => {
    expect(short(figure(store, what)!)).toBe(expected);
  });

  it('is gone by at its highest confidence, the less sure shown beside it', () => {
    expect(figure('apple-music', 'pitch')?.conflicts.map(short)).toEqual([
      'apple-music.pitch.artistrack 2026-12-01 low',
    ]);
    // Two say five calendar days, one three business days; the store itself says five business days.
    expect(figure('spotify', 'delivery')?.conflicts.map(short)).toEqual([
      'spotify.delivery.distrokid 2026-12-06 medium',
      'spotify.delivery.kudos 2026-12-06 medium',
      'spotify.delivery.repost 2026-12-08 medium',
    ]);
  });

  it('has no conflict where two figures lead to the same day', () => {
    const { stores } = leadAdvice('2026-12-12', { stores: ['spotify'] });
    expect(stores[0]?.figures[0]?.by).toBe('2026-12-07');
    expect(stores[0]?.figures[0]?.conflicts.map(short)).toEqual([
      'spotify.delivery.repost 2026-12-09 medium',
    ]);
  });

  it('says the better day for a pitch where its source recommends an earlier one', () => {
    expect(figure('apple-music', 'pitch')?.better).toBe('2026-10-30');
    expect(figure('spotify', 'pitch')).not.toHaveProperty('better');
    expect(figure('apple-music', 'pre-add')).not.toHaveProperty('better');
  });

  it('without a figure for something has none, not another store’s', () => {
    expect(figure('deezer', 'pitch')).toBeUndefined();
    const [kkbox] = leadAdvice(RELEASE, { stores: ['kkbox'] }).stores;
    expect(kkbox?.figures).toEqual([]);
    expect(kkbox?.store.blank?.en).toBe('Looked for, nothing found; ask the distributor');
  });

  it('carries source, date and certainty', () => {
    expect(figure('spotify', 'pitch')?.entry).toMatchObject({
      source: expect.stringContaining('velveteenrecords.co'),
      asOf: { date: '2026-07-03' },
      confidence: 'medium',
    });
  });

  it('is one of all seventeen when none is asked for', () => {
    expect(leadAdvice(RELEASE).stores).toHaveLength(17);
    const two = leadAdvice(RELEASE, { stores: ['tidal', 'spotify'] }).stores;
    expect(two.map(({ store }) => store.id)).toEqual(['spotify', 'tidal']);
    expect(leadAdvice(RELEASE, { stores: [] }).stores).toEqual([]);
  });
});

describe('a team’s own number', () => {
  it('goes before every published one, also a shorter one of less confidence', () => {
    const own = figure('spotify', 'delivery', { 'spotify.delivery.repost': 1 });
    expect(short(own!)).toBe('spotify.delivery.repost 2026-12-10 team');
    expect(own).toMatchObject({ days: 1, entry: { days: 3 } });
    expect(own?.conflicts.map(({ entry }) => entry.id)).toContain('spotify.delivery');
  });

  it('may be 0, and has no better day of the source beside it', () => {
    const own = figure('apple-music', 'pitch', { 'apple-music.pitch.distributors': 0 });
    expect(own).toMatchObject({ days: 0, by: RELEASE, certainty: 'team' });
    expect(own).not.toHaveProperty('better');
  });

  it('for something that the list does not have changes nothing', () => {
    expect(leadAdvice(RELEASE, { overrules: { 'myspace.delivery': 90 } })).toEqual(leadAdvice(RELEASE));
  });
});

describe('distributors', () => {
  const of = (what: LeadKind, overrules: Overrules = {}) =>
    leadAdvice(RELEASE, { overrules }).distributors.filter(({ entry }) => entry.what === what);

  it('each have their own lead, and contradict nobody', () => {
    expect(of('distributor-lead').map(({ entry, by }) => `${entry.via} ${by}`)).toEqual([
      'DistroKid 2026-11-13',
      'Symphonic 2026-11-13',
      'Kudos 2026-11-13',
      'Labelcaster 2026-11-20',
      'LabelGrid 2026-11-13',
      'Ingrooves 2026-11-27',
      'Believe 2026-10-30',
      'ReverbNation 2026-10-16',
      'recordJet 2026-10-30',
      'Repost by SoundCloud 2026-11-13',
    ]);
    expect(of('distributor-lead').flatMap(({ conflicts }) => conflicts)).toEqual([]);
  });

  it('also say how long a cover and a move of the date take', () => {
    expect([...of('cover-license'), ...of('date-change')].map(short)).toEqual([
      'any.cover-license.distrokid 2026-11-23 high',
      'any.date-change.awal 2026-11-27 high',
    ]);
  });

  it('are overruled one by one', () => {
    const own = of('distributor-lead', { 'any.distributor-lead.kudos': 14 });
    expect(own.filter(({ certainty }) => certainty === 'team').map(short)).toEqual([
      'any.distributor-lead.kudos 2026-11-27 team',
    ]);
  });
});

it('answers the same in every time zone', () => {
  const answers = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Sao_Paulo'].map((zone) => {
    vi.stubEnv('TZ', zone);
    return leadAdvice('2026-11-01');
  });
  vi.unstubAllEnvs();
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});
