import type { House } from '../bot/command.ts';
import { askOnce } from '../store/jobs.ts';
import type { AccountRef } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

/** Give somebody the receipt of an entry about them. @see docs/evidence-format.md, "For those who write the ledger" */
export async function askForReceipt(
  house: House,
  db: Db,
  team: string,
  seq: number,
  { platform, space, account }: AccountRef,
): Promise<void> {
  const key = `${seq}:${platform}:${space}:${account}`;
  const payload = { seq, platform, space, account };
  await askOnce(
    db,
    team,
    { kind: 'receipt', key, platform, payload, dueAt: house.now() },
    { now: house.now(), newId: house.newId },
  );
}
