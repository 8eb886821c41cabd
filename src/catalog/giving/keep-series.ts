import type { House } from '../../bot/command.ts';
import type { Range } from '../../core/assignment.ts';
import type { PersonId } from '../../core/ledger/entry-types.ts';
import type { JsonObject } from '../../core/ledger/json.ts';
import { must, UserError } from '../../core/problem.ts';
import { type CodeSeries, type Moment, nextCode, printedSeries, wholeRange } from '../../core/series.ts';
import { appendOne } from '../../store/evidence.ts';
import {
  insertSeries,
  listBarcodePrefixes,
  listSeries,
  lockSeries,
  type Series,
  saveSeries,
} from '../../store/series.ts';
import type { Db } from '../../store/tables.ts';
import { barePrefix } from './choose-series.ts';

/** What somebody wants codes to be given from. */
export type WantedSeries = Pick<CodeSeries, 'scheme' | 'name' | 'length'> & {
  /** Null: all numbers that there can be. */
  readonly ranges: readonly Range[] | null;
};

export type Added = { readonly series: Series; readonly how: 'new' | 'grown' | 'there' };

/**
 * Begin to give codes from a prefix or pattern, or add further ranges behind those of one that is there, in the
 * caller's transaction.
 *
 * @throws UserError what `nextCode` says of its prefix, pattern and ranges; `assign.prefix-elsewhere` where somebody
 *   else in this database gives the same codes, without saying who
 */
export async function addSeries(
  house: House,
  db: Db,
  team: string,
  wanted: WantedSeries,
  moment: Moment,
  by: PersonId | null,
): Promise<Added> {
  const { scheme, name, length, ranges } = wanted;
  // A pattern that differs in case or in a hyphen alone could not be told from this one when somebody names it.
  const own = (await listSeries(db, team, [scheme])).find((one) => barePrefix(one.name) === barePrefix(name));
  if (own !== undefined) return growSeries(house, db, team, own.id, ranges, moment, by);
  const id = `c_${house.newId()}`;
  const series: Series = {
    ...{ id, scheme, name, length, closed: false, last: null, lastYear: null, lastAt: null },
    ranges: ranges ?? [wholeRange(wanted)],
  };
  mustHold(house, series, moment);
  if (scheme === 'gtin' && !(await isAlone(db, wanted))) throw elsewhere(wanted);
  if (!(await insertSeries(db, team, series, house.now()))) throw elsewhere(wanted);
  await writeDown(house, db, team, series, { what: 'added', ranges: asJson(series.ranges) }, by);
  return { series, how: 'new' };
}

async function growSeries(
  house: House,
  db: Db,
  team: string,
  id: string,
  further: readonly Range[] | null,
  moment: Moment,
  by: PersonId | null,
): Promise<Added> {
  const held = await holdSeries(db, team, id);
  if (further === null) return { series: held, how: 'there' };
  const series = { ...held, ranges: [...held.ranges, ...further] };
  mustHold(house, series, moment);
  await saveSeries(db, team, id, { ranges: series.ranges });
  await writeDown(house, db, team, series, { what: 'ranges', ranges: asJson(further) }, by);
  return { series, how: 'grown' };
}

/** End or resume giving codes from a series. @returns it as it is then, and whether anything changed */
export async function closeSeries(
  house: House,
  db: Db,
  team: string,
  id: string,
  closed: boolean,
  by: PersonId | null,
): Promise<{ readonly series: Series; readonly changed: boolean }> {
  const held = await holdSeries(db, team, id);
  if (held.closed === closed) return { series: held, changed: false };
  await saveSeries(db, team, id, { closed });
  const series = { ...held, closed };
  await writeDown(house, db, team, series, { what: closed ? 'closed' : 'opened' }, by);
  return { series, changed: true };
}

async function holdSeries(db: Db, team: string, id: string): Promise<Series> {
  const held = await lockSeries(db, team, id);
  if (held === undefined) throw new Error(`The series ${id} was found, and is gone.`);
  return held;
}

/** Whatever would keep every code of it from being given is said now. */
function mustHold({ prefixes }: House, series: Series, moment: Moment): void {
  const unused = { last: null, year: null, at: null };
  must(nextCode({ ...series, closed: false }, unused, moment, new Set(), { prefixes, year: moment.year }));
}

/** Barcodes are compared on 14 digits: a prefix that begins with another one gives the same. */
async function isAlone(db: Db, { name, length }: WantedSeries): Promise<boolean> {
  const own = leadOf(name, length ?? 13);
  return (await listBarcodePrefixes(db)).every(({ name: other, length: digits }) => {
    const lead = leadOf(other, digits);
    return !lead.startsWith(own) && !own.startsWith(lead);
  });
}

function leadOf(name: string, length: number): string {
  return '0'.repeat(14 - length) + name;
}

function elsewhere(wanted: WantedSeries): UserError {
  return new UserError({ code: 'assign.prefix-elsewhere', details: { prefix: printedSeries(wanted) } });
}

async function writeDown(
  house: House,
  db: Db,
  team: string,
  { id, scheme, name, length }: Series,
  data: JsonObject,
  by: PersonId | null,
): Promise<void> {
  await appendOne(house.evidence, db, team, {
    type: 'code.prefix',
    subject: `prefix/${id}`,
    data: { ...data, scheme, prefix: name, length, series: id, by },
  });
}

function asJson(ranges: readonly Range[]): number[][] {
  return ranges.map((range) => [...range]);
}
