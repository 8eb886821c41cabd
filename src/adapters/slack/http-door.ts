import type { Server } from 'node:http';
import { type App, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../bot/adapter.ts';
import { StartError } from '../../bot/start-error.ts';
import type { SlackEnv } from './env.ts';
import { bridge } from './logger.ts';

/** Slack gives an answer 3 seconds; whatever is still open after that may be cut. */
const GOODBYE_MS = 3000;

export type HttpDoor = {
  /** @throws StartError when it cannot listen there */
  start(app: App): Promise<void>;
  whyNotReady(): string | null;
  /** Takes no new requests; waits a moment for those under way. */
  stop(): Promise<void>;
};

/** Signed requests from Slack at /slack/events. */
export function createHttpDoor(env: SlackEnv, log: Log): HttpDoor {
  const receiver = new HTTPReceiver({ signingSecret: env.SLACK_SIGNING_SECRET ?? '', logger: bridge(log) });
  const { PORT: port, HOST: host } = env;
  let server: Server | null = null;
  return {
    async start(app) {
      receiver.init(app);
      try {
        server = await receiver.start({ port, host });
      } catch (error) {
        throw new StartError(sentenceFor(error, port, host), { cause: error });
      }
      const address = server.address();
      const listening = typeof address === 'object' ? address?.port : port;
      log.info({ platform: 'slack', host, port: listening }, 'listening for Slack at /slack/events');
    },
    whyNotReady: () => (server?.listening ? null : `Nothing listens on ${host}:${port}.`),
    async stop() {
      if (server === null) return;
      const closing = server;
      const closed = receiver.stop();
      // Slack keeps its connections open, and each would hold us up for minutes once its last answer is given.
      const idle = setInterval(() => closing.closeIdleConnections(), 20);
      const limit = setTimeout(() => closing.closeAllConnections(), GOODBYE_MS);
      await closed.catch((error: unknown) =>
        log.warn({ platform: 'slack', err: error }, 'could not close the port'),
      );
      clearInterval(idle);
      clearTimeout(limit);
    },
  };
}

function sentenceFor(error: unknown, port: number, host: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program. Stop it, or set PORT to a free one.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this process has. Set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Set HOST to one that it has, such as 127.0.0.1.`;
    default:
      return `Cannot listen on ${host}:${port}: ${error instanceof Error ? error.message : String(error)}.`;
  }
}
