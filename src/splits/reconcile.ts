import type { House } from '../bot/command.ts';
import type { MessagePlace } from '../core/ledger/entry-types.ts';
import { placeKey } from '../core/ledger/sheet-state.ts';
import { markOf } from '../core/marks.ts';
import { findLink } from '../store/people.ts';
import { type Reaction, reactionsOn, saveReaction } from '../store/reactions.ts';
import { findMessage, lockSheet, type SheetMessage, setLookedAt } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { type Act, askForReadBack, READ_BACK_MS, takeActIn } from './marks.ts';
import { clockOf } from './platform-time.ts';
import { type LedgerSheet, readSheet } from './read-sheet.ts';
import { askToShow } from './write-mark.ts';

/**
 * Hold what we know of a message against the platform's own list of reactions: the one way back from any gap.
 *
 * What stands there and we have not seen, and what we have seen and is no longer there, is written down as
 * `reconciled`, between the last look and this one. Marks that we saw live and that stand there become `confirmed`.
 * In which order all that happened nobody knows, so whatever speaks against an agreement is taken first: nothing is
 * completed by an approval that was taken back meanwhile.
 *
 * @throws what the platform refuses, so that the look is tried again
 */
export async function reconcile(house: House, team: string, at: MessagePlace): Promise<void> {
  const found = await findMessage(house.db, team, at);
  const connection = house.connections.get(at.platform);
  if (found === undefined || found.isGone || connection === undefined) return;
  const begun = house.now();
  const standing = await connection.reactions({ channel: at.channel, id: at.message });
  const there = standing.flatMap(({ emoji, accounts }) => {
    const mark = markOf(emoji);
    return mark === null ? [] : accounts.map((account) => ({ emoji, account, mark }));
  });
  await inTransaction(house.db, async (db) => {
    await lockSheet(db, team, found.sheet);
    const message = await findMessage(db, team, at);
    // A look that began later has been here.
    if (message === undefined || message.lookedAt > begun) return;
    const between = [message.lookedAt, begun] as const;
    const unseen = await unseenActs(db, team, at, there, between);
    const certain = unseen.filter(({ row, act }) => row?.stands === act.added || !isFresh(row, begun));
    const isWhole = certain.length === unseen.length;
    // What is not certain yet may be what speaks against an agreement.
    const sure = isWhole ? certain : certain.filter(({ act }) => !favors(act));
    // All of it is kept first, so that whoever changed one emoji for another has taken nothing back.
    for (const { row, act } of sure)
      if (row?.stands !== act.added)
        await saveReaction(db, team, { ...at, ...act, stands: act.added, changedAt: begun });
    for (const { act } of sure.toSorted((a, b) => Number(favors(a.act)) - Number(favors(b.act))))
      await takeActIn(house, db, act);
    if (!isWhole) await askForReadBack(house, db, { team, at });
    await confirm(house, db, team, message, there, begun);
    await setLookedAt(db, team, at, begun);
  });
  house.poke();
}

type There = Pick<Act, 'emoji' | 'account' | 'mark'>;
type Unseen = { readonly row: Reaction | undefined; readonly act: Act };

/** Where the platform's list and ours differ. */
async function unseenActs(
  db: Db,
  team: string,
  at: MessagePlace,
  there: readonly There[],
  between: readonly [Date, Date],
): Promise<readonly Unseen[]> {
  const known = await reactionsOn(db, team, [at]);
  const acts: Unseen[] = [];
  for (const { emoji, account, mark } of there) {
    const row = known.find((one) => one.emoji === emoji && one.account === account);
    // Whose account it is may become known only later, so what stood there before is looked at as well.
    if (!(await findLink(db, team, { ...at, account }))) continue;
    const platformTime = row?.platformTime ?? null;
    const madeFrom = row?.stands ? row.changedAt : between[0];
    acts.push({
      row,
      act: { ...actOf(team, at, between), madeFrom, platformTime, emoji, account, mark, added: true },
    });
  }
  for (const row of known) {
    const isThere = there.some((one) => one.emoji === row.emoji && one.account === row.account);
    if (!row.stands || isThere || markOf(row.emoji) === null) continue;
    const { emoji, account, mark, platformTime } = row;
    acts.push({
      row,
      act: { ...actOf(team, at, between), platformTime, emoji, account, mark, added: false },
    });
  }
  return acts;
}

function favors({ mark, added }: Act): boolean {
  return (mark === 'approve') === added;
}

/**
 * It changed after the list was asked for, or so short before that the list may not show it yet. What counts is when
 * it happened, if the platform says so, and not when we were told.
 */
function isFresh(row: Reaction | undefined, begun: Date): boolean {
  if (row === undefined) return false;
  const happened = clockOf(row.platformTime ?? undefined);
  const changed = happened === null ? row.changedAt.getTime() : Date.parse(happened);
  return changed > begun.getTime() - READ_BACK_MS;
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
  // Of what was added, taken away and added again, only the last is what stands there.
  const last = new Map(
    sheet.lines.flatMap(({ entry, sealed }) =>
      entry.type === 'mark' ? [[JSON.stringify([sealed?.account, sealed?.emoji]), entry.seq]] : [],
    ),
  );
  return sheet.lines.flatMap(({ entry, sealed }) => {
    if (entry.type !== 'mark' || confirmed.has(entry.seq)) return [];
    if (last.get(JSON.stringify([sealed?.account, sealed?.emoji])) !== entry.seq) return [];
    const { method, act, seen } = entry.data;
    if (method !== 'reaction' || act !== 'added' || seen !== 'live') return [];
    const place = entry.data.at_message;
    return place !== null && placeKey(place) === placeKey(at) ? [{ entry, sealed }] : [];
  });
}
