import type { AsOf } from '../core/data/routing.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { say } from './say.ts';

/** When a source says so, as far as it says: a day, a month, a year, or undated with what is known of its age. */
export function asOfWords({ date, undated, from, until }: AsOf, t: Translate): Text {
  if (date !== undefined && undated) return t(say.datedAndUndated, { date: dateWords(date, t) });
  if (date !== undefined) return dateWords(date, t);
  if (from !== undefined) return t(say.undatedFrom, { year: from });
  return until === undefined ? t(say.undated) : t(say.undatedUntil, { year: until });
}

/** `2025-11-04`, `2016-10` or `2022`. Noon, so that it is the same day wherever the reader is. */
export function dateWords(date: string, t: Translate): Text {
  const [year = '', month = '', day = ''] = date.split('-');
  if (month === '') return t(say.yearOnly, { year });
  const noon = new Date(`${year}-${month}-${day || '15'}T12:00:00Z`);
  return t(day === '' ? say.month : say.day, { day: noon });
}
