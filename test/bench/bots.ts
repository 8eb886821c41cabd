import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measured } from './bench.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE_MS = 30_000;

/** A bot in a process of its own. */
export type RunningBot = { readonly pid: number; stop(): Promise<void> };

type Env = Readonly<Record<string, string>>;

/** The bot of this repository as an operator runs it, with a database of its own; resolves when it says it is ready. */
export async function startSplitproof(env: Env): Promise<RunningBot> {
  const opsPort = await freePort();
  return startOurs({ ...env, OPS_PORT: String(opsPort) }, async () => {
    const response = await fetch(`http://127.0.0.1:${opsPort}/readyz`).catch(() => null);
    await response?.arrayBuffer();
    return response?.ok === true;
  });
}

/** The same without anything that only watchers need; resolves when the platforms see it. */
export function startSplitproofAlone(env: Env, isThere: () => boolean): Promise<RunningBot> {
  return startOurs(env, async () => isThere());
}

async function startOurs(env: Env, isReady: () => Promise<boolean>): Promise<RunningBot> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-bench-'));
  const child = start([join(ROOT, 'bin/splitproof.mjs'), 'start'], {
    DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`,
    ...env,
    LOG_LEVEL: 'error',
  });
  const bot = running(child, () => rmSync(folder, { recursive: true, force: true }));
  await until('Splitproof to be ready', bot, child, isReady);
  return bot;
}

/** @param args see children/bare.ts */
export async function startBare(args: readonly string[], env: Env): Promise<RunningBot> {
  const child = start([join(import.meta.dirname, 'children/bare.ts'), ...args], env);
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const bot = running(child, () => {});
  await until(`the bare bot (${args.join(' ')})`, bot, child, async () => said.includes('ready'));
  return bot;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function start(args: readonly string[], env: Env): ChildProcess {
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  return spawn(process.execPath, args, {
    cwd: tmpdir(),
    env: { PATH, NODE_OPTIONS, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

function running(child: ChildProcess, after: () => void): RunningBot {
  const { pid } = child;
  measured(pid !== undefined, 'a bot that does not start');
  return {
    pid,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
        await ended;
        clearTimeout(timer);
      }
      after();
    },
  };
}

async function until(
  what: string,
  bot: RunningBot,
  child: ChildProcess,
  look: () => Promise<boolean>,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end && child.exitCode === null) {
    if (await look()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await bot.stop();
  measured(false, `waited in vain for ${what}; exit code ${child.exitCode}`);
}
