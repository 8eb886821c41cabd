import type { webApi } from '@slack/bolt';
import type { Finding, Place } from '../../bot/adapter.ts';
import type { Command } from '../../bot/command.ts';
import type { Arrivals } from './arrivals.ts';
import type { Clients } from './clients.ts';
import { compareManifest } from './compare-manifest.ts';
import { modeOf, type SlackEnv } from './env.ts';
import { isDeadToken, reasonOf } from './errors.ts';
import { type Identity, readIdentity } from './identity.ts';
import { missingIn } from './permissions.ts';
import { say } from './say.ts';
import { METADATA_SCOPE, scopeNames } from './scopes.ts';

export type DoctorParts = {
  readonly env: SlackEnv;
  readonly clients: Clients;
  readonly commands: readonly Command[];
  readonly arrivals: Arrivals;
};

/** Look at everything about the set-up that Slack lets us see. */
export async function diagnose(parts: DoctorParts, place: Place | null): Promise<readonly Finding[]> {
  const { env, clients } = parts;
  let identity: Identity;
  try {
    identity = await readIdentity(clients.asking);
  } catch (error) {
    return [notConnected(error, env)];
  }
  return [
    { tone: 'good', message: say.connected, values: { team: identity.teamName } },
    ...checkScopes(identity),
    ...(await compareManifest(parts, identity)),
    ...(place === null ? [] : await checkChannel(clients.asking, identity, place.channel)),
  ];
}

/** From the shell, where no connection is open, the app-level token is tried as well; it costs nothing. */
export async function inspectTokens(parts: DoctorParts): Promise<readonly Finding[]> {
  const found = await diagnose(parts, null);
  const inVain = found.some(({ message }) => message === say.unreachable);
  return modeOf(parts.env) === 'http' || inVain ? found : [...found, await checkSocketMode(parts)];
}

function notConnected(error: unknown, env: SlackEnv): Finding {
  if (isDeadToken(error)) return badToken('SLACK_BOT_TOKEN', error, say.botTokenFix);
  const values = { address: env.SLACK_API_URL, reason: reasonOf(error) };
  return { tone: 'bad', message: say.unreachable, values, fix: say.unreachableFix };
}

function badToken(variable: string, error: unknown, fix: string): Finding {
  return { tone: 'bad', message: say.tokenBad, values: { variable, reason: reasonOf(error) }, fix };
}

function checkScopes({ scopes }: Identity): readonly Finding[] {
  const needed = scopeNames();
  const missing = needed.filter((scope) => !scopes.has(scope));
  const wanted = new Set<string>([...needed, METADATA_SCOPE]);
  const extra = [...scopes].filter((scope) => !wanted.has(scope));
  const found: Finding[] = missing.map((scope) => ({ tone: 'bad', message: say[scope], fix: say.scopeFix }));
  if (missing.length === 0) found.push({ tone: 'good', message: say.scopesGood });
  // Only a safety net is missing, so it is no reason to call the set-up broken.
  if (!scopes.has(METADATA_SCOPE)) {
    found.push({ tone: 'caution', message: say[METADATA_SCOPE], fix: say.manifestFix });
  }
  if (extra.length > 0) {
    const values = { scopes: extra };
    found.push({ tone: 'caution', message: say.scopesExtra, values, fix: say.scopesExtraFix });
  }
  return found;
}

async function checkChannel(
  client: webApi.WebClient,
  identity: Identity,
  channel: string,
): Promise<readonly Finding[]> {
  try {
    const missing = await missingIn(client, identity, channel);
    if (missing.length === 0) return [{ tone: 'good', message: say.channelGood }];
    return [{ tone: 'bad', message: say.channelMissing, values: { missing }, fix: say.channelFix }];
  } catch {
    // Whether Slack answers at all was looked at before.
    return [];
  }
}

async function checkSocketMode({ env, clients }: DoctorParts): Promise<Finding> {
  try {
    await clients.asking.apps.connections.open({ token: env.SLACK_APP_TOKEN ?? '' });
    return { tone: 'good', message: say.socketGood };
  } catch (error) {
    if (isDeadToken(error)) return badToken('SLACK_APP_TOKEN', error, say.socketFix);
    return { tone: 'bad', message: say.socketBad, values: { reason: reasonOf(error) }, fix: say.socketFix };
  }
}
