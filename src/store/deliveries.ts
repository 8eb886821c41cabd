import type { Db } from './tables.ts';

/** Longer than any platform repeats an event: Slack's last retry comes after 5 minutes. */
const REMEMBERED_MS = 24 * 60 * 60 * 1000;

/** An event as its platform numbers it: Slack's `event_id` or `trigger_id`, a Discord interaction's id. */
export type Delivery = { readonly platform: string; readonly eventId: string };

/**
 * True once for every event, across restarts and processes, for 24 hours.
 *
 * The event counts as received from now on, even if the work on it then fails. So ask it for commands, whose
 * sender sees that no answer came; not for marks, which are safe to repeat and must not be lost.
 */
export async function firstDelivery(db: Db, { platform, eventId }: Delivery, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('received')
    .values({ platform, event_id: eventId, received_at: now.getTime() })
    .onConflict((conflict) => conflict.columns(['platform', 'event_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forget the events that are older than 24 hours. */
export async function forgetDeliveries(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('received')
    .where('received_at', '<', now.getTime() - REMEMBERED_MS)
    .execute();
}
