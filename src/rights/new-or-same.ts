import type { Context } from '../bot/command.ts';
import type { Button, Reply, Tone } from '../bot/reply.ts';
import { inLanguage, type Localized } from '../core/data/localized.ts';
import type { Ruling, Verdict } from '../core/data/new-or-same.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { walkNewOrSame } from '../core/new-or-same.ts';
import type { Words } from '../text/spans.ts';
import { say } from './say.ts';
import { withEnglish } from './translated.ts';

const TONES: Readonly<Record<Ruling, Tone>> = {
  new: 'caution',
  keep: 'good',
  depends: 'caution',
  disputed: 'caution',
  may: 'plain',
  never: 'bad',
};

/** What the walk is about, beside the rules: nothing, or one recording of the catalog. */
export type Walk = {
  /** What a button brings back that leads to these answers. */
  press(answers: string): string;
  readonly facts?: Reply['facts'];
  /** What can be done once it is ruled. */
  onVerdict?(
    ruling: Ruling,
    answers: string,
  ): { readonly buttons: readonly Button[]; readonly text: readonly Words[] };
  /** Said in front of all else: why it is asked. */
  readonly before?: readonly Words[];
};

/** The next question whether a recording needs a code of its own, or the verdict, after these answers. */
export function replyForWalk(answers: string, walk: Walk, context: Context): Reply {
  const step = walkNewOrSame(answers);
  if (step.kind === 'verdict') return replyForVerdict(step.verdict, step.answers, walk, context);
  const words = (localized: Localized) => inLanguage(localized, context.locale);
  return {
    tone: 'plain',
    title: words(step.ask),
    ...(walk.facts ? { facts: walk.facts } : {}),
    ...(walk.before ? { text: walk.before } : {}),
    buttons: step.choices.map(({ label, answers: next }) => ({
      label: words(label),
      press: walk.press(next),
    })),
  };
}

function replyForVerdict(
  { verdict: ruling, answer, rule, next, sources }: Verdict,
  answers: string,
  walk: Walk,
  context: Context,
): Reply {
  const { t, locale } = context;
  const words = (localized: Localized) => inLanguage(localized, locale);
  const { buttons = [], text = [] } = walk.onVerdict?.(ruling, answers) ?? {};
  return withEnglish(
    {
      tone: TONES[ruling],
      title: words(answer),
      ...(walk.facts ? { facts: walk.facts } : {}),
      text: [...(walk.before ?? []), words(rule), words(next), ...text],
      notices: [
        ...sources.map(({ source, confidence }) =>
          t(say.ruleSource, { source, certainty: t(say.certainty, { confidence }) }),
        ),
        words(quickAnswers().education),
      ],
      buttons: [...buttons, { label: t(say.startAgain), press: walk.press('') }],
    },
    context,
    { kind: 'verdict', value: answers },
  );
}
