import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../bench/bots.ts';

const BIN = join(import.meta.dirname, '../../bin/splitproof.mjs');
const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 30;

/** The bot as an operator runs it, in a process of its own that can be ended and begun again on the same database. */
export type BotProcess = {
  /** Resolves when it says that it is ready. */
  start(): Promise<void>;
  /** As a service manager does it. */
  stop(): Promise<void>;
  /** Ends it, and its database. */
  close(): Promise<void>;
  /** A word of the shell, with the same variables and database: its exit code and all that it says. */
  shell(...args: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }>;
};

export function openBotProcess(variables: Readonly<Record<string, string>>): BotProcess {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-process-'));
  let child: ChildProcess | null = null;

  function run(args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const { PATH = '', NODE_OPTIONS = '' } = process.env;
    const running = spawn(process.execPath, [BIN, ...args], {
      cwd: folder,
      env: {
        ...{ PATH, NODE_OPTIONS, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...variables, ...more },
        DATABASE_URL: `sqlite:${join(folder, 'bot.db')}`,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [running.stdout, running.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    }
    return { running, said: () => said };
  }

  async function stop(): Promise<void> {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }

  return {
    async start() {
      const port = await freePort();
      const { running, said } = run(['start'], { OPS_PORT: String(port) });
      child = running;
      const patience = AbortSignal.timeout(PATIENCE_MS);
      while (!(await isReady(port))) {
        if (patience.aborted || running.exitCode !== null)
          throw new Error(`The bot does not start:\n${said()}`);
        await delay(LOOK_AGAIN_MS);
      }
    },
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
    async shell(...args) {
      const { running, said } = run(args);
      const [code] = await once(running, 'close');
      return { code, said: said() };
    },
  };
}

async function isReady(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
  await response?.arrayBuffer();
  return response?.ok === true;
}
