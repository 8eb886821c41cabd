import { UserError } from '../core/problem.ts';
import { printedSeries, type Reached } from '../core/series.ts';
import type { Heads } from './evidence-heads.ts';
import type { Series } from './series.ts';

/**
 * How far a series has come, kept outside of the database before the codes are committed in it.
 *
 * A head can only be kept after the commit. A process that dies in between leaves codes in the database that no kept
 * head covers; another one may show them, and a backup from before them would pass for the whole. So the mark goes out
 * first: whatever was ever committed, and so whatever anybody can have seen, is not beyond it.
 *
 * `before` is what the database said when the mark was made. It tells an attempt that was not finished (the database
 * still says the same: its numbers are left out) from a database that has lost codes (it says less: nothing is given).
 */
export type SeriesMark = { readonly before: Reached; readonly reached: Reached };

/** @throws UserError `assign.mark` for one that is there and cannot be read */
export function readMark(outside: Heads, team: string, series: Series): SeriesMark | null {
  const bytes = outside.read(nameOf(team, series));
  if (bytes === null) return null;
  try {
    const { before, reached } = JSON.parse(Buffer.from(bytes).toString('utf8')) as SeriesMark;
    if (isReached(before) && isReached(reached)) return { before, reached };
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
  }
  throw new UserError({ code: 'assign.mark', details: { series: printedSeries(series) } });
}

/** Whoever writes holds the series. It is on the disk when this returns. */
export function writeMark(outside: Heads, team: string, series: Series, mark: SeriesMark): void {
  outside.write(nameOf(team, series), `${JSON.stringify(mark)}\n`);
}

function isReached(value: unknown): value is Reached {
  if (typeof value !== 'object' || value === null) return false;
  const { last, year, at } = value as Readonly<Record<string, unknown>>;
  const isNumber = (one: unknown) => one === null || (Number.isSafeInteger(one) && Number(one) >= 0);
  return isNumber(last) && isNumber(year) && (at === null || typeof at === 'string');
}

/** No ledger is called so, since their names have no spaces. What names one thing in the world has one mark. */
function nameOf(team: string, { scheme, name }: Series): string {
  return scheme === 'catalog-number' ? `codes ${scheme} ${team} ${name}` : `codes ${scheme} ${name}`;
}
