import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../bench/bots.ts';
import type { Chance } from '../core/ledger/chance.ts';
import { check } from './check.ts';
import type { Database } from './database.ts';
import { readLedger } from './ledger.ts';
import { type Process, runShell, startProcess } from './process.ts';
import type { Stage } from './stage.ts';

export type Setting = {
  readonly stage: Stage;
  readonly database: Database;
  readonly chance: Chance;
  /** Side by side on the one database. */
  readonly processes: number;
  /** How long everything may take to settle. */
  readonly patienceMs: number;
  /** What a process is told besides, as it starts. */
  readonly told?: () => Readonly<Record<string, string>>;
};

/** The processes: as many as there should be, each with a port that stays its own. */
export class Running {
  readonly #setting: Setting;
  readonly #ports: number[] = [];
  readonly #running: (Process | null)[];

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#running = Array.from({ length: setting.processes }, () => null);
  }

  count(): number {
    return this.#running.filter((one) => one !== null && !one.hasEnded()).length;
  }

  async fill(): Promise<void> {
    const { stage, database, told } = this.#setting;
    for (const [index, one] of this.#running.entries()) {
      if (one !== null && !one.hasEnded()) continue;
      this.#ports[index] ??= await freePort();
      const variables = { ...database.variables, ...stage.variables(this.#ports[index]), ...told?.() };
      this.#running[index] = startProcess(database.folder, variables);
    }
    stage.listenAt(this.#ports);
  }

  /** One of them, or all. @returns how many */
  async killSome(): Promise<number> {
    const { chance } = this.#setting;
    const alive = this.#running.filter((one): one is Process => one !== null && !one.hasEnded());
    const chosen = chance.below(3) > 0 && alive.length > 1 ? [chance.pick(alive)] : alive;
    await Promise.all(chosen.map((one) => one.kill()));
    return chosen.length;
  }

  /** @returns how many */
  async killAll(): Promise<number> {
    const alive = this.#running.filter((one): one is Process => one !== null && !one.hasEnded());
    await Promise.all(alive.map((one) => one.kill()));
    return alive.length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((one) => one?.stop()));
  }

  /** Whatever happened, none of them stays behind. */
  async end(): Promise<void> {
    await Promise.all(this.#running.map((one) => one?.kill()));
  }
}

const LOOK_MS = 500;
/** Reminders are due days from now, all else within minutes. */
export const SOON_MS = 3_600_000;

/**
 * Wait until nothing is left to do and the ledger agrees with the platform; at most for as long as patience lasts.
 *
 * @param kinds of jobs that have to be done; all of them when left out
 */
export async function settle({ stage, database, patienceMs }: Setting, ...kinds: readonly string[]) {
  const since = performance.now();
  for (;;) {
    await pause(LOOK_MS);
    const settledMs = Math.round(performance.now() - since);
    if (settledMs > patienceMs)
      return { settledMs, left: await database.waiting(Date.now() + SOON_MS, kinds) };
    if (!(await stage.isConnected()) || !stage.isQuiet()) continue;
    const left = await database.waiting(Date.now() + SOON_MS, kinds);
    if (left.length === 0 && isSame(stage, await database.entries())) return { settledMs, left };
  }
}

function isSame(stage: Stage, rows: Awaited<ReturnType<Database['entries']>>): boolean {
  const { lost, phantom } = check(stage, readLedger(rows), []);
  return lost.length + phantom.length === 0;
}

/** The ledger taken out and checked by the words of the shell. */
export async function verify({ folder, variables }: Database): Promise<string> {
  const out = await runShell(folder, ['evidence', 'out'], variables);
  if (out.code !== 0) return `not taken out: ${out.said}`;
  const { code, said } = await runShell(folder, ['verify', 'out'], variables);
  return code === 0 ? 'verified' : said;
}
