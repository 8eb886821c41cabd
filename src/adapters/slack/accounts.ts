import type { webApi } from '@slack/bolt';
import type { Account } from '../../bot/adapter.ts';
import { toUserError } from './errors.ts';
import { paced } from './pace.ts';

type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;

/**
 * Who somebody is.
 *
 * @param team the workspace asked about: whoever belongs to another one (Slack Connect) is no admin here, whatever
 *   they are at home
 */
export async function readAccount(client: webApi.WebClient, team: string, id: string): Promise<Account> {
  try {
    const { user } = await paced(() => client.users.info({ user: id, include_locale: true }));
    const own = user?.team_id === team || (user?.enterprise_user?.teams ?? []).includes(team);
    return {
      id,
      name: nameOf(user) ?? id,
      locale: user?.locale ?? null,
      timeZone: user?.tz ?? null,
      bot: user?.is_bot === true || id === 'USLACKBOT',
      admin: own ? user?.is_admin === true || user?.is_owner === true : false,
    };
  } catch (error) {
    throw toUserError(error, id);
  }
}

function nameOf(user: SlackUser | undefined): string | null {
  return user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name || null;
}
