import type { Problem } from '../core/problem.ts';
import { problemWords } from './problems.ts';
import { plain } from './spans.ts';
import { translator } from './translate.ts';

const english = translator('en', 'UTC');

/** A problem as plain English, without styles: for the shell, its JSON, and logs. */
export function explainProblem(problem: Problem): string {
  return plain(english(problemWords[problem.code], problem.details));
}
