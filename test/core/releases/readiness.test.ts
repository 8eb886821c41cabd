import { describe, expect, it } from 'vitest';
import type { BorneCode } from '../../../src/core/catalog/gaps.ts';
import type { Coverage } from '../../../src/core/licenses/covers.ts';
import {
  type Point,
  type ReleaseFacts,
  readiness,
  type SplitFact,
  standing,
  type TrackFacts,
} from '../../../src/core/releases/readiness.ts';
import { territorySet } from '../../../src/core/territory-set.ts';

const code = (scheme: BorneCode['scheme'], changes: Partial<BorneCode> = {}): BorneCode => ({
  scheme,
  code: `${scheme}-1`,
  shared: false,
  accepted: false,
  ...changes,
});

const TRACK: TrackFacts = {
  isGone: false,
  recording: { samples: 'none', mainArtist: 'Ana' },
  isrcs: [code('isrc')],
  works: [{ id: 'w_1', iswcs: [code('iswc')], pending: false }],
  split: { state: 'agreed', sheet: 's_1' },
  licenses: [],
};

const FACTS: ReleaseFacts = {
  release: {
    title: 'Night Bus',
    latin: null,
    artist: 'Ana',
    day: '2026-12-11',
    timeZone: 'Asia/Taipei',
    territories: territorySet(['TW', 'JP']),
    places: 'Taiwan, Japan',
    tracks: ['r_1'],
    reminderDays: null,
  },
  upcs: [code('gtin')],
  tracks: [TRACK],
  unreadCautions: [],
};

const withTrack = (changes: Partial<TrackFacts>): ReleaseFacts => ({
  ...FACTS,
  tracks: [{ ...TRACK, ...changes }],
});
const withRelease = (changes: Partial<ReleaseFacts['release']>): ReleaseFacts => ({
  ...FACTS,
  release: { ...FACTS.release, ...changes },
});

/** What does not simply hold: `open isrc 1 missing`. */
const open = (facts: ReleaseFacts): readonly string[] =>
  readiness(facts)
    .filter(({ state }) => state !== 'holds')
    .map(({ kind, state, track, reason, about }) =>
      [state, kind, track, reason, about].filter((part) => part !== null).join(' '),
    );

const no: Coverage = { answer: 'no', clause: 'uses', uses: ['remix'] };
const cannotSay: Coverage = { answer: 'cannot say', clause: 'proof', why: 'missing' };
const split = (fact: SplitFact): ReleaseFacts => withTrack({ split: fact });
const sample = (cleared: 'yes' | 'no' | 'unknown') => ({ title: 'Rain Song', owner: 'Cy Ltd', cleared });

describe('the readiness of a release', () => {
  it('holds in every point when everything is there', () => {
    const points = readiness(FACTS);
    expect(open(FACTS)).toEqual([]);
    expect(points.map(({ kind }) => kind)).toEqual([
      ...['artist', 'upc', 'territories', 'tracks', 'cautions'],
      ...['isrc', 'split', 'samples', 'iswc'],
    ]);
    expect(standing(points)).toEqual({ holding: 9, all: 9 });
  });

  it.each<[string, ReleaseFacts, readonly string[]]>([
    ['no artist', withRelease({ artist: null }), ['open artist missing']],
    ['no barcode', { ...FACTS, upcs: [] }, ['open upc missing']],
    [
      'a barcode of another release',
      { ...FACTS, upcs: [code('gtin', { shared: true })] },
      ['open upc shared'],
    ],
    ['no territories', withRelease({ territories: null }), ['open territories missing']],
    ['no tracks', { ...withRelease({ tracks: [] }), tracks: [] }, ['open tracks missing']],
    [
      'cautions that nobody has read',
      { ...FACTS, unreadCautions: ['BR', 'JP'] },
      ['look cautions unread BR', 'look cautions unread JP'],
    ],
    ['no ISRC', withTrack({ isrcs: [] }), ['open isrc 1 missing']],
    [
      'an ISRC of two recordings',
      withTrack({ isrcs: [code('isrc', { shared: true })] }),
      ['open isrc 1 shared'],
    ],
    ['two ISRCs', withTrack({ isrcs: [code('isrc'), code('isrc')] }), ['look isrc 1 several']],
    [
      'a second ISRC that was accepted',
      withTrack({ isrcs: [code('isrc'), code('isrc', { accepted: true })] }),
      [],
    ],
    ['no split', split({ state: 'none' }), ['open split 1 no-split']],
    [
      'an open split',
      split({ state: 'open', sheet: 's_1', waitsFor: ['p_2'] }),
      ['open split 1 split-open s_1'],
    ],
    [
      'a disputed split',
      split({ state: 'disputed', sheet: 's_1', waitsFor: [] }),
      ['open split 1 split-disputed s_1'],
    ],
    [
      'a split that lapsed',
      split({ state: 'ended', sheet: 's_1', waitsFor: [] }),
      ['open split 1 split-ended s_1'],
    ],
    [
      'samples that nobody spoke of',
      withTrack({ recording: { samples: null, mainArtist: 'Ana' } }),
      ['open samples 1 unsaid'],
    ],
    [
      'a sample that is not cleared, and one of which nobody knows',
      withTrack({
        recording: { samples: [sample('no'), sample('unknown'), sample('yes')], mainArtist: null },
      }),
      ['open samples 1 uncleared Rain Song', 'open samples 1 uncleared Rain Song'],
    ],
    ['no work', withTrack({ works: [] }), ['open iswc 1 no-work']],
    [
      'no ISWC',
      withTrack({ works: [{ id: 'w_1', iswcs: [], pending: false }] }),
      ['open iswc 1 missing w_1'],
    ],
    [
      'an ISWC that is on its way',
      withTrack({ works: [{ id: 'w_1', iswcs: [], pending: true }] }),
      ['look iswc 1 pending w_1'],
    ],
    [
      'licenses that do not cover it',
      withTrack({
        licenses: [
          { id: 'l_1', coverage: no },
          { id: 'l_2', coverage: cannotSay },
          { id: 'l_3', coverage: { answer: 'yes' } },
        ],
      }),
      ['open license 1 not-covered l_1', 'look license 1 cannot-say l_2'],
    ],
  ])('says so: %s', (_what, facts, expected) => {
    expect(open(facts)).toEqual(expected);
  });

  it('names who is waited for, and counts what is only to be looked at as holding', () => {
    const waiting = split({ state: 'open', sheet: 's_1', waitsFor: ['p_2', 'p_3'] });
    const point = readiness(waiting).find(({ kind }) => kind === 'split') as Point;
    expect(point.owners).toEqual(['p_2', 'p_3']);
    expect(standing(readiness(waiting))).toEqual({ holding: 8, all: 9 });
    expect(standing(readiness({ ...FACTS, unreadCautions: ['BR'] }))).toEqual({ holding: 9, all: 9 });
  });

  it('looks at each track, by its number', () => {
    const facts: ReleaseFacts = {
      ...withRelease({ tracks: ['r_1', 'r_2'] }),
      tracks: [TRACK, { ...TRACK, isrcs: [] }],
    };
    expect(open(facts)).toEqual(['open isrc 2 missing']);
  });
});
