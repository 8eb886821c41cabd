import type { Localized } from './data/localized.ts';
import { newOrSameTree, type TreeChoice, type TreeQuestion, type Verdict } from './data/new-or-same.ts';

/** Where somebody stands who has given these answers. */
export type Step =
  | {
      readonly kind: 'question';
      readonly answers: string;
      readonly ask: Localized;
      /** Each with the answers that choosing it leads to: what its button brings back. */
      readonly choices: readonly { readonly label: Localized; readonly answers: string }[];
    }
  | { readonly kind: 'verdict'; readonly answers: string; readonly verdict: Verdict };

/**
 * Walk the tree "does this recording need a new ISRC?" as far as the answers go.
 *
 * Nothing is kept between two questions: the answers so far are a short text (`touched.master.yes`, at most 60
 * characters), so that a button on any platform can carry them. An answer that the tree does not know, such as one
 * from the button of an older version, ends the walk at the question it was given to.
 *
 * @see facts on identifiers, 1.6: ISRC agency pages on when (not) to assign, national agencies, DDEX knowledge base
 */
export function walkNewOrSame(answers = ''): Step {
  const { questions, verdicts } = newOrSameTree();
  let question = questions[0];
  const given: string[] = [];
  for (const key of answers === '' ? [] : answers.split('.')) {
    const choice: TreeChoice | undefined = question?.choices.find((one) => one.key === key);
    if (!choice) break;
    given.push(key);
    if ('verdict' in choice) {
      const verdict = verdicts.find(({ id }) => id === choice.verdict);
      if (verdict) return { kind: 'verdict', answers: given.join('.'), verdict };
    } else question = questions.find(({ id }) => id === choice.ask);
  }
  if (!question) throw new Error(`The tree has no question after ${given.join('.')}.`);
  return stepAt(question, given);
}

function stepAt({ ask, choices }: TreeQuestion, given: readonly string[]): Step {
  const offered = choices.map(({ key, label }) => ({ label, answers: [...given, key].join('.') }));
  return { kind: 'question', answers: given.join('.'), ask, choices: offered };
}
