import type { House } from '../../bot/command.ts';
import type { Range } from '../../core/assignment.ts';
import { formatDuration } from '../../core/catalog/duration.ts';
import type { PersonId } from '../../core/ledger/entry-types.ts';
import { asRanges, codeAt, isFurther, numbersBetween, type Reached } from '../../core/series.ts';
import { type GivenCode, listGiven } from '../../store/given-codes.ts';
import { listRegistered } from '../../store/item-codes.ts';
import { findPeople } from '../../store/people.ts';
import type { Series } from '../../store/series.ts';
import { titleOf } from '../labels.ts';
import { type Recording, recordingsById } from './give-isrcs.ts';

/** What became of a number: `unfinished` ones were taken by an attempt that never ended, and never told to anybody. */
export type AuditState = 'given' | 'burnt' | 'registered' | 'dropped' | 'unfinished' | 'unexplained';

/** One line of what an agency may ask for. */
export type AuditRow = {
  readonly state: AuditState;
  readonly code: string;
  /** The last of several that stand in one line. */
  readonly to: string | null;
  readonly title: string;
  readonly version: string;
  readonly artist: string;
  readonly duration: string;
  readonly at: Date | null;
  readonly who: string;
};

export type Audit = {
  readonly rows: readonly AuditRow[];
  readonly counts: Readonly<Record<AuditState, number>>;
};

const PAGE = 500;

/**
 * Everything that is known of the numbers of a series: what was given, what others use, and why any is left out.
 *
 * @param year of an ISRC prefix; null for a pool
 */
export async function auditOf(
  house: Pick<House, 'db' | 'evidence'>,
  team: string,
  series: Series,
  year: number | null,
  pageSize = PAGE,
): Promise<Audit> {
  const given: AuditRow[] = [];
  const numbers = new Set<number>();
  const unfinished: (readonly [string, string])[] = [];
  const beginning = year === null ? '' : beginningOf(series, year);
  let reached: Reached = { year, last: null, at: null };
  for (let after = -1; ; ) {
    const page = await listGiven(house.db, team, { series: series.id, year, after, limit: pageSize });
    const { rows, pairs } = await readPage(house, team, series, page);
    given.push(...rows);
    // What was left out at the end of a year is said with the first code of the next one, and is no gap of that.
    unfinished.push(...pairs.filter(([from]) => from.startsWith(beginning)));
    for (const { number } of page) {
      numbers.add(number);
      const here: Reached = { year, last: number, at: null };
      if (isFurther(series, here, reached)) reached = here;
    }
    after = page.at(-1)?.number ?? after;
    if (page.length < pageSize) break;
  }
  const others = await registeredRows(house, team, series, year);
  const rows = [
    ...given,
    ...others,
    ...unfinished.map(([from, to]) => bare('unfinished', from, to)),
    ...unexplained(series, reached, { numbers, others, unfinished }),
  ].sort((a, b) => (a.code < b.code ? -1 : 1));
  return { rows, counts: countsOf(rows) };
}

/** What all ISRCs of a prefix and a year begin with. */
export function beginningOf({ name }: Series, year: number): string {
  return name + String(year).slice(-2);
}

type Page = { readonly rows: readonly AuditRow[]; readonly pairs: readonly (readonly [string, string])[] };

async function readPage(
  { db, evidence }: Pick<House, 'db' | 'evidence'>,
  team: string,
  series: Series,
  page: readonly GivenCode[],
): Promise<Page> {
  const entries = await evidence.rows(
    db,
    team,
    page.map(({ seq }) => seq),
  );
  const said = new Map(
    entries.map(({ entry }) => [
      entry.seq,
      entry.data as {
        readonly by?: PersonId | null;
        readonly unfinished?: readonly (readonly [string, string])[];
      },
    ]),
  );
  const people = new Set([...said.values()].flatMap(({ by }) => by ?? []));
  const names = new Map((await findPeople(db, team, [...people])).map((one) => [one.id, one.displayName]));
  const recordings =
    series.scheme === 'isrc'
      ? await recordingsById(
          db,
          team,
          page.map(({ target }) => target),
        )
      : new Map<string, Recording>();
  const rows = page.map(({ code, givenFor, target, seq, givenAt, burntAt }): AuditRow => {
    const recording = recordings.get(target);
    return {
      ...bare(burntAt === null ? 'given' : 'burnt', code, null),
      ...(recording === undefined ? { title: givenFor } : about(recording)),
      at: givenAt,
      who: names.get(said.get(seq)?.by ?? '') ?? '',
    };
  });
  return { rows, pairs: [...said.values()].flatMap(({ unfinished = [] }) => unfinished) };
}

function about({ content }: Recording): Pick<AuditRow, 'title' | 'version' | 'artist' | 'duration'> {
  const { versionTitle, versionKind, mainArtist, durationMs } = content;
  return {
    title: titleOf(content),
    version: versionTitle ?? versionKind,
    artist: mainArtist ?? '',
    duration: durationMs === null ? '' : formatDuration(durationMs),
  };
}

/** What others gave from the same prefix in the same year. */
async function registeredRows(
  { db }: Pick<House, 'db'>,
  team: string,
  series: Series,
  year: number | null,
): Promise<readonly AuditRow[]> {
  if (series.scheme !== 'isrc' || year === null) return [];
  const { borne, dropped } = await listRegistered(db, team, 'isrc', beginningOf(series, year));
  const recordings = await recordingsById(
    db,
    team,
    borne.map(({ item }) => item),
  );
  const onItems = new Set(borne.map(({ code }) => code));
  return [
    ...borne.map(({ code, item, source, since }): AuditRow => {
      const recording = recordings.get(item);
      return {
        ...bare('registered', code, null),
        ...(recording === undefined ? {} : about(recording)),
        at: since,
        who: source ?? '',
      };
    }),
    ...dropped.filter((code) => !onItems.has(code)).map((code) => bare('dropped', code, null)),
  ];
}

type Known = {
  readonly numbers: ReadonlySet<number>;
  readonly others: readonly AuditRow[];
  readonly unfinished: readonly (readonly [string, string])[];
};

/** Numbers that were passed and of which nothing is known; there are none unless somebody changed the database. */
function unexplained(
  series: Series,
  reached: Reached,
  { numbers, others, unfinished }: Known,
): readonly AuditRow[] {
  const { year } = reached;
  const start: Reached = { year, last: null, at: null };
  const codes = new Set(others.map(({ code }) => code));
  const isKnown = (number: number): boolean => {
    if (numbers.has(number)) return true;
    const code = codeAt(series, year, number);
    return codes.has(code) || unfinished.some(([from, to]) => from <= code && code <= to);
  };
  const open = numbersBetween(series, start, reached).flatMap((range) =>
    numbersOf(range).filter((one) => !isKnown(one)),
  );
  return asRanges(open).map(([from, to]) =>
    bare('unexplained', codeAt(series, year, from), codeAt(series, year, to)),
  );
}

function numbersOf([from, to]: Range): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function bare(state: AuditState, code: string, to: string | null): AuditRow {
  const last = to === code ? null : to;
  return { state, code, to: last, title: '', version: '', artist: '', duration: '', at: null, who: '' };
}

function countsOf(rows: readonly AuditRow[]): Readonly<Record<AuditState, number>> {
  const counts = { given: 0, burnt: 0, registered: 0, dropped: 0, unfinished: 0, unexplained: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
