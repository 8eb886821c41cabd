import { type Problem, problem } from '../problem.ts';
import type { IsrcGroups } from './check.ts';
import type { Cleaned } from './clean.ts';

const NEEDS = [2, 3, 2, 5] as const;
const NAMES = ['letters', 'registrant', 'year', 'designation'] as const;
/** Where hyphens may stand; leaving some of them out is harmless. */
const CUTS = new Set([2, 5, 7]);
const USUAL = /^.{2}-.{3}-.{2}-.{5}$/;
/** Past this a text is no ISRC with a slip in it, and its groups help nobody. */
const SHOWN_LENGTH = 24;

/** Twelve characters, parted where no group ends, as in `ZZ-ZZZ-123-4567`: its grouping, `2-3-3-4`; or null. */
export function oddGrouping({ text, compact }: Cleaned): string | null {
  if (text === compact || USUAL.test(text)) return null;
  const lengths = typedGroups(text).map((group) => group.length);
  let cut = 0;
  for (const length of lengths.slice(0, -1)) {
    cut += length;
    if (!CUTS.has(cut)) return lengths.join('-');
  }
  return null;
}

/** The four groups of a broken code: as they were parted, or counted off from the left where they were not. */
export function isrcGroups(code: Cleaned): IsrcGroups {
  return { of: 'isrc-groups', groups: fourGroups(code).map((text, at) => ({ text, needs: NEEDS[at] ?? 0 })) };
}

/** Not twelve characters: which group is short or long, if it was parted so that one can tell. */
export function isrcLengthProblem(code: Cleaned): Problem<'isrc.length' | 'isrc.group-length'> {
  const length = code.compact.length;
  const fours = fourGroups(code);
  const groups = fours.map((text, at) => text.padEnd(NEEDS[at] ?? 0, '_')).join(' ');
  const wrong = fours.flatMap((text, at) => (text.length === NEEDS[at] ? [] : [{ at, has: text.length }]));
  const [only, ...others] = wrong;
  const name = NAMES[only?.at ?? -1];
  const needs = NEEDS[only?.at ?? -1];
  const parted = typedGroups(code.text).length > 1;
  if (!parted || only === undefined || others.length > 0 || name === undefined || needs === undefined) {
    return problem('isrc.length', 'error', { length, groups: shortened(groups) });
  }
  return problem('isrc.group-length', 'error', {
    length,
    groups: shortened(groups),
    group: name,
    has: only.has,
    needs,
  });
}

function typedGroups(text: string): readonly string[] {
  return text.split(/[ \-._/·,:]+/).filter((group) => group !== '');
}

function fourGroups({ text, compact }: Cleaned): readonly [string, string, string, string] {
  const typed = typedGroups(text);
  const [first = '', second = '', third = '', fourth = ''] = typed;
  if (typed.length === 4) return [first, second, third, fourth];
  // The prefix is one code of five characters by now, and many write it so.
  if (typed.length === 3 && first.length === 5) return [first.slice(0, 2), first.slice(2), second, third];
  return [compact.slice(0, 2), compact.slice(2, 5), compact.slice(5, 7), compact.slice(7)];
}

function shortened(groups: string): string {
  return groups.length > SHOWN_LENGTH ? `${groups.slice(0, SHOWN_LENGTH)}…` : groups;
}
