import type { House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { UserError } from '../core/problem.ts';
import {
  type ContentOf,
  insertItems,
  lockItem,
  type StoredKind,
  saveItem,
  takeOut,
} from '../store/catalog-items.ts';
import { recordingsOf, setWorks } from '../store/catalog-works.ts';
import { appendOne } from '../store/evidence.ts';
import { burnGiven } from '../store/given-codes.ts';
import { codesOf, deleteCodes } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';
import { ID_PREFIXES } from './find.ts';
import { fellowBearers, refreshGaps } from './gaps.ts';

/** An item as it is to be, with the works that are heard on it; works only have themselves. */
export type Wanted<K extends StoredKind> = {
  readonly kind: K;
  readonly content: ContentOf[K];
  /** Of a recording: ids of works; left out, they stay as they are. */
  readonly works?: readonly string[];
};

/** More recordings of one work than this are not looked at when its title changes. */
const MOST_RECORDINGS = 1000;

/** Put a new item into the catalog, with its entry, in the caller's transaction. @returns its id */
export async function addItem<K extends StoredKind>(
  house: House,
  db: Db,
  team: string,
  { kind, content, works = [] }: Wanted<K>,
  by: PersonId | null,
): Promise<string> {
  const id = `${ID_PREFIXES[kind]}${house.newId()}`;
  await insertItems(db, team, kind, [{ id, content }], house.now());
  if (kind === 'recording') await setWorks(db, team, id, works);
  await appendOne(house.evidence, db, team, {
    type: 'admin.item_added',
    subject: 'team',
    data: { kind, item: id, ...(kind === 'recording' ? { works: [...works] } : {}), by },
    sealed: { content: asJson(content) },
  });
  await refreshGaps(house, db, team, kind === 'recording' ? { recordings: [id] } : { works: [id] });
  return id;
}

/**
 * Change an item, with an entry that holds what it is now.
 *
 * @throws UserError `catalog.unknown` when it is not there, or not any more
 */
export async function changeItem<K extends StoredKind>(
  house: House,
  db: Db,
  team: string,
  id: string,
  { kind, content, works }: Wanted<K>,
  by: PersonId | null,
): Promise<void> {
  await hold(db, team, kind, id);
  await saveItem(db, team, kind, id, content);
  if (kind === 'recording' && works !== undefined) await setWorks(db, team, id, works);
  await appendOne(house.evidence, db, team, {
    type: 'admin.item_changed',
    subject: 'team',
    data: { kind, item: id, ...(works === undefined ? {} : { works: [...works] }), by },
    sealed: { content: asJson(content) },
  });
  const heardOn = kind === 'work' ? await recordingsOf(db, team, id, MOST_RECORDINGS) : [];
  await refreshGaps(house, db, team, {
    recordings: kind === 'recording' ? [id] : heardOn,
    works: kind === 'work' ? [id] : [],
  });
}

/**
 * Take an item out of the catalog. Codes that were given out for it are burnt: they stay known, and nobody gets them
 * again.
 *
 * @throws UserError `catalog.unknown` when it is not there, or not any more
 */
export async function removeItem(
  house: House,
  db: Db,
  team: string,
  { kind, id }: { readonly kind: StoredKind; readonly id: string },
  by: PersonId | null,
): Promise<void> {
  await hold(db, team, kind, id);
  const codes = await codesOf(db, team, [id]);
  const heardOn = kind === 'work' ? await recordingsOf(db, team, id, MOST_RECORDINGS) : [];
  await takeOut(db, team, kind, id, house.now());
  await deleteCodes(db, team, id);
  for (const { scheme, code, how } of codes) {
    if (how !== 'assigned') continue;
    await burnGiven(db, team, { scheme, code }, house.now());
    await appendOne(house.evidence, db, team, {
      type: 'code.burnt',
      subject: `${kind}/${id}`,
      data: { scheme, code, [kind]: id, by },
    });
  }
  await appendOne(house.evidence, db, team, {
    type: 'admin.item_removed',
    subject: 'team',
    data: { kind, item: id, by },
  });
  const fellows = await fellowBearers(db, team, codes);
  await refreshGaps(house, db, team, {
    recordings: [...fellows.recordings, ...heardOn],
    works: fellows.works,
  });
}

async function hold(db: Db, team: string, kind: StoredKind, id: string): Promise<void> {
  const item = await lockItem(db, team, kind, id);
  if (item !== undefined && !item.isGone) return;
  throw new UserError({ code: 'catalog.unknown', details: { kind, typed: id } });
}

/** Contents hold nothing but what JSON holds. */
function asJson(content: ContentOf[StoredKind]): JsonObject {
  return JSON.parse(JSON.stringify(content)) as JsonObject;
}
