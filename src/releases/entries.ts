import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { appendOne, type Evidence } from '../store/evidence.ts';
import type { KeptRelease } from '../store/releases.ts';
import type { Db } from '../store/tables.ts';

export type ReleaseEvent = 'planned' | 'changed' | 'moved' | 'cancelled';

/** Write down what a release says now, all of it, so that each entry can be read alone. Titles and words are sealed. */
export async function writeRelease(
  evidence: Pick<Evidence, 'append'>,
  db: Db,
  team: string,
  event: ReleaseEvent,
  { id, content, by }: { readonly id: string; readonly content: KeptRelease; readonly by: PersonId },
): Promise<Seq> {
  const { day, timeZone, territories, tracks, reminderDays, title, latin, artist, places } = content;
  return write(evidence, db, team, id, {
    type: `release.${event}`,
    data: {
      ...{ release: id, day, time_zone: timeZone, territories: territories && [...territories] },
      ...{ tracks: [...tracks], reminder_days: reminderDays && [...reminderDays], by },
    },
    sealed: { title, latin, artist, places },
  });
}

/** Somebody has read what to look at in the territories of a release. */
export async function writeRead(
  evidence: Pick<Evidence, 'append'>,
  db: Db,
  team: string,
  { id, cautions, by }: { readonly id: string; readonly cautions: readonly string[]; readonly by: PersonId },
): Promise<Seq> {
  return write(evidence, db, team, id, {
    type: 'release.cautions_read',
    data: { release: id, cautions: [...cautions], by },
  });
}

type Written = {
  readonly type: `release.${string}`;
  readonly data: JsonObject;
  readonly sealed?: JsonObject;
};

async function write(
  evidence: Pick<Evidence, 'append'>,
  db: Db,
  team: string,
  id: string,
  written: Written,
): Promise<Seq> {
  const { seq } = await appendOne(evidence, db, team, { ...written, subject: `release/${id}` });
  return seq;
}
