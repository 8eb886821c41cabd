import type { Context } from '../bot/command.ts';
import type { Line } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { territoryTable } from '../core/data/territories.ts';
import type { RowCoverage } from '../core/territory/findings.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import { labelled } from '../text/labelled.ts';
import type { Text } from '../text/spans.ts';
import { ageLines } from './age.ts';
import { readersNote } from './caution.ts';
import type { Shown } from './translated.ts';

/** The caution rows in which these countries are, strictest first. */
export function rowsOf(set: TerritorySet): readonly RowCoverage[] {
  const covered = new Set<string>(set);
  const { rows, countries } = territoryTable();
  const found = countries.filter(({ iso }) => covered.has(iso));
  return rows.flatMap((row) => {
    const inRow = found.filter((country) => country.rows.includes(row.id));
    return inRow.length > 0 ? [{ row, countries: inRow, forUnknown: false }] : [];
  });
}

/**
 * What has to be looked at in these countries, for a line below an answer about something else: the strictest rows, how
 * many more there are, the note for readers in Taiwan, Hong Kong and Macau, and how old all this is where it is old.
 *
 * @param read rows that this reader has read already, by their ids: they are not said again
 */
export function cautionLines(
  set: TerritorySet,
  most: number,
  context: Context,
  read: ReadonlySet<string> = new Set(),
): {
  readonly lines: readonly Line[];
  readonly more: number;
  readonly notes: readonly Text[];
  readonly shown: Shown;
} {
  const { locale } = context;
  const rows = rowsOf(set).filter(({ row }) => !read.has(row.id));
  if (rows.length === 0) return { lines: [], more: 0, notes: [], shown: { kind: 'education' } };
  const lines = rows.slice(0, most).map(
    ({ row }): Line => ({
      tone: 'caution',
      text: labelled(inLanguage(row.label, locale), inLanguage(row.caution, locale)),
    }),
  );
  const notes = [
    ...(read.has('tw-hk-mo') ? [] : readersNote({ rows }, context)),
    ...ageLines([territoryTable().compiled], context),
  ];
  const shown = { kind: 'rows', rows: rows.slice(0, most).map(({ row }) => row) } as const;
  return { lines, more: rows.length - lines.length, notes, shown };
}
