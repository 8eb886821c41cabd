import type { Token } from './tokens.ts';
import { EXCEPTIONS, type Exception } from './words.ts';

export type ExceptionMark = { readonly from: number; readonly to: number; readonly exception: Exception };

const LONGEST_EXCEPTION = Math.max(...[...EXCEPTIONS.keys()].map((words) => words.split(' ').length));

/** The longest way to say "except" that begins here. */
export function exceptionAt(tokens: readonly Token[], from: number): ExceptionMark | undefined {
  const words: string[] = [];
  let best: ExceptionMark | undefined;
  for (let to = Math.max(from, 0); to < tokens.length && words.length < LONGEST_EXCEPTION; to += 1) {
    const token = tokens[to];
    if (token?.kind !== 'word') break;
    words.push(token.key);
    const exception = EXCEPTIONS.get(words.join(' '));
    if (exception) best = { from, to: to + 1, exception };
  }
  return best;
}

/** Whether a way to say "except" ends with this token. */
export function endsException(tokens: readonly Token[], at: number): boolean {
  for (let length = 1; length <= Math.min(LONGEST_EXCEPTION, at + 1); length += 1) {
    if (exceptionAt(tokens, at - length + 1)?.to === at + 1) return true;
  }
  return false;
}
