import { describe, expect, it } from 'vitest';
import { type BorneCode, gapsOfRecording, gapsOfWork } from '../../../src/core/catalog/gaps.ts';
import type { RecordingContent } from '../../../src/core/catalog/items.ts';

const whole: RecordingContent = {
  ...{ title: 'Night Bus', latin: null, others: [], versionKind: 'original', versionTitle: null },
  ...{
    mainArtist: 'Ana',
    performers: [],
    durationMs: 221_000,
    versionOf: null,
    samples: 'none',
    audio: null,
  },
};
const work = { title: 'Night Bus', latin: null, others: [] };
const isrc = (code: string, more: Partial<BorneCode> = {}): BorneCode => ({
  ...{ scheme: 'isrc', code, shared: false, accepted: false },
  ...more,
});
const codes = [isrc('USRC17607839')];
const gapsOf = (changes: Partial<RecordingContent>, own = codes, works = [work]) =>
  gapsOfRecording({ content: { ...whole, ...changes }, codes: own, works });

describe('what is open at a recording', () => {
  it('is nothing where all is said', () => {
    expect(gapsOf({})).toEqual([]);
  });

  it.each<[what: string, changes: Partial<RecordingContent>, gaps: readonly string[]]>([
    ['no artist', { mainArtist: null }, ['artist-missing']],
    ['no duration', { durationMs: null }, ['duration-missing']],
    ['nobody said whether there are samples', { samples: null }, ['samples-unsaid']],
    ['a sample not cleared', { samples: [{ title: 'x', owner: null, cleared: 'unknown' }] }, ['sample-open']],
    ['a cleared one', { samples: [{ title: 'x', owner: null, cleared: 'yes' }] }, []],
    ['a remix of nothing', { versionKind: 'remix' }, ['version-of-missing']],
    ['a remix of something', { versionKind: 'remix', versionOf: 'r_1' }, []],
    ['a live take stands by itself', { versionKind: 'live' }, []],
    ['another title', { title: 'Rain' }, ['title-differs']],
    ['the same with its version', { title: 'Night Bus (Live)' }, []],
    ['the same behind a dash', { title: 'Night Bus - Remastered 2024' }, []],
    ['the same in another script', { title: '夜車', latin: 'Night Bus' }, []],
  ])('%s', (_what, changes, gaps) => {
    expect(gapsOf(changes)).toEqual(gaps);
  });

  it('is about its codes, unless somebody has accepted them', () => {
    expect(gapsOf({}, [])).toEqual(['isrc-missing']);
    expect(gapsOf({}, [isrc('A', { shared: true })])).toEqual(['isrc-shared']);
    expect(gapsOf({}, [isrc('A'), isrc('B')])).toEqual(['isrcs-several']);
    expect(gapsOf({}, [isrc('A'), isrc('B', { accepted: true })])).toEqual([]);
  });

  it('is not about titles where it is a medley of several works', () => {
    expect(gapsOf({ title: 'Rain' }, codes, [work, { ...work, title: 'Storm' }])).toEqual([]);
    expect(gapsOf({ title: 'Rain' }, codes, [])).toEqual(['work-missing']);
  });
});

it('is about its ISWC at a work', () => {
  const iswc = (code: string, more: Partial<BorneCode> = {}) => isrc(code, { scheme: 'iswc', ...more });
  const gaps = (own: readonly BorneCode[]) => gapsOfWork({ content: work, codes: own });
  expect(gaps([])).toEqual(['iswc-missing']);
  expect(gaps([iswc('A')])).toEqual([]);
  expect(gaps([iswc('A', { shared: true })])).toEqual(['iswc-shared']);
  expect(gaps([iswc('A'), iswc('B')])).toEqual(['iswcs-several']);
});
