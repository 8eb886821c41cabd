import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Services } from '../../bot/adapter.ts';
import { StartError } from '../../bot/start-error.ts';
import { backoffMs } from './backoff.ts';
import { reasonOf } from './errors.ts';
import { deadTokenSentence, type Identity, readIdentity } from './identity.ts';

export type Login = {
  identity(): Identity | null;
  /**
   * Ask Slack who we are, once; then go on asking in the background until it answers.
   *
   * @throws StartError when Slack does not take the token
   */
  start(): Promise<void>;
  whyNotReady(): string | null;
  stop(): void;
};

export type LoginParts = {
  readonly client: webApi.WebClient;
  readonly address: string;
  readonly services: Services;
  /** Called once, as soon as we know who we are. */
  begin(identity: Identity): Promise<void>;
};

/** Bolt would ask in its constructor, where a wrong token ends the process without a word. */
export function createLogin({ client, address, services, begin }: LoginParts): Login {
  const stopping = new AbortController();
  let identity: Identity | null = null;
  let trouble = 'not asked yet';

  async function ask(): Promise<Identity | null> {
    try {
      identity = await readIdentity(client);
    } catch (error) {
      const sentence = deadTokenSentence(error, 'SLACK_BOT_TOKEN');
      if (sentence !== null) throw new StartError(sentence, { cause: error });
      trouble = reasonOf(error);
    }
    return identity;
  }

  const unreachable = () => `Slack cannot be reached at ${address} (${trouble}); trying again.`;

  async function keepAsking(): Promise<void> {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      const waitMs = backoffMs(failures, services.random());
      services.log.warn({ platform: 'slack', waitMs }, unreachable());
      await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
      const known = stopping.signal.aborted ? null : await ask();
      if (known !== null) return begin(known);
    }
  }

  return {
    identity: () => identity,
    async start() {
      const known = await ask();
      if (known !== null) return begin(known);
      void keepAsking().catch((error: unknown) => {
        services.fail(error instanceof Error ? error.message : String(error));
      });
    },
    whyNotReady: () => (identity === null ? unreachable() : null),
    stop: () => stopping.abort(),
  };
}
