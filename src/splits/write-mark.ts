import type { House } from '../bot/command.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import { standingOf, type VersionState } from '../core/ledger/sheet-state.ts';
import { appendOne } from '../store/evidence.ts';
import type { NewEntry } from '../store/ledger.ts';
import { messagesOf } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { again, once } from './ask.ts';
import { completeIfAgreed } from './complete.ts';
import { type LedgerSheet, takeNext } from './read-sheet.ts';

/**
 * Write a mark that changes where a party stands, and what follows from it: the dispute or its end, the completion,
 * what the proposer has to know, and that the messages show it.
 *
 * @returns what was written, the mark first
 */
export async function writeMark(
  house: House,
  db: Db,
  team: string,
  sheet: LedgerSheet,
  version: VersionState,
  entry: NewEntry<'mark'>,
): Promise<readonly Entry[]> {
  const id = sheet.state.sheet;
  const before = standingOf(sheet.state, version);
  const mark = await appendOne(house.evidence, db, team, entry);
  takeNext(sheet, mark, null);
  const after = standingOf(sheet.state, version);
  const entries: Entry[] = [mark, ...(await announce(house, db, team, sheet, version, before, after))];
  const added = entry.data.act === 'added';
  entries.push(...(await completeIfAgreed(house, db, team, sheet, version)));
  const tell = (what: 'disputed' | 'question') =>
    once(house, db, team, {
      kind: 'notify',
      key: `${what}:${mark.seq}`,
      payload: { what, sheet: id, version: version.version, seq: mark.seq },
    });
  if (after === 'completed' && !added) await tell('question');
  if (entry.data.mark === 'dispute' && added) await tell('disputed');
  await askToShow(house, db, team, id);
  return entries;
}

/** That a version is in dispute, or no longer: for whoever follows the ledger. */
async function announce(
  house: House,
  db: Db,
  team: string,
  { state: { sheet } }: LedgerSheet,
  { version }: VersionState,
  before: string,
  after: string,
): Promise<readonly Entry[]> {
  if (before === after) return [];
  const type = after === 'disputed' ? 'sheet.disputed' : before === 'disputed' ? 'sheet.resolved' : null;
  if (type === null) return [];
  return house.evidence.append(db, team, [{ type, subject: `sheet/${sheet}`, data: { sheet, version } }]);
}

/** The messages of a sheet, on whatever platform they stand, are to show what is now. */
export async function askToShow(house: House, db: Db, team: string, sheet: string): Promise<void> {
  const messages = await messagesOf(db, team, sheet);
  for (const platform of new Set(messages.map((message) => message.platform))) {
    await again(house, db, team, {
      kind: 'show',
      key: `${sheet}:${platform}`,
      platform,
      payload: { sheet, platform },
    });
  }
}
