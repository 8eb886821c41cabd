import { inLanguage } from './data/localized.ts';
import {
  type Country,
  type Group,
  type Ref,
  type TerritoryTable,
  territoryTable,
} from './data/territories.ts';
import { countriesOf, cover, rowIdsOf } from './territory/coverage.ts';
import { selectHits } from './territory/exceptions.ts';
import type { Findings, Place, Question, Unknown } from './territory/findings.ts';
import { readLeftover } from './territory/leftover.ts';
import { buildNames, type Names, type Target } from './territory/names.ts';
import { type Candidate, complete, listCandidates, nearest } from './territory/nearest.ts';
import { type Hit, scan } from './territory/scan.ts';
import { type Token, tokenize } from './territory/tokens.ts';
import { WORD_CODES } from './territory/words.ts';

let names: Names | undefined;
let candidates: readonly Candidate[] | undefined;

/** Names near an unread input are looked for this often; whoever pastes an essay gets the rest without them. */
const MOST_SUGGESTED = 10;

/**
 * Read the places out of a text: one name or code, a list, or prose in any of the languages of the table.
 *
 * Nothing is guessed. A name that means two things becomes a question, a region whose members differ between
 * contracts is shown with the members counted here, an input that is no name is given back with the three nearest
 * ones and the rest-of-world row. ISO codes are read as items of a list; inside prose only in capitals, and never
 * where the code is a word (IN, NO, DJ).
 *
 * @see the matching notes of the territory table: fold, then the whole name; two rows are both shown
 */
export function findTerritories(text: string): Findings {
  const table = territoryTable();
  names ??= buildNames(table);
  const plain = text.normalize('NFKC');
  const tokens = tokenize(plain);
  const scanned = scan(tokens, names);
  const read = scanned.hits.filter(({ target }) => target.ref || target.reading);
  const leftover = readLeftover(plain, tokens, { ...scanned, hits: read }, names);
  const hits = [...read, ...leftover.hits].sort((a, b) => a.from - b.from);
  const { included, excluded } = selectHits(tokens, hits, scanned.exceptions, table);
  const asked = [...included, ...excluded].flatMap((hit) =>
    questionOf(hit.target, typed(hit, plain, tokens), table),
  );
  const places = placesOf(included, plain, tokens, table);
  const left = placesOf(excluded, plain, tokens, table);
  const unknown = unknownOf(leftover.unread, hits.length === 0 ? plain.trim() : '', table);
  const open = places.some((place) => 'group' in place && place.members === null);
  const unplaced = unknown.length > 0 || open || included.some(({ target }) => !target.ref);
  const covered = cover(places, left, unplaced, table);
  const questions = [...asked, ...covered.questions];
  return { ...covered, places, excluded: left, unknown, beside: leftover.beside, questions };
}

/**
 * The same for a place that is known already, such as one chosen from those offered; named in `language`.
 *
 * @returns undefined for a place that the table does not hold
 */
export function findingsFor(ref: Ref, language: string): Findings | undefined {
  const table = territoryTable();
  const known = 'country' in ref ? byIso(ref.country, table) : byGroup(ref.group, table);
  if (!known) return undefined;
  const target: Target = { ref, name: inLanguage(known.name, language), code: false };
  const place = placeOf(target, ref, target.name, table);
  const questions = questionOf(target, target.name, table);
  const covered = cover([place], [], 'group' in place && place.members === null, table);
  return { ...covered, places: [place], excluded: [], unknown: [], beside: [], questions };
}

/** Places whose name in any language begins with what was typed so far, or contains it; at most `count`. */
export function completeTerritory(text: string, count: number): readonly Ref[] {
  candidates ??= listCandidates(territoryTable());
  return complete(text, candidates, count);
}

function byIso(iso: string, table: TerritoryTable): Country | undefined {
  return table.countries.find((country) => country.iso === iso);
}

function byGroup(id: string, table: TerritoryTable): Group | undefined {
  return table.groups.find((group) => group.id === id);
}

function typed({ from, to }: Hit, text: string, tokens: readonly Token[]): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end);
}

/** One place for each thing meant, however often it is named. */
function placesOf(
  hits: readonly Hit[],
  text: string,
  tokens: readonly Token[],
  table: TerritoryTable,
): readonly Place[] {
  const places = new Map<string, Place>();
  for (const hit of hits) {
    const { ref } = hit.target;
    if (!ref) continue;
    const id = 'country' in ref ? ref.country : `group ${ref.group}`;
    if (!places.has(id)) places.set(id, placeOf(hit.target, ref, typed(hit, text, tokens), table));
  }
  return [...places.values()];
}

function placeOf(target: Target, ref: Ref, input: string, table: TerritoryTable): Place {
  const members = countriesOf(ref, table);
  const rows = rowIdsOf(members ?? [], table);
  const own = [target.part?.words, target.reading?.choices.length === 0 ? target.reading.words : undefined];
  const group = 'group' in ref ? byGroup(ref.group, table) : undefined;
  const country = 'country' in ref ? byIso(ref.country, table) : undefined;
  const note = group ? (group.differs ? undefined : group.note) : country?.note;
  const remarks = [...own, note].filter((words) => words !== undefined);
  if (group) return { input, group, members, rows, remarks };
  if (!country) throw new Error(`The territory table does not hold ${JSON.stringify(ref)}.`);
  const asCode = target.code && WORD_CODES.has(input.toLowerCase());
  return { input, country, rows, remarks, asCode, ...(target.part ? { isPart: true as const } : {}) };
}

function questionOf({ ref, reading }: Target, input: string, table: TerritoryTable): readonly Question[] {
  if (reading && reading.choices.length > 0) {
    return [{ kind: 'reading', input, words: reading.words, choices: reading.choices }];
  }
  const group = ref && 'group' in ref ? byGroup(ref.group, table) : undefined;
  return group?.differs && group.note ? [{ kind: 'members', input, group, words: group.note }] : [];
}

function unknownOf(
  unread: readonly { readonly text: string }[],
  all: string,
  table: TerritoryTable,
): readonly Unknown[] {
  const inputs = [...new Set(unread.map(({ text }) => text))];
  if (inputs.length === 0 && all !== '')
    inputs.push(all.length > 60 ? `${all.slice(0, 60).trimEnd()}…` : all);
  if (inputs.length === 0) return [];
  candidates ??= listCandidates(table);
  const known = candidates;
  return inputs.map((input, index) => ({
    input,
    nearest: index < MOST_SUGGESTED ? nearest(input, known) : [],
  }));
}
