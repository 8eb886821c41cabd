import type { Context } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import type { Line, Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import type { Meeting } from '../core/licenses/check.ts';
import type { Conflict } from '../core/licenses/conflicts.ts';
import { withEnglish } from '../rights/translated.ts';
import { code } from '../text/spans.ts';
import { lineOf, meetingWords } from './facts.ts';
import { say } from './say.ts';

const MOST_SHOWN = 5;

/** Each license that this one meets, with what there is to look at, and in what they meet. */
export function conflictLines(met: readonly Meeting[], context: Context): readonly Line[] {
  return met
    .slice(0, MOST_SHOWN)
    .flatMap(({ conflict, problem }): Line[] => [
      { tone: 'caution', text: explain(problem, context.t) },
      { text: context.t(say.refusedBoth, { meeting: meetingWords(conflict, context) }) },
    ]);
}

/** Nothing was kept: the one that stands, the one that was refused, and what both would give. */
export function refusedReply(conflicts: readonly Conflict[], context: Context): Reply {
  const { t, locale } = context;
  const shown = conflicts.slice(0, MOST_SHOWN);
  const [conflict] = shown;
  if (conflict === undefined) throw new Error('A license was refused over nothing.');
  const { first, second } = conflict;
  return withEnglish(
    {
      tone: 'bad',
      title: t(say.refused, { first: first.licensee.name, second: second.licensee.name }),
      list: [
        ...shown.flatMap((one): Line[] => [
          { text: t(say.refusedThere, { id: one.first.id, line: lineOf(one.first, context) }) },
          { text: t(say.refusedBoth, { meeting: meetingWords(one, context) }) },
        ]),
        { text: t(say.refusedNew, { line: lineOf(second, context) }) },
      ],
      text: [t(say.refusedNext, { command: code(`/license end ${first.id}`) })],
      notices: [inLanguage(quickAnswers().education, locale)],
    },
    context,
  );
}
