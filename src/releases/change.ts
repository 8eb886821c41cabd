import type { Context, House } from '../bot/command.ts';
import { POOLS } from '../catalog/giving/choose-series.ts';
import { type Given, giveCodes, keepHead, yearIn } from '../catalog/giving/give-codes.ts';
import { reachedOf, zoneOf } from '../catalog/giving/series-words.ts';
import { displayOf, labelOf } from '../catalog/labels.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { countLeft } from '../core/series.ts';
import { askerPerson } from '../people/named.ts';
import { findItems } from '../store/catalog-items.ts';
import { appendOne } from '../store/evidence.ts';
import { findGiven } from '../store/given-codes.ts';
import { bearersOf, codesOf, deleteCodes, saveCodes } from '../store/item-codes.ts';
import { holdLedger } from '../store/ledger.ts';
import {
  findRelease,
  insertRelease,
  type KeptRelease,
  lockRelease,
  type StoredRelease,
  saveRelease,
} from '../store/releases.ts';
import { listSeries, lockSeries, type Series } from '../store/series.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { type ReleaseEvent, writeRelease } from './entries.ts';
import { mustBeOpenTo, titleOfRelease } from './find.ts';
import type { SaidUpc } from './read-input.ts';
import { schedule, usualDaysNow } from './schedule.ts';

export type Change = {
  /** Left out, as it is. */
  readonly upc?: SaidUpc;
  readonly event: ReleaseEvent;
  /** In the transaction too: a question that this answers, what follows from it. */
  also?(db: Db): Promise<void>;
};

export type Changed = {
  readonly before: StoredRelease | null;
  readonly after: StoredRelease;
  readonly seq: Seq;
};

/**
 * Keep a new release, with its entry, its barcode and its reminders: all of it or nothing.
 *
 * @throws UserError `catalog.unknown`, `release.upc-taken`, `assign.*`
 */
export async function planRelease(
  { house, asker }: Pick<Context, 'house' | 'asker'>,
  contentBy: (person: PersonId) => KeptRelease,
  change: Change,
): Promise<Changed> {
  const { team } = asker;
  // Before the transaction, which has the database to itself.
  const timeZone = await zoneOf(house, team);
  const changed = await inTransaction(house.db, async (db) => {
    // Always before the team's ledger: of two who do this at once, the second waits here.
    await lockTeam(db, team);
    const { person } = await askerPerson(house, db, asker);
    const id = `rel_${house.newId()}`;
    const content = contentBy(person);
    const pool = await poolFor(house, db, team, change, timeZone);
    await change.also?.(db);
    await insertRelease(db, team, { id, content, createdAt: house.now() });
    const seq = await writeRelease(house.evidence, db, team, change.event, { id, content, by: person });
    await mustStand(db, team, content.tracks);
    await bear(house, db, team, { id, content, upc: change.upc, by: person, timeZone, pool });
    const after = await reread(db, team, id);
    await schedule(house, db, team, null, after, await usualDaysNow(house, db, team));
    return { before: null, after, seq };
  });
  return finished(house, team, change, changed);
}

/**
 * Change a release that is there; whoever may not is refused before anything is asked of them.
 *
 * @param next what it is to be; null where it is so already
 * @throws UserError `release.unknown`, `release.not-yours`, `release.cancelled`, `release.nothing-new`, and as
 *   `planRelease`
 */
export async function changeRelease(
  { house, asker }: Pick<Context, 'house' | 'asker'>,
  id: string,
  next: (content: KeptRelease) => KeptRelease,
  change: Change & { readonly state?: StoredRelease['state'] },
): Promise<Changed> {
  const { team } = asker;
  // Before the transaction, which has the database to itself.
  const timeZone = await zoneOf(house, team);
  const changed = await inTransaction(house.db, async (db) => {
    await lockTeam(db, team);
    const before = await lockRelease(db, team, id);
    if (before === undefined) throw new UserError({ code: 'release.unknown', details: { typed: id } });
    await mustBeOpenTo({ db }, asker, before);
    const { person } = await askerPerson(house, db, asker);
    const pool = await poolFor(house, db, team, change, timeZone);
    await change.also?.(db);
    const content = next(before.content);
    const state = change.state ?? before.state;
    const isSame = JSON.stringify(content) === JSON.stringify(before.content) && state === before.state;
    if (isSame && change.upc === undefined) throw nothingNew(before);
    await saveRelease(db, team, id, content, state);
    const seq = await writeRelease(house.evidence, db, team, change.event, { id, content, by: person });
    await mustStand(
      db,
      team,
      content.tracks.filter((track) => !before.content.tracks.includes(track)),
    );
    const bearing = { id, content, upc: change.upc, by: person, timeZone, pool };
    const isNewCode = await bear(house, db, team, bearing);
    if (isSame && !isNewCode) throw nothingNew(before);
    const after = await reread(db, team, id);
    await schedule(house, db, team, before, after, await usualDaysNow(house, db, team));
    return { before, after, seq };
  });
  return finished(house, team, change, changed);
}

function nothingNew({ content }: StoredRelease): UserError {
  return new UserError({ code: 'release.nothing-new', details: { title: titleOfRelease(content) } });
}

