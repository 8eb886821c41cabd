import type { Context, House } from '../../bot/command.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Range } from '../../core/assignment.ts';
import {
  codeAt,
  countLeft,
  isAhead,
  type Moment,
  printedSeries,
  type Reached,
  upcoming,
} from '../../core/series.ts';
import { countGiven } from '../../store/given-codes.ts';
import { listRegistered } from '../../store/item-codes.ts';
import type { Series } from '../../store/series.ts';
import { code, join, type Text } from '../../text/spans.ts';
import { displayOf } from '../labels.ts';
import { beginningOf } from './audit-rows.ts';
import { yearIn } from './give-codes.ts';
import { say } from './say.ts';

/** The zone of the team: by it, a code belongs to this year or to the next, whoever asks from wherever. */
export async function zoneOf({ settings }: Pick<House, 'settings'>, team: string): Promise<string> {
  return (await settings.ofTeam(team)).timeZone ?? 'UTC';
}

export async function momentOf(house: House, team: string): Promise<Moment> {
  const at = house.now();
  return { at: at.toISOString(), year: yearIn(await zoneOf(house, team), at) };
}

/** An EAN that begins with a zero is a UPC: certificates print the company prefix for either. */
export function kindOf({ scheme, length, name }: Pick<Series, 'scheme' | 'length' | 'name'>): string {
  if (scheme === 'gtin') return length === 12 || name.startsWith('0') ? 'upc' : 'ean';
  return scheme;
}

export const reachedOf = ({ last, lastYear, lastAt }: Series): Reached => ({
  last,
  year: lastYear,
  at: lastAt,
});

/** The number that is given next, and how many are left; what others gave of them is passed over. */
export async function aheadOf(
  { db }: Pick<House, 'db'>,
  team: string,
  series: Series,
  year: number,
): Promise<{ readonly next: number | undefined; readonly left: number }> {
  const reached = reachedOf(series);
  const used = new Set<number>();
  if (series.scheme === 'isrc') {
    const { borne, dropped } = await listRegistered(db, team, 'isrc', beginningOf(series, year));
    for (const taken of [...borne.map((one) => one.code), ...dropped]) {
      const number = Number(taken.slice(-5));
      if (isAhead(series, reached, year, number)) used.add(number);
    }
  }
  const next = upcoming(series, reached, year, used.size + 1).find((number) => !used.has(number));
  return { next, left: countLeft(series, reached, year) - used.size };
}

/** What is next and what is left. */
export async function seriesFacts(
  series: Series,
  { year }: Moment,
  { t, house, asker }: Pick<Context, 't' | 'house' | 'asker'>,
): Promise<NonNullable<Reply['facts']>> {
  const { next, left } = await aheadOf(house, asker.team, series, year);
  return [
    {
      label: t(series.ranges.length > 1 ? say.rangesLabel : say.rangeLabel),
      value: join(
        series.ranges.map((range) => code(rangeWords(series, range))),
        ' · ',
      ),
    },
    {
      label: t(say.nextLabel),
      value: next === undefined ? t(say.nextNone) : code(shown(series, year, next)),
    },
    {
      label: t(say.leftLabel),
      value: series.scheme === 'isrc' ? t(say.leftOfYear, { left, year }) : t(say.left, { left }),
    },
  ];
}

/** One line of a list of prefixes or pools. */
export async function seriesLine(
  series: Series,
  { year }: Moment,
  { t, house, asker }: Pick<Context, 't' | 'house' | 'asker'>,
): Promise<Text> {
  const { next, left } = await aheadOf(house, asker.team, series, year);
  const isIsrc = series.scheme === 'isrc';
  const counted = await countGiven(house.db, asker.team, series.id, isIsrc ? year : null);
  const values = { series: printedSeries(series), left, ...counted };
  const line = isIsrc
    ? t(say.prefixLine, { ...values, year })
    : t(say.poolLine, { ...values, kind: kindOf(series) });
  if (series.closed) return t(say.lineClosed, { line });
  return next === undefined ? line : t(say.lineNext, { line, next: shown(series, year, next) });
}

function shown(series: Series, year: number, number: number): string {
  return displayOf({ scheme: series.scheme, code: codeAt(series, year, number) });
}

/** As an agency writes it, with its zeros. */
function rangeWords(series: Series, [from, to]: Range): string {
  const { scheme, name, length } = series;
  const places =
    scheme === 'isrc'
      ? 5
      : scheme === 'gtin'
        ? (length ?? 13) - 1 - name.length
        : (/#+/.exec(name)?.[0].length ?? 1);
  const digits = (number: number) => String(number).padStart(places, '0');
  return from === to ? digits(from) : `${digits(from)}–${digits(to)}`;
}
