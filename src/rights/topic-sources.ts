import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers, type Source, type TopicData } from '../core/data/quick-answers.ts';
import { sourcesOf } from '../core/quick-answers.ts';
import type { Words } from '../text/spans.ts';
import { ageLines } from './age.ts';
import { dateWords } from './dates.ts';
import { say } from './say.ts';
import { citations } from './small-print.ts';

/** More than this is no small print any more, and stands behind a button. */
const MOST_CITED = 3;

/** The last lines of a quick answer: its sources, or how many there are, and the education line. */
export function topicSmallPrint(topic: TopicData, context: Context): readonly Words[] {
  const { t, locale } = context;
  const { compiled, education } = quickAnswers();
  const read = dateWords(compiled, t);
  const cited = citedBy(sourcesOf(topic), context);
  const sources =
    cited.length > MOST_CITED
      ? [t(say.sourcesCounted, { count: cited.length, read })]
      : cited.length > 0
        ? [t(say.sourcesRead, { sources: cited.join(' · '), read })]
        : [];
  return [...sources, inLanguage(education, locale)];
}

/** To the sources, where the small print only counts them. */
export function sourcesButton(topic: TopicData, context: Context): readonly Button[] {
  if (citedBy(sourcesOf(topic), context).length <= MOST_CITED) return [];
  return [{ label: context.t(say.sourcesLabel), press: pressOf('rights', 'sources', topic.id) }];
}

/** Every source of a quick answer, one line each, how sure it is, and when it was read. */
export function replyForSources(topic: TopicData, context: Context): Reply {
  const { t, locale } = context;
  const { compiled } = quickAnswers();
  return {
    tone: 'plain',
    title: t(say.sourcesOf, { topic: inLanguage(topic.title, locale) }),
    list: sourcesOf(topic).map(({ text, confidence }) => ({
      text: t(say.sourceLine, { source: text, certainty: t(say.certainty, { confidence }) }),
    })),
    text: [t(say.sourcesWhen, { read: dateWords(compiled, t) }), ...ageLines([compiled], context)],
  };
}

function citedBy(sources: readonly Source[], context: Context): readonly string[] {
  return [...new Set(sources.flatMap((source) => citations(source, context)))];
}
