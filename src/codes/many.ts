import type { Context } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import type { Line, OutFile, Reply } from '../bot/reply.ts';
import type { Check } from '../core/identifiers/check.ts';
import type { Kind } from '../core/identifiers/kind.ts';
import { writeCsv } from '../export/csv.ts';
import { Tally } from '../files/table/tally.ts';
import { plain, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { countOf, findingsOf, firstFindings, type Numbering, worst } from './findings.ts';
import { shownCode, wordOf } from './one.ts';
import { resultWords } from './result-words.ts';
import { say } from './say.ts';
import { topicButton } from './topic-button.ts';

/** A code and where it stood: its line, or its place in a row of codes. */
export type Placed = { readonly line: number; readonly check: Check };

/** The same, with the place where this code stood before; null where it is new. */
type Judged = Placed & { readonly before: number | null };

/** Up to here the answer says all; beyond it sums up and attaches a file. */
const SAID_IN_FULL = 10;

/** A verdict for each of several codes, in the order of importance: what does not hold first. */
export function replyForMany(
  codes: readonly Placed[],
  numbering: Numbering,
  context: Context,
  asked?: Kind,
): Reply {
  const { t } = context;
  const tally = new Tally([{ index: 0, name: null, kind: null }]);
  const judged = codes.map(({ line, check }): Judged => {
    const [before = null] = tally.add({ line, cells: [check.input], checks: [check] });
    return { line, check, before };
  });
  const { columns } = tally.summary();
  const counts = countOf(columns);
  const findings = findingsOf(columns, numbering, t);
  const buttons = topicButton(
    codes.map(({ check }) => check),
    asked,
    context,
  );
  const reply = {
    tone: worst(counts),
    title: t(say.many, { total: codes.length, ...counts }),
    ...(buttons.length > 0 ? { buttons } : {}),
  };
  if (codes.length <= SAID_IN_FULL)
    return { ...reply, list: [...findings, ...goodLines(judged, numbering, t)] };
  return {
    ...reply,
    list: firstFindings(findings, counts, t),
    text: [t(say.attached)],
    files: [resultFile(judged, numbering, t)],
  };
}

function goodLines(codes: readonly Judged[], numbering: Numbering, t: Translate): readonly Line[] {
  return codes
    .filter(({ check, before }) => check.verdict === 'ok' && before === null)
    .map(({ line, check }) => {
      const values = { line, code: shownCode(check), problem: holdsWords(check, t) };
      return { tone: 'good', text: t(numbering === 'lines' ? say.line : say.nth, values) };
    });
}

/** Of an ISRC, what is known of its prefix is worth its place in the line. */
function holdsWords(check: Check, t: Translate): Text {
  const { parts } = check;
  if (parts?.of === 'isrc' && parts.listed?.agency) return t(say.holdsIsrc, { agency: parts.listed.agency });
  return t(say.holds, { kind: wordOf(check) });
}

function resultFile(codes: readonly Judged[], numbering: Numbering, t: Translate): OutFile {
  const words = resultWords(t);
  const heading = [
    numbering === 'lines' ? say.columnLine : say.columnNth,
    say.columnCode,
    say.columnKind,
    say.columnVerdict,
    say.columnStored,
    say.columnPrinted,
    say.columnProblems,
    say.columnMeant,
  ].map((column) => plain(t(column)));
  const rows = codes.map(({ line, check, before }) => [
    String(line),
    check.input,
    plain(t(say.kindName, { kind: wordOf(check) })),
    words.verdict(check.verdict === 'ok' && before !== null ? 'warn' : check.verdict),
    check.normalized ?? '',
    check.display ?? '',
    [
      ...check.problems.map((found) => plain(explain(found, t))),
      ...(before === null
        ? []
        : [plain(t(numbering === 'lines' ? say.sameAsLine : say.sameAsNth, { line: before }))]),
    ].join(' '),
    check.suggestions.join(' | '),
  ]);
  return { name: 'checked-codes.csv', mediaType: 'text/csv', bytes: writeCsv([heading, ...rows]) };
}
