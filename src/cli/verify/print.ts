import type { Finding } from '../../core/ledger/verify/findings.ts';
import type { Report, SheetLine } from '../../core/ledger/verify.ts';
import type { Problem } from '../../core/problem.ts';
import { problemWords } from '../../text/problems.ts';
import { plain } from '../../text/spans.ts';
import type { Translate } from '../../text/translate.ts';
import { say } from './say.ts';

/** What the caller brought along, which proves a little more. */
export type Brought = { readonly isPinned: boolean; readonly hasOlder: boolean };

/** More of one kind than this are counted, not listed; a terminal is no place for ten thousand lines. */
const MOST_LINES = 40;

const MARKS = {
  completed: '✅',
  disputed: '❌',
  open: '⏳',
  cancelled: '·',
  lapsed: '·',
  replaced: '·',
} as const;

/** A report for people: the verdict first, then what led to it, then what it does not say. */
export function* plainReport(report: Report, brought: Brought, t: Translate): Iterable<string> {
  const told = (message: string, values?: Parameters<Translate>[1]): string =>
    `${plain(t(message, values))}\n`;
  const reasoned = (message: string, finding: Finding): string =>
    told(message, {
      step: finding.step,
      where: finding.where.replaceAll('\n', ' '),
      reason: explain(finding.problem, t),
    });
  yield told(...verdictLine(report));
  yield* upTo(report.failures, (finding) => reasoned(say.failure, finding), told);
  yield* upTo(report.gaps, (finding) => reasoned(say.gap, finding), told);
  yield* upTo(report.sheets(), (line) => told(...versionLine(line, t)), told);
  yield* upTo(report.notes, (note) => `· ${explain(note, t)}\n`, told);
  if (report.key !== null) yield told(say.key, { key: report.key });
  yield `\n${told(say.notProven)}`;
  for (const message of notProven(brought)) yield `· ${told(message)}`;
}

function* upTo<T>(
  items: Iterable<T>,
  line: (item: T) => string,
  told: (message: string, values: { readonly count: number }) => string,
): Iterable<string> {
  let count = 0;
  for (const item of items) {
    count += 1;
    if (count <= MOST_LINES) yield line(item);
  }
  if (count > MOST_LINES) yield told(say.more, { count: count - MOST_LINES });
}

type Said = [message: string, values?: Parameters<Translate>[1]];

function verdictLine({ verdict, failures, gaps, subject, ledger, entries, size }: Report): Said {
  if (subject === null || ledger === null) return [verdict === 'cannot say' ? say.newer : say.noBundle];
  switch (verdict) {
    case 'verified':
      return [say.verified, { subject, ledger, entries, size: size ?? 0 }];
    case 'not verified':
      return [say.notVerified, { subject, ledger, count: failures.length }];
    case 'cannot say':
      return [say.cannotSay, { subject, ledger, count: gaps.length }];
  }
}

function versionLine({ sheet, version, state, grades }: SheetLine, t: Translate): Said {
  const each = Object.entries(grades).map(([person, grade]) =>
    plain(t(say.grade, { person, grade: grade ?? 'none' })),
  );
  const shown = each.length === 0 ? '' : ` · ${each.join(', ')}`;
  return [say.version, { mark: MARKS[state], sheet, version, state, grades: shown }];
}

/** What no verifier can say, less what the caller's own key and receipts do say. */
function notProven({ isPinned, hasOlder }: Brought): readonly string[] {
  return [
    ...(isPinned || hasOlder ? [] : [say.keyIsTheirs]),
    say.rightHands,
    say.authority,
    say.fair,
    say.allThatHappened,
    say.clock,
    ...(hasOlder ? [] : [say.otherLedger]),
    say.extras,
  ];
}

export function explain(problem: Problem, t: Translate): string {
  return plain(t(problemWords[problem.code], problem.details));
}

/** What a terminal would take for a command of its own, or read backwards; JSON may leave them as they are. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The report as one JSON object, in pieces: a whole ledger can have very many sheets. */
export function* jsonReport(report: Report, brought: Brought, t: Translate): Iterable<string> {
  const found = ({ step, where, problem }: Finding) => ({ step, where, reason: explain(problem, t) });
  const notes = [
    ...report.notes.map((note) => explain(note, t)),
    ...notProven(brought).map((message) => plain(t(say.notProvenNote, { what: t(message) }))),
  ];
  const json = (value: unknown): string => JSON.stringify(value).replace(UNPRINTABLE, escaped);
  yield `{"verdict":${json(report.verdict)}`;
  yield `,"failures":${json(report.failures.map(found))}`;
  yield `,"gaps":${json(report.gaps.map(found))}`;
  yield `,"notes":${json(notes)}`;
  let before = ',"sheets":[';
  for (const line of report.sheets()) {
    yield `${before}${json(line)}`;
    before = ',';
  }
  yield `${before === ',' ? '' : before}],"entries":${report.entries},"size":${report.size}}\n`;
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
