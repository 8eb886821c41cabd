import { explain } from '../bot/refusal.ts';
import type { ResultWords } from '../files/table/result.ts';
import { plain } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { say } from './say.ts';

/** What the result file says beside the user's own columns, in the reader's language. */
export function resultWords(t: Translate): ResultWords {
  const heading = {
    line: say.columnLine,
    text: say.columnCode,
    verdict: say.columnVerdict,
    problem: say.columnProblems,
    suggestion: say.columnMeant,
    code: say.columnStored,
  };
  return {
    heading: (part, column) =>
      column === null ? plain(t(heading[part])) : `${column}: ${plain(t(heading[part]))}`,
    unnamed: (number) => plain(t(say.columnUnnamed, { number })),
    verdict: (verdict) => plain(t(say.verdict, { verdict })),
    say: (problem) => plain(explain(problem, t)),
    sameAsLine: (line) => plain(t(say.sameAsLine, { line })),
  };
}
