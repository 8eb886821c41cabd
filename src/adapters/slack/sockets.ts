import { setTimeout as pause } from 'node:timers/promises';
import type { Services } from '../../bot/adapter.ts';
import { StartError } from '../../bot/start-error.ts';
import { backoffMs } from './backoff.ts';
import { reasonOf } from './errors.ts';
import { deadTokenSentence } from './identity.ts';
import { type Line, type LineParts, openLine } from './socket-line.ts';

/** With two connections, the loss of one is no gap; Slack sends each event over one of them. */
const LINES = 2;

export type Sockets = {
  /** Resolves when the first connection is open. @throws StartError when Slack does not take the token */
  start(): Promise<void>;
  /** null when events reach us. */
  whyNotReady(): string | null;
  stop(): Promise<void>;
};

export type SocketParts = LineParts & {
  readonly services: Services;
  /** Events may have been missed since then. */
  gap(since: Date): void;
};

type Kept = { line: Line | null; retiring: boolean };

/**
 * Keep two Socket Mode connections open.
 *
 * When Slack recycles one, its successor is opened before it is closed. When one breaks, another is opened at once,
 * and after that ever more patiently.
 */
export function createSockets(parts: SocketParts): Sockets {
  const { services, log } = parts;
  const lines = new Set<Kept>();
  const stopping = new AbortController();
  let failures = 0;
  let away: Date | null = null;
  let trouble = 'no connection has been opened yet';

  const current = () => [...lines].filter(({ retiring }) => !retiring);

  function fill(): void {
    while (!stopping.signal.aborted && current().length < LINES) void keep();
  }

  /** Open one connection and look after it. Gives up only for a token that will never work. */
  async function keep(): Promise<void> {
    const kept: Kept = { line: null, retiring: false };
    lines.add(kept);
    while (!stopping.signal.aborted) {
      try {
        await open(kept);
        return;
      } catch (error) {
        const sentence = deadTokenSentence(error, 'SLACK_APP_TOKEN');
        if (sentence !== null) {
          lines.delete(kept);
          trouble = sentence;
          // The other connection will be told the same.
          if (!stopping.signal.aborted) services.fail(sentence);
          stopping.abort();
          return;
        }
        await recover(error);
      }
    }
    lines.delete(kept);
  }

  async function open(kept: Kept): Promise<void> {
    const line = await openLine(parts, {
      retiring: (reason) => retire(kept, reason),
      closed: () => lost(kept),
    });
    kept.line = line;
    failures = 0;
    if (stopping.signal.aborted) return line.close();
    tellGap();
    for (const other of lines) if (other.retiring) void other.line?.close();
  }

  async function recover(error: unknown): Promise<void> {
    failures += 1;
    trouble = reasonOf(error);
    const waitMs = backoffMs(failures, services.random());
    log.warn({ platform: 'slack', reason: trouble, waitMs }, 'no connection to Slack; trying again');
    await pause(waitMs, undefined, { signal: stopping.signal }).catch(() => {});
  }

  function retire(kept: Kept, reason: string): void {
    kept.retiring = true;
    if (reason === 'warning' || reason === 'refresh_requested') {
      fill();
      return;
    }
    // The app has too many connections, or Socket Mode was switched off: a new one at once would not help.
    trouble = reason;
    failures += 1;
    void kept.line?.close();
  }

  function lost(kept: Kept): void {
    if (!lines.delete(kept) || stopping.signal.aborted) return;
    if (!kept.retiring || !isOpen()) away ??= kept.line?.lastHeard() ?? parts.now();
    tellGap();
    if (failures === 0) fill();
    else void recover(new Error(trouble)).then(fill);
  }

  /** What was missed can only be looked up once we hear again: what happens meanwhile would be missed once more. */
  function tellGap(): void {
    if (away === null || !isOpen()) return;
    parts.gap(away);
    away = null;
  }

  const isOpen = () => [...lines].some(({ line }) => line !== null);

  return {
    async start() {
      // The first one by itself, so that a wrong token is said once.
      const kept: Kept = { line: null, retiring: false };
      lines.add(kept);
      try {
        await open(kept);
      } catch (error) {
        lines.delete(kept);
        const sentence = deadTokenSentence(error, 'SLACK_APP_TOKEN');
        if (sentence !== null) throw new StartError(sentence);
        await recover(error);
      }
      fill();
    },
    whyNotReady: () => (isOpen() ? null : `No connection to Slack is open (${trouble}); trying again.`),
    async stop() {
      stopping.abort();
      await Promise.all([...lines].map(({ line }) => line?.close()));
    },
  };
}
