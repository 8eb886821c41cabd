import type { Suggestion } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { TopicData } from '../core/data/quick-answers.ts';
import { findQuickAnswer, listTopics } from '../core/quick-answers.ts';

const MOST = 25;

/** The topics by their titles in the reader's language: all of them, or those that fit what is typed so far. */
export function suggestTopics(typed: string, { locale }: Context): readonly Suggestion[] {
  const all = [...listTopics(null), ...listTopics('faq'), ...listTopics('distributors')];
  const wanted = typed.trim().toLowerCase();
  const named = all.filter(({ title, aliases }) =>
    [inLanguage(title, locale), ...Object.values(title), ...aliases].some((name) =>
      name.toLowerCase().includes(wanted),
    ),
  );
  const topics = named.length > 0 ? named : answersTo(typed, locale);
  return topics.slice(0, MOST).map(({ id, title }) => ({ value: id, label: inLanguage(title, locale) }));
}

function answersTo(typed: string, locale: string): readonly TopicData[] {
  const answered = findQuickAnswer(typed, locale);
  if (answered.kind === 'topic') return [answered.topic];
  if (answered.kind === 'faq') return listTopics('faq');
  return answered.kind === 'several' ? answered.topics : answered.nearest;
}
