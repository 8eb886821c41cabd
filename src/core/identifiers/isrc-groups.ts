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
  const groups = typedInFour(code.text) ?? countedOff(code.compact);
  return { of: 'isrc-groups', groups: groups.map((text, at) => ({ text, needs: NEEDS[at] ?? 0 })) };
}

/** Not twelve characters: which group is short or long, if it was parted so that one can tell. */
export function isrcLengthProblem(code: Cleaned): Problem<'isrc.length' | 'isrc.group-length'> {
  const length = code.compact.length;
  const typed = typedInFour(code.text);
  const groups = shortened(
    (typed ?? countedOff(code.compact)).map((text, at) => text.padEnd(NEEDS[at] ?? 0, '_')).join(' '),
  );
  const wrong = [0, 1, 2, 3].filter((at) => typed !== null && typed[at]?.length !== NEEDS[at]);
  const [at] = wrong;
  const [group, needs, has] = at === undefined ? [] : [NAMES[at], NEEDS[at], typed?.[at]?.length];
  if (wrong.length !== 1 || group === undefined || needs === undefined || has === undefined) {
    return problem('isrc.length', 'error', { length, groups });
  }
  return problem('isrc.group-length', 'error', { length, groups, group, has, needs });
}

type Four = readonly [string, string, string, string];

function typedGroups(text: string): readonly string[] {
  return text.split(/[ \-._/·,:]+/).filter((group) => group !== '');
}

function typedInFour(text: string): Four | null {
  const typed = typedGroups(text);
  if (typed.length === 4) return typed as Four;
  // The prefix is one code of five characters by now, and many write it so.
  const prefix = typed.length === 3 ? typed[0] : undefined;
  if (prefix?.length !== 5) return null;
  return [prefix.slice(0, 2), prefix.slice(2), String(typed[1]), String(typed[2])];
}

function countedOff(compact: string): Four {
  return [compact.slice(0, 2), compact.slice(2, 5), compact.slice(5, 7), compact.slice(7)];
}

function shortened(groups: string): string {
  return groups.length > SHOWN_LENGTH ? `${groups.slice(0, SHOWN_LENGTH)}…` : groups;
}
