import { channelSeen, messageAt } from '../access.ts';
import type { Method, MethodCall, Scene } from '../api.ts';
import { ApiError } from '../errors.ts';
import { type Message, newTs } from '../world.ts';

/** How many people reactions.get names per emoji unless `full` is passed; `count` is right either way. */
const USERS_SHOWN = 25;
const KNOWN = /^(\+1|-1|[a-z0-9_+'-]+)(::skin-tone-[2-6])?$/;

/** Put a reaction on a message or take it away, and tell the app. */
export function setReaction(
  scene: Scene,
  message: Message,
  user: string,
  name: string,
  present: boolean,
): void {
  const users = message.reactions.get(name) ?? [];
  if (present === users.includes(user)) throw new ApiError(present ? 'already_reacted' : 'no_reaction');
  const left = present ? [...users, user] : users.filter((id) => id !== user);
  if (left.length > 0) message.reactions.set(name, left);
  else message.reactions.delete(name);
  const channel = scene.world.channels.get(message.channel);
  if (channel === undefined) return;
  scene.publish(channel.teamId, {
    type: present ? 'reaction_added' : 'reaction_removed',
    user,
    reaction: name,
    ...(message.user === undefined ? {} : { item_user: message.user }),
    item: { type: 'message', channel: message.channel, ts: message.ts },
    event_ts: newTs(scene.world),
  });
}

function change(call: MethodCall, present: boolean): Record<string, never> {
  const name = call.args.needed('name');
  if (!KNOWN.test(name)) throw new ApiError('invalid_name');
  const message = messageAt(call, call.args.needed('channel'), call.args.needed('timestamp'));
  const channel = channelSeen(call, message.channel);
  if (!channel.members.has(call.install.botUser)) throw new ApiError('not_in_channel');
  if (channel.archived) throw new ApiError('is_archived');
  setReaction(call, message, call.install.botUser, name, present);
  return {};
}

export const reactions: Readonly<Record<string, Method>> = {
  'reactions.add': {
    scopes: ['reactions:write'],
    args: ['channel', 'timestamp', 'name'],
    run: (call) => change(call, true),
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    args: ['channel', 'timestamp', 'name', 'file', 'file_comment'],
    run: (call) => change(call, false),
  },
  'reactions.get': {
    scopes: ['reactions:read'],
    args: ['channel', 'timestamp', 'full', 'file', 'file_comment'],
    run(call) {
      const message = messageAt(call, call.args.needed('channel'), call.args.needed('timestamp'));
      const full = call.args.flag('full');
      const shown = [...message.reactions].map(([name, users]) => ({
        name,
        users: full ? users : users.slice(0, USERS_SHOWN),
        count: users.length,
      }));
      return {
        type: 'message',
        channel: message.channel,
        message: {
          type: 'message',
          ts: message.ts,
          text: message.text,
          user: message.user,
          ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: message.appId }),
          ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
          ...(shown.length === 0 ? {} : { reactions: shown }),
        },
      };
    },
  },
};
