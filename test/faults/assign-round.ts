import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { House } from '../../src/bot/command.ts';
import { addSeries } from '../../src/catalog/giving/keep-series.ts';
import type { Range } from '../../src/core/assignment.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { insertItems } from '../../src/store/catalog-items.ts';
import { openStore } from '../../src/store/database.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { openHeads } from '../../src/store/evidence-heads.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import type { Chance } from '../core/ledger/chance.ts';
import { bareHouse } from '../support/bare-house.ts';
import { type CodesReport, checkCodes, type Phase } from './assign-check.ts';
import type { CopiedDatabase } from './assign-database.ts';
import { readLines, recordingId } from './assign-lines.ts';
import { runShell } from './process.ts';

export type CodesSetting = {
  readonly database: CopiedDatabase;
  readonly chance: Chance;
  readonly processes: number;
  /** Recordings of each process. */
  readonly each: number;
  readonly kills: number;
  /** Whether the ledger is taken out and checked by the words of the shell in the end. */
  readonly verifies: boolean;
  /** Told now and then how many codes were told to somebody. */
  readonly progress?: (told: number) => void;
};

/** What a process is told when it starts. */
export type ChildTask = {
  readonly url: string;
  readonly heads: string;
  readonly key: string;
  readonly team: string;
  readonly out: string;
  readonly index: number;
  readonly processes: number;
  readonly each: number;
  readonly extra: number;
  readonly seed: number;
};

export type CodesOutcome = CodesReport & {
  readonly kills: number;
  readonly seconds: number;
  /** What a verifier that knows nothing of this says of the ledger. */
  readonly verdict: string;
};

const TEAM = 't_codes';
const CHILD = join(import.meta.dirname, 'children', 'give-codes.ts');
/** When an older state is kept, and when it is put in place of the newer one: parts of all codes. */
const KEPT_AT = 0.3;
const PUT_BACK_AT = 0.55;
/** How often each process has to be refused by the older state before the newer one comes back. */
const REFUSALS = 3;
const PATIENCE_MS = 60_000;
const LOOK_MS = 30;

/**
 * Many processes give codes to their own recordings and now and then to each other's, remove some, register codes from
 * elsewhere, ask with a wrong clock, and are killed at random moments. In between a backup is put in the database's
 * place: until the newer state is back, nothing may be given.
 */
export async function playCodes(setting: CodesSetting): Promise<CodesOutcome> {
  const begun = performance.now();
  const { database, processes, each, kills, chance } = setting;
  const extra = Math.max(2, Math.ceil(each / 25));
  const key = join(database.folder, 'key.pem');
  const heads = join(database.folder, 'heads');
  await prepare(setting, extra, key, heads);
  const crew = new Crew(setting, { url: database.url, heads, key, team: TEAM, processes, each, extra });
  const all = processes * each;
  const moments = Array.from({ length: kills }, () => chance.below(all)).sort((a, b) => a - b);
  /** How many codes were new to whoever was told them when the older state was kept: it has to lack some. */
  let older: number | null = null;
  let restored: Phase[] = [];
  let killed = 0;
  try {
    crew.fill();
    while (!crew.areDone()) {
      await pause(LOOK_MS);
      const told = crew.told();
      setting.progress?.(told);
      if (older === null && told >= all * KEPT_AT) {
        killed += await crew.killAll();
        await database.keep('older');
        crew.told();
        older = crew.fresh();
      } else if (
        restored.length === 0 &&
        older !== null &&
        told >= all * PUT_BACK_AT &&
        crew.fresh() > older
      ) {
        killed += await crew.killAll();
        restored = await liveWithTheOlder(crew, database);
      }
      while (moments.length > 0 && (moments[0] ?? 0) <= told) {
        moments.shift();
        killed += chance.below(8) === 0 ? await crew.killAll() : await crew.killOne();
      }
      crew.fill();
    }
  } finally {
    await crew.killAll();
  }
  const report = await checkCodes(database, crew.files(), restored);
  const seconds = Math.round((performance.now() - begun) / 1000);
  const verdict = setting.verifies ? await verify(database, key, heads) : 'not asked';
  return { ...report, kills: killed, seconds, verdict };
}

/** @returns from where to where each process wrote meanwhile */
async function liveWithTheOlder(crew: Crew, database: CopiedDatabase): Promise<Phase[]> {
  await database.keep('newer');
  await database.putBack('older');
  const from = crew.ends();
  crew.fill();
  const since = performance.now();
  for (;;) {
    await pause(LOOK_MS);
    crew.told();
    crew.fill();
    const refused = crew
      .files()
      .map((file, index) => readLines(file, from[index]).lines.filter((line) => 'refused' in line).length);
    if (refused.every((count, index) => count >= REFUSALS || crew.isDone(index))) break;
    if (performance.now() - since > PATIENCE_MS) break;
  }
  await crew.killAll();
  const to = crew.ends();
  await database.putBack('newer');
  return crew.files().map((file, index) => ({ file, from: from[index] ?? 0, to: to[index] ?? 0 }));
}

const running = new Set<ChildProcess>();

/** Whoever ends a run early leaves no process behind. */
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** The processes, each with a file of what it did. */
class Crew {
  readonly #setting: CodesSetting;
  readonly #task: Omit<ChildTask, 'out' | 'index' | 'seed'>;
  readonly #running: (ChildProcess | null)[];
  readonly #seen: { end: number; done: boolean }[];
  readonly #told = new Set<string>();
  #fresh = 0;
  readonly #said: number;
  #starts = 0;

