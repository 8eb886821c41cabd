import { refusal } from '../errors.ts';
import { userJson } from '../payloads.ts';
import { can } from '../permissions.ts';
import { addReaction, listReactors, parseEmoji, removeReaction } from '../reactions.ts';
import type { Route } from '../route.ts';
import { channelFor } from './guilds.ts';
import { messageFor } from './messages.ts';

const BASE = '/channels/:channel/messages/:message/reactions/:emoji';

export const reactionRoutes: readonly Route[] = [
  {
    method: 'PUT',
    path: `${BASE}/@me`,
    handle: ({ world, params }) => {
      const channel = channelFor(world, params.channel);
      addReaction(world, messageFor(channel, params.message), world.bot, parseEmoji(params.emoji!));
      return {};
    },
  },
  {
    method: 'DELETE',
    path: `${BASE}/@me`,
    handle: ({ world, params }) => {
      const channel = channelFor(world, params.channel);
      removeReaction(world, messageFor(channel, params.message), world.bot, parseEmoji(params.emoji!));
      return {};
    },
  },
  {
    method: 'DELETE',
    path: `${BASE}/:user`,
    handle: ({ world, params }) => {
      const channel = channelFor(world, params.channel);
      const user = world.users.get(params.user!);
      if (!user) throw refusal(10013);
      if (!can(world, channel, world.bot, 'manageMessages')) throw refusal(50013);
      removeReaction(world, messageFor(channel, params.message), user, parseEmoji(params.emoji!));
      return {};
    },
  },
  {
    method: 'GET',
    path: BASE,
    handle: ({ world, params, query }) => {
      const channel = channelFor(world, params.channel);
      if (!can(world, channel, world.bot, 'readMessageHistory')) throw refusal(50013);
      const ids = listReactors(messageFor(channel, params.message), parseEmoji(params.emoji!), {
        type: Number(query.type ?? 0),
        after: query.after ?? '0',
        limit: Number(query.limit ?? 25),
      });
      return { body: ids.map((id) => userJson(world.users.get(id)!)) };
    },
  },
];
