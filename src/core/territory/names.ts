import { inOtherLanguages } from '../data/localized.ts';
import type { Part, Reading, Ref, TerritoryTable } from '../data/territories.ts';
import { type Token, tokenize } from './tokens.ts';

/** What a name stands for. */
export type Target = {
  /** None where the input has to be asked about. */
  readonly ref: Ref | null;
  /** The name as the table writes it. */
  readonly name: string;
  readonly code: boolean;
  readonly reading?: Reading;
  readonly part?: Part;
};

/** Every name there is, ready to be found. */
export type Names = {
  /** By the words of the name, a space between: for names inside a text. */
  readonly phrases: ReadonlyMap<string, Target>;
  /** How many words the longest name has that begins with this word. */
  readonly longest: ReadonlyMap<string, number>;
  /** By the name without spaces, marks and brackets: for an item of a list, however it is spaced. */
  readonly compact: ReadonlyMap<string, Target>;
  /** By the two letters of ISO 3166, for flags. */
  readonly codes: ReadonlyMap<string, Target>;
};

/** A name that is in the table, before it is known whether two things share it. */
export type Named = { readonly name: string; readonly target: Target };

/**
 * Every name of the table, most telling first: what needs care, parts of countries, names, codes; last, so that they
 * take nothing from another, the names in the languages that do not stand in the table.
 */
export function* listNames(table: TerritoryTable): Generator<Named> {
  for (const reading of table.readings) {
    for (const name of reading.inputs)
      yield { name, target: { ref: reading.place ?? null, name, code: false, reading } };
  }
  for (const part of table.parts) {
    for (const name of part.names)
      yield { name, target: { ref: { country: part.iso }, name, code: false, part } };
  }
  for (const { iso, name, aliases } of table.countries) {
    for (const each of [...Object.values(name), ...aliases]) yield named(each, { country: iso });
  }
  for (const { id, name, aliases } of table.groups) {
    for (const each of [...Object.values(name), ...aliases]) yield named(each, { group: id });
  }
  for (const { iso, alpha3 } of table.countries) {
    for (const each of [iso, alpha3]) if (each) yield named(each, { country: iso }, true);
  }
  yield* listOtherNames(table);
}

function* listOtherNames({ countries, groups }: TerritoryTable): Generator<Named> {
  const refs: readonly Ref[] = [
    ...countries.map(({ iso }) => ({ country: iso })),
    ...groups.map(({ id }) => ({ group: id })),
  ];
  const names = inOtherLanguages([...countries, ...groups].map(({ name }) => name));
  for (const [index, ref] of refs.entries()) {
    for (const each of new Set(names[index])) yield named(each, ref);
  }
}

function named(name: string, ref: Ref, code = false): Named {
  return { name, target: { ref, name, code } };
}

export function buildNames(table: TerritoryTable): Names {
  const phrases = new Map<string, Target>();
  const compact = new Map<string, Target>();
  const longest = new Map<string, number>();
  const add = (name: string, target: Target) => {
    const words = phraseOf(tokenize(name.normalize('NFKC')));
    const phrase = words.join(' ');
    if (!phrases.has(phrase)) phrases.set(phrase, target);
    const key = compactOf(words);
    if (!compact.has(key)) compact.set(key, target);
    const first = words[0] ?? '';
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  };
  for (const { name, target } of listNames(table)) add(name, target);
  for (const decoy of table.decoys) add(decoy, { ref: null, name: decoy, code: false });
  const codes = new Map(
    table.countries.map(({ iso }) => [iso.toLowerCase(), { ref: { country: iso }, name: iso, code: true }]),
  );
  return { phrases, longest, compact, codes };
}

/** Brackets are no part of a name: "Myanmar (Burma)" is found with and without them. */
export function phraseOf(tokens: readonly Token[]): string[] {
  return tokens.filter(({ kind }) => kind !== 'paren').map(({ key }) => key);
}

export function compactOf(words: readonly string[]): string {
  return words.join('').replace(/[,、・·]/gu, '');
}
