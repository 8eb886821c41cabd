import type { House } from '../bot/command.ts';
import type { Entry, MessagePlace } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { type PartyState, standingOf, type VersionState } from '../core/ledger/sheet-state.ts';
import { askForReceipt } from '../people/receipt.ts';
import type { NewEntry } from '../store/ledger.ts';
import { isSameAccount, linksOf } from '../store/people.ts';
import { type MarkWord, type Reaction, reactionsOn, saveReaction } from '../store/reactions.ts';
import { findMessage, lockSheet, messagesOf, type SheetMessage } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { again, once } from './ask.ts';
import { lookKey } from './complete.ts';
import { type LedgerSheet, readSheet } from './read-sheet.ts';
import { accountsFor, type Voice, voicesOf } from './who.ts';
import { writeMark } from './write-mark.ts';

/** What somebody did at a message of ours. */
export type Act = {
  readonly team: string;
  readonly at: MessagePlace;
  readonly account: string;
  readonly displayName: string | null;
  /** As the platform names it; `button:approve` and `button:dispute` for what was pressed or typed. */
  readonly emoji: string;
  readonly mark: MarkWord;
  readonly added: boolean;
  readonly method: 'reaction' | 'button' | 'command';
  /** Between which looks of ours it happened, where nobody saw it happen. */
  readonly between: readonly [from: Date, to: Date] | null;
  /** From when on it may have been made, where it was not seen just now. */
  readonly madeFrom?: Date;
  /** The platform's own time, as it wrote it. */
  readonly platformTime: string | null;
  /** The same as RFC 3339. */
  readonly platformClock: string | null;
  /** The event as it came. */
  readonly event: string | null;
  /** What the person said to it. */
  readonly why?: { readonly kind: string; readonly reason: string };
};

/** Begins what stands in the place of an emoji for marks that were made by a button or a command. */
export const BUTTON = 'button';

/** Once the platform has had time to write a reaction down, it is read back. */
export const READ_BACK_MS = 3000;

export type Marked =
  | { readonly kind: 'unknown-message' }
  /** Known already, or overtaken by something newer. */
  | { readonly kind: 'unchanged'; readonly message: SheetMessage }
  | { readonly kind: 'bystander'; readonly message: SheetMessage }
  /** The version does not take marks any more. */
  | { readonly kind: 'closed'; readonly message: SheetMessage }
  | { readonly kind: 'marked'; readonly message: SheetMessage; readonly entries: readonly Entry[] };

/**
 * Take what somebody did into the ledger, if it changes where a party stands. Repeated, late or out of order, it
 * leaves one entry for each change.
 *
 * What comes from before our last look at the message is not taken as it comes: the look knew already what became of
 * it, and an approval that was taken back since must not complete a sheet. The message is looked at once more.
 */
export async function takeAct(house: House, act: Act): Promise<Marked> {
  const marked = await inTransaction(house.db, (db) => takeActIn(house, db, act));
  house.poke();
  return marked;
}

/** The same within a transaction that is open. */
export async function takeActIn(house: House, db: Db, act: Act): Promise<Marked> {
  const { team, at } = act;
  const found = await findMessage(db, team, at);
  if (found === undefined) return { kind: 'unknown-message' };
  await lockSheet(db, team, found.sheet);
  // Read again: while we waited for the lock, somebody may have looked at it.
  const message = (await findMessage(db, team, at)) ?? found;
  const known = await reactionsOn(db, team, [at]);
  const before = known.find(({ account, emoji }) => account === act.account && emoji === act.emoji);
  if (isOvertaken(act, before)) return { kind: 'unchanged', message };
  if (isBeforeLook(act, message)) {
    await askForReadBack(house, db, act);
    return { kind: 'unchanged', message };
  }
  // To say why is no second mark where an emoji says the same already: taking that off takes the mark back.
  const isReason = act.why !== undefined && known.some((one) => isTheSame(act, one));
  const isSeenAgain = act.between !== null && before?.stands === act.added;
  if (!isReason && !isSeenAgain)
    await saveReaction(db, team, { ...at, ...act, stands: act.added, changedAt: house.now() });
  const sheet = await readSheet(house, db, team, message.sheet);
  const version = sheet.state.versions.get(message.version);
  if (version === undefined) throw new Error('A message shows a version that the ledger does not know.');
  const by = { ...at, account: act.account };
  const voices = await voicesThen(
    house,
    db,
    act,
    before,
    await voicesOf(db, team, by, message.sheet, version, house.now()),
  );
  if (voices.length === 0) return { kind: 'bystander', message };
  if (!takesMarks(sheet, version)) return { kind: 'closed', message };
  const entries: Entry[] = [];
  for (const voice of voices) {
    if (!(await changes(house, db, act, message, version, voice))) continue;
    entries.push(...(await write(house, db, act, message, sheet, version, voice)));
  }
  if (act.method === 'reaction' && act.between === null) await askForReadBack(house, db, act);
  if (entries.length === 0) return { kind: 'unchanged', message };
  return { kind: 'marked', message, entries };
}

/**
 * Whoever became a party's account, or got leave, after the mark was made, has not made it for that party: it has to
 * be made again.
 *
 * @see product.md, section 4, rule 3
 */
async function voicesThen(
  house: House,
  db: Db,
  act: Act,
  before: Reaction | undefined,
  voices: readonly Voice[],
): Promise<readonly Voice[]> {
  if (!act.added || voices.length === 0) return voices;
  const repeated = before?.stands === true ? before.changedAt : house.now();
  const madeFrom = (act.madeFrom ?? repeated).getTime();
  const named = voices.flatMap(({ link, delegation }) => (delegation === null ? [link] : [link, delegation]));
  const rows = await house.evidence.rows(db, act.team, named);
  const writtenAt = new Map(rows.map(({ entry }) => [entry.seq, Date.parse(entry.at)]));
  const isOlder = (seq: number | null) => seq === null || (writtenAt.get(seq) ?? Infinity) <= madeFrom;
  return voices.filter(({ link, delegation }) => isOlder(link) && isOlder(delegation));
}

