import { expect, it } from 'vitest';
import { chanceOf } from '../core/ledger/chance.ts';
import { injectedPostgres } from '../support/injected.ts';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { openDiscordStage } from './discord-stage.ts';
import { playRepeats } from './repeats.ts';
import { playRound } from './round.ts';
import type { Setting } from './running.ts';
import { openSlackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

/** A process starts slowly on a machine that has other things to do; else all of this takes seconds. */
const PATIENCE_MS = 120_000;

/** What nobody acknowledged comes again, sooner than at Slack. */
const SOON = [0, 1000, 3000];

/** Tests that run side by side each clear away their own. */
async function play<T>(
  stage: Stage,
  database: Database,
  processes: number,
  body: (setting: Setting) => Promise<T>,
): Promise<T> {
  try {
    const chance = chanceOf(20_261_128);
    return await body({ stage, database, chance, processes, patienceMs: PATIENCE_MS / 2 });
  } finally {
    await stage.stop();
    await database.close();
    database.remove();
  }
}

const postgres = (): Promise<Database> => openPostgres(injectedPostgres());

it.concurrent.each([
  [
    'Slack and SQLite',
    () => openSlackStage({ mode: 'socket', retryDelaysMs: SOON }),
    async () => openSqlite(),
  ],
  ['Discord and PostgreSQL', () => openDiscordStage(), postgres],
] as const)(
  'a bot killed again and again loses and doubles nothing: %s',
  {
    timeout: PATIENCE_MS,
  },
  async (_name, openStage, openDatabase) => {
    // Messages that were in hand at a kill take a while to come: the long run waits for them.
    const outcome = await play(await openStage(), await openDatabase(), 1, (setting) =>
      playRound({ ...setting, kills: 3, kinds: ['look'] }),
    );
    const { lost, phantom, problems, verdict } = outcome;
    expect({ lost, phantom, problems, verdict }).toEqual({
      lost: [],
      phantom: [],
      problems: [],
      verdict: 'verified',
    });
    expect(outcome.kills).toBe(3);
    expect(outcome.marks).toBeGreaterThan(0);
  },
);

it('events that come once to eleven times, in any order and over three processes, leave one entry for each change', {
  timeout: PATIENCE_MS,
}, async () => {
  const slack = await openSlackStage({ mode: 'http', retryDelaysMs: SOON });
  const { deliveries, changes, marks, problems, verdict } = await play(
    slack,
    await postgres(),
    3,
    (setting) => playRepeats(setting, 6),
  );
  expect({ marks, problems, verdict }).toEqual({ marks: changes, problems: [], verdict: 'verified' });
  expect(changes).toBeGreaterThan(3);
  expect(deliveries).toBeGreaterThan(4 * changes);
});
