import type { House } from '../../bot/command.ts';
import type { Range } from '../../core/assignment.ts';
import type { PersonId, Seq, Time } from '../../core/ledger/entry-types.ts';
import type { JsonObject } from '../../core/ledger/json.ts';
import { must, UserError } from '../../core/problem.ts';
import {
  asRanges,
  codeAt,
  isFurther,
  isWithin,
  type Moment,
  nextCode,
  numbersBetween,
  printedSeries,
  type Reached,
  upcoming,
} from '../../core/series.ts';
import type { Heads } from '../../store/evidence-heads.ts';
import { insertGiven, whichGiven } from '../../store/given-codes.ts';
import { whichBorne } from '../../store/item-codes.ts';
import { holdLedger } from '../../store/ledger.ts';
import { lockSeries, type Series, saveSeries } from '../../store/series.ts';
import { readMark, writeMark } from '../../store/series-marks.ts';
import type { Db } from '../../store/tables.ts';
import { displayOf } from '../labels.ts';

/** What a code is given for, and what the entry about it says beside the code. */
export type Target = {
  readonly subject: string;
  /** The id of a recording, or what somebody typed. */
  readonly givenFor: string;
  /** The same as it is compared. */
  readonly target: string;
  readonly data: JsonObject;
  readonly sealed: JsonObject;
};

export type Order = {
  /** The id of a series. */
  readonly series: string;
  /** The zone by which it is this year or the next. */
  readonly timeZone: string;
  readonly to: readonly Target[];
  readonly by: PersonId | null;
};

export type Given = { readonly code: string; readonly number: number; readonly seq: Seq; readonly at: Date };

/** A few of the next numbers may be in use already. */
const SPARE = 8;

/**
 * Give each target the next code of a series, in the caller's transaction, which holds the targets.
 *
 * Why none is ever given twice: whoever gives holds the series and the ledger; the counter only grows; every code given
 * is a row whose key the whole database shares and that nobody deletes; what others registered, or registered once, is
 * passed over; and how far the series has come is kept outside of the database before the transaction ends
 * (`series-marks.ts`), so that neither a process that dies at any moment nor a backup put in its place brings a number
 * back. Whatever does not fit together ends in a refusal, and nothing is written.
 *
 * @throws UserError `assign.*`; `evidence.*` where the ledger is not the one that was signed
 */
export async function giveCodes(
  house: Pick<House, 'evidence' | 'prefixes' | 'now'>,
  db: Db,
  team: string,
  { series: id, timeZone, to, by }: Order,
): Promise<readonly Given[]> {
  const { evidence } = house;
  const series = await lockSeries(db, team, id);
  if (series === undefined) throw new UserError({ code: 'assign.none', details: { kind: 'prefix' } });
  // Whoever writes down that a code is in use has said so before, or says so after.
  await holdLedger(db, team);
  const known: Reached = { year: series.lastYear, last: series.last, at: series.lastAt };
  const { from, unfinished } = resume(evidence.outside, team, series, known);
  // Read only now: whoever waited for the series comes after those that it waited for.
  const moment = momentAfter(house.now(), from.at, timeZone);
  const numbers = await freeNumbers(house, db, team, { series, from, moment, count: to.length });
  const entries = await evidence.append(
    db,
    team,
    to.map(({ subject, data, sealed }, index) => ({
      type: 'code.assigned',
      subject,
      data: {
        ...{ scheme: series.scheme, ...data, series: id, by },
        ...numberData(series, moment.year, numbers[index]),
        ...(index === 0 && unfinished.length > 0 ? { unfinished } : {}),
      },
      sealed,
    })),
  );
  const given = entries.map(({ seq }, index): Given => {
    const { code = '', number = 0 } = numbers[index] ?? {};
    return { code, number, seq, at: new Date(moment.at) };
  });
  const isNew = await insertGiven(
    db,
    team,
    given.map(({ code, number, seq, at }, index) => ({
      ...{ scheme: series.scheme, code, series: id, number, seq, givenAt: at },
      year: series.scheme === 'isrc' ? moment.year : null,
      givenFor: to[index]?.givenFor ?? '',
      target: to[index]?.target ?? '',
    })),
  );
  if (!isNew) {
    const code = displayOf({ scheme: series.scheme, code: given[0]?.code ?? '' });
    const details = { series: printedSeries(series), code };
    throw new UserError({ code: 'assign.given-elsewhere', details });
  }
  const reached = numbers.at(-1)?.counter ?? from;
  await saveSeries(db, team, id, { last: reached.last, lastYear: reached.year, lastAt: reached.at });
  // Signed with what it covers, or nothing of it is kept: a database that was put back is refused here.
  await evidence.head(db, team);
  writeMark(evidence.outside, team, series, { before: known, reached });
  return given;
}

