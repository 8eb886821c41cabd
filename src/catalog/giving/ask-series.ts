import type { Context } from '../../bot/command.ts';
import { mustBeAllowed } from '../../bot/permissions.ts';
import { explain } from '../../bot/refusal.ts';
import type { Reply } from '../../bot/reply.ts';
import { checkIdentifier } from '../../core/identifiers/recognize.ts';
import type { PersonId } from '../../core/ledger/entry-types.ts';
import { must, UserError } from '../../core/problem.ts';
import { parseRanges, printedSeries, type SeriesScheme } from '../../core/series.ts';
import { askerPerson } from '../../people/named.ts';
import { listSeries, type Series } from '../../store/series.ts';
import { inTransaction } from '../../store/transaction.ts';
import { barePrefix, findSeries, POOLS, PREFIXES, type What } from './choose-series.ts';
import { addSeries, closeSeries, type WantedSeries } from './keep-series.ts';
import { say } from './say.ts';
import { momentOf, seriesFacts, seriesLine } from './series-words.ts';

export const SERIES_ACTS = ['list', 'add', 'close', 'open'] as const;
export type SeriesAct = (typeof SERIES_ACTS)[number];

export type PoolKind = 'upc' | 'ean' | 'catalog-number';

export type SeriesInput = {
  readonly act: SeriesAct;
  /** The prefix or the pattern. */
  readonly prefix: string | undefined;
  readonly range: string | undefined;
};

/** `/isrc prefix`: what ISRCs are given from. Anyone may look, admins change it. */
export async function askPrefix(input: SeriesInput, context: Context): Promise<Reply> {
  if (input.act === 'list') return list(PREFIXES, context);
  const prefix = mustName(input, context);
  if (input.act !== 'add') return close(PREFIXES, prefix, input.act === 'close', context);
  return add(wantedOf('isrc', null, barePrefix(prefix), input.range), context);
}

/** `/id pool`: what barcodes and catalog numbers are given from. */
export async function askPool(
  { kind, ...input }: SeriesInput & { readonly kind: PoolKind | undefined },
  context: Context,
): Promise<Reply> {
  if (input.act === 'list') return list(POOLS, context);
  const prefix = mustName(input, context).normalize('NFKC');
  if (input.act !== 'add') return close(POOLS, prefix, input.act === 'close', context);
  // Number signs say it by themselves.
  const meant = kind ?? (prefix.includes('#') ? 'catalog-number' : undefined);
  if (meant === undefined) throw new UserError({ code: 'option.missing', details: { option: 'kind' } });
  if (meant === 'catalog-number') return add(wantedOf(meant, null, prefix.trim(), input.range), context);
  return add(wantedOf('gtin', meant === 'upc' ? 12 : 13, barePrefix(prefix), input.range), context);
}

/** @throws UserError `permission.*`, `option.missing` */
function mustName({ prefix }: SeriesInput, { asker }: Context): string {
  mustBeAllowed('admin', asker);
  if (prefix === undefined) throw new UserError({ code: 'option.missing', details: { option: 'prefix' } });
  return prefix;
}

function wantedOf(
  scheme: SeriesScheme,
  length: 12 | 13 | null,
  name: string,
  range: string | undefined,
): WantedSeries {
  return { scheme, name, length, ranges: range === undefined ? null : must(parseRanges(range)) };
}

async function add(wanted: WantedSeries, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const moment = await momentOf(house, asker.team);
  const by = await person(context);
  const { series, how } = await inTransaction(house.db, (db) =>
    addSeries(house, db, asker.team, wanted, moment, by),
  );
  const name = printedSeries(series);
  const titles = {
    new: t(say.added, { series: name }),
    grown: t(say.grown, { series: name, count: series.ranges.length }),
    there: t(say.there, { series: name }),
  };
  const doubts = how === 'new' ? doubtsAbout(series, context, moment.year) : [];
  return {
    tone: how === 'there' ? 'plain' : doubts.length > 0 ? 'caution' : 'good',
    title: titles[how],
    facts: await seriesFacts(series, moment, context),
    ...(doubts.length > 0 ? { list: doubts } : {}),
    ...(how === 'new' && series.scheme === 'isrc'
      ? { text: [t(say.firstAssign)], notices: [t(say.allocated)] }
      : {}),
  };
}

/** What the list of prefixes has to say: one that it does not know may be new, or a typing error. */
function doubtsAbout(series: Series, { house, t }: Context, year: number): NonNullable<Reply['list']> {
  if (series.scheme !== 'isrc') return [];
  const rules = { prefixes: house.prefixes, year, kind: 'isrc' as const };
  return checkIdentifier(`${series.name}0000001`, rules)
    .problems.filter(({ code }) => code === 'isrc.prefix-unlisted' || code === 'isrc.prefix-part-number')
    .map((problem) => ({ tone: 'caution', text: explain(problem, t) }));
}

async function close(what: What, typed: string, closed: boolean, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const found = await findSeries(house, asker.team, what, typed);
  const by = await person(context);
  const { series, changed } = await inTransaction(house.db, (db) =>
    closeSeries(house, db, asker.team, found.id, closed, by),
  );
  const title = closed ? (changed ? say.closed : say.closedAlready) : changed ? say.opened : say.openAlready;
  return {
    tone: changed ? 'good' : 'plain',
    title: t(title, { series: printedSeries(series) }),
    ...(closed ? {} : { facts: await seriesFacts(series, await momentOf(house, asker.team), context) }),
  };
}

async function list(what: What, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const all = await listSeries(house.db, asker.team, what.schemes);
  const moment = await momentOf(house, asker.team);
  const lines = await Promise.all(all.map((series) => seriesLine(series, moment, context)));
  const isPrefix = what.kind === 'prefix';
  const count = all.length;
  return {
    tone: 'plain',
    title: isPrefix ? t(say.prefixList, { count }) : t(say.poolList, { count }),
    list: lines.map((text) => ({ text })),
    ...(count === 0 ? { text: [isPrefix ? t(say.prefixListNext) : t(say.poolListNext)] } : {}),
  };
}

/** The asker, made known before anything is held, since that may write into the ledger. */
export async function person({ house, asker }: Context): Promise<PersonId> {
  return (await inTransaction(house.db, (db) => askerPerson(house, db, asker))).person;
}
