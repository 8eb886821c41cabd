import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { Source } from '../core/data/quick-answers.ts';
import { type Country, territoryTable } from '../core/data/territories.ts';
import type { Findings, RowCoverage } from '../core/territory/findings.ts';
import { plain, type Text, type Words } from '../text/spans.ts';
import { dateWords } from './dates.ts';
import { say } from './say.ts';

/** More places than this are counted instead of named. */
const MOST_NAMED = 8;

/** Each caution row under its label, with the places that it is about where the label does not say it. */
export function cautionFacts({ rows }: Findings, context: Context): NonNullable<Reply['facts']> {
  return rows.map((coverage) => ({
    label: labelOf(coverage, context),
    value: inLanguage(coverage.row.caution, context.locale),
  }));
}

function labelOf({ row, countries, forUnknown }: RowCoverage, context: Context): Words {
  const { t, locale } = context;
  const label = inLanguage(row.label, locale);
  if (forUnknown && countries.length === 0) return t(say.rowUnknown, { row: label });
  if (countries.length > MOST_NAMED) return t(say.rowCount, { row: label, places: countries.length });
  const names = namesOf(countries, locale);
  return names.length === 1 && names[0] === label ? label : t(say.rowPlaces, { row: label, places: names });
}

/**
 * The note for readers in Taiwan, Hong Kong and Macau, which everybody who reads Traditional Chinese gets; nothing
 * where the row itself is shown.
 */
export function readersNote({ rows }: Pick<Findings, 'rows'>, { t, locale }: Context): readonly Text[] {
  const own = territoryTable().rows.find(({ id }) => id === 'tw-hk-mo');
  if (locale !== 'zh-Hant' || !own || rows.some(({ row }) => row === own)) return [];
  return [t(say.readers, { caution: inLanguage(own.caution, locale) })];
}

/** The table itself, as a source beside those of the bodies. */
export function tableSource({ t, locale }: Context): Source {
  const { source, compiled } = territoryTable();
  const dated = t(say.body, { name: inLanguage(source, locale), details: dateWords(compiled, t) });
  return { text: plain(dated), confidence: 'high' };
}

export function namesOf(countries: readonly Country[], locale: string): readonly string[] {
  return countries.map(({ name }) => inLanguage(name, locale));
}
