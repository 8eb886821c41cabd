import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chanceOf } from '../core/ledger/chance.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { openDiscordStage } from './discord-stage.ts';
import { MovedClock } from './moved-clock.ts';
import { playReminders, type RemindersOutcome, SEASONS, type Season } from './reminders-round.ts';
import { openSlackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

/**
 * `npm run faults:reminders -- [--kills N] [--seed S] [--platform slack|slack-http|slack-three|discord]
 * [--database sqlite|postgres] [--round N] [--each N] [--at-once N] [--keep]`
 *
 * The kills are shared out over the platforms and databases that are asked for, autumn and spring in turn. Lateness is
 * told of those reminders that somebody was there for and nobody died over.
 */

const PATIENCE_MS = 400_000;
const LAST_VISITS = 5;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    platform: { type: 'string' },
    database: { type: 'string' },
    round: { type: 'string', default: '14' },
    each: { type: 'string', default: '5' },
    'at-once': { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

type Place = {
  readonly name: string;
  readonly processes: number;
  openStage(now: () => number): Promise<Stage>;
};

const PLACES: readonly Place[] = [
  { name: 'slack', processes: 1, openStage: (now) => openSlackStage({ mode: 'socket', now }) },
  { name: 'slack-http', processes: 1, openStage: (now) => openSlackStage({ mode: 'http', now }) },
  { name: 'slack-three', processes: 3, openStage: (now) => openSlackStage({ mode: 'http', now }) },
  { name: 'discord', processes: 1, openStage: (now) => openDiscordStage(now) },
];

const kinds = ['sqlite', 'postgres'].filter(
  (kind) => values.database === undefined || kind === values.database,
);
const postgres = kinds.includes('postgres') ? await startPostgres() : null;
const combinations = PLACES.filter(
  ({ name }) => values.platform === undefined || name === values.platform,
).flatMap((place) => kinds.map((kind) => ({ place, kind })));
const sums = {
  ...{ kills: 0, amid: 0, promised: 0, said: 0, named: 0, overtaken: 0, moved: 0, cancelled: 0 },
  ...{ lost: 0, doubled: 0, wrong: 0, stale: 0 },
};
const latenessMs: number[] = [];
let bad = 0;
// Then everything that was started ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const each = Math.ceil(Number(values.kills) / combinations.length);
const waiting = combinations
  .flatMap((combination, at) => {
    const rounds = Math.ceil(each / Number(values.round));
    return Array.from({ length: rounds }, (_, index) => ({
      ...combination,
      // Each platform and each database has both.
      season: Object.keys(SEASONS)[(index + at + Math.floor(at / 2)) % 2] as Season,
      kills: Math.ceil(each / rounds),
    }));
  })
  .map((round, index) => ({ ...round, seed: Number(values.seed) + index }));

try {
  await Promise.all(Array.from({ length: Number(values['at-once']) }, work));
} finally {
  await postgres?.stop();
}
latenessMs.sort((a, b) => a - b);
console.log(JSON.stringify({ ...sums, ...lateness(latenessMs) }));
process.exit(bad === 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { place, kind, season, seed, kills } = next;
    const database = kind === 'sqlite' ? openSqlite() : await openPostgres(postgres?.url ?? '');
    await play(place, database, `seed ${seed} ${place.name} ${kind} ${season}`, {
      season,
      seed,
      kills,
    }).catch((error: unknown) => {
      bad += 1;
      console.log(`BAD  seed ${seed} ${place.name} ${kind}`, error, database.folder);
    });
  }
}

async function play(
  { processes, openStage }: Place,
  database: Database,
  name: string,
  { season, seed, kills }: { readonly season: Season; readonly seed: number; readonly kills: number },
): Promise<void> {
  const clock = new MovedClock(Date.parse(SEASONS[season].from));
  const stage = await openStage(clock.now);
  const setting = { stage, database, clock, processes, season, kills, patienceMs: PATIENCE_MS };
  const outcome = await playReminders({
    ...setting,
    chance: chanceOf(seed),
    each: Number(values.each),
    lastVisits: LAST_VISITS,
  });
  await stage.stop();
  await database.close();
  const { lost, doubled, wrong, stale, left, latenessMs: late, seen, ...figures } = outcome;
  const problems = { lost, doubled, wrong, stale, left };
  const good = Object.values(problems).every((lines) => lines.length === 0);
  if (!good) bad += 1;
  if (good && !values.keep) database.remove();
  latenessMs.push(...late);
  add(outcome);
  console.log(`${good ? 'good' : 'BAD '} ${name} ${JSON.stringify({ ...figures, ...lateness(late) })}`);
  for (const [what, lines] of Object.entries(problems))
    for (const line of lines) console.log(`     ${what}: ${line}`);
  if (!good) writeFileSync(join(database.folder, 'seen.json'), JSON.stringify(seen, null, 2));
  if (!good) console.log(`     kept: ${database.folder}`);
}

function lateness(sorted: readonly number[]) {
  const at = (part: number) => Math.round((sorted[Math.ceil(sorted.length * part) - 1] ?? 0) / 100) / 10;
  return { attended: sorted.length, p50s: at(0.5), p99s: at(0.99), mosts: at(1) };
}

function add(outcome: RemindersOutcome): void {
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) {
    const found = outcome[key];
    sums[key] += typeof found === 'number' ? found : found.length;
  }
}
