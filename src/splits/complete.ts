import type { House } from '../bot/command.ts';
import type { Entry, MessagePlace, PersonId } from '../core/ledger/entry-types.ts';
import { agrees, standingOf, type VersionState } from '../core/ledger/sheet-state.ts';
import { askForReceipt } from '../people/receipt.ts';
import { appendOne } from '../store/evidence.ts';
import { dropJobs, isWaiting } from '../store/jobs.ts';
import type { NewEntry } from '../store/ledger.ts';
import { linksOf } from '../store/people.ts';
import { messagesOf, type SheetStanding, setStanding } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { once } from './ask.ts';
import { placesShowing, placeText } from './places.ts';
import { type LedgerSheet, takeNext } from './read-sheet.ts';

/** After so many tries, about an hour and a half, a channel that cannot be read no longer holds up the others. */
export const TRIES_TO_LOOK = 25;

/** Days after which whoever has not answered is reminded. */
export const NUDGE_DAYS = [2, 5, 10] as const;

/**
 * Complete the newest version if everyone agrees to it.
 *
 * After an absence it waits until its messages were looked at: what was taken back meanwhile would count otherwise.
 *
 * @returns what was written
 */
export async function completeIfAgreed(
  house: House,
  db: Db,
  team: string,
  sheet: LedgerSheet,
  version: VersionState,
): Promise<readonly Entry[]> {
  const { state } = sheet;
  if (state.newest !== version.version || standingOf(state, version) !== 'open') return [];
  if (![...version.parties.values()].every(agrees)) return [];
  const unseen = (await messagesOf(db, team, state.sheet)).filter(
    ({ version: shown, isGone, platform }) =>
      shown === version.version && !isGone && house.connections.has(platform),
  );
  if (await isWaiting(db, team, 'look', unseen.map(lookKey), TRIES_TO_LOOK)) return [];
  return [await complete(house, db, team, sheet, version)];
}

/** The look after an absence that others wait for. */
export function lookKey({ platform, space, channel, message }: MessagePlace): string {
  return JSON.stringify([platform, space, channel, message]);
}

/** Everyone agrees: written once, said where it was posted, with a receipt for every party. */
async function complete(
  house: House,
  db: Db,
  team: string,
  sheet: LedgerSheet,
  version: VersionState,
): Promise<Entry> {
  const id = sheet.state.sheet;
  const marks = [...version.parties.values()].map(({ approval }) => approval ?? -1).sort((a, b) => a - b);
  const data = { sheet: id, version: version.version, text: version.text, marks };
  const subject = `sheet/${id}`;
  const entry = await writeEnd(house, db, team, sheet, version, { type: 'sheet.completed', subject, data });
  for (const place of placesShowing(await messagesOf(db, team, id), version.version)) {
    await once(house, db, team, {
      kind: 'agreed',
      key: `${id}:${version.version}:${placeText(place)}`,
      platform: place.platform,
      payload: { ...place, sheet: id, version: version.version, seq: entry.seq },
    });
  }
  return entry;
}

/** The newest version ends without agreement. */
export async function endVersion(
  house: House,
  db: Db,
  team: string,
  sheet: LedgerSheet,
  version: VersionState,
  type: 'sheet.cancelled' | 'sheet.lapsed',
): Promise<Entry> {
  const id = sheet.state.sheet;
  const data = { sheet: id, version: version.version };
  return writeEnd(house, db, team, sheet, version, { type, subject: `sheet/${id}`, data });
}

type EndType = 'sheet.completed' | 'sheet.cancelled' | 'sheet.lapsed';

const STANDINGS: Readonly<Record<EndType, SheetStanding>> = {
  'sheet.completed': 'completed',
  'sheet.cancelled': 'cancelled',
  'sheet.lapsed': 'lapsed',
};

async function writeEnd(
  house: House,
  db: Db,
  team: string,
  sheet: LedgerSheet,
  version: VersionState,
  end: NewEntry<EndType>,
): Promise<Entry> {
  const id = sheet.state.sheet;
  const entry = await appendOne(house.evidence, db, team, end);
  takeNext(sheet, entry, null);
  await setStanding(db, team, id, STANDINGS[end.type]);
  await dropReminders(db, team, id, version.version, [...version.parties.keys()]);
  if (end.type !== 'sheet.lapsed')
    await askForReceipts(house, db, team, entry.seq, [...version.parties.keys()]);
  return entry;
}

/** Every party gets the receipt by one account, if it can be on a platform that is connected. */
async function askForReceipts(
  house: House,
  db: Db,
  team: string,
  seq: number,
  parties: readonly PersonId[],
): Promise<void> {
  const told = new Set<PersonId>();
  const links = await linksOf(db, team, parties);
  const isThere = ({ platform }: { readonly platform: string }) => house.connections.has(platform);
  const connected = [...links.filter(isThere), ...links.filter((link) => !isThere(link))];
  for (const { person, platform, space, account } of connected) {
    if (told.has(person)) continue;
    told.add(person);
    await askForReceipt(house, db, team, seq, { platform, space, account });
  }
}

export function nudgeKey(sheet: string, version: number, person: PersonId, day: number): string {
  return `${sheet}:${version}:${person}:${day}`;
}

/** Nobody is to be reminded of a version that has ended. */
export async function dropReminders(
  db: Db,
  team: string,
  sheet: string,
  version: number,
  parties: readonly PersonId[],
): Promise<void> {
  const keys = parties.flatMap((person) => NUDGE_DAYS.map((day) => nudgeKey(sheet, version, person, day)));
  await dropJobs(db, team, 'nudge', keys);
  await dropJobs(db, team, 'lapse', [`${sheet}:${version}`]);
}
