import { describe, expect, it } from 'vitest';
import { territorySet } from '../../src/core/territory-set.ts';
import { cautionLines } from '../../src/rights/set-cautions.ts';
import { plain } from '../../src/text/spans.ts';
import { contextIn } from '../commands/rights-context.ts';

const set = territorySet(['JP', 'BR', 'US', 'TW']);

describe('cautions below an answer about something else', () => {
  const said = (read: readonly string[], most = 2, locale: 'en' | 'zh-Hant' = 'en') => {
    const { lines, more, notes } = cautionLines(set, most, contextIn(locale), new Set(read));
    return { lines: lines.map(({ text }) => plain(text).split(/: |：/)[0]), more, notes: notes.map(plain) };
  };

  it('are the strictest, and how many more there are', () => {
    expect(said([])).toEqual({ lines: ['Brazil', 'Japan/Korea'], more: 2, notes: [] });
  });

  it('leave out what this reader has read already', () => {
    expect(said(['brazil', 'us'])).toEqual({
      lines: ['Japan/Korea', 'Taiwan, Hong Kong, Macau'],
      more: 0,
      notes: [],
    });
    expect(said(['brazil', 'japan-korea', 'us', 'tw-hk-mo'])).toEqual({ lines: [], more: 0, notes: [] });
  });

  it('have the note for readers in Taiwan, Hong Kong and Macau where their row is not among them', () => {
    const notes = (read: readonly string[]) =>
      cautionLines(territorySet(['JP']), 2, contextIn('zh-Hant'), new Set(read)).notes.map(plain);
    expect(notes([])).toHaveLength(1);
    expect(notes(['tw-hk-mo'])).toEqual([]);
    expect(notes(['japan-korea'])).toEqual([]);
    // Read, it is still among them.
    expect(said(['tw-hk-mo'], 2, 'zh-Hant').notes).toEqual([]);
  });

  it('say how old they are once they are older than a year', () => {
    const notes = (now: string) => cautionLines(set, 2, contextIn('en', new Date(now))).notes.map(plain);
    expect(notes('2027-11-22T12:00:00Z')).toEqual([]);
    expect(notes('2027-11-23T12:00:00Z')).toEqual([
      'The oldest entry here is from 22 Nov 2026, over a year ago: check it before you rely on it.',
    ]);
  });
});
