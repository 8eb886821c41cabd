import type { Ref } from '../../../src/core/data/territories.ts';
import { isCountry, type Place } from '../../../src/core/territory/findings.ts';
import { findTerritories } from '../../../src/core/territory.ts';

/**
 * What a text comes to, short enough for a row of a table: `DE {eu} -US ? CG CD !Wakanda` is Germany and the EU
 * without the US, something that can be either Congo, and a word that is no place.
 */
export function read(text: string): string {
  const { places, excluded, questions, unknown } = findTerritories(text);
  const open = questions.flatMap((question) =>
    question.kind === 'reading' &&
    !question.choices.some((choice) => [...places, ...excluded].some((place) => same(place, choice)))
      ? [`? ${question.choices.map(nameOf).join(' ')}`]
      : [],
  );
  return [
    ...places.map(show),
    ...excluded.map((place) => `-${show(place)}`),
    ...open,
    ...unknown.map(({ input }) => `!${input}`),
  ].join(' ');
}

export function nameOf(ref: Ref): string {
  return 'country' in ref ? ref.country : ref.group;
}

function show(place: Place): string {
  return isCountry(place) ? place.country.iso : `{${place.group.id}}`;
}

function same(place: Place, ref: Ref): boolean {
  return isCountry(place)
    ? 'country' in ref && ref.country === place.country.iso
    : 'group' in ref && ref.group === place.group.id;
}
