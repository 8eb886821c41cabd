import { setTimeout as pause } from 'node:timers/promises';
import { check, type Report } from './check.ts';
import { readLedger } from './ledger.ts';
import { People, START_PATIENCE_MS } from './people.ts';
import { Running, type Setting, SOON_MS, settle, verify } from './running.ts';

/** A life ends among the requests that it makes, or when it has lasted long enough. */
const MOST_REQUESTS = 60;
const LONGEST_LIFE_MS = 5000;

export type Round = Setting & {
  readonly kills: number;
  /** Kinds of jobs that have to be done in the end; all of them when left out. */
  readonly kinds?: readonly string[];
};

export type Outcome = Report & {
  readonly kills: number;
  /** How often somebody put an emoji on a message or took it off. */
  readonly acts: number;
  /** How many of those while no process could hear of it. */
  readonly unheard: number;
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

const MOST_STARTS = 3;

/**
 * Until nothing is left to do, even by what was still under way when everything seemed done: a command that was taken
 * and not written down yet asks for its posts while the process stops, and the next one makes them.
 */
async function settleAndStop(round: Round, running: Running) {
  const kinds = round.kinds ?? [];
  for (let starts = 1; ; starts += 1) {
    await running.fill();
    const settled = await settle(round, ...kinds);
    await running.stop();
    if (settled.left.length > 0 || starts === MOST_STARTS) return settled;
    const late = await round.database.waiting(Date.now() + SOON_MS, kinds);
    if (late.length === 0) return settled;
  }
}

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
  while (kills < round.kills) {
    await running.fill();
    // One in four dies while it starts.
    if (chance.below(4) > 0) await people.live(START_PATIENCE_MS, stage.isConnected);
    const last = stage.requests() + chance.below(MOST_REQUESTS);
    await people.live(chance.below(LONGEST_LIFE_MS), async () => stage.requests() >= last);
    await pause(chance.below(30));
    kills += await running.killSome();
    if (running.count() === 0) people.actUnheard(chance.below(4));
    await pause(chance.below(200));
  }
  stage.calm();
  const { settledMs, left } = await settleAndStop(round, running);
  const ledger = readLedger(await database.entries());
  return {
    ...check(stage, ledger, people.history),
    ...{ kills, acts: people.history.length, unheard: people.unheard, settledMs },
    entries: ledger.size,
    marks: ledger.marks.length,
    reconciled: ledger.marks.filter(({ seen }) => seen === 'reconciled').length,
    completed: ledger.versions.flatMap(({ completed }) => completed).length,
    left: [...left, ...(await database.givenUp())],
    verdict: await verify(database),
  };
}
