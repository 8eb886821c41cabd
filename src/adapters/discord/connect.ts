import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIGatewayBotInfo,
  Client,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  type GatewayDispatchPayload,
  Options,
  Partials,
  Routes,
} from 'discord.js';
import type { Services } from '../../bot/adapter.ts';
import { StartError } from '../../bot/start-error.ts';
import { restOptions } from './api.ts';
import { type DiscordEnv, readShards } from './env.ts';
import { reasonOf } from './errors.ts';
import { backOffMs } from './patience.ts';
import { calmStrategy, FrugalThrottler } from './sharding.ts';

/** Guilds, guild messages and reactions, direct messages and reactions. None of them is privileged. */
const INTENTS = 13_825;

/** Close codes after which trying again is forbidden, and what to do about each. */
const FATAL: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: refusedToken(),
  [GatewayCloseCodes.InvalidShard]:
    'Discord refuses the shards in DISCORD_SHARDS. Leave it out, or write "auto".',
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants this bot split into more shards. Leave DISCORD_SHARDS out, or raise its total.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks this version of its gateway. Update Splitproof.',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know an intent this bot asks for. Update Splitproof.',
  [GatewayCloseCodes.DisallowedIntents]:
    'Discord refuses an intent this bot asks for, though it asks for no privileged one. Update Splitproof.',
};

export function refusedToken(): string {
  return 'Discord does not accept DISCORD_TOKEN. Make a new one at discord.com/developers/applications, under Bot → Reset Token, and put it into the environment.';
}

/** Below this many IDENTIFYs of the day, each start waits for its share of what is left. */
const FEW_IDENTIFIES = 100;
export type Gateway = {
  /**
   * Connect, and stay connected.
   *
   * Resolves once connected, or after some seconds with the attempts going on behind it: an outage at Discord must
   * not hold up the other platforms.
   *
   * @throws StartError when it can never work: a token or a setting that Discord refuses
   */
  begin(): Promise<void>;
  /** discord.js's client: servers, channels and roles as they stand. Another one after every failed attempt. */
  client(): Client;
  whyNotReady(): string | null;
  stop(): Promise<void>;
};

type Parts = {
  readonly env: DiscordEnv;
  readonly services: Services;
  /** Every event as it came, of every shard. */
  received(packet: GatewayDispatchPayload, shardId: number): void;
  /** Told once, when the first connection stands. */
  connected(): void;
  /** How long a start waits for that before it goes on without; the attempts go on too. */
  readonly patienceMs: number;
};

export function openGateway(parts: Parts): Gateway {
  const { services } = parts;
  const stopping = new AbortController();
  let client = createClient(parts, stopping.signal);
  let problem: string | null = 'not connected yet';
  let isStarted = false;

  /** @returns null once connected, else how long to wait at least before the next attempt, in milliseconds */
  async function connectOnce(hasWaited: boolean): Promise<number | null> {
    const fatal = watch(client);
    try {
      const { left, shareMs } = await identifiesLeft(client, parts.env);
      if (left === 0 || (left < FEW_IDENTIFIES && !hasWaited)) {
        problem = `allows ${left} more connections today, since the bot was restarted so often`;
        return shareMs;
      }
      await client.login(parts.env.DISCORD_TOKEN);
      return null;
    } catch (error) {
      const reason = fatal() ?? (isRefusedToken(error) ? refusedToken() : null);
      if (reason !== null) throw new StartError(reason, { cause: error });
      problem = `cannot be reached (${reasonOf(error)})`;
      return 0;
    }
  }

  /** Notes the close that must not be retried; once started, that ends the process. */
  function watch(watched: Client): () => string | null {
    let fatal: string | null = null;
    watched.on(Events.ShardDisconnect, ({ code }) => {
      fatal = FATAL[code] ?? `Discord closed the connection for good, with code ${code}.`;
      problem = fatal;
      if (isStarted) services.fail(fatal);
    });
    watched.on(Events.ShardReconnecting, (id) => {
      problem = `shard ${id} is connecting again`;
    });
    const ready = () => {
      problem = null;
    };
    watched.on(Events.ShardReady, ready).on(Events.ShardResume, ready);
    watched.on(Events.ShardError, (error, id) => {
      services.log.warn({ shard: id, reason: reasonOf(error) }, 'the connection to Discord broke');
    });
    watched.on(Events.Error, (error) => services.log.error({ err: error }, 'discord.js reports an error'));
    return () => fatal;
  }

  async function connectUntilDone(): Promise<void> {
    let hasWaited = false;
    for (let failures = 1; ; failures += 1) {
      const pauseMs = await connectOnce(hasWaited);
      if (stopping.signal.aborted) return;
      if (pauseMs === null) {
        parts.connected();
        return;
      }
      hasWaited = pauseMs > 0;
      const waitMs = Math.max(pauseMs, backOffMs(failures, services.random()));
      services.log.warn(
        { waitSeconds: Math.ceil(waitMs / 1000) },
        `Discord ${problem}. It is tried again, with growing pauses.`,
      );
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      client = createClient(parts, stopping.signal);
    }
  }

  return {
    async begin() {
      const connecting = connectUntilDone().then(() => true as const);
      const patience = new AbortController();
      const tooLong = pause(parts.patienceMs, false as const, { signal: patience.signal, ref: false });
      tooLong.catch(() => {});
      const isConnected = await Promise.race([connecting, tooLong]);
      patience.abort();
      isStarted = true;
      if (!isConnected) connecting.catch((error: Error) => services.fail(error.message));
    },
    client: () => client,
    whyNotReady: () => problem,
    async stop() {
      stopping.abort();
      problem = 'stopped';
      await client.destroy();
    },
  };
}

function createClient(parts: Parts, stopping: AbortSignal): Client {
  const { env, services } = parts;
  const client = new Client({
    intents: INTENTS,
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
    ...readShards(env.DISCORD_SHARDS),
    rest: restOptions(env, services.version),
    // Events are read from the wire (read.ts, events.ts), so nothing that goes by is kept; only what permissions
    // are computed from.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      StageInstanceManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      UserManager: { maxSize: 100, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: 100, keepOverLimit: (member) => member.id === member.client.user.id },
    }),
    ws: {
      buildStrategy: (manager) =>
        calmStrategy(manager, {
          random: services.random,
          stopping,
          broke: (error) => services.log.error({ err: error }, 'discord.js could not read an event'),
        }),
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        return new FrugalThrottler(limit.max_concurrency, services.now);
      },
    },
  });
  client.on(Events.Raw, (packet: GatewayDispatchPayload, shardId: number) => parts.received(packet, shardId));
  return client;
}

function isRefusedToken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : null;
  return code === DiscordjsErrorCodes.TokenInvalid || ('status' in error && error.status === 401);
}

/**
 * How many IDENTIFYs are left today, and each one's share of the time until there are new ones: a process that is
 * restarted every minute would use them all up, and Discord then resets the token.
 */
async function identifiesLeft(client: Client, env: DiscordEnv): Promise<{ left: number; shareMs: number }> {
  const info = (await client.rest.setToken(env.DISCORD_TOKEN).get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const { remaining: left, reset_after: resetAfterMs } = info.session_start_limit;
  return { left, shareMs: resetAfterMs / Math.max(1, left) };
}
