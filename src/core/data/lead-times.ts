import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';
import type { AsOf, Confidence } from './routing.ts';

/** In the order in which they are listed: the last eight are those of which no figure is known. */
export const STORE_IDS = [
  'spotify',
  'apple-music',
  'amazon-music',
  'youtube-music',
  'deezer',
  'tidal',
  'tiktok',
  'meta',
  'anghami',
  'kkbox',
  'line-music',
  'melon',
  'netease',
  'qq-music',
  'joox',
  'boomplay',
  'pandora',
] as const;

export type StoreId = (typeof STORE_IDS)[number];

/**
 * What a figure counts, always in days before the release: `delivery` from the distributor's delivery until the store
 * shows it, `pitch` the last day for the editors of the store, `update` changes to what is delivered, `pre-add` the
 * last day to open it. The last four are a distributor's own, whatever the store.
 */
export const LEAD_KINDS = [
  'delivery',
  'pitch',
  'update',
  'pre-add',
  'goes-live',
  'distributor-lead',
  'date-change',
  'cover-license',
  'transfer-linking',
] as const;

export type LeadKind = (typeof LEAD_KINDS)[number];

/** How long stores and distributors take, compiled 2026-11-22 from the pages that each entry names. */
export type LeadTimes = {
  readonly compiled: string;
  /** What has to be said beside every figure. */
  readonly cautions: readonly Localized[];
  readonly plan: { readonly usual: PlanFigure; readonly longer: PlanFigure };
  readonly stores: readonly Store[];
  readonly entries: readonly LeadTime[];
};

/** With `blank` words nothing is known, and no other store's figure is borrowed. */
export type Store = { readonly id: StoreId; readonly name: Localized; readonly blank?: Localized };

export type LeadTime = {
  readonly id: string;
  /** `any`: every store of that distributor. */
  readonly store: StoreId | 'any';
  readonly what: LeadKind;
  /** The figure to plan with: the longest of the range; of a pitch, the last day still accepted. */
  readonly days: number;
  /** As published, the shortest first. */
  readonly range: readonly [number, number];
  readonly unit: 'calendar' | 'business';
  /** The distributor whose page says so; absent where the store itself does, or a page about stores. */
  readonly via?: string;
  readonly source: string;
  readonly asOf: AsOf;
  readonly confidence: Confidence;
  readonly note?: Localized;
};

/** Calendar days before the release by which everything should be with the distributor. */
export type PlanFigure = {
  readonly id: 'plan' | 'plan.longer';
  readonly days: number;
  readonly reason: Localized;
  readonly source: string;
  readonly asOf: AsOf;
  readonly confidence: Confidence;
};

const load = createRequire(import.meta.url);
let times: LeadTimes | undefined;

/** Read when first asked for. */
export function leadTimes(): LeadTimes {
  times ??= load('./lead-times.json') as LeadTimes;
  return times;
}
