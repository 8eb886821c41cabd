import { parseArgs } from 'node:util';
import { chanceOf } from '../core/ledger/chance.ts';
import { startPostgres } from '../support/postgres.ts';
import { type Database, openPostgres, openSqlite } from './database.ts';
import { playRepeats } from './repeats.ts';
import { openSlackStage } from './slack-stage.ts';

/** `npm run faults:repeats -- [--steps N] [--seed S]`: on each database, three processes, every event up to eleven times. */

const { values } = parseArgs({
  options: { steps: { type: 'string', default: '40' }, seed: { type: 'string', default: '1' } },
});
const PATIENCE_MS = 120_000;

const postgres = await startPostgres();
let bad = 0;
// Then everything that was started ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
try {
  await Promise.all([play('sqlite', openSqlite()), play('postgres', await openPostgres(postgres.url))]);
} finally {
  await postgres.stop();
}
process.exit(bad === 0 ? 0 : 1);

async function play(kind: string, database: Database): Promise<void> {
  const stage = await openSlackStage({ mode: 'http' });
  const chance = chanceOf(Number(values.seed));
  const setting = { stage, database, chance, processes: 3, patienceMs: PATIENCE_MS };
  const outcome = await playRepeats(setting, Number(values.steps)).finally(async () => {
    await stage.stop();
    await database.close();
  });
  const { marks, changes, problems, verdict } = outcome;
  const isGood = marks === changes && problems.length === 0 && verdict === 'verified';
  if (!isGood) bad += 1;
  console.log(`${isGood ? 'good' : 'BAD '} ${kind} ${JSON.stringify(outcome)}`);
  if (isGood) database.remove();
  else console.log(`     kept: ${database.folder}`);
}
