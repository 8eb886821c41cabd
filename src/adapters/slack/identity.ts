import type { webApi } from '@slack/bolt';
import { isDeadToken, reasonOf } from './errors.ts';

/** Who the bot is at Slack, from auth.test. */
export type Identity = {
  readonly teamId: string;
  readonly teamName: string;
  readonly enterpriseId: string | null;
  /** Installed for a whole Enterprise Grid organization. */
  readonly orgWide: boolean;
  readonly botUser: string;
  readonly botId: string;
  /** What the token may do, from the header that Slack puts on every answer. */
  readonly scopes: ReadonlySet<string>;
  /** The workspace's own address. */
  readonly url: string;
};

/** @throws what the call throws; use `deadTokenSentence` for a token that will never work */
export async function readIdentity(client: webApi.WebClient): Promise<Identity> {
  const answer = await client.auth.test();
  return {
    teamId: answer.team_id ?? '',
    teamName: answer.team ?? '',
    enterpriseId: answer.enterprise_id ?? null,
    orgWide: answer.is_enterprise_install === true,
    botUser: answer.user_id ?? '',
    botId: answer.bot_id ?? '',
    scopes: new Set(answer.response_metadata?.scopes ?? []),
    url: answer.url ?? '',
  };
}

/** One sentence for the operator about a token that Slack does not take, or null for a trouble that may pass. */
export function deadTokenSentence(
  error: unknown,
  variable: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN',
): string | null {
  if (!isDeadToken(error)) return null;
  const where =
    variable === 'SLACK_BOT_TOKEN'
      ? 'OAuth & Permissions, "Bot User OAuth Token"'
      : 'Basic Information, "App-Level Tokens", with the scope connections:write';
  return `Slack does not accept ${variable} (${reasonOf(error)}). Copy it again from the app's settings: ${where}.`;
}
