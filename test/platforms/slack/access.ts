import type { MethodCall } from './api.ts';
import { ApiError } from './errors.ts';
import { type Channel, type Message, newId, type User, type World } from './world.ts';

/** A channel as this token sees it: a private one it is not in does not exist for it. */
export function channelSeen(call: MethodCall, id: string): Channel {
  const channel = call.world.channels.get(id);
  if (channel === undefined || !reachable(call, channel)) throw new ApiError('channel_not_found');
  return channel;
}

function reachable(call: MethodCall, channel: Channel): boolean {
  if (channel.teamId !== call.team.id && !channel.sharedWith.has(call.team.id)) return false;
  return channel.kind === 'public' || channel.members.has(call.install.botUser);
}

/** A channel the app may write to; a person's id means the direct messages with them. */
export function channelToWrite(call: MethodCall, id: string): Channel {
  if (/^[UW]/.test(id)) return directChannel(call.world, call.team.id, call.install.botUser, id);
  const channel = channelSeen(call, id);
  if (channel.archived) throw new ApiError('is_archived');
  if (!channel.members.has(call.install.botUser) && !call.install.scopes.has('chat:write.public')) {
    throw new ApiError('not_in_channel');
  }
  if (channel.restricted) throw new ApiError('restricted_action');
  return channel;
}

/** The direct messages of the app with a person, made when there are none yet. */
export function directChannel(world: World, teamId: string, bot: string, userId: string): Channel {
  const user = world.users.get(userId);
  if (user === undefined) throw new ApiError('user_not_found');
  if (user.isBot) throw new ApiError('cannot_dm_bot');
  if (user.deleted) throw new ApiError('user_disabled');
  for (const channel of world.channels.values()) {
    if (channel.kind === 'im' && channel.members.has(bot) && channel.members.has(userId)) return channel;
  }
  const channel: Channel = {
    id: newId(world, 'D'),
    teamId,
    name: '',
    kind: 'im',
    members: new Set([bot, userId]),
    archived: false,
    sharedWith: new Set(),
    restricted: false,
  };
  world.channels.set(channel.id, channel);
  return channel;
}

export function messageAt(call: MethodCall, channelId: string, ts: string): Message {
  const channel = channelSeen(call, channelId);
  const message = call.world.messages.get(channel.id)?.get(ts);
  if (message === undefined) throw new ApiError('message_not_found');
  return message;
}

export function userSeen(world: World, id: string): User {
  const user = world.users.get(id);
  if (user === undefined) throw new ApiError('user_not_found');
  return user;
}
