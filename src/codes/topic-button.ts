import type { Context } from '../bot/command.ts';
import { type Button, pressOf } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { TopicData } from '../core/data/quick-answers.ts';
import type { Check } from '../core/identifiers/check.ts';
import type { Kind } from '../core/identifiers/kind.ts';
import { topicForCheck } from '../core/problem-topics.ts';

/** To the quick answer that explains most of what does not hold here; none where nothing is wrong that one explains. */
export function topicButton(
  checks: readonly Check[],
  asked: Kind | undefined,
  { locale }: Context,
): readonly Button[] {
  const counts = new Map<TopicData, number>();
  for (const check of checks) {
    const topic = topicForCheck(check, asked);
    if (topic) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  if (!best) return [];
  const [{ id, title }] = best;
  return [{ label: inLanguage(title, locale), press: pressOf('rights', 'topic', id) }];
}
