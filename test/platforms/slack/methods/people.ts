import { userSeen } from '../access.ts';
import type { Method } from '../api.ts';
import { ApiError } from '../errors.ts';
import type { Json, User } from '../world.ts';

function userJson(user: User, ownTeam: boolean, withLocale: boolean): Json {
  const known = ownTeam
    ? {
        tz: user.tz,
        tz_label: user.tz,
        tz_offset: user.tzOffset,
        is_admin: user.isAdmin,
        is_owner: user.isOwner,
        is_primary_owner: false,
        is_restricted: false,
        is_ultra_restricted: false,
      }
    : { is_stranger: user.isStranger };
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    real_name: user.realName,
    deleted: user.deleted,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 1_700_000_000,
    profile: {
      real_name: user.realName,
      display_name: user.displayName,
      team: user.teamId,
    },
    ...known,
    ...(withLocale && ownTeam ? { locale: user.locale } : {}),
  };
}

export const people: Readonly<Record<string, Method>> = {
  'users.info': {
    scopes: ['users:read'],
    args: ['user', 'include_locale'],
    run(call) {
      const user = userSeen(call.world, call.args.needed('user'));
      return { user: userJson(user, user.teamId === call.team.id, call.args.flag('include_locale')) };
    },
  },
  'users.list': {
    scopes: ['users:read'],
    args: ['cursor', 'limit', 'include_locale'],
    run(call) {
      const members = [...call.world.users.values()].filter((user) => user.teamId === call.team.id);
      return {
        members: members.map((user) => userJson(user, true, call.args.flag('include_locale'))),
        response_metadata: { next_cursor: '' },
      };
    },
  },
  'bots.info': {
    scopes: ['users:read'],
    args: ['bot'],
    run(call) {
      if (call.args.text('bot') !== call.install.botId) throw new ApiError('bot_not_found');
      const { botId, botUser } = call.install;
      return {
        bot: { id: botId, app_id: call.app.id, user_id: botUser, name: 'splitproof', deleted: false },
      };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    args: ['team', 'domain'],
    run: ({ team }) => ({ team: { id: team.id, name: team.name, domain: team.domain } }),
  },
  'emoji.list': {
    scopes: ['emoji:read'],
    args: ['include_categories'],
    run: ({ world }) => ({ emoji: Object.fromEntries(world.emoji), cache_ts: '1700000000.000000' }),
  },
};
