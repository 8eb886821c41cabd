import { parseArgs } from 'node:util';
import { chanceOf } from '../core/ledger/chance.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { openDiscordStage } from './discord-stage.ts';
import { type Outcome, playRound } from './round.ts';
import { openSlackStage } from './slack-stage.ts';
import type { Stage } from './stage.ts';

/**
 * `npm run faults -- [--kills N] [--seed S] [--platform slack|slack-http|slack-three|discord]
 * [--database sqlite|postgres] [--round N] [--at-once N] [--keep]`
 *
 * The kills are shared out over the platforms and databases that are asked for. The same seed has the same people do
 * the same things in the same order; when exactly a process dies is up to the machine.
 */

/** Kills in one round: then everything has to settle, and is held against the ledger. */
const KILLS_A_ROUND = 25;
const PATIENCE_MS = 400_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    platform: { type: 'string' },
    database: { type: 'string' },
    round: { type: 'string', default: String(KILLS_A_ROUND) },
    'at-once': { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});

type Setting = {
  readonly name: string;
  readonly processes: number;
  openStage(): Promise<Stage>;
};

const SETTINGS: readonly Setting[] = [
  { name: 'slack', processes: 1, openStage: () => openSlackStage({ mode: 'socket' }) },
  { name: 'slack-http', processes: 1, openStage: () => openSlackStage({ mode: 'http' }) },
  { name: 'slack-three', processes: 3, openStage: () => openSlackStage({ mode: 'http' }) },
  { name: 'discord', processes: 1, openStage: () => openDiscordStage() },
];

const settings = SETTINGS.filter(({ name }) => values.platform === undefined || name === values.platform);
const kinds = ['sqlite', 'postgres'].filter(
  (kind) => values.database === undefined || kind === values.database,
);
const postgres = kinds.includes('postgres') ? await startPostgres() : null;
const combinations = settings.flatMap((setting) => kinds.map((kind) => ({ setting, kind })));
const sums = {
  kills: 0,
  acts: 0,
  unheard: 0,
  entries: 0,
  marks: 0,
  lost: 0,
  phantom: 0,
  doubled: 0,
  posts: 0,
  receipts: 0,
};
let bad = 0;
// Then everything that was started ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const rounds = combinations.flatMap((combination) => {
  const sizes: number[] = [];
  for (
    let left = Math.ceil(Number(values.kills) / combinations.length);
    left > 0;
    left -= sizes.at(-1) ?? left
  )
    sizes.push(Math.min(left, Number(values.round)));
  return sizes.map((kills) => ({ ...combination, kills }));
});
const waiting = rounds.map((round, index) => ({ ...round, seed: Number(values.seed) + index }));

try {
  await Promise.all(Array.from({ length: Number(values['at-once']) }, work));
} finally {
  await postgres?.stop();
}
console.log(JSON.stringify(sums));
process.exit(bad === 0 ? 0 : 1);

async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { setting, kind, seed, kills } = next;
    const database = kind === 'sqlite' ? openSqlite() : await openPostgres(postgres?.url ?? '');
    await play(setting, kind, database, seed, kills).catch((error: unknown) => {
      bad += 1;
      console.log(`BAD  seed ${seed} ${setting.name} ${kind}`, error);
    });
  }
}

async function play(
  { name, processes, openStage }: Setting,
  kind: string,
  database: Database,
  seed: number,
  kills: number,
): Promise<void> {
  const stage = await openStage();
  const round = { stage, database, chance: chanceOf(seed), kills, processes, patienceMs: PATIENCE_MS };
  const outcome = await playRound(round);
  await stage.stop();
  await database.close();
  const good = isGood(outcome);
  if (!good) bad += 1;
  if (good && !values.keep) database.remove();
  add(outcome);
  const { lost, phantom, posts, receipts, problems, left, verdict, ...figures } = outcome;
  console.log(`${good ? 'good' : 'BAD '} seed ${seed} ${name} ${kind} ${JSON.stringify(figures)} ${verdict}`);
  for (const [what, lines] of Object.entries({ lost, phantom, posts, receipts, problems, left }))
    for (const line of lines) console.log(`     ${what}: ${line}`);
  if (!good) console.log(`     kept: ${database.folder}`);
}

/** Receipts are told of and not judged: a second copy of a receipt harms nobody. */
function isGood({ lost, phantom, posts, problems, left, verdict }: Outcome): boolean {
  return (
    lost.length + phantom.length + posts.length + problems.length + left.length === 0 &&
    verdict === 'verified'
  );
}

function add(outcome: Outcome): void {
  sums.kills += outcome.kills;
  sums.acts += outcome.acts;
  sums.unheard += outcome.unheard;
  sums.entries += outcome.entries;
  sums.marks += outcome.marks;
  sums.lost += outcome.lost.length;
  sums.phantom += outcome.phantom.length;
  sums.doubled += outcome.problems.length;
  sums.posts += outcome.posts.length;
  sums.receipts += outcome.receipts.length;
}
