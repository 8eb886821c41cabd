import type { Problem, ProblemCode, ProblemDetails } from '../problem.ts';
import { shownCharacter } from './look-alikes.ts';

const DIGIT = /[0-9]/;

type DigitExpected = Extract<ProblemCode, `${string}.digit-expected`>;

/** Problems that name a position and the character found there. */
type CharacterProblem = {
  [C in ProblemCode]: ProblemDetails[C] extends { readonly position: number; readonly found: string }
    ? C
    : never;
}[ProblemCode];

/** One problem for every character from `start` (counted from 0) up to `end` that is no digit. */
export function digitsExpected<C extends DigitExpected>(
  code: C,
  compact: string,
  start: number,
  end: number = compact.length,
): Problem<C>[] {
  const problems: Problem<C>[] = [];
  for (let at = start; at < end; at += 1) {
    const found = compact.charAt(at);
    if (!DIGIT.test(found)) problems.push(foundAt(code, at, found));
  }
  return problems;
}

/** A character that cannot stand there; `at` counts from 0, people from 1. */
export function foundAt<C extends CharacterProblem>(code: C, at: number, found: string): Problem<C> {
  return {
    code,
    severity: 'error',
    details: { position: at + 1, found: shownCharacter(found) },
  } as Problem<C>;
}

/** O for 0 and I for 1, where digits must stand; nothing else is safe to guess. */
export function withDigits(text: string): string {
  return text.replaceAll('O', '0').replaceAll('I', '1');
}

/** 0 for O and 1 for I, where letters must stand. */
export function withLetters(text: string): string {
  return text.replaceAll('0', 'O').replaceAll('1', 'I');
}
