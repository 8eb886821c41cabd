import { type Problem, problem } from '../problem.ts';
import type { Cleaned } from './clean.ts';
import { codePointName, foreignCharacter, shownCharacter } from './look-alikes.ts';

/** A text with characters that no code has, and the code that is left when they are put right. */
export type Foreign = {
  readonly problems: readonly Problem[];
  /** Look-alikes replaced by what they look like, everything else left out. */
  readonly plain: Cleaned;
};

/** More of them make a text in another script, not a code with a slip. */
const NAMED = 6;

/** The characters outside A-Z and 0-9, each with its place and name; null where there are none. */
export function foreignCharacters(code: Cleaned): Foreign | null {
  if (/^[A-Z0-9]*$/.test(code.compact)) return null;
  const problems: Problem[] = [];
  let plain = '';
  let position = 0;
  for (const character of code.compact) {
    position += 1;
    if (/[A-Z0-9]/.test(character)) {
      plain += character;
      continue;
    }
    const found = foreignCharacter(character);
    if (problems.length < NAMED) problems.push(named(found, character, position));
    if (found.code !== 'code.foreign-character') plain += found.plain;
  }
  return { problems, plain: { ...code, text: plain, compact: plain } };
}

function named(found: ReturnType<typeof foreignCharacter>, character: string, position: number): Problem {
  const details = { position, character: shownCharacter(character), codePoint: codePointName(character) };
  switch (found.code) {
    case 'code.look-alike':
      return problem(found.code, 'error', { ...details, script: found.script, plain: found.plain });
    case 'code.foreign-digit':
      return problem(found.code, 'error', { ...details, plain: found.plain });
    default:
      return problem(found.code, 'error', details);
  }
}