function isTheSame(act: Act, { account, mark, stands }: Reaction): boolean {
  return stands && account === act.account && mark === act.mark;
}

/** An older time of the platform. Without a time, what comes later is newer. */
function isOvertaken(act: Act, before: Reaction | undefined): boolean {
  // A look has no time of its own: it says what is there now.
  if (act.between !== null || before === undefined) return false;
  if (act.platformTime === null || before.platformTime === null) return false;
  return compareTimes(act.platformTime, before.platformTime) < 0;
}

function isBeforeLook({ between, platformClock }: Act, { lookedAt }: SheetMessage): boolean {
  return between === null && platformClock !== null && Date.parse(platformClock) < lookedAt.getTime();
}

/** Platform times are text of digits and a point, and must never become numbers. */
function compareTimes(a: string, b: string): number {
  const [wholeA = '', partA = ''] = a.split('.');
  const [wholeB = '', partB = ''] = b.split('.');
  return (
    wholeA.length - wholeB.length ||
    compare(wholeA, wholeB) ||
    compare(partA.padEnd(9, '0'), partB.padEnd(9, '0'))
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The newest version until it ends; and one that was agreed, where it changes nothing but is kept. */
function takesMarks({ state }: LedgerSheet, version: VersionState): boolean {
  const standing = standingOf(state, version);
  return standing === 'open' || standing === 'disputed' || standing === 'completed';
}

/** Added: the party had it not yet. Taken away: nothing of the party's that says the same stands any more. */
async function changes(
  house: House,
  db: Db,
  act: Act,
  message: SheetMessage,
  version: VersionState,
  { party }: Voice,
): Promise<boolean> {
  const state = partyOf(version, party);
  const has = act.mark === 'approve' ? state.approves : state.disputes;
  // A reason is worth an entry of its own, also where the mark stands already.
  if (act.added) return !has || act.why !== undefined;
  if (!has) return false;
  // What stands on a message that is gone can be taken back only by a button.
  const messages = (await messagesOf(db, act.team, message.sheet)).filter(
    ({ version: shown, isGone }) => shown === version.version && (act.method === 'reaction' || !isGone),
  );
  const accounts = await accountsFor(db, act.team, party, message.sheet, version, house.now());
  const rest = await reactionsOn(db, act.team, messages);
  return !rest.some(
    (one) => one.stands && one.mark === act.mark && accounts.some((account) => isSameAccount(account, one)),
  );
}

function partyOf(version: VersionState, party: string): PartyState {
  const state = version.parties.get(party);
  if (state === undefined) throw new Error(`${party} is no party of version ${version.version}.`);
  return state;
}

async function write(
  house: House,
  db: Db,
  act: Act,
  message: SheetMessage,
  sheet: LedgerSheet,
  version: VersionState,
  voice: Voice,
): Promise<readonly Entry[]> {
  const entry = markEntry(act, message, version, voice, sealedOf(act));
  const { platform, space } = act.at;
  const by = { platform, space, account: act.account };
  const entries = await writeMark(house, db, act.team, sheet, version, entry);
  const [mark] = entries;
  if (mark === undefined) return entries;
  await askForReceipt(house, db, act.team, mark.seq, by);
  // Whoever gave leave hears of what was done with it.
  if (voice.delegation !== null) {
    const [own] = await linksOf(db, act.team, [voice.party]);
    if (own) await askForReceipt(house, db, act.team, mark.seq, own);
  }
  if (act.mark === 'dispute' && act.added && act.why === undefined) {
    const payload = { what: 'why' as const, sheet: message.sheet, version: message.version, ...by };
    await once(house, db, act.team, { kind: 'tell', key: `why:${mark.seq}`, platform, payload });
  }
  return entries;
}

function markEntry(
  act: Act,
  message: SheetMessage,
  version: VersionState,
  { party, link, delegation }: Voice,
  sealed: JsonObject,
): NewEntry<'mark'> {
  const { platform, space, channel, message: id } = act.at;
  return {
    type: 'mark',
    subject: `sheet/${message.sheet}`,
    data: {
      sheet: message.sheet,
      version: version.version,
      text: version.text,
      party,
      mark: act.mark,
      act: act.added ? 'added' : 'removed',
      method: act.method,
      seen: act.between === null ? 'live' : 'reconciled',
      platform_time: act.platformClock,
      between: act.between === null ? null : [act.between[0].toISOString(), act.between[1].toISOString()],
      at_message: { platform, space, channel, message: id },
      link,
      delegation,
      file: null,
    },
    sealed,
  };
}

function sealedOf({ account, displayName, emoji, event, method, why }: Act): JsonObject {
  return {
    account,
    ...(displayName === null ? {} : { display_name: displayName }),
    ...(method === 'reaction' ? { emoji } : {}),
    ...(event === null ? {} : { event }),
    ...(why === undefined ? {} : { kind: why.kind, reason: why.reason }),
  };
}

/**
 * Ask for a look at what happened just now, once the platform shows it. It stands beside the look after an absence,
 * which others wait for.
 */
export async function askForReadBack(
  house: House,
  db: Db,
  { team, at }: Pick<Act, 'team' | 'at'>,
): Promise<void> {
  await again(house, db, team, {
    kind: 'look',
    key: `back:${lookKey(at)}`,
    platform: at.platform,
    payload: at,
    dueAt: new Date(house.now().getTime() + READ_BACK_MS),
  });
}
