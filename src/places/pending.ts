import type { Context, House } from '../bot/command.ts';
import { UserError } from '../core/problem.ts';
import { openKeyv, PLACE_ASKS } from '../store/keyv.ts';
import { type AccountRef, isSameAccount } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

/** A command that waits for its asker to say that these are the countries meant. */
export type Pending = {
  /** Which one, for whoever asked. */
  readonly command: string;
  /** Its options, as they were read. */
  readonly input: object;
  readonly countries: readonly string[];
  readonly from: AccountRef;
};

/** As long as the link of an attached file lasts. */
const VALID_MS = 23 * 3_600_000;

function asksOf({ now }: Pick<House, 'now'>, db: Db, team: string) {
  return openKeyv<Pending>(db, { teamId: team, namespace: PLACE_ASKS, now });
}

/** @returns the key that a button carries */
export async function keepPending(
  { house, asker }: Context,
  pending: Omit<Pending, 'from'>,
): Promise<string> {
  const key = house.newId();
  const { platform, space, account } = asker;
  await asksOf(house, house.db, asker.team).set(
    key,
    { ...pending, from: { platform, space, account } },
    VALID_MS,
  );
  return key;
}

/** @throws UserError `license.ask-gone` when it is answered, too old, or somebody else's */
export async function readPending(key: string, { house, asker }: Context): Promise<Pending> {
  const pending = await asksOf(house, house.db, asker.team).get(key);
  if (pending !== undefined && isSameAccount(pending.from, asker)) return pending;
  throw new UserError({ code: 'license.ask-gone', details: {} });
}

/** A question is answered once: of two presses at one time, one gets it. @throws UserError `license.ask-gone` */
export async function takePending(
  house: Pick<House, 'now'>,
  transaction: Db,
  team: string,
  key: string,
): Promise<void> {
  if (await asksOf(house, transaction, team).delete(key)) return;
  throw new UserError({ code: 'license.ask-gone', details: {} });
}
