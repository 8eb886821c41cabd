import { createRequire } from 'node:module';
import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import type { Services } from '../../bot/adapter.ts';
import type { DiscordEnv } from './env.ts';
import { reasonOf } from './errors.ts';
import { patiently } from './patience.ts';

/** The two ways to Discord's REST interface. */
export type Api = {
  /** With the bot's token. */
  readonly bot: REST;
  /** Answers to interactions: each carries a token of its own, and they stand outside the limit for bots. */
  readonly interactions: REST;
  /** A request that may be done twice, done until it is answered. */
  surely<T>(request: () => Promise<T>): Promise<T>;
};

const ATTEMPTS = 4;
/** Every interaction has a queue of its own, which would pile up for the hour that discord.js keeps it. */
const QUEUE_SWEEP_MS = 60_000;

/**
 * The connections of the requests. Left alone, discord.js takes those of the whole process, which belong to whichever
 * undici was loaded first: the one that Bolt brings along is a later one and refuses the files of discord.js.
 */
export const agent = ownAgent();

function ownAgent(): RESTOptions['agent'] {
  const ofOurs = createRequire(import.meta.url);
  const ofDiscord = createRequire(ofOurs.resolve('discord.js'));
  const ofRest = createRequire(ofDiscord.resolve('@discordjs/rest'));
  const { Agent } = ofRest('undici') as { readonly Agent: new () => NonNullable<RESTOptions['agent']> };
  return new Agent();
}

/** Shared by every client of ours, so that `DISCORD_API_URL` holds for all of them. */
export function restOptions(env: DiscordEnv, version: string): Partial<RESTOptions> {
  return {
    api: env.DISCORD_API_URL,
    agent,
    // Tried again in patience.ts, with pauses.
    retries: 0,
    userAgentAppendix: `Splitproof/${version}`,
  };
}

/**
 * @param refused told once when Discord no longer takes the token. discord.js would forget it at the first 401 and
 *   fail every later request with a sentence about itself.
 */
export function openApi(env: DiscordEnv, services: Services, refused: () => void): Api {
  const options = restOptions(env, services.version);
  const bot = new REST({
    ...options,
    async makeRequest(url, init) {
      const response = await DefaultRestOptions.makeRequest(url, init);
      if (response.status === 401 && hasToken(init.headers)) refused();
      return response;
    },
  }).setToken(env.DISCORD_TOKEN);
  const interactions = new REST({
    ...options,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: QUEUE_SWEEP_MS,
    // Waiting in silence would outlast the three seconds; see answers.ts.
    rejectOnRateLimit: ({ route }) => route.startsWith('/interactions/'),
  });
  return {
    bot,
    interactions,
    surely: (request) =>
      patiently(request, {
        attempts: ATTEMPTS,
        random: services.random,
        failed: (error) =>
          services.log.warn({ reason: reasonOf(error) }, 'Discord did not answer; trying again'),
      }),
  };
}

function hasToken(headers: unknown): boolean {
  return typeof headers === 'object' && headers !== null && 'Authorization' in headers;
}

export function closeApi({ bot, interactions }: Api): void {
  for (const rest of [bot, interactions]) {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
