import { type App, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../bot/adapter.ts';
import { clientOptions } from './clients.ts';
import type { SlackEnv } from './env.ts';
import { bridge } from './logger.ts';

/** How long a new connection may take to say hello. */
const HELLO_MS = 15_000;
const GOODBYE_MS = 2000;

export type LineEvents = {
  /** Slack will close this connection soon, and says why. */
  retiring(reason: string): void;
  closed(): void;
};

/** One Socket Mode connection to Slack. */
export type Line = {
  /** When something was last heard on it. */
  lastHeard(): Date;
  close(): Promise<void>;
};

export type LineParts = {
  readonly env: SlackEnv;
  readonly log: Log;
  readonly app: App;
  now(): Date;
};

/**
 * Open a connection; resolves once Slack has said hello.
 *
 * Bolt's receiver does the talking, but not the reconnecting: after a loss it waits 5 seconds by itself, and a token
 * that was taken back ends the process from inside a timer. Frames pass through a sieve first, because an envelope
 * without an event would end the process too.
 *
 * @throws what apps.connections.open throws, or an Error when no hello comes
 */
export async function openLine({ env, log, app, now }: LineParts, events: LineEvents): Promise<Line> {
  const receiver = new SocketModeReceiver({
    appToken: env.SLACK_APP_TOKEN ?? '',
    logger: bridge(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(env, log) },
  });
  receiver.init(app);
  const { client } = receiver;
  let heard = now();
  sieve(client, log, (reason) => {
    heard = now();
    if (reason !== null) events.retiring(reason);
  });
  const timer = setTimeout(() => void client.disconnect(), HELLO_MS);
  try {
    await receiver.start();
  } catch (error) {
    // The client rejects with nothing at all when the connection closes before the hello.
    throw error ?? new Error('the connection closed before Slack said hello');
  } finally {
    clearTimeout(timer);
  }
  client.once('disconnected', () => events.closed());
  return {
    lastHeard: () => heard,
    async close() {
      const { promise, resolve } = Promise.withResolvers<void>();
      const limit = setTimeout(resolve, GOODBYE_MS);
      void client.disconnect().then(resolve, resolve);
      await promise;
      clearTimeout(limit);
    },
  };
}

type Client = SocketModeReceiver['client'];

/** Look at every frame before Slack's client does. `heard` gets the reason of a disconnect, and null otherwise. */
function sieve(client: Client, log: Log, heard: (disconnect: string | null) => void): void {
  const [pass] = client.listeners('ws_message') as ((data: unknown, isBinary: boolean) => Promise<void>)[];
  if (pass === undefined) throw new Error('This version of @slack/socket-mode takes its frames another way.');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, isBinary: boolean) => {
    const frame = isBinary ? null : readFrame(data);
    if (frame?.type === 'disconnect') return heard(String(frame.reason));
    heard(null);
    const whole =
      frame?.type === 'events_api' && !hasEvent(frame.payload) ? JSON.stringify(withEvent(frame)) : data;
    pass(whole, isBinary).catch((error: unknown) => {
      log.warn({ platform: 'slack', err: error }, 'a frame from Slack could not be handled');
    });
  });
}

type Frame = { readonly type?: unknown; readonly reason?: unknown; readonly payload?: unknown };

function readFrame(data: unknown): Frame | null {
  try {
    const frame: unknown = JSON.parse(String(data));
    return typeof frame === 'object' ? frame : null;
  } catch {
    return null;
  }
}

/** An envelope such as app_rate_limited, with an event of the same type put in, so that it can be acknowledged. */
function withEvent(frame: Frame): Frame {
  const payload = typeof frame.payload === 'object' ? { ...frame.payload } : {};
  const type = 'type' in payload ? String(payload.type) : 'unknown';
  return { ...frame, payload: { ...payload, event: { type } } };
}

function hasEvent(payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null || !('event' in payload)) return false;
  const { event } = payload;
  return typeof event === 'object' && event !== null && 'type' in event;
}
