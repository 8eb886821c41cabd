import { explain } from '../bot/refusal.ts';
import type { Line, Reply } from '../bot/reply.ts';
import type { Check } from '../core/identifiers/check.ts';
import type { ColumnSummary, Found, Repeat } from '../files/table/tally.ts';
import { join, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { meantWords, shownCode, toneOf } from './one.ts';
import { say } from './say.ts';

/** Codes are counted by the lines they stand on, or one after the other when all came on one line. */
export type Numbering = 'lines' | 'places';

export type Counts = { readonly good: number; readonly caution: number; readonly bad: number };

/** A line of an answer, and how many of the codes that do not simply hold it speaks of. */
export type Finding = Line & { readonly codes: number };

/** Findings that an answer names when there are many codes; the file has them all. */
const NAMED = 12;

export function countOf(columns: readonly ColumnSummary[]): Counts {
  const add = (pick: (column: ColumnSummary) => number) =>
    columns.reduce((total, column) => total + pick(column), 0);
  return { good: add(({ ok }) => ok), caution: add(({ warn }) => warn), bad: add(({ error }) => error) };
}

export function worst({ bad, caution }: Counts): Reply['tone'] {
  if (bad > 0) return 'bad';
  return caution > 0 ? 'caution' : 'good';
}

/** Errors first, then codes that stand twice, then what is odd. */
export function findingsOf(
  columns: readonly ColumnSummary[],
  numbering: Numbering,
  t: Translate,
): readonly Finding[] {
  return [
    ...columns.flatMap(({ errors }) => errors.map((found) => lineOf(found, numbering, t))),
    ...columns.flatMap(({ repeats }) => repeats.map((repeat) => repeatLine(repeat, numbering, t))),
    ...columns.flatMap(({ warnings }) => warnings.map((found) => lineOf(found, numbering, t))),
  ];
}

/** The first of them, and how many more codes there is something to say of. */
export function firstFindings(
  findings: readonly Finding[],
  { bad, caution }: Counts,
  t: Translate,
): readonly Line[] {
  const named = findings.slice(0, NAMED);
  const rest = bad + caution - named.reduce((total, { codes }) => total + codes, 0);
  return rest > 0 ? [...named, { text: t(say.more, { count: rest }) }] : named;
}

function lineOf({ line, check }: Found, numbering: Numbering, t: Translate): Finding {
  const values = { line, code: shownCode(check), problem: everythingWrong(check, t) };
  return {
    codes: 1,
    tone: toneOf(check.verdict),
    text: t(numbering === 'lines' ? say.line : say.nth, values),
  };
}

/** All that is wrong with a code, and what may have been meant, in one line. */
function everythingWrong({ problems, suggestions }: Check, t: Translate): Text {
  const serious = problems.filter(({ severity }) => severity !== 'info').map((found) => explain(found, t));
  const meant = suggestions.length === 0 ? [] : [meantWords(suggestions, t)];
  return join([...serious, ...meant], ' ');
}

/** The same code on two recordings costs somebody money; on one recording twice it is a slip. Either way: look. */
function repeatLine({ code: repeated, lines }: Repeat, numbering: Numbering, t: Translate): Finding {
  const values = { times: lines.length, code: repeated, lines: lines.slice(0, NAMED).map(String) };
  const words = numbering === 'lines' ? say.twice : say.twiceNth;
  return { codes: lines.length - 1, tone: 'caution', text: t(words, values) };
}
