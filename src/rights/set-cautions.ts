import type { Context } from '../bot/command.ts';
import type { Line } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { territoryTable } from '../core/data/territories.ts';
import type { RowCoverage } from '../core/territory/findings.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import { labelled } from '../text/labelled.ts';
import type { Text } from '../text/spans.ts';
import { readersNote } from './caution.ts';

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
 * many more there are, and the note for readers in Taiwan, Hong Kong and Macau.
 */
export function cautionLines(
  set: TerritorySet,
  most: number,
  context: Context,
): { readonly lines: readonly Line[]; readonly more: number; readonly notes: readonly Text[] } {
  const { locale } = context;
  const rows = rowsOf(set);
  const lines = rows.slice(0, most).map(
    ({ row }): Line => ({
      tone: 'caution',
      text: labelled(inLanguage(row.label, locale), inLanguage(row.caution, locale)),
    }),
  );
  return { lines, more: rows.length - lines.length, notes: readersNote({ rows }, context) };
}
