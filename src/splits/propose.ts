import type { Asker, House } from '../bot/command.ts';
import type { Entry, PersonId } from '../core/ledger/entry-types.ts';
import { writeFrozenText } from '../core/ledger/frozen-text.ts';
import { sha256Hex } from '../core/ledger/hash.ts';
import { must, UserError } from '../core/problem.ts';
import { checkContent } from '../core/sheet/check.ts';
import { layerShares, type Party, type SheetContent } from '../core/sheet/content.ts';
import { askerPerson } from '../people/named.ts';
import { appendOne } from '../store/evidence.ts';
import { insertSheetRecordings } from '../store/sheet-recordings.ts';
import { findVersion, insertSheet, insertVersion, lockSheet } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import type { Locale } from '../text/locale.ts';
import { translator } from '../text/translate.ts';
import { again, once } from './ask.ts';
import { dropReminders, NUDGE_DAYS, nudgeKey } from './complete.ts';
import { type Draft, type Everyone, fillDraft, findEveryone } from './everyone.ts';
import { type PostPlace, placesFor } from './places.ts';
import { readSheet } from './read-sheet.ts';
import { frozenWords, type Speaker } from './words.ts';
import { askToShow } from './write-mark.ts';

export type Proposal = {
  readonly draft: Draft;
  /** The sheet of which this is a new version; null for a new sheet. */
  readonly sheet: string | null;
  readonly asker: Asker;
  readonly days: number;
  /** In whose language the sheet is written: the team's. */
  readonly speaker: Speaker;
};

export type Proposed = {
  readonly sheet: string;
  readonly version: number;
  readonly content: SheetContent;
  readonly entry: Entry;
  /** Where it is posted. */
  readonly places: readonly PostPlace[];
};

const DAY_MS = 86_400_000;

/**
 * Freeze a version and ask everyone for it: written, kept, and on its way to the channel, all or nothing.
 *
 * @throws UserError `sheet.*` when people cannot be found, or the sheet does not take a new version from this person
 */
export async function propose(house: House, proposal: Proposal): Promise<Proposed> {
  const named = await findEveryone(house, proposal);
  const proposed = await inTransaction(house.db, (db) => proposeIn(house, db, proposal, named));
  house.poke();
  return proposed;
}

async function proposeIn(house: House, db: Db, proposal: Proposal, everyone: Everyone): Promise<Proposed> {
  const { asker, draft, speaker, days } = proposal;
  const { team } = asker;
  const id = proposal.sheet ?? `s_${house.newId()}`;
  const now = house.now();
  if (proposal.sheet === null) await insertSheet(db, team, { id, title: draft.title }, now);
  // The sheet first and the ledger after it, as everybody does: else two would wait for each other.
  const stored = await lockSheet(db, team, id);
  if (stored === undefined) throw new UserError({ code: 'split.unknown', details: { typed: id } });
  const proposer = await askerPerson(house, db, asker);
  const before = await readSheet(house, db, team, id);
  const { newest, completed } = before.state;
  const { recordings = [] } = draft;
  const inherited = completed === null ? [] : await partiesOf(db, team, id, completed);
  const content = await fillDraft(house, db, team, draft, everyone, inherited, proposer.person);
  const wrong = checkContent(content).find(({ severity }) => severity === 'error');
  if (wrong) throw new UserError(wrong);
  const version = (newest ?? 0) + 1;
  const owner = {
    ledger: house.evidence.ledgerOf(team).name,
    sheet: id,
    version,
    layers: layerShares(content),
    parties: content.parties.map(({ person }) => person),
  };
  const names = Object.fromEntries(content.parties.map(({ person, name }) => [person, name]));
  const words = frozenWords(content, { version, amends: completed }, speaker);
  const text = must(writeFrozenText(words, owner, names, house.randomHex(16)));
  const entry = await appendOne(house.evidence, db, team, {
    type: 'sheet.version',
    subject: `sheet/${id}`,
    data: {
      sheet: id,
      version,
      text: sha256Hex(text),
      layers: owner.layers,
      parties: owner.parties,
      proposer: proposer.person,
      replaces: newest,
      amends: completed,
      language: speaker.locale,
    },
    sealed: { text, names, recordings: [...recordings] },
  });
  const endsAt = new Date(now.getTime() + days * DAY_MS);
  await insertVersion(db, team, {
    sheet: id,
    version,
    proposer: proposer.person,
    content: JSON.stringify(content),
    textHash: sha256Hex(text),
    language: speaker.locale,
    timeZone: speaker.timeZone,
    createdAt: now,
    endsAt,
    title: content.title,
    parties: owner.parties,
  });
  await insertSheetRecordings(db, team, { sheet: id, version }, recordings);
  if (newest !== null) {
    await dropReminders(db, team, id, newest, await partyIds(db, team, id, newest));
    await askToShow(house, db, team, id);
  }
  const places = await placesFor(db, team, asker, id, newest);
  for (const place of places) await askForPost(house, db, team, place, id, version);
  await askForReminders(house, db, team, { id, version, parties: owner.parties, endsAt });
  return { sheet: id, version, content, entry, places };
}

async function partiesOf(db: Db, team: string, sheet: string, version: number): Promise<readonly Party[]> {
  const stored = await findVersion(db, team, sheet, version);
  return stored === undefined ? [] : readContent(stored.content).parties;
}

async function partyIds(db: Db, team: string, sheet: string, version: number): Promise<readonly PersonId[]> {
  return (await partiesOf(db, team, sheet, version)).map(({ person }) => person);
}

/** The content of a version as it was kept when it was proposed. */
export function readContent(json: string): SheetContent {
  return JSON.parse(json) as SheetContent;
}

/** Post a version at a place, once. */
async function askForPost(
  house: House,
  db: Db,
  team: string,
  { platform, space, channel, thread }: PostPlace,
  sheet: string,
  version: number,
): Promise<void> {
  await once(house, db, team, {
    kind: 'post',
    key: JSON.stringify([sheet, version, platform, space, channel, thread ?? null]),
    platform,
    payload: { sheet, version, platform, space, channel, ...(thread === undefined ? {} : { thread }) },
  });
}

async function askForReminders(
  house: House,
  db: Db,
  team: string,
  {
    id,
    version,
    parties,
    endsAt,
  }: { id: string; version: number; parties: readonly PersonId[]; endsAt: Date },
): Promise<void> {
  const now = house.now().getTime();
  for (const person of parties) {
    for (const day of NUDGE_DAYS) {
      const dueAt = new Date(now + day * DAY_MS);
      if (dueAt >= endsAt) continue;
      const payload = { sheet: id, version, person };
      await once(house, db, team, { kind: 'nudge', key: nudgeKey(id, version, person, day), payload, dueAt });
    }
  }
  await again(house, db, team, {
    kind: 'lapse',
    key: `${id}:${version}`,
    payload: { sheet: id, version },
    dueAt: endsAt,
  });
}

/** In the language and zone in which a version was written. */
export function speakerOf(version: { readonly language: string; readonly timeZone: string }): Speaker {
  const locale = version.language as Locale;
  return { t: translator(locale, version.timeZone), locale, timeZone: version.timeZone };
}