async function finished(house: House, team: string, { upc }: Change, changed: Changed): Promise<Changed> {
  if (upc === 'next') await keepHead(house, team);
  house.poke();
  return changed;
}

async function reread(db: Db, team: string, id: string): Promise<StoredRelease> {
  const found = await findRelease(db, team, id);
  if (found === undefined) throw new Error('A release that was just written is not there.');
  return found;
}

/** A recording that was taken out of the catalog meanwhile is on no release. Looked at once the ledger is ours. */
async function mustStand(db: Db, team: string, tracks: readonly string[]): Promise<void> {
  const found = await findItems(db, team, 'recording', tracks);
  const gone = tracks.find((id) => !found.some((one) => one.id === id && !one.isGone));
  if (gone === undefined) return;
  const known = found.find(({ id }) => id === gone);
  const typed = known === undefined ? gone : labelOf('recording', known.content);
  throw new UserError({ code: 'catalog.unknown', details: { kind: 'recording', typed } });
}

type Bearing = {
  readonly id: string;
  readonly content: KeptRelease;
  readonly upc: SaidUpc | undefined;
  readonly by: PersonId;
  /** Of the team, by which it is this year or the next. */
  readonly timeZone: string;
  /** From which `next` is given; null where the team has none. */
  readonly pool: Series | null;
};

/** Give the release the barcode that was said, or take it away. @returns whether that changes anything */
async function bear(house: House, db: Db, team: string, bearing: Bearing): Promise<boolean> {
  const { id, upc, by } = bearing;
  if (upc === undefined) return false;
  await holdLedger(db, team);
  const own = (await codesOf(db, team, [id])).filter(({ scheme }) => scheme === 'gtin');
  if (upc !== null && upc !== 'next' && own.some(({ code }) => code === upc.code)) return false;
  if (upc === null && own.length === 0) return false;
  // Asked for twice, another one of the pool would be given and this one lost for good.
  if (upc === 'next' && own.some(({ how }) => how === 'assigned')) return false;
  // One release has one barcode: another one takes the place of what was said before.
  for (const { scheme, code } of own) {
    await deleteCodes(db, team, id, { scheme, code });
    await appendOne(house.evidence, db, team, {
      type: 'admin.code_dropped',
      subject: 'team',
      data: { scheme, code, item: id, by },
    });
  }
  if (upc === null) return true;
  const given = upc === 'next' ? await nextOfPool(house, db, team, bearing) : null;
  const code = given?.code ?? (upc === 'next' ? '' : upc.code);
  await mustBeFree(db, team, id, code);
  const isOurs = given !== null || (await findGiven(db, team, { scheme: 'gtin', code })) !== undefined;
  const seq = given?.seq ?? (await writeUpc(house, db, team, { id, code, by }));
  await saveCodes(db, team, [
    {
      ...{ scheme: 'gtin', code, kind: 'release', item: id, how: isOurs ? 'assigned' : 'registered' },
      ...{ source: null, acceptedFor: null, seq, since: house.now() },
    },
  ]);
  return true;
}

async function writeUpc(
  { evidence }: House,
  db: Db,
  team: string,
  { id, code, by }: { readonly id: string; readonly code: string; readonly by: PersonId },
): Promise<Seq> {
  const { seq } = await appendOne(evidence, db, team, {
    type: 'code.registered',
    subject: `release/${id}`,
    data: { scheme: 'gtin', code, release: id, by },
  });
  return seq;
}

/** @throws UserError `release.upc-taken` */
async function mustBeFree(db: Db, team: string, id: string, code: string): Promise<void> {
  const [other] = (await bearersOf(db, team, 'gtin', [code])).filter(({ item }) => item !== id);
  if (other === undefined) return;
  const bearer = await findRelease(db, team, other.item);
  const title = bearer === undefined ? other.item : titleOfRelease(bearer.content);
  const details = { code: displayOf({ scheme: 'gtin', code }), title, id: other.item };
  throw new UserError({ code: 'release.upc-taken', details });
}

/** The pool that gives the next barcode, held as everybody holds it: before the ledger. Where one is used up, the next. */
async function poolFor(
  house: House,
  db: Db,
  team: string,
  { upc }: Change,
  timeZone: string,
): Promise<Series | null> {
  if (upc !== 'next') return null;
  const pools = (await listSeries(db, team, ['gtin'])).filter(({ closed }) => !closed);
  const year = yearIn(timeZone, house.now());
  const [first] = pools;
  const pool = pools.find((one) => countLeft(one, reachedOf(one), year) > 0) ?? first;
  return pool === undefined ? null : ((await lockSeries(db, team, pool.id)) ?? null);
}

/** @throws UserError `assign.*` */
async function nextOfPool(
  house: House,
  db: Db,
  team: string,
  { id, content, by, timeZone, pool }: Omit<Bearing, 'upc'>,
): Promise<Given> {
  if (pool === null) throw new UserError({ code: 'assign.none', details: { kind: POOLS.kind } });
  const title = titleOfRelease(content);
  const to = {
    ...{ subject: `release/${id}`, givenFor: title, target: id },
    ...{ data: { release: id }, sealed: { for: title } },
  };
  const [given] = await giveCodes(house, db, team, { series: pool.id, timeZone, to: [to], by });
  if (given === undefined) throw new Error('A code was given and did not come back.');
  return given;
}
