import type { Context } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import type { Line, OutFile, Reply } from '../bot/reply.ts';
import type { Check } from '../core/identifiers/check.ts';
import { writeCsv } from '../export/csv.ts';
import { plain, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { shownCode, toneOf, wordOf } from './one.ts';
import { say } from './say.ts';

/** A code and where it stood: its line, or its place in a row of codes when all came on one line. */
export type Placed = { readonly line: number; readonly check: Check };

/** Up to here the answer says all; beyond it sums up and attaches a file. */
const SAID_IN_FULL = 10;
/** Findings that a summary names; the file has them all. */
export const NAMED = 12;

/** A verdict for each of several codes, in the order of importance: what does not hold first. */
export function replyForMany(codes: readonly Placed[], numbering: 'lines' | 'places', { t }: Context): Reply {
  const counts = countOf(codes.map(({ check }) => check.verdict));
  const findings = [...problemLines(codes, numbering, t), ...twiceLines(codes, numbering, t)];
  const reply = { tone: worst(counts), title: t(say.many, { total: codes.length, ...counts }) } as const;
  if (codes.length <= SAID_IN_FULL)
    return { ...reply, list: [...findings, ...goodLines(codes, numbering, t)] };
  const named = findings.slice(0, NAMED);
  const rest = findings.length - named.length;
  return {
    ...reply,
    list: rest > 0 ? [...named, { text: t(say.more, { count: rest }) }] : named,
    text: [t(say.attached)],
    files: [resultFile(codes, t)],
  };
}

export type Counts = { readonly good: number; readonly caution: number; readonly bad: number };

export function countOf(verdicts: readonly Check['verdict'][]): Counts {
  const count = (wanted: Check['verdict']) => verdicts.filter((verdict) => verdict === wanted).length;
  return { good: count('ok'), caution: count('warn'), bad: count('error') };
}

export function worst({ bad, caution }: Counts): Reply['tone'] {
  if (bad > 0) return 'bad';
  return caution > 0 ? 'caution' : 'good';
}

function problemLines(
  codes: readonly Placed[],
  numbering: 'lines' | 'places',
  t: Translate,
): readonly Line[] {
  const lineOf = ({ line, check }: Placed): Line => {
    const [first] = check.problems;
    const problem = first ? explain(first, t) : [];
    const words = numbering === 'lines' ? say.line : say.nth;
    return { tone: toneOf(check.verdict), text: t(words, { line, code: shownCode(check), problem }) };
  };
  const of = (verdict: Check['verdict']) =>
    codes.filter(({ check }) => check.verdict === verdict).map(lineOf);
  return [...of('error'), ...of('warn')];
}

function goodLines(codes: readonly Placed[], numbering: 'lines' | 'places', t: Translate): readonly Line[] {
  return codes
    .filter(({ check }) => check.verdict === 'ok')
    .map(({ line, check }) => {
      const problem = t(say.holds, { kind: wordOf(check) });
      return {
        tone: 'good',
        text: t(numbering === 'lines' ? say.line : say.nth, { line, code: shownCode(check), problem }),
      };
    });
}

/** The same code on two recordings costs somebody money; on one recording twice it is a slip. Either way: look. */
function twiceLines(codes: readonly Placed[], numbering: 'lines' | 'places', t: Translate): readonly Line[] {
  const lines = new Map<string, { readonly code: string; readonly lines: number[] }>();
  for (const { line, check } of codes) {
    if (check.normalized === null) continue;
    const key = `${check.kind} ${check.normalized}`;
    const seen = lines.get(key) ?? { code: shownCode(check), lines: [] };
    seen.lines.push(line);
    lines.set(key, seen);
  }
  return [...lines.values()]
    .filter((seen) => seen.lines.length > 1)
    .map((seen) => ({
      tone: 'caution',
      text: t(numbering === 'lines' ? say.twice : say.twiceNth, {
        times: seen.lines.length,
        code: seen.code,
        lines: seen.lines.map(String),
      }),
    }));
}

function resultFile(codes: readonly Placed[], t: Translate): OutFile {
  const cell = (words: Text) => plain(words);
  const heading = [
    say.columnLine,
    say.columnCode,
    say.columnKind,
    say.columnVerdict,
    say.columnStored,
    say.columnPrinted,
    say.columnProblems,
    say.columnMeant,
  ].map((words) => cell(t(words)));
  const rows = codes.map(({ line, check }) => [
    String(line),
    check.input,
    cell(t(say.kindName, { kind: wordOf(check) })),
    cell(t(say.verdict, { verdict: check.verdict })),
    check.normalized ?? '',
    check.display ?? '',
    check.problems.map((found) => cell(explain(found, t))).join(' '),
    check.suggestions.join(' '),
  ]);
  return { name: 'checked-codes.csv', mediaType: 'text/csv', bytes: writeCsv([heading, ...rows]) };
}
