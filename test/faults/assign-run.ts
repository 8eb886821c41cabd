import { parseArgs } from 'node:util';
import { chanceOf } from '../core/ledger/chance.ts';
import { startPostgres } from '../support/postgres.ts';
import { openPostgresCopies, openSqliteCopies } from './assign-database.ts';
import { type CodesOutcome, playCodes } from './assign-round.ts';

/**
 * `npm run faults:codes -- [--processes N] [--each N] [--kills N] [--seed S] [--database sqlite|postgres] [--keep]`
 *
 * So many processes give so many codes each, killed at random moments, with deletions, wrong clocks, codes from elsewhere
 * and an older database in between; then a checker of its own looks at what was told, the tables and the ledger.
 */

const { values } = parseArgs({
  options: {
    processes: { type: 'string', default: '10' },
    each: { type: 'string', default: '1000' },
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    database: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});

const kinds = (['sqlite', 'postgres'] as const).filter(
  (kind) => values.database === undefined || kind === values.database,
);
const postgres = kinds.includes('postgres') ? await startPostgres() : null;
// Then everything that was started ends as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
let bad = 0;
try {
  for (const kind of kinds) {
    const database = kind === 'sqlite' ? openSqliteCopies() : openPostgresCopies(postgres?.url ?? '');
    let said = 0;
    const outcome = await playCodes({
      database,
      chance: chanceOf(Number(values.seed)),
      processes: Number(values.processes),
      each: Number(values.each),
      kills: Number(values.kills),
      verifies: true,
      progress(told) {
        if (told - said < 5000) return;
        said = told;
        console.log(`     ${kind}: ${told} codes told`);
      },
    });
    const good = isGood(outcome);
    if (!good) bad += 1;
    const { repeats, gaps, problems, ...figures } = outcome;
    const sums = { repeats: repeats.length, gaps: gaps.length, problems: problems.length };
    console.log(
      `${good ? 'good' : 'BAD '} seed ${values.seed} ${kind} ${JSON.stringify({ ...sums, ...figures })}`,
    );
    for (const [what, lines] of Object.entries({ repeats, gaps, problems }))
      for (const line of lines.slice(0, 20)) console.log(`     ${what}: ${line}`);
    if (good && !values.keep) await database.remove();
    else console.log(`     kept: ${database.folder}`);
  }
} finally {
  await postgres?.stop();
}
process.exit(bad === 0 ? 0 : 1);

function isGood({ repeats, gaps, problems, refusedWhileOlder, verdict }: CodesOutcome): boolean {
  return (
    repeats.length + gaps.length + problems.length === 0 && refusedWhileOlder > 0 && verdict === 'verified'
  );
}
