import type { Context } from '../bot/command.ts';
import type { AssetKind } from '../core/licenses/content.ts';
import type { Cap, CapUnit, Day, LicensePart, Use } from '../core/licenses/license.ts';
import { territoryWords } from '../core/territory-set/words.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import { atHour } from '../core/time-zones.ts';
import { firstOf } from '../rights/lists.ts';
import { nameOf } from '../rights/questions.ts';
import { plain, type Text } from '../text/spans.ts';
import { say } from './say.ts';

/** In whose language, and in whose zone, something is said. */
export type Speaker = Pick<Context, 't' | 'locale' | 'timeZone'>;

export const ASSET_NAMES: Readonly<Record<AssetKind, string>> = {
  recording: say.recording,
  work: say.work,
  sample: say.sample,
  artwork: say.artwork,
};

export const USE_NAMES: Readonly<Record<Use, string>> = {
  reproduction: say.reproduction,
  distribution: say.distribution,
  publicPerformance: say.publicPerformance,
  communication: say.communication,
  broadcasting: say.broadcasting,
  makingAvailable: say.makingAvailable,
  synchronization: say.synchronization,
  sampling: say.sampling,
  remix: say.remix,
  mechanical: say.mechanical,
};

export const PART_NAMES: Readonly<Record<LicensePart, string>> = {
  licensor: say.partLicensor,
  licensee: say.partLicensee,
  territories: say.partTerritories,
  term: say.partTerm,
  uses: say.partUses,
  exclusive: say.partExclusive,
  payment: say.partPayment,
  caps: say.partCaps,
  proof: say.partProof,
};

const AMOUNTS: Readonly<Record<CapUnit, string>> = {
  copies: say.copies,
  downloads: say.downloads,
  streams: say.streams,
  views: say.views,
  performances: say.performances,
};

/** More names than this are counted. */
const MOST_NAMED = 8;

export function usesWords(uses: readonly Use[], { t }: Speaker): readonly string[] {
  return uses.map((use) => plain(t(USE_NAMES[use])));
}

export function partsWords(parts: readonly LicensePart[], { t }: Speaker): readonly string[] {
  return parts.map((part) => plain(t(PART_NAMES[part])));
}

/** `10,000 copies` */
export function amountWords({ of, most }: Cap, { t }: Speaker): string {
  return plain(t(AMOUNTS[of], { count: most }));
}

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
  return set.length === 1 ? places : plain(speaker.t(say.places, { places, countries: set.length }));
}

/** A day as a moment for messages that show days: noon, wherever the reader is. */
export function noon(day: Day, { timeZone }: Pick<Speaker, 'timeZone'>): Date {
  return atHour(day, 12, timeZone);
}

export function termWords(from: Day, to: Day | null, speaker: Speaker): Text {
  const { t } = speaker;
  const begins = noon(from, speaker);
  return to === null
    ? t(say.openSpan, { from: begins })
    : t(say.span, { from: begins, to: noon(to, speaker) });
}
