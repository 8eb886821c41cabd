import type { Check } from '../../src/core/identifiers/check.ts';
import type { CheckOptions } from '../../src/core/identifiers/judge.ts';
import { kinds } from '../../src/core/identifiers/kind.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { checkIdentifier, findCodes } from '../../src/core/identifiers/recognize.ts';
import { explainProblem } from '../../src/text/explain-problem.ts';

const rules = { prefixes: builtInPrefixes, year: 2026 };
const RANK = { error: 0, warning: 1, info: 2 };
const VERDICT = { error: 'error', warning: 'warn', info: 'ok' };

/** What holds of every text whatever; a sentence for the first law that it breaks, or null. */
export function brokenLaw(text: string, random: () => number): string | null {
  const kind = random() < 0.3 ? kinds[Math.floor(random() * kinds.length)] : undefined;
  const expect = random() < 0.3 ? kinds[Math.floor(random() * kinds.length)] : undefined;
  const asked = { ...rules, kind, expect };
  const check = checkIdentifier(text, asked);
  if (check.input !== text) return 'the input is not what was given';
  if (kind !== undefined && check.kind !== kind) return 'the forced kind is another';
  return (
    brokenVerdict(check) ??
    brokenForms(check) ??
    brokenSuggestion(check, asked) ??
    brokenWords(check) ??
    brokenFinding(text)
  );
}

function brokenVerdict({ verdict, problems }: Check): string | null {
  const ranks = problems.map(({ severity }) => RANK[severity]);
  if (ranks.some((rank, at) => rank < (ranks[at - 1] ?? 0)))
    return 'the problems are not in the order of their weight';
  return verdict === VERDICT[problems[0]?.severity ?? 'info']
    ? null
    : 'the verdict is not that of the worst problem';
}

/** Normal and display form come together, are never missing from a good code, and are read as the same code again. */
function brokenForms({ kind, verdict, normalized, display }: Check): string | null {
  if ((normalized === null) !== (display === null)) return 'one form is there without the other';
  if (verdict === 'ok' && (kind === null || normalized === null)) return 'a good code has no kind or no form';
  if (kind === null || normalized === null || display === null) return null;
  if (!/^[0-9A-Z]+$/.test(normalized)) return 'a normal form holds more than letters and digits';
  for (const form of [normalized, display]) {
    const again = checkIdentifier(form, { ...rules, kind });
    if (again.normalized !== normalized || again.display !== display)
      return `${form} is read as another code`;
  }
  return null;
}

/** By its own looks, or where the text itself was asked for: eleven digits may be an IPI only in a box for one. */
function brokenSuggestion({ suggestions }: Check, asked: CheckOptions): string | null {
  const bad = suggestions.find((code) =>
    [rules, asked].every((options) => checkIdentifier(code, options).normalized === null),
  );
  return bad === undefined ? null : `the suggestion ${JSON.stringify(bad)} has not the shape of a code`;
}

function brokenWords({ problems }: Check): string | null {
  for (const problem of problems) {
    const words = explainProblem(problem);
    if (words === '' || /[\p{Cc}\p{Cs}]/u.test(words)) return `${problem.code} has unprintable words`;
  }
  return null;
}

function brokenFinding(text: string): string | null {
  let last = 0;
  for (const { text: code, start, end, line } of findCodes(text, rules)) {
    if (text.slice(start, end) !== code || code === '') return 'a found code does not stand where it should';
    if (start < last) return 'two found codes overlap';
    if (line < 1) return 'a line has no number';
    last = end;
  }
  return null;
}
