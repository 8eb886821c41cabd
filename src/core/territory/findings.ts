import type { Localized } from '../data/localized.ts';
import type { Country, Group, Ref, Row, RowId } from '../data/territories.ts';

/** What a text about places comes to. Everything in it is named as typed, so that a misreading is seen. */
export type Findings = {
  readonly places: readonly Place[];
  /** Places that the text takes out of the others: "world except US". */
  readonly excluded: readonly Place[];
  /** Every country that is covered, exceptions taken out, in the order of the table. */
  readonly countries: readonly Country[];
  /** The caution rows that apply, strictest first. */
  readonly rows: readonly RowCoverage[];
  readonly questions: readonly Question[];
  readonly unknown: readonly Unknown[];
  /** Words beside a name that may turn it into something else, as in "not Germany". Cautions are shown all the same. */
  readonly beside: readonly string[];
};

export type Place = CountryPlace | GroupPlace;

type Read = {
  readonly input: string;
  readonly rows: readonly RowId[];
  /** How it was read, where it could be read otherwise; what is special about it. */
  readonly remarks: readonly Localized[];
  /** Only a part of the country was named. */
  readonly isPart?: true;
};

export type CountryPlace = Read & {
  readonly country: Country;
  /** Typed as a code that is also an everyday word, such as IN. */
  readonly asCode: boolean;
};

export type GroupPlace = Read & {
  readonly group: Group;
  /** `null` where there is no agreed list. */
  readonly members: readonly Country[] | null;
};

export type RowCoverage = {
  readonly row: Row;
  readonly countries: readonly Country[];
  /** True of the rest-of-world row when something could not be placed: it is shown for that as well. */
  readonly forUnknown: boolean;
};

export type Question =
  /** The input means more than one thing; with `choices` that the reader can be offered. */
  | {
      readonly kind: 'reading';
      readonly input: string;
      readonly words: Localized;
      readonly choices: readonly Ref[];
    }
  /** Contracts use the name for different lists, or there is no list. */
  | { readonly kind: 'members'; readonly input: string; readonly group: Group; readonly words: Localized }
  /** An exception that takes nothing out, since what is left out was never in. */
  | { readonly kind: 'outside'; readonly input: string }
  /** Only exceptions were named; read as the world without them. */
  | { readonly kind: 'only-exceptions'; readonly inputs: readonly string[] }
  /** These are tied to the country that is left out, but counted apart, so they are still in. */
  | { readonly kind: 'apart'; readonly country: Country; readonly stillIn: readonly Country[] };

export type Unknown = { readonly input: string; readonly nearest: readonly Ref[] };

export function isCountry(place: Place): place is CountryPlace {
  return 'country' in place;
}
