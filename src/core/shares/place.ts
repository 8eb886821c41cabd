import type { Problem, ProblemCode, ProblemDetails } from '../problem.ts';

/** Where in the typed text: both count from 1, positions in characters that can be seen. */
export type Place = { readonly line: number; readonly position: number };

/** Refusals of share lines that name a place. */
export type PlacedCode = {
  [C in ProblemCode]: C extends `share.${string}` ? (ProblemDetails[C] extends Place ? C : never) : never;
}[ProblemCode];

/** One line, ready to be read. */
export type Line = { readonly text: string; readonly number: number };

/** A character at a time as people count them, whatever its length in code units. */
export function placeIn({ text, number }: Line, start: number): Place {
  return { line: number, position: [...text.slice(0, start)].length + 1 };
}

/** What stood there, short enough for a sentence. */
export function shown(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text;
}

export function badAt<C extends PlacedCode>(
  code: C,
  place: Place,
  details: Omit<ProblemDetails[C], keyof Place>,
): { readonly ok: false; readonly problem: Problem<C> } {
  return { ok: false, problem: { code, severity: 'error', details: { ...place, ...details } } as Problem<C> };
}
