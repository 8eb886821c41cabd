import { type TerritoryTable, territoryTable } from '../data/territories.ts';
import type { Findings, Question, Unknown } from '../territory/findings.ts';
import { findTerritories } from '../territory.ts';
import { type TerritorySet, territorySet } from '../territory-set.ts';
import { type LanguagePhrase, spellOutLanguages } from './languages.ts';

/** Territories tied to a country that is left out, which are still in. */
type Apart = Extract<Question, { readonly kind: 'apart' }>;

/** What has to be asked before the words can stand in a license. */
export type TerritoryAsk =
  | Exclude<Question, Apart>
  /** Countries that go by a language. No list is agreed, so those that are counted here are shown. */
  | (LanguagePhrase & { readonly kind: 'language' });

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
 * with the countries that it comes to here. A text that comes to no country is `unread`.
 *
 * @see facts on territories, 1 and 2: the rows, the region words, and which of them have no agreed list
 */
export function parseTerritorySet(text: string): ReadTerritories {
  const table = territoryTable();
  const spelledOut = spellOutLanguages(text.normalize('NFKC'), table);
  const found = findTerritories(spelledOut.text);
  const languages = spelledOut.phrases.map((phrase) => ({ kind: 'language', ...phrase }) as const);
  const asks = [...languages, ...found.questions.filter((question) => question.kind !== 'apart')];
  const apart = found.questions.filter((question) => question.kind === 'apart');
  const set = territorySet(found.countries.map(({ iso }) => iso));
  const unread = set.length === 0 || leavesOpen(found, table);
  const state = unread ? 'unread' : asks.length > 0 ? 'ask' : 'clear';
  return { state, set, asks, apart, unread: found.unknown };
}

/** Whether part of the text is in no set that could be confirmed: no place, no list, or neither of two meanings. */
function leavesOpen({ unknown, places, excluded, questions }: Findings, table: TerritoryTable): boolean {
  const unplaced = table.readings.filter(({ place }) => place === undefined);
  return (
    unknown.length > 0 ||
    [...places, ...excluded].some((place) => 'group' in place && place.members === null) ||
    questions.some(
      (question) => question.kind === 'reading' && unplaced.some(({ words }) => words === question.words),
    )
  );
}
