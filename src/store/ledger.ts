import type { Row } from '../core/ledger/bundle-contents.ts';
import { readEntry, type WrittenEntry } from '../core/ledger/entry.ts';
import type { EntryData, EntryType, Seq, Time } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { UserError } from '../core/problem.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';

/** An entry as whoever has something to say makes it; its number, time and neighbors follow. */
export type NewEntry<T extends EntryType = EntryType> = {
  [K in T]: {
    readonly type: K;
    readonly subject: string;
    readonly data: EntryData[K];
    /** Personal members, without salt. */
    readonly sealed?: JsonObject;
  };
}[T];

/** The ledger of a team as its row says it. `size` is the number of entries. */
export type LedgerRow = { readonly origin: string; readonly size: number; readonly lastAt: Time };

/** Earlier than any entry. */
const NEVER: Time = '0000-01-01T00:00:00.000Z';

/** The row of a team's ledger, if it has begun. */
export async function findLedger(db: Db, team: string): Promise<LedgerRow | undefined> {
  return await db
    .selectFrom('ledger')
    .select(['origin', 'size', 'last_at as lastAt'])
    .where('team_id', '=', team)
    .executeTakeFirst();
}

/**
 * Take the next numbers of a ledger, and with them its lock: until the transaction ends nobody else gets a number.
 *
 * One statement, so that the number is never read before the lock is held.
 *
 * @param now the time of these entries, which is held back to that of the entry before
 * @returns the row as it is with them; undefined when the team has no ledger
 */
export async function takeNumbers(
  transaction: Db,
  team: string,
  count: number,
  now: Time,
): Promise<LedgerRow | undefined> {
  return await transaction
    .updateTable('ledger')
    .set((column) => ({
      size: column('size', '+', count),
      last_at: column.case().when('last_at', '<', now).then(now).else(column.ref('last_at')).end(),
    }))
    .where('team_id', '=', team)
    .returning(['origin', 'size', 'last_at as lastAt'])
    .executeTakeFirst();
}

/** Hold a ledger until the transaction ends, as who takes numbers does, and leave it as it is. */
export async function holdLedger(transaction: Db, team: string): Promise<LedgerRow | undefined> {
  return await takeNumbers(transaction, team, 0, NEVER);
}

/** Begin the ledger of a team, without entries. @returns false when somebody else did meanwhile */
export async function beginLedger(transaction: Db, team: string, origin: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await transaction
    .insertInto('ledger')
    .values({ team_id: team, origin, size: 0, last_at: NEVER })
    .onConflict((conflict) => conflict.column('team_id').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** The newest entry of each subject that has one; each is one step down an index, however long the chain. */
export async function findNewest(
  db: Db,
  team: string,
  subjects: readonly string[],
): Promise<Map<string, Seq>> {
  const newest = new Map<string, Seq>();
  for (const piece of inPieces([...new Set(subjects)], 100)) {
    const found = await db
      .selectNoFrom((from) =>
        piece.map((subject, index) =>
          from
            .selectFrom('entry')
            .select(({ fn }) => fn.max<number | null>('seq').as('seq'))
            .where('team_id', '=', team)
            .where('subject', '=', subject)
            .as(`of_${index}`),
        ),
      )
      .executeTakeFirst();
    for (const [index, subject] of piece.entries()) {
      const seq = found?.[`of_${index}`];
      if (typeof seq === 'number') newest.set(subject, seq);
    }
  }
  return newest;
}

/** What is stored of an entry. */
export type Written = WrittenEntry & { readonly sealedBytes: Buffer | null };

export async function insertEntries(
  transaction: Db,
  team: string,
  entries: readonly Written[],
): Promise<void> {
  for (const piece of inPieces(entries)) {
    await transaction
      .insertInto('entry')
      .values(
        piece.map(({ entry: { seq, subject, type }, bytes }) => ({
          team_id: team,
          seq,
          subject,
          type,
          text: bytes.toString('utf8'),
        })),
      )
      .execute();
  }
  const sealed = entries.filter(({ sealedBytes }) => sealedBytes !== null);
  for (const piece of inPieces(sealed)) {
    await transaction
      .insertInto('sealed')
      .values(
        piece.map(({ entry: { seq }, sealedBytes }) => ({
          team_id: team,
          seq,
          text: sealedBytes?.toString('utf8') ?? null,
        })),
      )
      .execute();
  }
}

/** All entries of a subject in order. @throws UserError `evidence.damaged` */
export async function findChain(db: Db, team: string, subject: string): Promise<readonly Row[]> {
  const rows = await withSealed(db, team).where('entry.subject', '=', subject).execute();
  return rows.map(readRow);
}

/** Single entries in order of their numbers; those that are not there are left out. @throws as `findChain` */
export async function findRows(db: Db, team: string, seqs: readonly Seq[]): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (const piece of inPieces([...new Set(seqs)].sort((a, b) => a - b))) {
    const rows = await withSealed(db, team).where('entry.seq', 'in', piece).execute();
    for (const row of rows) found.push(readRow(row));
  }
  return found;
}

/** An entry as it lies there, unread. */
export type StoredEntry = {
  readonly seq: Seq;
  readonly type: string;
  readonly text: string;
  /** Null also where there is none. */
  readonly sealedText: string | null;
};

/** Entries from one number to before another, as they lie there, so many at a time. */
export async function* readLedger(
  db: Db,
  team: string,
  { from, to, most = 1000 }: { readonly from: Seq; readonly to: Seq; readonly most?: number },
): AsyncGenerator<readonly StoredEntry[]> {
  for (let start = from; start < to; start += most) {
    yield await withSealed(db, team)
      .where('entry.seq', '>=', start)
      .where('entry.seq', '<', Math.min(to, start + most))
      .execute();
  }
}

function withSealed(db: Db, team: string) {
  return db
    .selectFrom('entry')
    .leftJoin('sealed', (join) =>
      join.onRef('sealed.team_id', '=', 'entry.team_id').onRef('sealed.seq', '=', 'entry.seq'),
    )
    .select(['entry.seq', 'entry.type', 'entry.text', 'sealed.text as sealedText'])
    .where('entry.team_id', '=', team)
    .orderBy('entry.seq');
}

/** Strictly as it was written: a row that somebody changed by hand must not come back as evidence. */
function readRow({ seq, text, sealedText }: StoredEntry): Row {
  const bytes = Buffer.from(text, 'utf8');
  const reading = readEntry(bytes);
  if (!reading.ok || reading.value.kind !== 'known' || reading.value.entry.seq !== seq) {
    throw new UserError({ code: 'evidence.damaged', details: { entry: seq } });
  }
  return {
    entry: reading.value.entry,
    bytes,
    sealed: sealedText === null ? null : Buffer.from(sealedText, 'utf8'),
  };
}
