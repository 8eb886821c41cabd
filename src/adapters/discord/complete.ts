import type { Suggestion, SuggestQuery } from '../../bot/adapter.ts';
import { plain } from '../../text/spans.ts';
import { cutText } from './cut.ts';
import { type Desk, speaker } from './desk.ts';
import { reasonOf } from './errors.ts';
import { LIMITS } from './limits.ts';

/** What completes the option that is being typed; nothing where the house cannot say, since typing on still works. */
export async function complete(
  desk: Desk,
  query: SuggestQuery,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const suggestions = await suggest(desk, query);
  return suggestions
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ value, label }) => ({ name: cutText(label || value, LIMITS.choice), value }));
}

async function suggest(desk: Desk, query: SuggestQuery): Promise<readonly Suggestion[]> {
  const option = desk.bot.commands.find(({ name }) => name === query.command)?.subcommands[query.subcommand]
    ?.options[query.option];
  if (option && !option.suggest) return matching(option.choices ?? [], query);
  try {
    return await desk.bot.suggest(query);
  } catch (error) {
    desk.services.log.warn({ reason: reasonOf(error), command: query.command }, 'nothing could be suggested');
    return [];
  }
}

/** Choices too many for Discord's own list of them: those that hold what is typed, beginnings first. */
function matching(
  choices: readonly { readonly value: string; readonly label: string }[],
  { origin, typed }: SuggestQuery,
): readonly Suggestion[] {
  const t = speaker(origin);
  const wanted = typed.trim().toLowerCase();
  const labelled = choices.map(({ value, label }) => ({ value, label: plain(t(label)) }));
  const found = labelled.filter(({ value, label }) =>
    [value, label].some((text) => text.toLowerCase().includes(wanted)),
  );
  const begins = ({ value, label }: Suggestion) =>
    [value, label].some((text) => text.toLowerCase().startsWith(wanted));
  return [...found.filter(begins), ...found.filter((one) => !begins(one))];
}
