import { type Parsed, type Problem, problem } from '../problem.ts';
import { foundAt, withDigits } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { mod37CheckCharacter } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { swapsThatHold } from './mod37-swaps.ts';
import { SHAPES } from './shapes.ts';

/** A DPID, 18 characters: it names a company in DDEX messages. */
export type Dpid = Code<'dpid'>;

type DpidProblem = 'dpid.length' | 'dpid.prefix' | 'dpid.character' | 'dpid.letter' | 'dpid.check-character';

/**
 * Read a DPID: PADPIDA, ten characters, one check character. The ten are digits in all we have seen, mostly beginning
 * with a date; a letter among them gives a warning.
 *
 * @returns the stored form, 18 characters; or the first reason against it
 * @see kb.ddex.net, "Communication of identifiers in DDEX messages"
 */
export function parseDpid(text: string): Parsed<Dpid, DpidProblem | 'code.too-long' | 'code.empty'> {
  return parsedBy<'dpid', DpidProblem>(text, judgeDpid);
}

/** As printed: `PA-DPIDA-3897722461-G`. Hyphens are no part of it. */
export function formatDpid(dpid: Dpid): string {
  return printed(dpid);
}

/** Everything the rules say of a text meant as a DPID. */
export function judgeDpid({ compact }: Cleaned): Judged<DpidProblem> {
  if (!SHAPES.dpid.test(compact)) return misshapen(misshape(compact));
  const remarks = letters(compact);
  const good = {
    normalized: compact,
    display: printed(compact),
    problems: remarks,
    suggestions: NOTHING,
    parts: null,
  };
  const expected = mod37CheckCharacter(compact.slice(0, 17));
  const found = compact.charAt(17);
  if (found === expected) return good;
  const wrong = problem('dpid.check-character', 'error', { found, expected });
  return { ...good, problems: [wrong, ...remarks], suggestions: readings(compact) };
}

function printed(dpid: string): string {
  return `${dpid.slice(0, 2)}-${dpid.slice(2, 7)}-${dpid.slice(7, 17)}-${dpid.slice(17)}`;
}

function misshape(compact: string): readonly Problem<DpidProblem>[] {
  if (compact.length !== 18) return [problem('dpid.length', 'error', { length: compact.length })];
  const prefix = compact.slice(0, 7);
  if (prefix !== 'PADPIDA') return [problem('dpid.prefix', 'error', { found: prefix })];
  const odd = [...compact.matchAll(/[^A-Z0-9]/g)];
  return odd.map((match) => foundAt('dpid.character', match.index, match[0]));
}

function letters(dpid: string): readonly Problem<DpidProblem>[] {
  const found = [...dpid.slice(7, 17).matchAll(/[A-Z]/g)];
  return found.map(({ index, 0: letter }) =>
    problem('dpid.letter', 'warning', { position: index + 8, found: letter }),
  );
}

/** O and I among the ten read as digits, or one swap anywhere: only where the check character then agrees. */
function readings(dpid: string): readonly string[] {
  const digits = dpid.slice(0, 7) + withDigits(dpid.slice(7, 17)) + dpid.slice(17);
  if (mod37CheckCharacter(digits.slice(0, 17)) === digits.slice(17)) return [printed(digits)];
  return swapsThatHold(dpid, 17).map(printed);
}
