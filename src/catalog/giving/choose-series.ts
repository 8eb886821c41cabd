import type { Suggestion } from '../../bot/adapter.ts';
import type { Context, House } from '../../bot/command.ts';
import { UserError } from '../../core/problem.ts';
import { printedSeries, type SeriesScheme } from '../../core/series.ts';
import { listSeries, type Series } from '../../store/series.ts';

/** What somebody asks for when they name a prefix or a pool, or name none. */
export type What = { readonly kind: 'prefix' | 'pool'; readonly schemes: readonly SeriesScheme[] };

export const PREFIXES: What = { kind: 'prefix', schemes: ['isrc'] };
export const POOLS: What = { kind: 'pool', schemes: ['gtin', 'catalog-number'] };

/**
 * The series that codes are to be given from: the one that is named, or the only one that is open.
 *
 * @throws UserError `assign.none`, `assign.closed`, `assign.which-prefix`, `assign.prefix-unknown`
 */
export async function chooseSeries(
  house: House,
  team: string,
  what: What,
  typed: string | undefined,
): Promise<Series> {
  const all = await listSeries(house.db, team, what.schemes);
  if (typed !== undefined) return named(all, what, typed);
  const [first] = all;
  if (first === undefined) throw new UserError({ code: 'assign.none', details: { kind: what.kind } });
  const [open, second] = all.filter(({ closed }) => !closed);
  if (open === undefined) {
    throw new UserError({ code: 'assign.closed', details: { series: printedSeries(first) } });
  }
  if (second === undefined) return open;
  const known = all.filter(({ closed }) => !closed).map(printedSeries);
  throw new UserError({ code: 'assign.which-prefix', details: { known } });
}

/** The series that somebody names. @throws UserError `assign.none`, `assign.prefix-unknown` */
export async function findSeries(house: House, team: string, what: What, typed: string): Promise<Series> {
  return named(await listSeries(house.db, team, what.schemes), what, typed);
}

function named(all: readonly Series[], { kind }: What, typed: string): Series {
  if (all.length === 0) throw new UserError({ code: 'assign.none', details: { kind } });
  const found =
    all.find(({ id, name }) => id === typed || name === typed) ??
    all.find(({ name }) => barePrefix(name) === barePrefix(typed));
  if (found !== undefined) return found;
  throw new UserError({ code: 'assign.prefix-unknown', details: { typed, known: all.map(printedSeries) } });
}

/** A prefix or a pattern as it is compared, and an ISRC prefix as it is kept: any case, with and without hyphens and spaces. */
export function barePrefix(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―]/gu, '');
}

/** Completions for an option that names a prefix or a pool. */
export function suggestSeries(what: What) {
  return async (typed: string, { house, asker }: Context): Promise<readonly Suggestion[]> => {
    const wanted = barePrefix(typed);
    const all = await listSeries(house.db, asker.team, what.schemes);
    return all
      .filter(({ name }) => barePrefix(name).includes(wanted))
      .map((series) => ({ value: series.name, label: printedSeries(series) }));
  };
}
