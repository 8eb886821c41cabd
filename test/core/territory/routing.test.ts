import { expect, it } from 'vitest';
import { whomToAsk } from '../../../src/core/territory/routing.ts';

const short = (iso: string) =>
  whomToAsk(iso).lines.map(({ topic, bodies, missing }) => {
    const names = bodies.map(({ name, rights }) => (rights.length > 1 ? `${name}+` : name));
    return [topic, ...names, ...missing.map((right) => `-${right}`)].join(' ');
  });

it.each([
  ['TW', ['codes RIT', 'songs MÜST ACMA TMCA -mechanical', 'recordings ARCO RPAT']],
  ['JP', ['codes RIAJ', 'songs JASRAC+ NexTone', 'recordings CPRA RIAJ']],
  ['GB', ['codes PPL UK', 'songs PRS MCPS', 'recordings PPL']],
  [
    'MO',
    ['codes International ISRC Registration Authority', 'songs MACA -mechanical', 'recordings -neighboring'],
  ],
  ['SE', ['codes IFPI Sweden', 'songs STIM NCB', 'recordings SAMI IFPI Sweden']],
  [
    'EG',
    [
      'codes International ISRC Registration Authority',
      'songs -authors -mechanical',
      'recordings -neighboring',
    ],
  ],
])('%s has at most three lines', (iso, expected) => {
  expect(short(iso)).toEqual(expected);
});

it('tells a country that nobody looked into from one where nobody was found', () => {
  expect(whomToAsk('BB')).toMatchObject({ researched: false });
  expect(short('BB')).toEqual(['codes COSCAP']);
  expect(short('KP')).toEqual(['codes -isrc']);
  expect(whomToAsk('EG')).toMatchObject({ researched: true });
});

it('keeps the source, date and certainty of each right apart', () => {
  const [, songs] = whomToAsk('RU').lines;
  expect(songs?.bodies).toHaveLength(1);
  expect(songs?.bodies[0]?.entries.map(({ confidence }) => confidence)).toEqual(['high', 'low']);
  expect(songs?.bodies[0]?.rights).toEqual(['authors', 'mechanical']);
});

it('shows a conflict as a conflict, with what it is about', () => {
  expect(whomToAsk('TW').conflicts.map(({ about }) => about)).toEqual(['isrc']);
  expect(whomToAsk('TW').conflicts[0]?.words.en).toMatch(/RIT.*National Central Library/);
  expect(whomToAsk('FR').conflicts).toEqual([]);
});
