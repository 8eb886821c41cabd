import type { Check, Rules } from '../check.ts';
import { clean } from '../clean.ts';
import { judge } from '../judge.ts';
import type { Kind } from '../kind.ts';
import { isSureCode } from './sure.ts';

/** Behind a label, a shorter number is a year or a page: "the IPI of 2001". */
export const SHORTEST_LABELLED = 5;

/** What a piece of a longer text is by its own looks, before anybody asks for a kind. */
export type Detected = {
  readonly check: Check;
  /** Characters of the code, separators and label left out. */
  readonly length: number;
  readonly isSure: boolean;
  /** It has the shape of its kind, and nothing is wrong with it. */
  readonly agrees: boolean;
};

/** Look at a piece of a text as one code; `label` is the kind that a label before it names. Null: nothing in it. */
export function detect(piece: string, rules: Rules, label: Kind | null = null): Detected | null {
  const cleaned = clean(piece);
  if (!cleaned.ok) return null;
  const code = label === null ? cleaned.value : { ...cleaned.value, label };
  const { prefixes, year } = rules;
  const check = judge(piece, code, { prefixes, year });
  const length = code.compact.length;
  const labelled = code.label !== null && check.normalized !== null && length >= SHORTEST_LABELLED;
  const agrees = check.normalized !== null && check.verdict !== 'error';
  return { check, length, isSure: labelled || isSureCode(check, length), agrees };
}
