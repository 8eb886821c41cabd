import { userSeen } from '../access.ts';
import type { Method } from '../api.ts';
import { ApiError } from '../errors.ts';
import type { Json, User } from '../world.ts';

/** The most that the SDK's own types allow for one page of users.list. */
const PEOPLE_PAGE = 999;

function cursorTo({ id }: User): string {
  return Buffer.from(`user:${id}`).toString('base64');
}

function startOf(cursor: string | undefined, users: readonly User[]): number {
  if (cursor === undefined) return 0;
  const from = users.findIndex((user) => cursorTo(user) === cursor);
  if (from < 0) throw new ApiError('invalid_cursor');
  return from;
}

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
  // Of somebody who has left, Slack says little more than that.
  if (user.deleted) {
    const { id, teamId, name, realName, displayName, isBot } = user;
    const profile = { real_name: realName, display_name: displayName, team: teamId };
    return { id, team_id: teamId, name, deleted: true, is_bot: isBot, updated: 1_700_000_000, profile };
  }
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
      // Without a limit Slack tries to give everybody at once; a cursor is base64 and says where to go on.
      const limit = call.args.count('limit', Number.MAX_SAFE_INTEGER);
      if (call.args.text('limit') !== undefined && limit > PEOPLE_PAGE) throw new ApiError('invalid_limit');
      const users = [...call.world.users.values()].filter((user) => user.teamId === call.team.id);
      const from = startOf(call.args.text('cursor'), users);
      const next = users[from + limit];
      return {
        members: users
          .slice(from, from + limit)
          .map((user) => userJson(user, true, call.args.flag('include_locale'))),
        cache_ts: Math.floor(call.world.now() / 1000),
        response_metadata: { next_cursor: next === undefined ? '' : cursorTo(next) },
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
