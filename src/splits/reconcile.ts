import type { House } from '../bot/command.ts';
import type { Entry, MessagePlace } from '../core/ledger/entry-types.ts';
import { markOf } from '../core/marks.ts';
import { findLink } from '../store/people.ts';
import { type Reaction, reactionsOn } from '../store/reactions.ts';
import { findMessage, lockSheet, type SheetMessage, setLookedAt } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { takeActIn } from './marks.ts';
import { type LedgerSheet, readSheet } from './read-sheet.ts';
import { askToShow } from './write-mark.ts';

/**
 * Hold what we know of a message against the platform's own list of reactions: the one way back from any gap.
 *
 * What stands there and we have not seen, and what we have seen and is no longer there, is written down as
 * `reconciled`, between the last look and this one. Marks that we saw live and that stand there become `confirmed`.
 *
 * @throws what the platform refuses, so that the look is tried again
 */
export async function reconcile(house: House, team: string, at: MessagePlace): Promise<void> {
  const message = await findMessage(house.db, team, at);
  const connection = house.connections.get(at.platform);
  if (message === undefined || message.isGone || connection === undefined) return;
  const begun = house.now();
  const standing = await connection.reactions({ channel: at.channel, id: at.message });
  const there = standing.flatMap(({ emoji, accounts }) => {
    const mark = markOf(emoji);
    return mark === null ? [] : accounts.map((account) => ({ emoji, account, mark }));
  });
  await inTransaction(house.db, async (db) => {
    await lockSheet(db, team, message.sheet);
    const known = await reactionsOn(db, team, [at]);
    const between = [message.lookedAt, begun] as const;
    for (const { emoji, account, mark } of there) {
      const row = known.find((one) => one.emoji === emoji && one.account === account);
      // Whose account it is may become known only later, so what stood there before is looked at as well.
      if (isNewer(row, begun) || !(await findLink(db, team, { ...at, account }))) continue;
      const platformTime = row?.platformTime ?? null;
      await takeActIn(house, db, {
        ...actOf(team, at, between),
        platformTime,
        emoji,
        account,
        mark,
        added: true,
      });
    }
    for (const row of known) {
      const isThere = there.some((one) => one.emoji === row.emoji && one.account === row.account);
      if (!row.stands || isThere || isNewer(row, begun) || markOf(row.emoji) === null) continue;
      const { emoji, account, mark, platformTime } = row;
      await takeActIn(house, db, {
        ...actOf(team, at, between),
        platformTime,
        emoji,
        account,
        mark,
        added: false,
      });
    }
    await confirm(house, db, team, message, there, begun);
    await setLookedAt(db, team, at, begun);
  });
  house.poke();
}

/** It changed after the list was asked for, so the list says nothing about it. */
function isNewer(row: Reaction | undefined, begun: Date): boolean {
  return row !== undefined && row.changedAt >= begun;
}

function actOf(team: string, at: MessagePlace, between: readonly [Date, Date]) {
  const { platform, space, channel, message } = at;
  return {
    team,
    at: { platform, space, channel, message },
    displayName: null,
    method: 'reaction',
    between: between[0] <= between[1] ? between : ([between[1], between[1]] as const),
    platformClock: null,
    event: null,
  } as const;
}

/** Every reaction that was seen live and stands in the platform's list has been read back. */
async function confirm(
  house: House,
  db: Db,
  team: string,
  message: SheetMessage,
  there: readonly { readonly emoji: string; readonly account: string }[],
  readAt: Date,
): Promise<void> {
  const sheet = await readSheet(house, db, team, message.sheet);
  const unconfirmed = liveMarks(sheet, message).filter(({ sealed, entry }) => {
    const isThere = there.some(({ emoji, account }) => sealed?.emoji === emoji && sealed.account === account);
    return isThere && Date.parse(entry.at) <= readAt.getTime();
  });
  if (unconfirmed.length === 0) return;
  await house.evidence.append(
    db,
    team,
    unconfirmed.map(({ entry }) => ({
      type: 'mark.confirmed',
      subject: `sheet/${message.sheet}`,
      data: { sheet: message.sheet, mark: entry.seq, read_at: readAt.toISOString() },
    })),
  );
  await askToShow(house, db, team, message.sheet);
}

/** Marks by reaction on this message that were seen live, and not read back yet; the newest of each emoji. */
function liveMarks(sheet: LedgerSheet, at: SheetMessage) {
  const confirmed = new Set(
    sheet.lines.flatMap(({ entry }) => (entry.type === 'mark.confirmed' ? [entry.data.mark] : [])),
  );
  return sheet.lines.flatMap(({ entry, sealed }) => {
    if (entry.type !== 'mark' || confirmed.has(entry.seq)) return [];
    const { method, act, seen } = entry.data;
    if (method !== 'reaction' || act !== 'added' || seen !== 'live') return [];
    return isAt(entry, at) ? [{ entry, sealed }] : [];
  });
}

function isAt({ data }: Entry<'mark'>, at: SheetMessage): boolean {
  const place = data.at_message;
  return (
    place !== null &&
    place.platform === at.platform &&
    place.space === at.space &&
    place.channel === at.channel &&
    place.message === at.message
  );
}
