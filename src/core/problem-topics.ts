import { problemTopics } from './data/problem-topics.ts';
import type { TopicData } from './data/quick-answers.ts';
import type { Check } from './identifiers/check.ts';
import type { Kind } from './identifiers/kind.ts';
import type { Problem } from './problem.ts';
import { topicById } from './quick-answers.ts';

/**
 * The quick answer that explains why a code does not hold, or what the other kind is that it turned out to be.
 *
 * @param asked the kind that was asked for
 */
export function topicForCheck({ kind, problems }: Check, asked?: Kind): TopicData | undefined {
  const found =
    problems.find(({ code }) => code === 'code.other-kind') ??
    problems.find(({ severity }) => severity === 'error');
  return found === undefined ? undefined : topicById(leadOf(found, kind ?? asked) ?? '');
}

function leadOf(found: Problem, kind: Kind | undefined): string | undefined {
  const { names, forms, leads } = problemTopics();
  const to = leads.find(({ problems }) => problems.includes(found.code))?.to ?? undefined;
  if (to === 'form') return kind && forms[kind];
  if (to !== 'name' || found.code !== 'code.other-kind') return to;
  return names[found.details.found] ?? names[found.details.expected];
}
