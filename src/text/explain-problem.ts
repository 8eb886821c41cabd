import type { Problem } from '../core/problem.ts';
import { problemWords } from './problems.ts';
import { plain } from './spans.ts';
import { translator } from './translate.ts';

const english = translator('en', 'UTC');

/** In a million lines the same few thousand sentences come again and again; past this they are forgotten at once. */
const REMEMBERED = 5_000;
const remembered = new Map<string, string>();

/** A problem as plain English, without styles: for the shell, its JSON, and logs. */
export function explainProblem(problem: Problem): string {
  const key = `${problem.code}\n${Object.values(problem.details).join('\n')}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const words = plain(english(problemWords[problem.code], problem.details));
  if (remembered.size >= REMEMBERED) remembered.clear();
  remembered.set(key, words);
  return words;
}
