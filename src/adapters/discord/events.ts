import {
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  type GatewayMessageReactionAddDispatchData,
  type GatewayMessageReactionRemoveDispatchData,
} from 'discord.js';
import type { PlatformEvent } from '../../bot/adapter.ts';
import { emojiName } from './reactions.ts';
import { ownSpace, PLATFORM } from './read.ts';
import { nameOf } from './read-options.ts';

type ReactionData = GatewayMessageReactionAddDispatchData | GatewayMessageReactionRemoveDispatchData;

/** Names the whole channel where an event does not say which messages are gone with it. */
const EVERY_MESSAGE = '';

type ReadBy = {
  /** The space of the channel that `directChannelOf` names. */
  readonly directSpace?: string;
  /** Our own account, once it is known. */
  readonly ownId?: string | null;
};

/**
 * What happened, in our words, where one event says it all; servers, sessions, interactions and messages need more
 * than the event and are read elsewhere.
 */
export function readEvents(
  packet: GatewayDispatchPayload,
  { directSpace = '', ownId = null }: ReadBy = {},
): PlatformEvent[] {
  switch (packet.t) {
    case GatewayDispatchEvents.MessageReactionAdd:
      return [readReaction('added', packet.d, ownId)];
    case GatewayDispatchEvents.MessageReactionRemove:
      return [readReaction('removed', packet.d, ownId)];
    case GatewayDispatchEvents.MessageReactionRemoveAll:
    case GatewayDispatchEvents.MessageReactionRemoveEmoji: {
      // Discord does not say whose reactions these were; the message has to be looked at.
      const { channel_id: channel, message_id: id, guild_id: guild } = packet.d;
      const space = guild ?? directSpace;
      return [{ kind: 'message-changed', platform: PLATFORM, space, message: { channel, id } }];
    }
    case GatewayDispatchEvents.MessageDelete: {
      const { channel_id: channel, id, guild_id: guild } = packet.d;
      return [gone(guild ?? directSpace, channel, id, 'deleted')];
    }
    case GatewayDispatchEvents.MessageDeleteBulk: {
      const { channel_id: channel, ids, guild_id: guild } = packet.d;
      return ids.map((id) => gone(guild ?? directSpace, channel, id, 'deleted'));
    }
    case GatewayDispatchEvents.ChannelDelete:
    case GatewayDispatchEvents.ThreadDelete:
      return readChannelGone(packet.d);
    case GatewayDispatchEvents.ThreadUpdate: {
      const { thread_metadata: state, guild_id: guild, id } = packet.d;
      const isArchived = state?.archived === true && guild !== undefined;
      return isArchived ? [gone(guild, id, EVERY_MESSAGE, 'channel-archived')] : [];
    }
    default:
      return [];
  }
}

/** The channel of an event in a direct message that does not say whose message that is; else null. */
export function directChannelOf(packet: GatewayDispatchPayload): string | null {
  switch (packet.t) {
    case GatewayDispatchEvents.MessageReactionRemoveAll:
    case GatewayDispatchEvents.MessageReactionRemoveEmoji:
    case GatewayDispatchEvents.MessageDelete:
    case GatewayDispatchEvents.MessageDeleteBulk:
      return packet.d.guild_id === undefined ? packet.d.channel_id : null;
    default:
      return null;
  }
}

function readReaction(act: 'added' | 'removed', data: ReactionData, ownId: string | null): PlatformEvent {
  const member = 'member' in data ? data.member : undefined;
  // Only said of reactions that were added.
  const author = 'message_author_id' in data ? data.message_author_id : undefined;
  const { user_id: account, channel_id: channel, message_id: id, guild_id: guild } = data;
  return {
    kind: 'reaction',
    origin: {
      platform: PLATFORM,
      space: guild ?? ownSpace(account),
      channel,
      account,
      ...(member?.user && { name: nameOf(member.user, member.nick) }),
    },
    message: { channel, id },
    act,
    emoji: emojiName(data.emoji),
    ...(author !== undefined && ownId !== null && { ours: author === ownId }),
    raw: JSON.stringify(data),
  };
}

function readChannelGone(channel: {
  readonly id: string;
  readonly guild_id?: string | undefined;
}): PlatformEvent[] {
  if (channel.guild_id === undefined) return [];
  return [gone(channel.guild_id, channel.id, EVERY_MESSAGE, 'deleted')];
}

function gone(
  space: string,
  channel: string,
  id: string,
  why: 'deleted' | 'channel-archived',
): PlatformEvent {
  return { kind: 'message-gone', platform: PLATFORM, space, message: { channel, id }, why };
}
