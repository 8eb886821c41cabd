import type { Problem } from '../core/problem.ts';
import { problemWords } from '../text/problems.ts';
import { plain, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Reply } from './reply.ts';
import { say } from './say.ts';

export function explain(problem: Problem, t: Translate): Text {
  const { code, details } = problem;
  return t(problemWords[code], {
    ...details,
    ...('choices' in details ? choicesIn(details.choices, t) : {}),
  });
}

/** As they stand in menus, and as they can be typed. */
function choicesIn(choices: readonly string[], t: Translate): { readonly choices: string } {
  return { choices: choices.map((choice) => plain(t(choice))).join(' / ') };
}

/** No, in the reader's language: what is wrong, where, and what to do. */
export function refusal(problem: Problem, t: Translate): Reply {
  return { tone: 'bad', title: explain(problem, t) };
}

export function refusalOfFields(problems: readonly Problem[], t: Translate): Reply {
  const [first] = problems;
  if (first && problems.length === 1) return refusal(first, t);
  return {
    tone: 'bad',
    title: t(say.several, { count: problems.length }),
    list: problems.map((problem) => ({ tone: 'bad', text: explain(problem, t) })),
  };
}

export function ourFault(reference: string, t: Translate): Reply {
  return { tone: 'bad', title: t(say.ourFault), text: [t(say.reference, { reference })] };
}

const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';

/** Short enough to be read out over the phone: `k7m2-91`. */
export function newReference(random: () => number): string {
  const letter = () => LETTERS.charAt(Math.floor(random() * LETTERS.length));
  const digit = () => String(Math.floor(random() * 10));
  return `${letter()}${digit()}${letter()}${digit()}-${digit()}${digit()}`;
}
