import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { openStore } from '../../src/store/database.ts';
import { claimJobs } from '../../src/store/jobs.ts';
import type { Db } from '../../src/store/tables.ts';
import { startPostgres } from '../support/postgres.ts';
import { atMost, type Bench, measured, round } from './bench.ts';
import { byTurns, type SizeOptions, type Turns } from './by-turns.ts';
import { inPostgres } from './in-postgres.ts';

const [FEW, MANY] = [1_000, 1_000_000];
const NOW = new Date('2026-11-26T12:00:00Z');
const MINUTE_MS = 60_000;
const LIMIT = 16;
const PIECE = 20_000;

/** A look for what is due, every second of every process, against reminders of a thousand and of a million. */
export const reminderTick: Bench = {
  name: 'reminder-tick',
  title:
    'jobs · a look for what is due with 1,000 and with 1,000,000 pending, none due (SQLite and PostgreSQL)',
  async run({ quick, rounds: howMany, note }) {
    const many = quick ? 50_000 : MANY;
    const rounds = howMany(31, 7);
    const postgres = await startPostgres();
    try {
      const sqlite = await measure('SQLite', () => null, { many, rounds, note });
      const schema = () => inPostgres(postgres.url, 'create schema');
      const server = await measure('PostgreSQL', schema, { many, rounds, note });
      const all = [sqlite, server];
      return {
        table: [
          ['', `ms at ${FEW.toLocaleString('en-US')}`, `ms at ${many.toLocaleString('en-US')}`, 'ratio'],
          ...all.map(({ name, small, large, ratio }) => [name, round(small), round(large), round(ratio)]),
        ],
        promises: all.map(({ name, ratio }) => atMost(`${name}, many pending against few`, ratio, 2)),
        notes: [
          `${rounds} rounds of ${IN_A_ROW} looks each, by turns; the median of the ratios of each round`,
          'PostgreSQL with the statistics that its autovacuum gathers within a minute',
        ],
      };
    } finally {
      await postgres.stop();
    }
  },
};

type Measured = Turns & { readonly name: string };

async function measure(
  name: string,
  address: () => Promise<string> | null,
  { many, rounds, note }: SizeOptions,
): Promise<Measured> {
  note(`${name}: filling`);
  const small = await openJobs(FEW, await address());
  const large = await openJobs(many, await address());
  try {
    const turns = await byTurns(
      rounds,
      () => timeOf(small.db),
      () => timeOf(large.db),
    );
    for (const { db } of [small, large]) await seesWhatIsDue(db);
    return { name, ...turns };
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}

/** Several in a row, since one takes less than the clock of a busy machine is worth. */
const IN_A_ROW = 100;

async function timeOf(db: Db): Promise<number> {
  const before = performance.now();
  for (let number = 0; number < IN_A_ROW; number += 1)
    measured((await look(db, NOW)).length === 0, 'something was due');
  return (performance.now() - before) / IN_A_ROW;
}

/** Else nothing was looked at. */
async function seesWhatIsDue(db: Db): Promise<void> {
  const due = await look(db, new Date(NOW.getTime() + FEW * MINUTE_MS));
  measured(due.length === LIMIT, `${due.length} of what is due later was found`);
}

function look(db: Db, now: Date) {
  return claimJobs(db, {
    platforms: ['slack', 'discord'],
    now,
    leaseMs: 15_000,
    limit: LIMIT,
    lease: 'bench',
  });
}

type BenchJobs = { readonly db: Db; close(): Promise<void> };

/** Reminders of releases, one due each minute from the next on, of which every third may come from anywhere. */
async function openJobs(count: number, url: string | null): Promise<BenchJobs> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-bench-'));
  const { db, close } = await openStore(url ?? `sqlite:${join(folder, 'bench.db')}`, { now: NOW });
  await db.insertInto('team').values({ id: 't_bench', created_at: 0 }).execute();
  for (let from = 1; from <= count; from += PIECE) await fill(db, from, Math.min(count, from + PIECE - 1));
  if (url !== null) await inPostgres(url, 'analyze');
  return {
    db,
    async close() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fill(db: Db, from: number, to: number): Promise<void> {
  await sql`
    insert into job (team_id, id, kind, key, platform, payload, due_at, state, wanted, tries, created_at)
    with recursive pending(n) as
      (select ${sql.lit(from)} union all select n + 1 from pending where n < ${sql.lit(to)})
    select 't_bench', 'j_' || n, 'release-reminder', 'r_' || n,
      case n % 3 when 0 then null when 1 then 'slack' else 'discord' end,
      '{"release":"r_' || n || '","daysBefore":7}',
      ${sql.lit(NOW.getTime())} + cast(n as bigint) * ${sql.lit(MINUTE_MS)},
      'waiting', 1, 0, ${sql.lit(NOW.getTime())}
    from pending`.execute(db);
}
