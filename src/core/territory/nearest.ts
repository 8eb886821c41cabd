import type { Ref, TerritoryTable } from '../data/territories.ts';
import { compactOf, listNames, phraseOf } from './names.ts';
import { tokenize } from './tokens.ts';

export type Candidate = { readonly key: string; readonly ref: Ref; readonly pairs: readonly string[] };

/** Every name with what it stands for, in the folded form that is compared. Codes are too short to be near anything. */
export function listCandidates(table: TerritoryTable): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { name, target } of listNames(table)) {
    if (target.code || !target.ref || target.part) continue;
    const key = compactOf(phraseOf(tokenize(name.normalize('NFKC'))));
    candidates.push({ key, ref: target.ref, pairs: pairsOf(key) });
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
/** So many names that look near at a glance are looked at closely. */
const CLOSELY = 120;

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
  const pairs = new Set(pairsOf(key));
  const glanced = candidates
    .filter((candidate) => script.test(candidate.key))
    .map((candidate) => ({ candidate, apart: apart(key, pairs, candidate) }))
    .sort((a, b) => atLeast(key, a) - atLeast(key, b))
    .slice(0, CLOSELY);
  const close = glanced
    .map(({ candidate: { key: name, ref }, apart: far }) => {
      return { ref, far: halved(key, name, edits(key, name) / longer(key, name) + far) };
    })
    .sort((a, b) => a.far - b.far);
  const places = new Map<string, Ref>();
  for (const { ref } of close) {
    const id = 'country' in ref ? ref.country : `group ${ref.group}`;
    if (!places.has(id)) places.set(id, ref);
  }
  return [...places.values()].slice(0, count);
}

/** From 0 to a half: how few pairs of neighbors the two share, their ends counted as neighbors of nothing. */
function apart(typed: string, pairs: ReadonlySet<string>, candidate: Candidate): number {
  const shared = candidate.pairs.filter((pair) => pairs.has(pair)).length;
  return Math.max(0, (1 - (2 * shared) / (typed.length + 1 + candidate.pairs.length)) / 2);
}

/** What the distance cannot fall short of: every character more is an edit. */
function atLeast(
  typed: string,
  { candidate: { key }, apart: far }: { candidate: Candidate; apart: number },
): number {
  return halved(typed, key, Math.abs(typed.length - key.length) / longer(typed, key) + far);
}

function halved(typed: string, name: string, far: number): number {
  const inside = Math.min(typed.length, name.length) > 2 && (typed.includes(name) || name.includes(typed));
  return inside ? far / 2 : far;
}

function longer(a: string, b: string): number {
  return Math.max(a.length, b.length, 1);
}

function pairsOf(text: string): readonly string[] {
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
