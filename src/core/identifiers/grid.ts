import { type Parsed, type Problem, problem } from '../problem.ts';
import { foundAt } from './characters.ts';
import { type Judged, misshapen, NOTHING, parsedBy } from './check.ts';
import { mod37CheckCharacter } from './check-digits.ts';
import type { Cleaned } from './clean.ts';
import type { Code } from './kind.ts';
import { swapsThatHold } from './mod37-swaps.ts';
import { SHAPES } from './shapes.ts';

/** A GRid, 18 characters: it names a digital release. */
export type Grid = Code<'grid'>;

type Refusal = 'grid.length' | 'grid.prefix' | 'grid.character' | 'grid.check-character';

/**
 * Read a GRid: A1, five characters for the issuer, ten for the release, one check character; digits and capitals.
 *
 * @returns the stored form, 18 characters; or the first reason against it
 * @see IFPI, GRid standard 2.1
 */
export function parseGrid(text: string): Parsed<Grid, Refusal | 'code.too-long' | 'code.empty'> {
  return parsedBy<'grid', Refusal>(text, judgeGrid);
}

/** As printed: `A1-2425G-ABC1234002-M`. Hyphens and the label `GRid:` are no part of it. */
export function formatGrid(grid: Grid): string {
  return printed(grid);
}

/** Everything the rules say of a text meant as a GRid. */
export function judgeGrid({ compact }: Cleaned): Judged<Refusal> {
  if (!SHAPES.grid.test(compact)) return misshapen(misshape(compact));
  const good = {
    normalized: compact,
    display: printed(compact),
    problems: NOTHING,
    suggestions: NOTHING,
    parts: null,
  };
  const expected = mod37CheckCharacter(compact.slice(0, 17));
  const found = compact.charAt(17);
  if (found === expected) return good;
  const problems = [problem('grid.check-character', 'error', { found, expected })];
  return { ...good, problems, suggestions: swapsThatHold(compact, 2).map(printed) };
}

function printed(grid: string): string {
  return `${grid.slice(0, 2)}-${grid.slice(2, 7)}-${grid.slice(7, 17)}-${grid.slice(17)}`;
}

function misshape(compact: string): readonly Problem<Refusal>[] {
  if (compact.length !== 18) return [problem('grid.length', 'error', { length: compact.length })];
  const prefix = compact.slice(0, 2);
  if (prefix !== 'A1') return [problem('grid.prefix', 'error', { found: prefix })];
  const odd = [...compact.matchAll(/[^A-Z0-9]/g)];
  return odd.map((match) => foundAt('grid.character', match.index, match[0]));
}
