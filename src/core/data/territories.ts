import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';

/**
 * The territory table: caution rows, countries with their names in fifteen languages, regions, and the inputs that
 * need care. Compiled 2026-11-22 from the table of this project, ISO 3166-1, Unicode CLDR names and the territory
 * list of CISAC (`tis`).
 */
export type TerritoryTable = {
  readonly compiled: string;
  readonly source: Localized;
  /** Strictest first: the rows that ask most of a team before the release come first. */
  readonly rows: readonly Row[];
  readonly countries: readonly Country[];
  readonly groups: readonly Group[];
  readonly readings: readonly Reading[];
  readonly parts: readonly Part[];
  /** Names that contain a country and are none, such as the Indian Ocean. */
  readonly decoys: readonly string[];
  /** By country: territories tied to it that are counted apart, so that an exception must say whether it means them. */
  readonly apart: Readonly<Record<string, readonly string[]>>;
};

export type RowId =
  | 'china'
  | 'russia'
  | 'turkey-indonesia'
  | 'brazil'
  | 'japan-korea'
  | 'eu-eea'
  | 'uk'
  | 'arabic'
  | 'spanish'
  | 'tw-hk-mo'
  | 'us'
  | 'rest-of-world';

export type Row = {
  readonly id: RowId;
  readonly label: Localized;
  readonly caution: Localized;
  readonly inWriting: Localized;
};

export type Country = {
  /** ISO 3166-1 alpha-2; XK, which is user-assigned, for Kosovo. */
  readonly iso: string;
  readonly alpha3: string | null;
  readonly name: Localized;
  /** One or two; Spain and Puerto Rico have two. */
  readonly rows: readonly RowId[];
  /** The number of the territory in CISAC's files, where it has one. */
  readonly tis: number | null;
  readonly aliases: readonly string[];
  readonly note?: Localized;
};

export type Group = {
  readonly id: string;
  readonly name: Localized;
  /** `all` countries; the `rest` of a list; or `null` where there is no agreed list. */
  readonly members: readonly string[] | 'all' | 'rest' | null;
  readonly tis: number | null;
  readonly aliases: readonly string[];
  /** Contracts use the word for different lists, so the reader is asked. */
  readonly differs: boolean;
  readonly note?: Localized;
};

export type Ref = { readonly country: string } | { readonly group: string };

/** An input that needs care. With a `place` it is read so and remarked upon; without, the reader has to choose. */
export type Reading = {
  readonly inputs: readonly string[];
  readonly place?: Ref;
  readonly choices: readonly Ref[];
  readonly words: Localized;
};

/** Parts of a country that people name instead of it. */
export type Part = { readonly iso: string; readonly names: readonly string[]; readonly words: Localized };

const load = createRequire(import.meta.url);
let table: TerritoryTable | undefined;

/** Read when first asked for: most answers need no territory, and the start of the bot should not wait for it. */
export function territoryTable(): TerritoryTable {
  table ??= load('./territories.json') as TerritoryTable;
  return table;
}
