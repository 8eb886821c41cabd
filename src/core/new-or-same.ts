import type { Localized } from './data/localized.ts';
import {
  newOrSameTree,
  type Ruling,
  type TreeChoice,
  type TreeQuestion,
  type Verdict,
} from './data/new-or-same.ts';
import type { VersionKind } from './sheet/content.ts';

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

/** Where the walk begins for a recording whose version kind is known; `sure`: the kind alone makes it a new one. */
const BEGINNINGS: Readonly<Record<VersionKind, { readonly answers: string; readonly sure: boolean }>> = {
  original: { answers: '', sure: true },
  instrumental: { answers: 'version.take', sure: true },
  'a-cappella': { answers: 'version.take', sure: true },
  remix: { answers: 'version.remix', sure: true },
  live: { answers: 'version.take', sure: true },
  acoustic: { answers: 'version.take', sure: true },
  edit: { answers: 'version.remix', sure: false },
  clean: { answers: 'version.clean', sure: true },
  'sped-up': { answers: 'touched.speed', sure: false },
  slowed: { answers: 'touched.speed', sure: false },
  remaster: { answers: 'touched.master', sure: false },
  immersive: { answers: 'immersive', sure: false },
  demo: { answers: 'version.take', sure: false },
  other: { answers: '', sure: false },
};

/**
 * Where to begin with a recording of the catalog.
 *
 * @param ofCoded it is a version of a recording that bears a code, so somebody has to say that it is another one
 * @returns `asks`: whether it has to be asked at all before it gets a code
 * @see facts on identifiers, 1.6; a kind is sure only where its row says yes without more
 */
export function beginningFor(
  kind: VersionKind,
  ofCoded: boolean,
): { readonly answers: string; readonly asks: boolean } {
  const { answers, sure } = BEGINNINGS[kind];
  return { answers, asks: !sure || ofCoded };
}

const MAY_GET: ReadonlySet<Ruling> = new Set<Ruling>(['new', 'depends', 'disputed', 'may']);
const MAY_KEEP: ReadonlySet<Ruling> = new Set<Ruling>(['keep', 'depends', 'disputed', 'may']);

/** Whether a code may be given under this ruling; where sources differ, whoever decides has to say so. */
export const mayGet = (ruling: Ruling): boolean => MAY_GET.has(ruling);
export const mayKeep = (ruling: Ruling): boolean => MAY_KEEP.has(ruling);
