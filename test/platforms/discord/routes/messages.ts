import { checkMessage, checkNotEmpty, checkReference, FLAG } from '../checks/message.ts';
import { ApiError, refusal } from '../errors.ts';
import { messageLimits } from '../interactions.ts';
import { createMessage, deleteMessage, editMessage, listMessages } from '../messages.ts';
import { messageJson } from '../payloads.ts';
import { can } from '../permissions.ts';
import type { Route } from '../route.ts';
import type { Channel, Message } from '../things.ts';
import type { World } from '../world.ts';
import { channelFor } from './guilds.ts';

const POST_FLAGS = FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.isComponentsV2;
const EDIT_FLAGS = FLAG.suppressEmbeds | FLAG.isComponentsV2;

export function messageFor(channel: Channel, id: string | undefined): Message {
  const message = channel.messages.get(id ?? '');
  if (!message) throw refusal(10008);
  return message;
}

function checkMayPost(world: World, channel: Channel, hasFiles: boolean): void {
  const [recipient] = channel.recipients;
  if (channel.type === 1) {
    if (recipient?.dms === 'closed') throw refusal(50007);
    const shares = world.botGuilds().some((guild) => guild.members.has(recipient!.id));
    if (!shares) throw refusal(50278);
    return;
  }
  if (!can(world, channel, world.bot, channel.thread ? 'sendMessagesInThreads' : 'sendMessages')) {
    throw refusal(50013);
  }
  if (hasFiles && !can(world, channel, world.bot, 'attachFiles')) throw refusal(50013);
  if (channel.thread?.locked) throw refusal(50083);
}

function limitOf(query: Readonly<Record<string, string>>): number {
  const limit = Number(query.limit ?? 50);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw new ApiError(400, 50035, 'Invalid Form Body', {
    limit: { _errors: [{ code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' }] },
  });
}

export const messageRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/channels/:channel/messages',
    handle: ({ world, params, body, files }) => {
      const channel = channelFor(world, params.channel);
      checkMayPost(world, channel, files.length > 0);
      checkMessage(body, files, messageLimits(world, POST_FLAGS));
      checkNotEmpty(body, files);
      checkReference(body, (id) => channel.messages.has(id));
      if (channel.thread?.archived) channel.thread.archived = false;
      const message = createMessage(world, { channel, author: world.bot, body, files });
      return { body: messageJson(world, message) };
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages',
    handle: ({ world, params, query }) => {
      const channel = channelFor(world, params.channel);
      const limit = limitOf(query);
      if (!can(world, channel, world.bot, 'readMessageHistory')) return { body: [] };
      const page = listMessages(channel, { ...query, limit });
      return { body: page.map((message) => messageJson(world, message, false)) };
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel/messages/:message',
    handle: ({ world, params }) => {
      const channel = channelFor(world, params.channel);
      if (!can(world, channel, world.bot, 'readMessageHistory')) throw refusal(50013);
      return { body: messageJson(world, messageFor(channel, params.message), false) };
    },
  },
  {
    method: 'PATCH',
    path: '/channels/:channel/messages/:message',
    handle: ({ world, params, body, files }) => {
      const channel = channelFor(world, params.channel);
      const message = messageFor(channel, params.message);
      if (message.author !== world.bot) throw refusal(50005);
      if (channel.thread?.archived) throw refusal(50083);
      checkMessage(body, files, messageLimits(world, EDIT_FLAGS));
      return { body: messageJson(world, editMessage(world, message, body, files)) };
    },
  },
  {
    method: 'DELETE',
    path: '/channels/:channel/messages/:message',
    handle: ({ world, params }) => {
      const channel = channelFor(world, params.channel);
      const message = messageFor(channel, params.message);
      if (message.author !== world.bot && !can(world, channel, world.bot, 'manageMessages'))
        throw refusal(50013);
      deleteMessage(world, message);
      return {};
    },
  },
];
