import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

const BIN = join(import.meta.dirname, '../../bin/splitproof.mjs');

/** The bot in a process of its own. */
export type Process = {
  hasEnded(): boolean;
  /** Without a word, as when the power goes. */
  kill(): Promise<void>;
  /** As a service manager does it. */
  stop(): Promise<void>;
};

const running = new Set<ChildProcess>();

/** Whoever ends a run early leaves no bot behind. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts the bot as an operator does; what it says is added to a file. */
export function startProcess(
  folder: string,
  variables: Readonly<Record<string, string>>,
  said = 'said.log',
): Process {
  const out = openSync(join(folder, said), 'a');
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  const child = spawn(process.execPath, [BIN, 'start'], {
    cwd: folder,
    env: { PATH, NODE_OPTIONS, NODE_ENV: 'production', LOG_LEVEL: 'warn', ...variables },
    stdio: ['ignore', out, out],
  });
  closeSync(out);
  running.add(child);
  const ended = once(child, 'exit').then(() => running.delete(child));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
    if (hasEnded()) return;
    child.kill(signal);
    await ended;
  };
  return { hasEnded, kill: () => end('SIGKILL'), stop: () => end('SIGTERM') };
}

/** Runs a word of the shell to its end. */
export async function runShell(
  folder: string,
  args: readonly string[],
  variables: Readonly<Record<string, string>>,
): Promise<{ readonly code: number; readonly said: string }> {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, [BIN, ...args], {
    cwd: folder,
    env: { PATH, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const [code] = await once(child, 'close');
  return { code: Number(code ?? -1), said: said.trim() };
}
