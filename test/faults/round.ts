import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../bench/bots.ts';
import type { Chance } from '../core/ledger/chance.ts';
import { check, type Report } from './check.ts';
import type { Database } from './database.ts';
import { readLedger } from './ledger.ts';
import { type Process, runShell, startProcess } from './process.ts';
import type { Deed, Stage } from './stage.ts';

export type Round = {
  readonly stage: Stage;
  readonly database: Database;
  readonly chance: Chance;
  readonly kills: number;
  /** Processes side by side on the one database. */
  readonly processes: number;
  /** How long everything may take to settle in the end. */
  readonly patienceMs: number;
};

export type Outcome = Report & {
  readonly kills: number;
  /** How often somebody put an emoji on a message or took it off. */
  readonly acts: number;
  /** How many of those while no process ran. */
  readonly unseen: number;
  readonly entries: number;
  readonly marks: number;
  readonly reconciled: number;
  readonly completed: number;
  readonly settledMs: number;
  /** What still waited when patience ran out, and what was given up. */
  readonly left: readonly string[];
  /** What `splitproof verify` says of the ledger taken out. */
  readonly verdict: string;
};

/** A room full of people, a bot that dies again and again, and a look at what is left. */
export async function playRound(round: Round): Promise<Outcome> {
  const running = new Running(round);
  try {
    return await play(round, running);
  } finally {
    await running.end();
  }
}

async function play(round: Round, running: Running): Promise<Outcome> {
  const { stage, database, chance } = round;
  const people = new People(stage, chance);
  await running.fill();
  await people.begin();
  let kills = 0;
  let unseen = 0;
  while (kills < round.kills) {
    await running.fill();
    // One in four dies while it starts.
    if (chance.below(4) > 0) await people.live(START_PATIENCE_MS, stage.isConnected);
    const last = stage.requests() + chance.below(MOST_REQUESTS);
    await people.live(chance.below(LONGEST_LIFE_MS), async () => stage.requests() >= last);
    await pause(chance.below(30));
    kills += await running.killSome();
    unseen += people.actUnseen(running.count() === 0 ? chance.below(4) : 0);
    await pause(chance.below(200));
  }
  stage.calm();
  await running.fill();
  const { settledMs, left } = await settle(round);
  await running.stop();
  const ledger = readLedger(await database.entries());
  return {
    ...check(stage, ledger, people.history),
    ...{ kills, acts: people.history.length, unseen, settledMs },
    entries: ledger.size,
    marks: ledger.marks.length,
    reconciled: ledger.marks.filter(({ seen }) => seen === 'reconciled').length,
    completed: ledger.versions.flatMap(({ completed }) => completed).length,
    left: [...left, ...(await database.givenUp())],
    verdict: await verify(database),
  };
}

/** The processes of a round: as many as there should be, each with a port that stays its own. */
class Running {
  readonly #round: Round;
  readonly #ports: number[] = [];
  readonly #running: (Process | null)[];

  constructor(round: Round) {
    this.#round = round;
    this.#running = Array.from({ length: round.processes }, () => null);
  }

  count(): number {
    return this.#running.filter((one) => one !== null && !one.hasEnded()).length;
  }

