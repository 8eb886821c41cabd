import { expect, it } from 'vitest';
import { chanceOf } from '../core/ledger/chance.ts';
import { injectedPostgres } from '../support/injected.ts';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { openDiscordStage } from './discord-stage.ts';
import { MovedClock } from './moved-clock.ts';
import { checkReminders, readPost, type Seen } from './reminders-check.ts';
import { changesOf, DAY_MS, tenIn } from './reminders-promised.ts';
import { playReminders, type RemindersOutcome, SEASONS, type Season } from './reminders-round.ts';
import { openSlackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

/** A process starts slowly on a machine that has other things to do; else all of this takes seconds. */
const PATIENCE_MS = 120_000;

/** What nobody acknowledged comes again, sooner than at Slack. */
const SOON = [0, 1000, 3000];

async function play(
  openStage: (now: () => number) => Promise<Stage>,
  database: Database,
  season: Season,
): Promise<RemindersOutcome> {
  const clock = new MovedClock(Date.parse(SEASONS[season].from));
  const stage = await openStage(clock.now);
  try {
    const setting = { stage, database, clock, season, processes: 1, patienceMs: PATIENCE_MS / 2 };
    return await playReminders({
      ...setting,
      chance: chanceOf(20_261_128),
      kills: 1,
      each: 1,
      lastVisits: 0,
    });
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
    'spring',
    (now: () => number) => openSlackStage({ mode: 'socket', retryDelaysMs: SOON, now }),
    async () => openSqlite(),
  ],
  ['Discord and PostgreSQL', 'autumn', openDiscordStage, postgres],
] as const)(
  'a bot killed over its reminders says each once, at ten, or names it once as missed: %s',
  { timeout: PATIENCE_MS },
  async (_name, season, openStage, openDatabase) => {
    const outcome = await play(openStage, await openDatabase(), season);
    const { lost, doubled, wrong, stale, left, seen } = outcome;
    expect({ lost, doubled, wrong, stale, left }).toEqual({
      lost: [],
      doubled: [],
      wrong: [],
      stale: [],
      left: [],
    });
    expect(outcome.kills).toBe(1);
    expect(outcome.said).toBeGreaterThan(0);
    expectTheCheckerToSee(seen);
  },
);

/** What must not be is brought about by hand, and the checker has to find it. */
function expectTheCheckerToSee(seen: Seen): void {
  const { posts, promised } = seen;
  const post = posts.findLast((one) => readPost(one)?.isAfter)!;
  const { title = '' } = readPost(post) ?? {};
  const others = posts.filter((one) => one !== post);
  const look = (changed: Partial<Seen>) => checkReminders({ ...seen, ...changed });
  expect(look({ posts: others }).lost).toEqual([expect.stringContaining(title)]);
  expect(look({ posts: [...posts, { ...post, id: 'again' }] }).doubled).toEqual([
    expect.stringContaining(title),
  ]);
  const early = { ...post, atMs: post.atMs - 60 * DAY_MS };
  expect(look({ posts: [...others, early] }).wrong).toEqual([expect.stringContaining('before its time')]);
  const cancelled = promised.map((one) =>
    one.title === title ? { ...one, untilMs: post.atMs - DAY_MS } : one,
  );
  expect(look({ promised: cancelled }).stale).toContainEqual(expect.stringContaining(title));
  const elsewhere = seen.untouched.map((job) => ({ ...job, dueMs: job.dueMs + DAY_MS / 24 }));
  expect(look({ untouched: elsewhere }).wrong.length).toBe(elsewhere.length);
}

it('reckons ten in the morning by the clocks of a zone, whatever they do', () => {
  expect(changesOf('Pacific/Chatham', '2026-09-10', '2027-05-01')).toEqual(['2026-09-27', '2027-04-04']);
  const at = (day: string, zone: string) => new Date(tenIn(day, zone)).toISOString();
  expect(at('2026-09-26', 'Pacific/Chatham')).toBe('2026-09-25T21:15:00.000Z');
  expect(at('2026-09-27', 'Pacific/Chatham')).toBe('2026-09-26T20:15:00.000Z');
  expect(at('2027-03-28', 'Europe/Berlin')).toBe('2027-03-28T08:00:00.000Z');
});
