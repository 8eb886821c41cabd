import { type Problem, problem } from '../problem.ts';
import type { IsrcGroups } from './check.ts';
import type { Cleaned } from './clean.ts';

const GROUPS = [
  { group: 'letters', needs: 2 },
  { group: 'registrant', needs: 3 },
  { group: 'year', needs: 2 },
  { group: 'designation', needs: 5 },
] as const;
/** Where hyphens may stand; leaving some of them out is harmless. */
const CUTS = new Set([2, 5, 7]);
/** Past this a text is no ISRC with a slip in it, and its groups help nobody. */
const SHOWN_LENGTH = 24;

/** Twelve characters, parted where no group ends, as in `ZZ-ZZZ-123-4567`: its grouping, `2-3-3-4`; or null. */
export function oddGrouping({ text }: Cleaned): string | null {
  const lengths = typedGroups(text).map((group) => group.length);
  let cut = 0;
  for (const length of lengths.slice(0, -1)) {
    cut += length;
    if (!CUTS.has(cut)) return lengths.join('-');
  }
  return null;
}

/** The four groups of a broken code: as they were parted, or counted off from the left where they were not. */
export function isrcGroups({ text, compact }: Cleaned): IsrcGroups {
  const typed = typedInFour(text) ?? countedOff(compact);
  return { of: 'isrc-groups', groups: GROUPS.map(({ needs }, at) => ({ text: String(typed[at]), needs })) };
}

/** Not twelve characters: which group is short or long, if it was parted so that one can tell. */
export function isrcLengthProblem(code: Cleaned): Problem<'isrc.length' | 'isrc.group-length'> {
  const { length } = code.compact;
  const shown = isrcGroups(code).groups.map(({ text, needs }) => text.padEnd(needs, '_'));
  const details = { length, groups: shortened(shown.join(' ')) };
  const typed = typedInFour(code.text);
  const wrong = GROUPS.map(({ group, needs }, at) => ({
    group,
    needs,
    has: String(typed?.[at]).length,
  })).filter(({ needs, has }) => has !== needs);
  const only = wrong.length === 1 ? wrong[0] : undefined;
  if (only === undefined) return problem('isrc.length', 'error', details);
  return problem('isrc.group-length', 'error', { ...details, ...only });
}

function typedGroups(text: string): readonly string[] {
  return text.split(/[ \-._/·,:]/).filter((group) => group !== '');
}

function typedInFour(text: string): readonly string[] | null {
  const typed = typedGroups(text);
  if (typed.length === 4) return typed;
  // The prefix is one code of five characters by now, and many write it so.
  const [prefix, ...rest] = typed;
  return prefix?.length === 5 && rest.length === 2 ? [prefix.slice(0, 2), prefix.slice(2), ...rest] : null;
}

function countedOff(compact: string): readonly string[] {
  return [compact.slice(0, 2), compact.slice(2, 5), compact.slice(5, 7), compact.slice(7)];
}

function shortened(groups: string): string {
  return groups.length > SHOWN_LENGTH ? `${groups.slice(0, SHOWN_LENGTH)}…` : groups;
}
