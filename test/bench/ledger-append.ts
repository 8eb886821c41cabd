import type { Row } from '../../src/core/ledger/bundle-contents.ts';
import { atLeast, type Bench, measured, median, round } from './bench.ts';
import { type BenchLedger, growTo, markOf, openLedger, TEAM, timesOf } from './ledger-marks.ts';

/** P3: marks written as evidence, beside the same bytes written as plain rows, each durable before the next. */
export const ledgerAppend: Bench = {
  name: 'ledger-append',
  title: 'P3 · a mark as evidence against a plain durable insert of the same bytes (SQLite)',
  async run({ quick, rounds: howMany, note }) {
    const [rounds, marks] = [howMany(9, 3), quick ? 50 : 300];
    const ledger = await openLedger();
    try {
      await growTo(ledger, 10_000, note);
      await makePlainTable(ledger);
      const rates = { evidence: [] as number[], plain: [] as number[] };
      let made = 0;
      for (let number = 0; number <= rounds; number += 1) {
        const evidence = await perSecond(marks, (index) =>
          ledger.evidence.append(ledger.db, TEAM, [markOf(made + index)]),
        );
        const rows = await newestRows(ledger, marks);
        const plain = await perSecond(marks, (index) => insertPlain(ledger, rows[index] as Row));
        made += marks;
        // The first round warms up both.
        if (number === 0) continue;
        rates.evidence.push(evidence);
        rates.plain.push(plain);
      }
      const ratios = rates.evidence.map((rate, index) => rate / (rates.plain[index] ?? Number.NaN));
      return {
        table: [
          ['', 'per second'],
          ['mark as evidence', round(median(rates.evidence))],
          ['plain insert of the same bytes', round(median(rates.plain))],
        ],
        promises: [atLeast('marks per second against plain inserts', median(ratios), 0.5)],
        notes: [
          `${rounds} rounds of ${marks} each, by turns; every one is on the disk before the next begins`,
        ],
      };
    } finally {
      await ledger.close();
    }
  },
};

async function perSecond(count: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const times = await timesOf(count, work);
  return (count * 1000) / times.reduce((sum, time) => sum + time, 0);
}

async function makePlainTable({ db }: BenchLedger): Promise<void> {
  await db.schema
    .createTable('plain')
    .addColumn('seq', 'integer', (column) => column.primaryKey())
    .addColumn('entry', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .execute();
}

async function newestRows({ db, evidence }: BenchLedger, count: number): Promise<readonly Row[]> {
  const found = await db.selectFrom('ledger').select('size').where('team_id', '=', TEAM).executeTakeFirst();
  const size = found?.size ?? 0;
  const rows = await evidence.rows(
    db,
    TEAM,
    Array.from({ length: count }, (_, index) => size - count + index),
  );
  measured(
    rows.length === count && rows.every(({ entry, sealed }) => entry.type === 'mark' && sealed !== null),
    'the marks are not in the ledger',
  );
  return rows;
}

type Plain = { readonly plain: { readonly seq: number; readonly entry: string; readonly sealed: string } };

async function insertPlain({ db }: BenchLedger, { entry, bytes, sealed }: Row): Promise<void> {
  await db
    .withTables<Plain>()
    .insertInto('plain')
    .values({
      seq: entry.seq,
      entry: Buffer.from(bytes).toString('utf8'),
      sealed: Buffer.from(sealed ?? []).toString('utf8'),
    })
    .execute();
}
