import type { SentCheckpoint } from '../core/ledger/bundle.ts';
import { type Checkpoint, parseCheckpoint } from '../core/ledger/checkpoint.ts';
import type { Seq } from '../core/ledger/entry-types.ts';
import { must } from '../core/problem.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';

/** The signed head of exactly this size. */
export async function findCheckpoint(db: Db, team: string, size: number): Promise<Checkpoint | null> {
  const found = await db
    .selectFrom('checkpoint')
    .select('text')
    .where('team_id', '=', team)
    .where('size', '=', size)
    .executeTakeFirst();
  return found === undefined ? null : parsed(found.text);
}

export async function findNewestCheckpoint(db: Db, team: string): Promise<Checkpoint | null> {
  const found = await findNewestStored(db, team);
  return found === null ? null : parsed(found.text);
}

/** The newest head as it lies there, for whoever has to say that it is no head. */
export async function findNewestStored(db: Db, team: string): Promise<SentCheckpoint | null> {
  const found = await db
    .selectFrom('checkpoint')
    .select(['size', 'text'])
    .where('team_id', '=', team)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

/** The oldest signed head that has this entry under it: the one that its receipts show, whenever they are made. */
export async function findFirstCovering(db: Db, team: string, seq: Seq): Promise<Checkpoint | null> {
  const found = await db
    .selectFrom('checkpoint')
    .select('text')
    .where('team_id', '=', team)
    .where('size', '>', seq)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return found === undefined ? null : parsed(found.text);
}

/** The newest signed heads up to a size, the newest first, so many at a time. */
export async function* readCheckpoints(
  db: Db,
  team: string,
  { upTo, most = 1000 }: { readonly upTo: number; readonly most?: number },
): AsyncGenerator<readonly SentCheckpoint[]> {
  for (let size = upTo; ; ) {
    const rows = await db
      .selectFrom('checkpoint')
      .select(['size', 'text'])
      .where('team_id', '=', team)
      .where('size', '<=', size)
      .orderBy('size', 'desc')
      .limit(most)
      .execute();
    if (rows.length > 0) yield rows;
    if (rows.length < most) return;
    size = (rows.at(-1)?.size ?? 0) - 1;
  }
}

/** All signed heads, the oldest first. */
export async function* readHeads(db: Db, team: string, most = 1000): AsyncGenerator<SentCheckpoint> {
  for (let after = 0; ; ) {
    const rows = await db
      .selectFrom('checkpoint')
      .select(['size', 'text'])
      .where('team_id', '=', team)
      .where('size', '>', after)
      .orderBy('size')
      .limit(most)
      .execute();
    yield* rows;
    after = rows.at(-1)?.size ?? after;
    if (rows.length < most) return;
  }
}

/** The heads that receipts for these entries showed, by size. */
export async function findSent(
  db: Db,
  team: string,
  seqs: readonly Seq[],
): Promise<readonly SentCheckpoint[]> {
  const sizes = new Set<number>();
  for (const piece of inPieces(seqs)) {
    const rows = await db
      .selectFrom('entry')
      .select((of) => [
        'seq',
        of
          .selectFrom('checkpoint')
          .select(({ fn }) => fn.min<number | null>('size').as('size'))
          .whereRef('checkpoint.team_id', '=', 'entry.team_id')
          .whereRef('checkpoint.size', '>', 'entry.seq')
          .as('size'),
      ])
      .where('team_id', '=', team)
      .where('seq', 'in', piece)
      .execute();
    for (const { size } of rows) if (size !== null) sizes.add(size);
  }
  const sent: SentCheckpoint[] = [];
  for (const piece of inPieces([...sizes].sort((a, b) => a - b))) {
    const rows = await db
      .selectFrom('checkpoint')
      .select(['size', 'text'])
      .where('team_id', '=', team)
      .where('size', 'in', piece)
      .orderBy('size')
      .execute();
    sent.push(...rows);
  }
  return sent;
}

export async function insertCheckpoint(
  transaction: Db,
  team: string,
  { size, text }: SentCheckpoint,
): Promise<void> {
  await transaction.insertInto('checkpoint').values({ team_id: team, size, text }).execute();
}

const parsed = (text: string): Checkpoint => must(parseCheckpoint(Buffer.from(text, 'utf8')));
