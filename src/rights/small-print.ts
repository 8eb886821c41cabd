import type { Context } from '../bot/command.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers, type Source } from '../core/data/quick-answers.ts';
import { plain, type Words } from '../text/spans.ts';
import { say } from './say.ts';

/** More than this is no small print any more; the full list of a place gives each body its source. */
const MOST_SOURCES = 6;

/** One line of sources, each once, and the education line that stands under every caution and quick answer. */
export function smallPrint(sources: readonly Source[], context: Context): readonly Words[] {
  const education = inLanguage(quickAnswers().education, context.locale);
  const cited = [...new Set(sources.flatMap((source) => citations(source, context)))];
  if (cited.length === 0) return [education];
  const more = cited.length - MOST_SOURCES;
  const shown = cited.slice(0, MOST_SOURCES);
  if (more > 0) shown.push(plain(context.t(say.more, { count: more })));
  return [context.t(say.sources, { sources: shown.join(' · ') }), education];
}

/** A source of several pages is cited page by page, so that pages named twice are seen to be one. */
export function citations({ text, confidence }: Source, { t }: Context): readonly string[] {
  const pages = text.split('; ');
  return confidence === 'low' ? pages.map((source) => plain(t(say.sourceChecked, { source }))) : pages;
}
