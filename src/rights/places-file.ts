import type { Context } from '../bot/command.ts';
import type { OutFile } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Country, territoryTable } from '../core/data/territories.ts';
import { whomToAsk } from '../core/territory/routing.ts';
import { writeCsv } from '../export/csv.ts';
import { plain } from '../text/spans.ts';
import { say } from './say.ts';
import { bodyNames } from './whom-to-ask.ts';

const COLUMNS = [
  say.columnTerritory,
  say.columnCode,
  say.columnCautions,
  say.columnCautionText,
  say.columnInWriting,
  say.columnIsrc,
  say.columnAuthors,
  say.columnMechanical,
  say.columnNeighboring,
  say.columnConflicts,
  say.columnSources,
] as const;

/** One row for each country: what to look at there, and whom to ask, each body with its date. */
export function territoriesFile(countries: readonly Country[], context: Context): OutFile {
  const header = COLUMNS.map((column) => plain(context.t(column)));
  const rows = countries.map((country) => rowOf(country, context));
  return { name: 'territories.csv', mediaType: 'text/csv', bytes: writeCsv([header, ...rows]) };
}

function rowOf({ iso, name, rows: ids }: Country, context: Context): readonly string[] {
  const { locale } = context;
  const rows = territoryTable().rows.filter(({ id }) => ids.includes(id));
  const { conflicts, lines } = whomToAsk(iso);
  const sources = lines.flatMap(({ bodies }) =>
    bodies.flatMap(({ entries }) => entries.map(({ source }) => source)),
  );
  return [
    inLanguage(name, locale),
    iso,
    rows.map(({ label }) => inLanguage(label, locale)).join('; '),
    rows.map(({ caution }) => inLanguage(caution, locale)).join(' '),
    rows.map(({ inWriting }) => inLanguage(inWriting, locale)).join('; '),
    bodyNames(iso, 'isrc', context),
    bodyNames(iso, 'authors', context),
    bodyNames(iso, 'mechanical', context),
    bodyNames(iso, 'neighboring', context),
    conflicts.map(({ words }) => inLanguage(words, locale)).join(' '),
    [...new Set(sources)].join('; '),
  ];
}
