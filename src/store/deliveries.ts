import { inBatches } from './batches.ts';
import type { Db } from './tables.ts';
import { refuseInsideTransaction } from './transaction.ts';

/** Longer than any platform repeats an event: Slack's last retry comes after 5 minutes. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** An event as its platform numbers it: Slack's `event_id` or `trigger_id`, a Discord interaction's id. */
export type Delivery = { readonly platform: string; readonly eventId: string };

type Row = Delivery & { readonly receivedAtMs: number };

const batchesOf = new WeakMap<Db, (row: Row) => Promise<boolean>>();

/**
 * True once for every event, across restarts and processes, for 24 hours.
 *
 * The event counts as received from now on, even if the work on it then fails. So ask it for commands, whose
 * sender sees that no answer came; not for marks, which are safe to repeat and must not be lost.
 *
 * What is asked at the same moment is written in one go: making a write durable costs as much for one row as for
 * hundreds, and it is the dearest thing that a command asks for.
 */
export async function firstDelivery(db: Db, { platform, eventId }: Delivery, now: Date): Promise<boolean> {
  const row = { platform, eventId, receivedAtMs: now.getTime() };
  if (db.isTransaction) return (await writeRows(db, [row]))[0] ?? false;
  refuseInsideTransaction();
  const write = batchesOf.get(db) ?? inBatches((rows: readonly Row[]) => writeRows(db, rows));
  batchesOf.set(db, write);
  return await write(row);
}

/** @returns for each row whether it is the first of its kind */
async function writeRows(db: Db, rows: readonly Row[]): Promise<readonly boolean[]> {
  const firsts = new Map(rows.toReversed().map((row) => [keyOf(row), row]));
  const written = await db
    .insertInto('received')
    .values(
      [...firsts.values()].map(({ platform, eventId, receivedAtMs }) => ({
        platform,
        event_id: eventId,
        received_at: receivedAtMs,
      })),
    )
    .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
    .returning(['platform', 'event_id as eventId'])
    .execute();
  const keys = new Set(written.map(keyOf));
  return rows.map((row) => firsts.get(keyOf(row)) === row && keys.has(keyOf(row)));
}

function keyOf({ platform, eventId }: Delivery): string {
  return JSON.stringify([platform, eventId]);
}

/** Forget the events that are older than 24 hours. */
export async function forgetDeliveries(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('received')
    .where('received_at', '<', now.getTime() - REMEMBERED_MS)
    .execute();
}
