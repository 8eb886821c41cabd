import { refusal } from '../errors.ts';
import { channelJson, guildJson, userJson } from '../payloads.ts';
import { guildPermissions } from '../permissions.ts';
import type { Route } from '../route.ts';
import type { World } from '../world.ts';

/** GATEWAY_MESSAGE_CONTENT_LIMITED and its like are left out: flags of an app without privileged intents. */
function applicationFlags(world: World): number {
  const { privilegedIntents } = world.settings;
  const members = privilegedIntents & (1 << 1) ? 1 << 15 : 0;
  const content = privilegedIntents & (1 << 15) ? 1 << 19 : 0;
  return members | content;
}

function applicationJson(world: World) {
  return {
    id: world.applicationId,
    name: 'Splitproof',
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    bot: userJson(world.bot),
    owner: userJson(world.bot),
    team: null,
    summary: '',
    verify_key: '0'.repeat(64),
    flags: applicationFlags(world),
    // Null for an application that nobody configured; it makes discord.js fall over when it parses one.
    install_params: null,
    integration_types_config: { '0': {}, '1': {} },
    interactions_endpoint_url: world.interactionsUrl,
    approximate_guild_count: world.botGuilds().length,
  };
}

export const selfRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway/bot',
    handle: ({ world, gateway }) => ({
      body: {
        url: `${world.origin.replace('http', 'ws')}/gateway`,
        shards: world.settings.shards,
        session_start_limit: {
          total: 1000,
          remaining: Math.max(0, gateway.identifiesLeft),
          reset_after: world.settings.resetAfterMs,
          max_concurrency: world.settings.maxConcurrency,
        },
      },
    }),
  },
  { method: 'GET', path: '/applications/@me', handle: ({ world }) => ({ body: applicationJson(world) }) },
  {
    method: 'GET',
    path: '/oauth2/applications/@me',
    handle: ({ world }) => ({ body: applicationJson(world) }),
  },
  { method: 'GET', path: '/users/@me', handle: ({ world }) => ({ body: userJson(world.bot) }) },
  {
    method: 'GET',
    path: '/users/@me/guilds',
    handle: ({ world }) => ({
      body: world.botGuilds().map((guild) => {
        const { id, name, icon } = guildJson(world, guild);
        return {
          id,
          name,
          icon,
          owner: false,
          permissions: String(guildPermissions(guild, world.bot)),
          features: [],
        };
      }),
    }),
  },
  {
    method: 'POST',
    path: '/users/@me/channels',
    handle: ({ world, body }) => {
      const user = world.users.get(String(body.recipient_id));
      if (!user) throw refusal(10013);
      if (user.bot) throw refusal(50007);
      return { body: channelJson(world.addDirectChannel(user)) };
    },
  },
  {
    method: 'GET',
    path: '/users/:user',
    handle: ({ world, params }) => {
      const user = world.users.get(params.user!);
      if (!user) throw refusal(10013);
      return { body: userJson(user) };
    },
  },
];
