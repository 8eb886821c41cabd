import type { Context } from '../bot/command.ts';
import type { Line, Reply } from '../bot/reply.ts';
import { leadTimes } from '../core/data/lead-times.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Dated, leadAdvice } from '../core/releases/lead-times.ts';
import { withEnglish } from '../rights/translated.ts';
import { plain, type Text } from '../text/spans.ts';
import { findMeantRelease } from './find.ts';
import { planSource } from './plan.ts';
import { say } from './say.ts';
import { overrulesOf, whatWords } from './usual.ts';
import { noonOf, type Speaker, speakerFor, titleWords } from './words.ts';

/** "Lead times": by when what has to be where, with whose figure it is and how sure it is. */
export async function showLeadTimes(id: string, context: Context): Promise<Reply> {
  const release = await findMeantRelease(id, context);
  const speaker = speakerFor(release, context);
  const { t, locale } = speaker;
  const { content } = release;
  const { plan, stores, distributors } = leadAdvice(content.day, {
    overrules: await overrulesOf(context.house, context.asker.team),
  });
  const figures = stores.flatMap(({ store, figures: own }) =>
    own.map((figure) => lineOf(figure, inLanguage(store.name, locale), speaker)),
  );
  const blanks = stores.flatMap(({ store, figures: own }) =>
    own.length > 0 || store.blank === undefined
      ? []
      : [t(say.leadBlank, { store: inLanguage(store.name, locale), words: inLanguage(store.blank, locale) })],
  );
  const { compiled, cautions } = leadTimes();
  const planned = {
    ...{ days: plan.days, by: noonOf(plan.by, speaker), source: planSource(plan, speaker) },
  };
  return withEnglish(
    {
      tone: 'plain',
      title: t(say.leadTitle, { title: titleWords(release), day: noonOf(content.day, speaker) }),
      list: [
        { text: t(say.leadPlan, planned) },
        ...figures,
        ...distributors.map((figure) => lineOf(figure, figure.entry.via ?? '', speaker)),
        ...blanks.map((text): Line => ({ text })),
      ],
      notices: [
        t(say.leadEdit, { compiled: noonOf(compiled, speaker) }),
        ...cautions.map((words) => inLanguage(words, locale)),
      ],
    },
    speaker,
    { kind: 'lead-times' },
  );
}

function lineOf(figure: Dated, store: string, speaker: Speaker): Line {
  const { t } = speaker;
  const { entry, days, by, better, certainty } = figure;
  const line: Text = t(say.leadLine, {
    ...{ store, days, by: noonOf(by, speaker) },
    what: plain(whatWords(entry, t)),
    source: certainty === 'team' ? plain(t(say.leadOwn)) : entry.source,
    certainty: plain(t(say.certainty, { confidence: certainty })),
  });
  return {
    text: better === undefined ? line : t(say.leadBetter, { line, better: noonOf(better, speaker) }),
  };
}