/**
 * Keep the head over what was given outside of the database, before anybody is told.
 *
 * @throws UserError `assign.not-kept`; `evidence.*` as `Evidence.head`
 */
export async function keepHead({ evidence, db, log }: House, team: string): Promise<void> {
  try {
    await evidence.head(db, team);
  } catch (error) {
    if (error instanceof UserError) throw error;
    log.error({ err: error }, 'the head over a code that was given could not be kept');
    throw new UserError({ code: 'assign.not-kept', details: {} });
  }
}

type Start = { readonly from: Reached; readonly unfinished: readonly (readonly [string, string])[] };

/**
 * Where to go on: behind whatever is known inside of the database or outside of it.
 *
 * @throws UserError `assign.history-lost` where the database has lost codes that went out, `assign.mark`
 */
function resume(outside: Heads, team: string, series: Series, known: Reached): Start {
  const mark = readMark(outside, team, series);
  if (mark === null || mark.reached.last === null) return { from: known, unfinished: [] };
  const { before, reached } = mark;
  if (!isWithin(series, mark.reached.last) || isFurther(series, before, known)) {
    const name = ({ year, last }: Reached) =>
      last === null ? '–' : displayOf({ scheme: series.scheme, code: codeAt(series, year, last) });
    throw new UserError({
      code: 'assign.history-lost',
      details: { series: printedSeries(series), known: name(known), given: name(reached) },
    });
  }
  if (!isFurther(series, reached, known)) return { from: known, unfinished: [] };
  return { from: reached, unfinished: asCodes(series, reached.year, numbersBetween(series, known, reached)) };
}

function asCodes(
  series: Series,
  year: number | null,
  ranges: readonly Range[],
): readonly (readonly [string, string])[] {
  return ranges.map(([from, to]) => [codeAt(series, year, from), codeAt(series, year, to)] as const);
}

/** Two machines whose clocks agree differ by less. */
const CLOCKS_APART_MS = 5000;

/** Now; a little before the last assignment, that is held, as the ledger holds its times. */
function momentAfter(now: Date, last: Time | null, timeZone: string): Moment {
  const isHeld =
    last !== null && now.toISOString() < last && Date.parse(last) - now.getTime() <= CLOCKS_APART_MS;
  const at = isHeld ? last : now.toISOString();
  return { at, year: yearIn(timeZone, new Date(at)) };
}

/** The calendar year that it is somewhere. */
export function yearIn(timeZone: string, at: Date): number {
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric' });
  return Number(format.format(at));
}

type Search = {
  readonly series: Series;
  readonly from: Reached;
  readonly moment: Moment;
  readonly count: number;
};
type Next = {
  readonly code: string;
  readonly number: number;
  readonly counter: Reached;
  readonly passedOver: readonly number[];
};

/** The next codes, one after the other. Only as many numbers are looked at as are needed, however full a year is. */
async function freeNumbers(
  house: Pick<House, 'prefixes'>,
  db: Db,
  team: string,
  { series, from, moment, count }: Search,
): Promise<readonly Next[]> {
  const taken = new Set<number>();
  for (let most = count + SPARE; ; most *= 8) {
    const numbers = upcoming(series, from, moment.year, most);
    const codes = numbers.map((number) => codeAt(series, moment.year, number));
    const borne = await whichBorne(db, team, series.scheme, codes);
    const given = await whichGiven(db, team, series.scheme, codes);
    for (const [index, number] of numbers.entries()) {
      const code = codes[index] ?? '';
      if (borne.has(code) || given.has(code)) taken.add(number);
    }
    if (numbers.length - taken.size >= count || numbers.length < most) break;
  }
  const rules = { prefixes: house.prefixes, year: moment.year };
  const found: Next[] = [];
  for (let reached = from; found.length < count; ) {
    const next = nextCode(series, reached, moment, taken, rules);
    if (!next.ok && found.length > 0) {
      const details = { series: printedSeries(series), left: found.length, count };
      throw new UserError({ code: 'assign.too-few', details });
    }
    const { code, counter, passedOver } = must(next);
    found.push({ code, number: counter.last ?? 0, counter, passedOver });
    reached = counter;
  }
  return found;
}

/** What an entry says of a number: where it stands, and which were left out since others use them. */
function numberData(series: Series, year: number, next: Next | undefined): JsonObject {
  if (next === undefined) return {};
  const { code, number, passedOver } = next;
  const range = series.ranges.find(([from, to]) => from <= number && number <= to) ?? [number, number];
  return {
    ...{ code, number, range: [...range], prefix: series.name },
    ...(passedOver.length === 0
      ? {}
      : { passed_over: asCodes(series, year, asRanges(passedOver)).map((pair) => [...pair]) }),
  };
}