  async fill(): Promise<void> {
    const { stage, database } = this.#round;
    for (const [index, one] of this.#running.entries()) {
      if (one !== null && !one.hasEnded()) continue;
      this.#ports[index] ??= await freePort();
      const variables = { ...database.variables, ...stage.variables(this.#ports[index]) };
      this.#running[index] = startProcess(database.folder, variables);
    }
    stage.listenAt(this.#ports);
  }

  /** One of them, or all. @returns how many */
  async killSome(): Promise<number> {
    const { chance } = this.#round;
    const alive = this.#running.filter((one): one is Process => one !== null && !one.hasEnded());
    const chosen = chance.below(3) > 0 && alive.length > 1 ? [chance.pick(alive)] : alive;
    await Promise.all(chosen.map((one) => one.kill()));
    return chosen.length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((one) => one?.stop()));
  }

  /** Whatever happened, none of them stays behind. */
  async end(): Promise<void> {
    await Promise.all(this.#running.map((one) => one?.kill()));
  }
}

/** A process starts slowly on a machine that has other things to do. */
const START_PATIENCE_MS = 30_000;
/** A life ends among the requests that it makes, or when it has lasted long enough. */
const MOST_REQUESTS = 60;
const LONGEST_LIFE_MS = 8000;
const LONGEST_PAUSE_MS = 80;
const MOST_OPEN = 3;

/** What the people in the channel do, one thing after the other. */
class People {
  readonly #stage: Stage;
  readonly #chance: Chance;
  readonly history: Deed[] = [];
  #titles = 0;

  constructor(stage: Stage, chance: Chance) {
    this.#stage = stage;
    this.#chance = chance;
  }

  /** Two sheets stand before anything goes wrong. */
  async begin(): Promise<void> {
    const end = performance.now() + START_PATIENCE_MS;
    while (performance.now() < end && this.#sheets().length < 2) {
      await pause(1000);
      if ((await this.#stage.isConnected()) && this.#sheets().length < 2) this.#propose();
    }
  }

  /** For so long, or until something is so. */
  async live(forMs: number, isSo = async () => false): Promise<void> {
    const end = performance.now() + forMs;
    while (performance.now() < end && !(await isSo())) {
      await pause(this.#chance.below(LONGEST_PAUSE_MS));
      await this.#doSomething();
    }
  }

  /** @returns how much was done */
  actUnseen(times: number): number {
    const before = this.history.length;
    for (let left = times; left > 0; left -= 1) this.#react();
    return this.history.length - before;
  }

  async #doSomething(): Promise<void> {
    const isConnected = await this.#stage.isConnected();
    const die = this.#chance.below(100);
    if (die < 12 && isConnected) this.#stage.upset(this.#chance);
    else if (die < 22) this.#stage.repeat(this.#chance);
    else if (die < 40 && this.#open().length < MOST_OPEN && isConnected) this.#propose();
    else this.#react();
  }

  #sheets() {
    return this.#stage.posts().filter(({ text }) => /\bs_[a-z0-9]{16,}/.test(text));
  }

  #open() {
    return this.#sheets().filter(({ text }) => !text.includes('Agreed by everyone'));
  }

  #propose(): void {
    const [ana, bo, cy] = this.#stage.people as [string, string, string];
    this.#titles += 1;
    const parties = this.#chance.pick([
      [ana, bo],
      [ana, bo, cy],
      [bo, cy],
    ]);
    this.#stage.propose(this.#chance.pick([ana, bo]), `Song ${this.#titles}`, parties);
  }

  #react(): void {
    // Now and then on one that is agreed, where it changes nothing but is kept.
    const sheets = this.#chance.below(10) === 0 ? this.#sheets() : this.#open();
    if (sheets.length === 0) return;
    const sheet = this.#chance.pick(sheets);
    const account = this.#chance.pick(this.#stage.people);
    const { approving, disputing } = this.#stage;
    const has = (emoji: string) =>
      sheet.reactions.some((one) => one.account === account && one.emoji === emoji);
    const disputes = disputing.filter(has);
    // Else nobody would ever agree.
    const emoji =
      disputes.length > 0 && this.#chance.below(2) === 0
        ? this.#chance.pick(disputes)
        : this.#chance.pick(this.#chance.below(6) === 0 ? disputing : approving);
    const isThere = this.#stage.toggle(account, sheet.id, emoji);
    this.history.push({ atMs: Date.now(), post: sheet.id, account, emoji, isThere });
  }
}

const LOOK_MS = 500;
/** Reminders are due days from now, all else within minutes. */
const SOON_MS = 3_600_000;

/** Wait until nothing is left to do; at most for as long as patience lasts. */
async function settle({ stage, database, patienceMs }: Round) {
  const since = performance.now();
  for (;;) {
    await pause(LOOK_MS);
    const settledMs = Math.round(performance.now() - since);
    if (settledMs > patienceMs) return { settledMs, left: await database.waiting(Date.now() + SOON_MS) };
    if (!(await stage.isConnected()) || !stage.isQuiet()) continue;
    const left = await database.waiting(Date.now() + SOON_MS);
    if (left.length === 0 && isSame(stage, await database.entries())) return { settledMs, left };
  }
}

function isSame(stage: Stage, rows: Awaited<ReturnType<Database['entries']>>): boolean {
  const { lost, phantom } = check(stage, readLedger(rows), []);
  return lost.length + phantom.length === 0;
}

/** The ledger taken out and checked by the words of the shell. */
async function verify({ folder, variables }: Database): Promise<string> {
  const out = await runShell(folder, ['evidence', 'out'], variables);
  if (out.code !== 0) return `not taken out: ${out.said}`;
  const { code, said } = await runShell(folder, ['verify', 'out'], variables);
  return code === 0 ? 'verified' : said;
}
