import type { Ref, TerritoryTable } from '../data/territories.ts';
import { compactOf, listNames, phraseOf } from './names.ts';
import { tokenize } from './tokens.ts';

export type Candidate = { readonly key: string; readonly ref: Ref };

/** Every name with what it stands for, in the folded form that is compared. Codes are too short to be near anything. */
export function listCandidates(table: TerritoryTable): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { name, target } of listNames(table)) {
    if (target.code || !target.ref || target.part) continue;
    candidates.push({ key: compactOf(phraseOf(tokenize(name.normalize('NFKC')))), ref: target.ref });
  }
  return candidates;
}

const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Arabic',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Greek',
  'Thai',
  'Hebrew',
  'Devanagari',
  'Armenian',
];
const STARTS = SCRIPTS.map((script) => new RegExp(`^\\p{sc=${script}}`, 'u'));

/** Longer inputs are no names; this also bounds the work. */
const LONGEST = 40;

/**
 * The names nearest to what was typed, at most `count` different places, best first.
 *
 * Only names of the same script are near. The measure is the number of edits (a swap of neighbors is one) for each
 * character of the longer of the two, and how few pairs of neighboring characters they share; a name that contains
 * what was typed, or the other way round, counts as half as far.
 */
export function nearest(text: string, candidates: readonly Candidate[], count = 3): readonly Ref[] {
  const key = compactOf(phraseOf(tokenize(text.normalize('NFKC')))).slice(0, LONGEST);
  const script = STARTS.find((start) => start.test(key));
  if (!script) return [];
  const best = new Map<string, { ref: Ref; far: number }>();
  for (const candidate of candidates) {
    if (!script.test(candidate.key)) continue;
    const far = distance(key, candidate.key);
    const id = 'country' in candidate.ref ? candidate.ref.country : `group ${candidate.ref.group}`;
    const known = best.get(id);
    if (!known || far < known.far) best.set(id, { ref: candidate.ref, far });
  }
  const sorted = [...best.values()].sort((a, b) => a.far - b.far);
  return sorted.slice(0, count).map(({ ref }) => ref);
}

function distance(typed: string, name: string): number {
  const inside = Math.min(typed.length, name.length) > 2 && (typed.includes(name) || name.includes(typed));
  const far = edits(typed, name) / Math.max(typed.length, name.length, 1);
  return (far + (1 - sharedPairs(typed, name)) / 2) * (inside ? 0.5 : 1);
}

/** From 0 to 1: the pairs of neighbors that both have, the two ends counted as neighbors of nothing. */
function sharedPairs(a: string, b: string): number {
  const [left, right] = [pairs(a), pairs(b)];
  const shared = left.filter((pair) => right.includes(pair));
  return (2 * shared.length) / (left.length + right.length);
}

function pairs(text: string): string[] {
  const padded = ` ${text} `;
  return Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2));
}

/** Insertions, deletions, changes and swaps of neighbors that lead from one to the other. */
export function edits(a: string, b: string): number {
  let [before, previous] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
    }
    [before, previous] = [previous, current];
  }
  return previous[b.length] ?? 0;
}

/** The places with a name that begins so, then those with one that contains it; for a choice while somebody types. */
export function complete(text: string, candidates: readonly Candidate[], count: number): readonly Ref[] {
  const key = compactOf(phraseOf(tokenize(text.normalize('NFKC'))));
  if (key === '') return [];
  const found = [
    ...candidates.filter((candidate) => candidate.key.startsWith(key)),
    ...candidates.filter((candidate) => key.length > 1 && candidate.key.includes(key)),
  ];
  const places = new Map(
    found.map(({ ref }) => ['country' in ref ? ref.country : `group ${ref.group}`, ref]),
  );
  return [...places.values()].slice(0, count);
}
