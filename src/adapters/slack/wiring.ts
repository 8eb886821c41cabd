import { App, type Receiver } from '@slack/bolt';
import type { Bot, Services } from '../../bot/adapter.ts';
import { type Acts, createActs } from './acts.ts';
import { createAnswers } from './answers.ts';
import { createApologies } from './apologies.ts';
import { createArrivals } from './arrivals.ts';
import { type Clients, clientOptions } from './clients.ts';
import { createOutward, type Outward } from './connection.ts';
import type { SlackEnv } from './env.ts';
import { type Guard, guarded } from './guard.ts';
import type { Identity } from './identity.ts';
import { listenForActs } from './listen-acts.ts';
import { listenForEvents } from './listen-events.ts';
import { bridge } from './logger.ts';
import { createPostKeys } from './post-keys.ts';

/** Bolt wants a receiver of its own; ours are started apart, because the app they see is the guarded one. */
const NO_RECEIVER: Receiver = { init() {}, start: async () => {}, stop: async () => {} };

export type Wiring = { readonly outward: Outward; readonly acts: Acts; readonly guard: Guard };

export type WiringParts = {
  readonly bot: Bot;
  readonly env: SlackEnv;
  readonly services: Services;
  readonly clients: Clients;
  identity(): Identity | null;
};

/** Everything between Slack's receivers and the house, put together; nothing is connected yet. */
export async function wire(parts: WiringParts): Promise<Wiring> {
  const { bot, env, services, clients, identity } = parts;
  const { log, now, memory } = services;
  const keys = createPostKeys(memory);
  const arrivals = createArrivals(memory);
  const outward = createOutward({ bot, env, services, clients, keys, arrivals, identity });
  const answers = createAnswers({ clients, posts: outward.posts, log });
  const apologies = createApologies(services, outward.account);
  const acts = createActs({ bot, services, clients, answers, apologies });

  const app = createApp(env, services, identity);
  const guard = guarded(app, {
    log,
    ready: () => identity() !== null,
    arrived: arrivals.note,
    async rateLimited() {
      log.warn({ platform: 'slack' }, 'Slack held back events: more than 30,000 came within an hour');
      await bot.notice({ kind: 'gap', platform: 'slack', space: null, since: null });
    },
  });
  listenForActs(app, acts, now);
  listenForEvents(app, { bot, services, acts, keys, identity, failed: guard.failed });
  await app.init();
  return { outward, acts, guard };
}

function createApp(env: SlackEnv, { log }: Services, identity: () => Identity | null): App {
  const app = new App({
    receiver: NO_RECEIVER,
    // Bolt's own look at the token, in its constructor, would end the process.
    deferInitialization: true,
    clientOptions: clientOptions(env, log),
    logger: bridge(log),
    convoStore: false,
    authorize: async () => {
      const known = identity();
      if (known === null) throw new Error('not connected to Slack yet');
      return { botToken: env.SLACK_BOT_TOKEN, botId: known.botId, botUserId: known.botUser };
    },
  });
  // Bolt's own handler throws the error once more, and nobody catches it.
  app.error(async (error) => {
    log.error({ platform: 'slack', err: error }, 'a request from Slack was not handled');
  });
  return app;
}
