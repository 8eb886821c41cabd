import type { Check } from '../core/identifiers/check.ts';
import type { Kind } from '../core/identifiers/kind.ts';
import type { Problem } from '../core/problem.ts';
import { explainProblem } from '../text/explain-problem.ts';
import { withoutControls } from '../text/neutral.ts';

/** What a terminal would take for a command of its own, or read backwards; JSON may leave them as they are. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;
/** Characters that stand in JSON as they are, so that nothing has to be looked at one by one. */
const PLAIN = /^[ !#-[\]-~]*$/;
const SHOWN_LENGTH = 60;

/**
 * One check as one line of JSON, with the members and in the order that `splitproof check --json` promises. Put
 * together by hand, since that takes half the time and there may be a million.
 */
export function jsonRow(check: Check): string {
  const { input, kind, candidates, verdict, normalized, display, problems, suggestions } = check;
  const told = problems.length === 0 ? '[]' : jsonOf(problems.map(inWords));
  return (
    `{"input":${jsonText(input)},"kind":${jsonText(kind)},"candidates":${jsonList(candidates)},` +
    `"verdict":"${verdict}","normalized":${jsonText(normalized)},"display":${jsonText(display)},` +
    `"problems":${told},"suggestions":${jsonList(suggestions)}}`
  );
}

function inWords(problem: Problem): {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
} {
  return { code: problem.code, severity: problem.severity, message: explainProblem(problem) };
}

function jsonText(text: string | null): string {
  if (text === null) return 'null';
  return PLAIN.test(text) ? `"${text}"` : jsonOf(text);
}

function jsonList(texts: readonly string[]): string {
  return texts.length === 0 ? '[]' : `[${texts.map(jsonText).join(',')}]`;
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value).replace(UNPRINTABLE, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** One check as one line for people: the verdict, the code, what it is, what is wrong, what may have been meant. */
export function plainRow(check: Check): string {
  const { kind, verdict, problems, suggestions } = check;
  const words = problems.map(explainProblem);
  if (suggestions.length > 0) words.push(`Did you mean ${suggestions.join(' or ')}?`);
  const name = kind === null ? '' : ` · ${kindName(kind, check)}`;
  switch (verdict) {
    case 'ok':
      return `✅ ${shown(check)}${name} · ${[`${holds(kind)}.`, ...words].join(' ')}`;
    case 'warn':
      return `⚠️ ${shown(check)}${name} · look at this: ${words.join(' ')}`;
    default:
      return `❌ ${shown(check)}${name} · does not hold: ${words.join(' ')}`;
  }
}

/** An ISRC has no check digit, so that much less is known of it. */
function holds(kind: Kind | null): string {
  return kind === 'isrc' ? 'the shape holds' : 'the check digit agrees';
}

function shown({ display, input }: Check): string {
  if (display !== null) return display;
  const line = withoutControls(input).replace(/\s+/g, ' ').trim();
  const characters = [...line.slice(0, 2 * SHOWN_LENGTH)];
  if (characters.length === 0) return '(empty line)';
  return characters.length > SHOWN_LENGTH ? `${characters.slice(0, SHOWN_LENGTH).join('')}…` : line;
}

function kindName(kind: Kind, { parts }: Check): string {
  if (parts?.of === 'gtin') return parts.form;
  switch (kind) {
    case 'gtin':
      return 'UPC or EAN';
    case 'ipi':
      return 'IPI name number';
    case 'ipi-base':
      return 'IPI base number';
    case 'grid':
      return 'GRid';
    default:
      return kind.toUpperCase();
  }
}