  constructor(setting: CodesSetting, task: Omit<ChildTask, 'out' | 'index' | 'seed'>) {
    this.#setting = setting;
    this.#task = task;
    this.#running = Array.from({ length: setting.processes }, () => null);
    this.#seen = this.#running.map(() => ({ end: 0, done: false }));
    this.#said = openSync(join(setting.database.folder, 'said.log'), 'a');
  }

  files(): readonly string[] {
    return this.#running.map((_, index) => join(this.#setting.database.folder, `told-${index}.jsonl`));
  }

  /** How many recordings got a code that somebody was told. */
  told(): number {
    for (const [index, file] of this.files().entries()) {
      const seen = this.#seen[index];
      if (seen === undefined) continue;
      const { lines, end } = readLines(file, seen.end);
      seen.end = end;
      for (const line of lines) {
        if ('told' in line) {
          for (const [recording] of line.told) this.#told.add(recording);
          this.#fresh += line.fresh;
        }
        if ('done' in line) seen.done = true;
      }
    }
    return this.#told.size;
  }

  fresh(): number {
    return this.#fresh;
  }

  isDone(index: number): boolean {
    return this.#seen[index]?.done ?? false;
  }

  areDone(): boolean {
    return this.#seen.every(({ done }) => done);
  }

  ends(): readonly number[] {
    return this.files().map((file) => readLines(file).end);
  }

  fill(): void {
    const { chance } = this.#setting;
    for (const [index, child] of this.#running.entries()) {
      if (this.isDone(index) || (child !== null && child.exitCode === null && child.signalCode === null))
        continue;
      this.#starts += 1;
      const out = this.files()[index] ?? '';
      const task: ChildTask = { ...this.#task, out, index, seed: chance.below(2 ** 31) };
      const started = spawn(process.execPath, [CHILD, JSON.stringify(task)], {
        stdio: ['ignore', this.#said, this.#said],
      });
      running.add(started);
      started.once('exit', () => running.delete(started));
      this.#running[index] = started;
    }
  }

  async killOne(): Promise<number> {
    const alive = this.#alive();
    if (alive.length > 0) await kill(this.#setting.chance.pick(alive));
    return Math.min(1, alive.length);
  }

  async killAll(): Promise<number> {
    const alive = this.#alive();
    await Promise.all(alive.map(kill));
    return alive.length;
  }

  #alive(): readonly ChildProcess[] {
    return this.#running.filter(
      (child): child is ChildProcess =>
        child !== null && child.exitCode === null && child.signalCode === null,
    );
  }
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

const CONTENT: RecordingContent = {
  ...{ title: 'Night Bus', latin: null, others: [], versionKind: 'original', versionTitle: null },
  ...{ mainArtist: 'Ana', performers: [], durationMs: 221_000, versionOf: null, samples: null, audio: null },
};

/** Prefixes for all of it and a bit more, one of them in pieces that are used in another order than they count. */
function prefixesFor(count: number): readonly (readonly [name: string, ranges: readonly Range[]])[] {
  const room = Math.min(99_999, Math.ceil(count * 1.3) + 500);
  const third = Math.floor(room / 3);
  return [
    ['QZAB1', [[1, room]]],
    [
      'QZAB2',
      [
        [2 * third + 1, room],
        [1, third],
        [third + 1, 2 * third],
      ],
    ],
    ['QZAB3', [[1, room]]],
  ];
}

async function prepare(
  { database, processes, each }: CodesSetting,
  extra: number,
  keyFile: string,
  heads: string,
): Promise<void> {
  const { privateKey: key } = generateKeyPairSync('ed25519');
  writeFileSync(keyFile, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  // Made by whoever asks first.
  await database.ask('select 1');
  const now = () => new Date();
  const store = await openStore(database.url, { now: now() });
  const { db } = store;
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
  const evidence = openEvidence({ key, origin: 'splitproof', heads: openHeads(heads), now, randomHex });
  const house = {
    ...bareHouse,
    db,
    evidence,
    now,
    randomHex,
    newId: () => randomHex(10),
    prefixes: builtInPrefixes,
  } as House;
  await db.insertInto('team').values({ id: TEAM, created_at: Date.now() }).execute();
  for (const [name, ranges] of prefixesFor(processes * each)) {
    const moment = { at: now().toISOString(), year: now().getUTCFullYear() };
    const wanted = { scheme: 'isrc', name, length: null, ranges } as const;
    await inTransaction(db, (transaction) => addSeries(house, transaction, TEAM, wanted, moment, null));
  }
  for (let process = 0; process < processes; process += 1) {
    const ids = [
      ...Array.from({ length: each }, (_, index) => recordingId(process, index)),
      ...Array.from({ length: extra }, (_, index) => recordingId(process, index, true)),
    ];
    await inTransaction(db, (transaction) =>
      insertItems(
        transaction,
        TEAM,
        'recording',
        ids.map((id) => ({ id, content: CONTENT })),
        now(),
      ),
    );
  }
  await store.close();
}

async function verify({ folder, url }: CopiedDatabase, key: string, heads: string): Promise<string> {
  const variables = { DATABASE_URL: url, EVIDENCE_KEY: key, EVIDENCE_HEADS: heads };
  const out = await runShell(folder, ['evidence', 'out'], variables);
  if (out.code !== 0) return `not taken out: ${out.said}`;
  const { code, said } = await runShell(folder, ['verify', 'out'], variables);
  return code === 0 ? 'verified' : said;
}
