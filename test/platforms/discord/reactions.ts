import { ApiError, refusal } from './errors.ts';
import type { Json } from './json.ts';
import { memberJson } from './payloads.ts';
import { can } from './permissions.ts';
import type { Emoji, Message, User } from './things.ts';
import type { World } from './world.ts';

const DIFFERENT_EMOJI_MAX = 20;
const BURST_COLORS = ['#ff9f1c', '#e71d36'];

function emojiKey(emoji: Emoji): string {
  return emoji.id === null ? emoji.name : `${emoji.name}:${emoji.id}`;
}

/**
 * Read the emoji of a path: a character, or `name:id`.
 *
 * @throws 10014 for anything that is no emoji, such as a name without its id
 */
export function parseEmoji(text: string): Emoji {
  const custom = /^(\w{2,32}):(\d{17,20})$/.exec(text);
  if (custom) return { name: custom[1]!, id: custom[2]! };
  if (
    !/\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}|[#*0-9]\uFE0F?\u20E3/u.test(
      text,
    )
  ) {
    throw refusal(10014);
  }
  return { name: text, id: null };
}

function announce(world: World, type: string, message: Message, data: Json): void {
  const channel = world.channels.get(message.channelId)!;
  world.dispatch({
    type,
    data: {
      ...data,
      channel_id: channel.id,
      message_id: message.id,
      ...(channel.guildId && { guild_id: channel.guildId }),
    },
    guildId: channel.guildId,
    channel,
  });
  world.changes.happened();
}

/** @throws when the person may not react, or the message has its 20 different emoji */
export function addReaction(world: World, message: Message, user: User, emoji: Emoji, isBurst = false): void {
  const channel = world.channels.get(message.channelId)!;
  const key = emojiKey(emoji);
  const isThere =
    (message.reactions.get(key)?.normal.size ?? 0) + (message.reactions.get(key)?.burst.size ?? 0) > 0;
  if (!can(world, channel, user, 'viewChannel')) throw refusal(50001);
  if (!can(world, channel, user, 'readMessageHistory')) throw refusal(50013);
  if (!isThere && !can(world, channel, user, 'addReactions')) throw refusal(50013);
  if (channel.thread?.archived) throw refusal(50083);
  if (!isThere && message.reactions.size >= DIFFERENT_EMOJI_MAX) throw refusal(30010);
  const reaction = message.reactions.get(key) ?? { emoji, normal: new Set(), burst: new Set() };
  const set = isBurst ? reaction.burst : reaction.normal;
  if (set.has(user.id)) return;
  message.reactions.set(key, reaction);
  set.add(user.id);
  const member = world.guildOf(channel)?.members.get(user.id);
  announce(world, 'MESSAGE_REACTION_ADD', message, {
    user_id: user.id,
    emoji,
    message_author_id: message.author.id,
    burst: isBurst,
    type: isBurst ? 1 : 0,
    ...(member && { member: memberJson(member) }),
    ...(isBurst && { burst_colors: BURST_COLORS }),
  });
}

/** @throws 10014 when there is no such reaction */
export function removeReaction(
  world: World,
  message: Message,
  user: User,
  emoji: Emoji,
  isBurst = false,
): void {
  const reaction = message.reactions.get(emojiKey(emoji));
  const set = isBurst ? reaction?.burst : reaction?.normal;
  if (!reaction || !set?.delete(user.id)) throw refusal(10014);
  if (reaction.normal.size + reaction.burst.size === 0) message.reactions.delete(emojiKey(emoji));
  announce(world, 'MESSAGE_REACTION_REMOVE', message, {
    user_id: user.id,
    emoji,
    burst: isBurst,
    type: isBurst ? 1 : 0,
  });
}

/** All at once, or all of one emoji: the event does not say whose they were. */
export function clearReactions(world: World, message: Message, emoji?: Emoji): void {
  if (emoji) {
    message.reactions.delete(emojiKey(emoji));
    announce(world, 'MESSAGE_REACTION_REMOVE_EMOJI', message, { emoji });
  } else {
    message.reactions.clear();
    announce(world, 'MESSAGE_REACTION_REMOVE_ALL', message, {});
  }
}

/** Who reacted, ascending by id, one page. Type 0 normal, 1 burst. */
export function listReactors(
  message: Message,
  emoji: Emoji,
  page: Readonly<{ type: number; after: string; limit: number }>,
): string[] {
  if (page.limit < 1 || page.limit > 100) {
    throw new ApiError(400, 50035, 'Invalid Form Body', {
      limit: { _errors: [{ code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' }] },
    });
  }
  const reaction = message.reactions.get(emojiKey(emoji));
  const ids = [...((page.type === 1 ? reaction?.burst : reaction?.normal) ?? [])];
  return ids
    .filter((id) => BigInt(id) > BigInt(page.after))
    .sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1))
    .slice(0, page.limit);
}
