import type { Context } from '../bot/command.ts';
import type { Day } from '../core/day.ts';
import type { AssetKind } from '../core/licenses/content.ts';
import type { Cap, CapUnit, LicensePart, Use } from '../core/licenses/license.ts';
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

export function termWords(from: Day, to: Day | null, speaker: Speaker): Text {
  const { t } = speaker;
  const begins = from;
  return to === null ? t(say.openSpan, { from: begins }) : t(say.span, { from: begins, to });
}
