import type { Check } from '../../../src/core/identifiers/check.ts';
import type { Kind } from '../../../src/core/identifiers/kind.ts';
import { builtInPrefixes } from '../../../src/core/identifiers/prefixes.ts';
import { checkIdentifier, findCodes } from '../../../src/core/identifiers/recognize.ts';

/** The list of 2025-11-04, seen from the year 2026. */
export const rules = { prefixes: builtInPrefixes, year: 2026 } as const;

type Asked = { readonly kind?: Kind; readonly expect?: Kind };

export function check(text: string, asked: Asked = {}): Check {
  return checkIdentifier(text, { ...rules, ...asked });
}

/** What a row of a table says of a check. */
export function row(text: string, asked: Asked = {}) {
  const { kind, verdict, normalized, display, problems, suggestions } = check(text, asked);
  return { kind, verdict, normalized, display, problems: problems.map(({ code }) => code), suggestions };
}

/** The codes in a text, each as the text it was found as and what it is. */
export function found(text: string, asked: Asked = {}): readonly string[] {
  return findCodes(text, { ...rules, ...asked }).map(
    (one) => `${one.text} = ${one.check.kind} ${one.check.verdict}`,
  );
}
