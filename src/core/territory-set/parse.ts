import { type TerritoryTable, territoryTable } from '../data/territories.ts';
import {
  type CountryPlace,
  type Findings,
  isCountry,
  type Question,
  type Unknown,
} from '../territory/findings.ts';
import { findTerritories } from '../territory.ts';
import { type TerritorySet, territorySet } from '../territory-set.ts';
import { type LanguagePhrase, spellOutLanguages } from './languages.ts';

/** Territories tied to a country that is left out, which are still in. */
type Apart = Extract<Question, { readonly kind: 'apart' }>;

/** What has to be asked before the words can stand in a license. */
export type TerritoryAsk =
  | Exclude<Question, Apart>
  /** Countries that go by a language. No list is agreed, so those that are counted here are shown. */
  | (LanguagePhrase & { readonly kind: 'language' })
  /** California is not the US: sets hold whole countries, so more would be counted than was said. */
  | (Pick<CountryPlace, 'input' | 'country'> & { readonly kind: 'part' });

export type ReadTerritories = {
  /**
   * `clear`: says one thing. `ask`: says what is in `set` once somebody confirms it. `unread`: something in it is no
   * place, or has no list that could be confirmed; it has to be typed in other words.
   */
  readonly state: 'clear' | 'ask' | 'unread';
  /** The countries as they are counted here; of an unread text, those of the part that could be read. */
  readonly set: TerritorySet;
  readonly asks: readonly TerritoryAsk[];
  /** Worth a line, and nothing to ask. */
  readonly apart: readonly Apart[];
  readonly unread: readonly Unknown[];
};

/**
 * Read where a permission holds, as people type it in any language of the territory table: "world except US",
 * "Germany, Austria", "全球，美國除外".
 *
 * Nothing vague becomes a set by itself. A word of two meanings (Georgia), a region whose members differ between
 * contracts (LATAM, Spanish-speaking), an exception that takes nothing out, exceptions without a whole: each is asked,
 * with the countries that it comes to here. A text that comes to no country is `unread`, and so is one with words beside
 * a name that nobody here understands: "not Germany" must not become Germany.
 *
 * @see facts on territories, 1 and 2: the rows, the region words, and which of them have no agreed list
 */
export function parseTerritorySet(text: string): ReadTerritories {
  const table = territoryTable();
  const spelledOut = spellOutLanguages(text.normalize('NFKC'), table);
  const found = findTerritories(spelledOut.text);
  const languages = spelledOut.phrases.map((phrase) => ({ kind: 'language', ...phrase }) as const);
  const parts = [...found.places, ...found.excluded]
    .filter((place) => isCountry(place))
    .filter(({ isPart }) => isPart)
    .map(({ input, country }) => ({ kind: 'part', input, country }) as const);
  const asks = [...languages, ...parts, ...found.questions.filter((question) => question.kind !== 'apart')];
  const apart = found.questions.filter((question) => question.kind === 'apart');
  const set = territorySet(found.countries.map(({ iso }) => iso));
  const beside = [
    ...found.beside,
    ...(text.match(DEPENDENT) ?? []),
    ...(text.match(LIMITING) ?? []),
    ...signsIn(spelledOut.text),
  ].map((input) => ({ input, nearest: [] }));
  const unread = [...found.unknown, ...beside];
  const isOpen = set.length === 0 || unread.length > 0 || leavesOpen(found, table);
  const state = isOpen ? 'unread' : asks.length > 0 ? 'ask' : 'clear';
  return { state, set, asks, apart, unread };
}

/** "US and its territories": Puerto Rico and others, which are countries of their own here and have to be named. */
const DEPENDENT = /\b(?:its|their|and|plus|with)\s+(?:(?:overseas|outlying)\s+)?territories\b/giu;

/**
 * "Physical in Germany": a limit that a set of countries cannot hold. It belongs into the uses, and is not to get lost.
 * Neither CD nor TV stand here, which are countries by their codes.
 */
const LIMITING =
  /\b(?:physical|digital|streaming|downloads?|vinyl|online|offline|radio|television)\b|實體|數位|串流|下載|黑膠|線上|廣播|電視/giu;

/** "World -US", "!US": signs before a name may take it out, and are passed over where names are looked for. */
function signsIn(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isBulleted = lines.length > 1 && lines.every((line) => /^\s*[-–—]\s/u.test(line));
  const items = isBulleted ? lines.map((line) => line.replace(/^\s*[-–—]/u, '')).join('\n') : text;
  return [...items.matchAll(/(?:^|[\s,;(])([-−–—!¬~]+\s*\p{L}+)/gu)].map(([, found = '']) => found);
}

/** Whether part of the text is in no set that could be confirmed: no place, no list, or neither of two meanings. */
function leavesOpen({ places, excluded, questions }: Findings, table: TerritoryTable): boolean {
  const unplaced = table.readings.filter(({ place }) => place === undefined);
  return (
    [...places, ...excluded].some((place) => 'group' in place && place.members === null) ||
    questions.some(
      (question) => question.kind === 'reading' && unplaced.some(({ words }) => words === question.words),
    )
  );
}
