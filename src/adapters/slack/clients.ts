import { webApi } from '@slack/bolt';
import type { Log } from '../../bot/adapter.ts';
import type { SlackEnv } from './env.ts';
import { bridge } from './logger.ts';

/**
 * One client for each way of being in a hurry, since a client that Slack tells to slow down holds up all its calls:
 * a busy channel must not keep a form from opening.
 */
export type Clients = {
  /** For what must not be done twice: never repeats a call by itself. */
  readonly posting: webApi.WebClient;
  /** For what somebody waits for and what may be repeated: forms, private answers, profiles, edits. */
  readonly asking: webApi.WebClient;
  /** For files, which take their time. */
  readonly sharing: webApi.WebClient;
};

const SOON = { retries: 2, minTimeout: 200, maxTimeout: 1000, factor: 2 };

/** Options for every client that Bolt makes by itself, sockets included. */
export function clientOptions(env: SlackEnv, log: Log): webApi.WebClientOptions {
  return {
    slackApiUrl: env.SLACK_API_URL,
    logger: bridge(log),
    // Unset, socket-mode would write its own hundred retries into these shared options.
    retryConfig: { retries: 0 },
    // Unset, a call waits for ever.
    timeout: 10_000,
    rejectRateLimitedCalls: true,
  };
}

export function createClients(env: SlackEnv, log: Log): Clients {
  const options = clientOptions(env, log);
  const client = (more: webApi.WebClientOptions) =>
    new webApi.WebClient(env.SLACK_BOT_TOKEN, { ...options, ...more });
  return {
    posting: client({ retryConfig: { retries: 0 } }),
    asking: client({ retryConfig: SOON, timeout: 5000 }),
    sharing: client({ retryConfig: SOON, timeout: 120_000 }),
  };
}
