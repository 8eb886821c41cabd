import type { Context, House } from '../../bot/command.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Range } from '../../core/assignment.ts';
import { codeAt, countLeft, type Moment, printedSeries, type Reached, upcoming } from '../../core/series.ts';
import { countGiven } from '../../store/given-codes.ts';
import type { Series } from '../../store/series.ts';
import { code, join, type Text } from '../../text/spans.ts';
import { displayOf } from '../labels.ts';
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

/** What is next and what is left. */
export function seriesFacts(
  series: Series,
  { year }: Moment,
  { t }: Pick<Context, 't'>,
): NonNullable<Reply['facts']> {
  const reached = reachedOf(series);
  const [next] = upcoming(series, reached, year, 1);
  const left = countLeft(series, reached, year);
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
  const reached = reachedOf(series);
  const isIsrc = series.scheme === 'isrc';
  const counted = await countGiven(house.db, asker.team, series.id, isIsrc ? year : null);
  const values = { series: printedSeries(series), left: countLeft(series, reached, year), ...counted };
  const line = isIsrc
    ? t(say.prefixLine, { ...values, year })
    : t(say.poolLine, { ...values, kind: kindOf(series) });
  if (series.closed) return t(say.lineClosed, { line });
  const [next] = upcoming(series, reached, year, 1);
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
