import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { chanceOf } from '../core/ledger/chance.ts';
import { injectedPostgres } from '../support/injected.ts';
import { checkCodes } from './assign-check.ts';
import { type CopiedDatabase, openPostgresCopies, openSqliteCopies } from './assign-database.ts';
import { playCodes } from './assign-round.ts';

/** A process starts slowly on a machine that has other things to do; else all of this takes seconds. */
const PATIENCE_MS = 120_000;
const EACH = 25;

function openCopies(kind: CopiedDatabase['kind']): CopiedDatabase {
  if (kind === 'sqlite') return openSqliteCopies();
  const url = injectedPostgres();
  return openPostgresCopies(url);
}

const play = (database: CopiedDatabase) =>
  playCodes({ database, chance: chanceOf(20_261_128), processes: 2, each: EACH, kills: 1, verifies: false });

it.concurrent.each(['sqlite', 'postgres'] as const)(
  'processes that are killed, and a backup put in their way, give no code twice: %s',
  { timeout: PATIENCE_MS },
  async (kind) => {
    const database = openCopies(kind);
    try {
      const { repeats, gaps, problems, told, refusedWhileOlder } = await play(database);
      expect({ repeats, gaps, problems }).toEqual({ repeats: [], gaps: [], problems: [] });
      expect(told).toBe(2 * EACH);
      expect(refusedWhileOlder).toBeGreaterThan(0);
      if (kind === 'sqlite') await expectTheCheckerToSee(database);
    } finally {
      await database.remove();
    }
  },
);

/** What must not be is brought about by hand, and the checker has to find it. */
async function expectTheCheckerToSee(database: CopiedDatabase): Promise<void> {
  const files = [0, 1].map((index) => join(database.folder, `told-${index}.jsonl`));
  const look = () => checkCodes(database, files, []);
  const [row] = await database.ask<{ code: string; given_for: string }>(
    'select code, given_for from given_code order by seq limit 1',
  );
  const { code = '', given_for: recording = '' } = row ?? {};
  // The last file is read last.
  appendFileSync(files.at(-1) ?? '', `${JSON.stringify({ told: [['r_9_9', code]], fresh: 1 })}\n`);
  expect((await look()).repeats).toEqual([`${code} for ${recording} and r_9_9`]);
  const db = new DatabaseSync(join(database.folder, 'codes.db'));
  db.exec(`delete from given_code where code = '${code}'`);
  db.close();
  const { gaps, problems } = await look();
  expect(gaps).toEqual([code]);
  expect(problems).toContain(`${code} was told for r_9_9, and the table says else`);
}
