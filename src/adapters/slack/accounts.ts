import type { webApi } from '@slack/bolt';
import type { Account } from '../../bot/adapter.ts';
import { toUserError } from './errors.ts';
import { paced } from './pace.ts';

/** What users.info and users.list both say of somebody. */
export type SlackUser = Pick<
  NonNullable<webApi.UsersInfoResponse['user']>,
  'team_id' | 'name' | 'real_name' | 'locale' | 'tz' | 'is_bot' | 'is_admin' | 'is_owner'
> & {
  readonly profile?: { readonly display_name?: string; readonly real_name?: string };
  readonly enterprise_user?: { readonly teams?: readonly string[] };
};

/**
 * Who somebody is.
 *
 * @param team the workspace asked about: whoever belongs to another one (Slack Connect) is no admin here, whatever
 *   they are at home
 */
export async function readAccount(client: webApi.WebClient, team: string, id: string): Promise<Account> {
  try {
    const { user } = await paced(() => client.users.info({ user: id, include_locale: true }));
    return accountOf(team, id, user);
  } catch (error) {
    throw toUserError(error, id);
  }
}

export function accountOf(team: string, id: string, user: SlackUser | undefined): Account {
  const own = user?.team_id === team || (user?.enterprise_user?.teams ?? []).includes(team);
  return {
    id,
    name: nameOf(user) ?? id,
    locale: user?.locale ?? null,
    timeZone: user?.tz ?? null,
    bot: user?.is_bot === true || id === 'USLACKBOT',
    admin: own ? user?.is_admin === true || user?.is_owner === true : false,
  };
}

function nameOf(user: SlackUser | undefined): string | null {
  return user?.profile?.display_name || user?.profile?.real_name || user?.real_name || user?.name || null;
}
