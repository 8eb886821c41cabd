import { explain } from '../bot/refusal.ts';
import type { Line, Reply } from '../bot/reply.ts';
import type { ColumnSummary, Found, Repeat } from '../files/table/tally.ts';
import type { Translate } from '../text/translate.ts';
import { shownCode, toneOf } from './one.ts';
import { say } from './say.ts';

/** Codes are counted by the lines they stand on, or one after the other when all came on one line. */
export type Numbering = 'lines' | 'places';

export type Counts = { readonly good: number; readonly caution: number; readonly bad: number };

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
): readonly Line[] {
  return [
    ...columns.flatMap(({ errors }) => errors.map((found) => lineOf(found, numbering, t))),
    ...columns.flatMap(({ repeats }) => repeats.map((repeat) => repeatLine(repeat, numbering, t))),
    ...columns.flatMap(({ warnings }) => warnings.map((found) => lineOf(found, numbering, t))),
  ];
}

/** The first of them, and how many more there are. */
export function firstFindings(findings: readonly Line[], t: Translate): readonly Line[] {
  const rest = findings.length - NAMED;
  return rest > 0 ? [...findings.slice(0, NAMED), { text: t(say.more, { count: rest }) }] : findings;
}

function lineOf({ line, check }: Found, numbering: Numbering, t: Translate): Line {
  const [first] = check.problems;
  const values = { line, code: shownCode(check), problem: first ? explain(first, t) : '' };
  return { tone: toneOf(check.verdict), text: t(numbering === 'lines' ? say.line : say.nth, values) };
}

/** The same code on two recordings costs somebody money; on one recording twice it is a slip. Either way: look. */
function repeatLine({ code, lines }: Repeat, numbering: Numbering, t: Translate): Line {
  const values = { times: lines.length, code, lines: lines.slice(0, NAMED).map(String) };
  return { tone: 'caution', text: t(numbering === 'lines' ? say.twice : say.twiceNth, values) };
}
