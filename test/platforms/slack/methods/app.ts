import type { Method } from '../api.ts';
import { ApiError } from '../errors.ts';

/** Who the app is, and how it gets its events. */
export const appMethods: Readonly<Record<string, Method>> = {
  'api.test': { token: 'none', args: ['error', 'foo'], run: ({ args }) => ({ args: args.raw }) },
  'auth.test': {
    args: [],
    run({ world, install, team }) {
      const user = world.users.get(install.botUser);
      return {
        url: `https://${team.domain}.slack.com/`,
        team: team.name,
        user: user?.name,
        team_id: team.id,
        user_id: install.botUser,
        bot_id: install.botId,
        is_enterprise_install: install.teamId === null,
        ...(team.enterpriseId === undefined ? {} : { enterprise_id: team.enterpriseId }),
      };
    },
  },
  'apps.manifest.export': {
    token: 'config',
    args: ['app_id'],
    run({ app, args }) {
      if (args.needed('app_id') !== app.id) throw new ApiError('app_not_found');
      return { manifest: app.manifest };
    },
  },
  'apps.connections.open': {
    token: 'app',
    scopes: ['connections:write'],
    args: [],
    run({ app, ticket }) {
      if (!app.socketMode) throw new ApiError('socket_mode_not_enabled');
      return { url: ticket() };
    },
  },
};
