import {
  type APIApplication,
  type APIGatewayBotInfo,
  ApplicationFlags,
  DiscordAPIError,
  type RESTAPIPartialCurrentUserGuild,
  Routes,
} from 'discord.js';
import type { Finding, Place } from '../../bot/adapter.ts';
import type { Command } from '../../bot/command.ts';
import { UserError } from '../../core/problem.ts';
import type { Api } from './api.ts';
import { reasonOf } from './errors.ts';
import { missingFrom } from './needed.ts';
import { findDifferences, type Scope } from './register.ts';
import { say } from './say.ts';

export type Checkup = {
  readonly api: Api;
  readonly commands: readonly Command[];
  readonly scope: Scope;
  /** Left out where nothing is connected: from the shell. */
  whyNotReady?(): string | null;
  now(): Date;
};

/** A channel to look at, and how. */
export type Spot = {
  readonly place: Place;
  missing(channel: string): Promise<readonly string[]>;
};

/** Below this many IDENTIFYs of the day it is worth saying so. */
const FEW_IDENTIFIES = 200;

const PRIVILEGED: readonly (readonly [name: string, bits: number])[] = [
  ['Presence Intent', ApplicationFlags.GatewayPresence | ApplicationFlags.GatewayPresenceLimited],
  [
    'Server Members Intent',
    ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
  ],
  [
    'Message Content Intent',
    ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
  ],
];

/** Look at the set-up: what is missing, and how to grant each. */
export async function diagnose(checkup: Checkup, spot: Spot | null): Promise<readonly Finding[]> {
  try {
    const application = (await checkup.api.surely(() =>
      checkup.api.bot.get(Routes.currentApplication()),
    )) as APIApplication;
    return [
      connection(checkup, application),
      ...endpoint(application),
      ...intents(application),
      ...(await identifies(checkup)),
      await commands(checkup),
      ...(spot ? await permissions(spot) : await servers(checkup)),
    ];
  } catch (error) {
    if (error instanceof DiscordAPIError && error.status === 401) {
      return [{ tone: 'bad', message: say.doctorToken, fix: say.doctorTokenFix }];
    }
    return [{ tone: 'bad', message: say.doctorUnreachable, values: { reason: reasonOf(error) } }];
  }
}

function connection({ whyNotReady }: Checkup, { name }: APIApplication): Finding {
  const reason = whyNotReady?.() ?? null;
  if (reason === null) return { tone: 'good', message: say.doctorConnected, values: { name } };
  return { tone: 'bad', message: say.doctorAway, values: { reason }, fix: say.doctorAwayFix };
}

function endpoint({ interactions_endpoint_url: url }: APIApplication): readonly Finding[] {
  if (!url) return [];
  return [{ tone: 'bad', message: say.doctorEndpoint, values: { url }, fix: say.doctorEndpointFix }];
}

function intents(application: APIApplication): readonly Finding[] {
  const flags: number = application.flags ?? 0;
  const switchedOn = PRIVILEGED.filter(([, bits]) => (flags & bits) !== 0).map(([name]) => name);
  if (switchedOn.length === 0) return [];
  const values = { intents: switchedOn };
  return [{ tone: 'caution', message: say.doctorIntents, values, fix: say.doctorIntentsFix }];
}

async function identifies({ api, now }: Checkup): Promise<readonly Finding[]> {
  const info = (await api.surely(() => api.bot.get(Routes.gatewayBot()))) as APIGatewayBotInfo;
  const { remaining, reset_after: resetAfterMs } = info.session_start_limit;
  if (remaining >= FEW_IDENTIFIES) return [];
  const values = { remaining, reset: new Date(now().getTime() + resetAfterMs) };
  return [{ tone: 'caution', message: say.doctorIdentifies, values, fix: say.doctorIdentifiesFix }];
}

async function commands({ api, commands: ours, scope }: Checkup): Promise<Finding> {
  const names = await findDifferences(api, ours, scope);
  if (names.length === 0) {
    return { tone: 'good', message: say.doctorCommands, values: { count: ours.length } };
  }
  return { tone: 'bad', message: say.doctorCommandsMissing, values: { names }, fix: say.doctorCommandsFix };
}

async function permissions({ place, missing }: Spot): Promise<readonly Finding[]> {
  try {
    const lacking = await missing(place.channel);
    if (lacking.length === 0) return [{ tone: 'good', message: say.doctorPermissions }];
    return lacking.map((permission) => ({
      tone: 'bad',
      message: say.doctorPermission,
      values: { permission },
      fix: say.doctorPermissionFix,
    }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ tone: 'bad', message: say.doctorNoChannel }];
  }
}

/** Every server, by what the bot's roles allow there; single channels may still take some of it away. */
async function servers({ api }: Checkup): Promise<readonly Finding[]> {
  const guilds = (await api.surely(() =>
    api.bot.get(Routes.userGuilds()),
  )) as RESTAPIPartialCurrentUserGuild[];
  if (guilds.length === 0)
    return [{ tone: 'caution', message: say.doctorNoServer, fix: say.doctorNoServerFix }];
  return guilds.flatMap(({ name, permissions: granted }): readonly Finding[] => {
    const lacking = missingFrom(BigInt(granted));
    const values = { server: name, permissions: lacking };
    return lacking.length === 0
      ? []
      : [{ tone: 'bad', message: say.doctorServer, values, fix: say.doctorServerFix }];
  });
}
