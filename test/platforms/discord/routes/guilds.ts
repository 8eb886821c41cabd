import { ApiError, refusal } from '../errors.ts';
import { channelJson, guildJson, memberJson, roleJson } from '../payloads.ts';
import { can } from '../permissions.ts';
import type { Route } from '../route.ts';
import type { Channel, Guild } from '../things.ts';
import type { World } from '../world.ts';

/** A guild the bot is in; the others are unknown to it. */
export function guildFor(world: World, id: string | undefined): Guild {
  const guild = world.guilds.get(id ?? '');
  if (!guild) throw refusal(10004);
  if (!guild.members.has(world.bot.id)) throw refusal(50001);
  return guild;
}

/** A channel the bot may see. */
export function channelFor(world: World, id: string | undefined): Channel {
  const channel = world.channels.get(id ?? '');
  if (!channel) throw refusal(10003);
  if (!can(world, channel, world.bot, 'viewChannel')) throw refusal(50001);
  return channel;
}

/** The query of a search: 1 to 100 characters, and 1 to 1000 members, of which one is named unless asked for more. */
function checkSearch(query: Readonly<Record<string, string>>): { text: string; limit: number } {
  const text = query.query ?? '';
  const limit = Number(query.limit ?? 1);
  const errors = {
    ...((text.length < 1 || text.length > 100) && {
      query: {
        _errors: [{ code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be between 1 and 100 in length.' }],
      },
    }),
    ...(!(Number.isInteger(limit) && limit >= 1 && limit <= 1000) && {
      limit: { _errors: [{ code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 1000.' }] },
    }),
  };
  if (Object.keys(errors).length > 0) throw new ApiError(400, 50035, 'Invalid Form Body', errors);
  return { text: text.toLowerCase(), limit };
}

export const guildRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/guilds/:guild',
    handle: ({ world, params }) => ({ body: guildJson(world, guildFor(world, params.guild)) }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/channels',
    handle: ({ world, params }) => {
      const guild = guildFor(world, params.guild);
      const channels = [...world.channels.values()].filter(
        ({ guildId, thread }) => guildId === guild.id && !thread,
      );
      return { body: channels.map(channelJson) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/roles',
    handle: ({ world, params }) => ({
      body: [...guildFor(world, params.guild).roles.values()].map(roleJson),
    }),
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/search',
    handle: ({ world, params, query }) => {
      const guild = guildFor(world, params.guild);
      const { text, limit } = checkSearch(query);
      const found = [...guild.members.values()].filter(({ user, nick }) =>
        [user.username, nick].some((name) => name?.toLowerCase().startsWith(text)),
      );
      return { body: found.slice(0, limit).map(memberJson) };
    },
  },
  {
    method: 'GET',
    path: '/guilds/:guild/members/:user',
    handle: ({ world, params }) => {
      const member = guildFor(world, params.guild).members.get(params.user!);
      if (!member) throw refusal(world.users.has(params.user!) ? 10007 : 10013);
      return { body: memberJson(member) };
    },
  },
  {
    method: 'DELETE',
    path: '/users/@me/guilds/:guild',
    handle: ({ world, params }) => {
      guildFor(world, params.guild).members.delete(world.bot.id);
      world.dispatch({ type: 'GUILD_DELETE', data: { id: params.guild }, guildId: params.guild! });
      return {};
    },
  },
  {
    method: 'GET',
    path: '/channels/:channel',
    handle: ({ world, params }) => ({ body: channelJson(channelFor(world, params.channel)) }),
  },
];
