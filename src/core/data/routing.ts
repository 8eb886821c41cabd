import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';

/** Whom to ask where: a place to start asking, not a statement of who owns what. */
export type Market = {
  readonly iso: string;
  readonly isrc: readonly Body[];
  /** Authors' societies: performance of songs. */
  readonly authors: readonly Body[];
  readonly mechanical: readonly Body[];
  readonly neighboring: readonly Body[];
  /** False where nobody has looked for societies yet; then empty lists mean nothing. */
  readonly researched: boolean;
  readonly notes?: readonly Localized[];
  readonly firstSteps?: readonly Localized[];
  /** Sources that contradict each other, told as such. */
  readonly conflicts?: readonly Conflict[];
};

export type RoutingField = 'isrc' | 'authors' | 'mechanical' | 'neighboring';

export type Conflict = { readonly about: RoutingField; readonly words: Localized };

export type Body = {
  readonly name: string;
  /** The international ISRC authority, which serves countries without an agency of their own. */
  readonly international?: true;
  /** Whose right it is, where that is not plain from the field: performers, producers. */
  readonly holds?: Localized;
  readonly note?: Localized;
  readonly cisac?: 'provisional';
  readonly source: string;
  readonly asOf: AsOf;
  /** `low` entries are shown with "please check". */
  readonly confidence: Confidence;
};

export type Confidence = 'high' | 'medium' | 'low';

/** When the source says so: a date (year, month or day), or undated with what is known about its age. */
export type AsOf = {
  readonly date?: string;
  readonly undated?: true;
  readonly from?: string;
  readonly until?: string;
};

const load = createRequire(import.meta.url);
let markets: ReadonlyMap<string, Market> | undefined;

/** By ISO code; read when first asked for. */
export function routingMap(): ReadonlyMap<string, Market> {
  markets ??= new Map(
    (load('./routing.json') as { readonly markets: readonly Market[] }).markets.map((market) => [
      market.iso,
      market,
    ]),
  );
  return markets;
}
