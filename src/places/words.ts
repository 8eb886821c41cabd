import type { Context } from '../bot/command.ts';
import { territoryWords } from '../core/territory-set/words.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import { firstOf } from '../rights/lists.ts';
import { nameOf } from '../rights/questions.ts';
import { plain } from '../text/spans.ts';
import { say } from './say.ts';

type Speaker = Pick<Context, 't' | 'locale'>;

/** More names than this are counted. */
const MOST_NAMED = 8;

/** `EU without Germany`; the fewest names that say it. */
export function placesWords(set: TerritorySet, speaker: Speaker): string {
  const { t, locale } = speaker;
  const { named, except } = territoryWords(set);
  const names = (refs: typeof named) =>
    firstOf(
      MOST_NAMED,
      refs.map((ref) => nameOf(ref, locale)),
      speaker,
    );
  const places = plain(t(say.list, { items: names(named) }));
  return except.length === 0 ? places : plain(t(say.without, { places, left: names(except) }));
}

/** The same with how many countries that is, where it is more than one. */
export function countedPlaces(set: TerritorySet, speaker: Speaker): string {
  const places = placesWords(set, speaker);
  return set.length === 1 ? places : plain(speaker.t(say.counts, { places, countries: set.length }));
}
