import type { House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { UserError } from '../core/problem.ts';
import {
  type ContentOf,
  findItem,
  findItems,
  insertItems,
  lockItem,
  type StoredItem,
  type StoredKind,
  saveItems,
  takeOut,
  versionsOf,
} from '../store/catalog-items.ts';
import { recordingsOf, setWorks } from '../store/catalog-works.ts';
import { appendOne } from '../store/evidence.ts';
import { burnGiven } from '../store/given-codes.ts';
import { codesOf, deleteCodes } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';
import { ID_PREFIXES } from './find.ts';
import { fellowBearers, refreshGaps } from './gaps.ts';
import { labelOf } from './labels.ts';

/** An item as it is to be, with the works that are heard on it; works only have themselves. */
export type Wanted<K extends StoredKind> = {
  readonly kind: K;
  readonly content: ContentOf[K];
  /** Of a recording: ids of works; left out, they stay as they are. */
  readonly works?: readonly string[];
};

/** A version of a version of a version: longer chains are a circle that nobody has seen the end of. */
const LONGEST_LINEAGE = 1000;
export const MOST_VERSIONS_NAMED = 5;

/**
 * Put a new item into the catalog, with its entry, in the caller's transaction.
 *
 * @returns its id
 * @throws UserError `catalog.unknown` when a work or the recording that it is a version of is not there any more
 */
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
    data: {
      kind,
      item: id,
      ...(kind === 'recording' ? { works: [...works] } : {}),
      ...personsIn(content),
      by,
    },
    sealed: { content: asJson(content) },
  });
  await mustStand(db, team, id, content, works);
  await refreshGaps(db, team, kind === 'recording' ? { recordings: [id] } : { works: [id] });
  return id;
}

/**
 * Change an item, with an entry that holds what it is now.
 *
 * @throws UserError `catalog.unknown` when it, a work or the recording that it is a version of is not there any more;
 *   `catalog.lineage-self`, `catalog.lineage-circle`
 */
export async function changeItem<K extends StoredKind>(
  house: House,
  db: Db,
  team: string,
  id: string,
  { kind, content, works }: Wanted<K>,
  by: PersonId | null,
): Promise<void> {
  await holdItem(db, team, kind, id);
  await saveItems(db, team, kind, [{ id, content }]);
  if (kind === 'recording' && works !== undefined) await setWorks(db, team, id, works);
  await appendOne(house.evidence, db, team, {
    type: 'admin.item_changed',
    subject: 'team',
    data: {
      kind,
      item: id,
      ...(works === undefined ? {} : { works: [...works] }),
      ...personsIn(content),
      by,
    },
    sealed: { content: asJson(content) },
  });
  await mustStand(db, team, id, content, works ?? []);
  const heardOn = kind === 'work' ? await recordingsOf(db, team, id) : [];
  await refreshGaps(db, team, {
    recordings: kind === 'recording' ? [id] : heardOn,
    works: kind === 'work' ? [id] : [],
  });
}

/**
 * Take an item out of the catalog. Codes that were given out for it are burnt: they stay known, and nobody gets them
 * again.
 *
 * @throws UserError `catalog.unknown` when it is not there, or not any more; `catalog.has-versions`
 */
export async function removeItem(
  house: House,
  db: Db,
  team: string,
  { kind, id }: { readonly kind: StoredKind; readonly id: string },
  by: PersonId | null,
): Promise<void> {
  const item = await holdItem(db, team, kind, id);
  const codes = await codesOf(db, team, [id]);
  const burnt = codes.filter(({ how }) => how === 'assigned');
  await house.evidence.append(db, team, [
    ...burnt.map(({ scheme, code }) => ({
      type: 'code.burnt' as const,
      subject: `${kind}/${id}`,
      data: { scheme, code, [kind]: id, by },
    })),
    { type: 'admin.item_removed', subject: 'team', data: { kind, item: id, by } },
  ]);
  // The ledger is ours from here on: nobody else adds what would rest on this item.
  await mustHaveNoVersions(db, team, item, kind);
  const heardOn = kind === 'work' ? await recordingsOf(db, team, id) : [];
  await takeOut(db, team, kind, id, house.now());
  await deleteCodes(db, team, id);
  for (const { scheme, code } of burnt) await burnGiven(db, team, { scheme, code }, house.now());
  const fellows = await fellowBearers(db, team, codes);
  await refreshGaps(db, team, {
    recordings: [...fellows.recordings, ...heardOn],
    works: fellows.works,
  });
}

/** Take an item that stands for oneself until the end of the transaction. @throws UserError `catalog.unknown` */
export async function holdItem<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
): Promise<StoredItem<K>> {
  const item = await lockItem(db, team, kind, id);
  if (item !== undefined && !item.isGone) return item;
  throw new UserError({ code: 'catalog.unknown', details: { kind, typed: id } });
}

/**
 * What an item rests on has to be there. Looked at once the ledger is ours, as whoever takes something out looks then:
 * so of two at once, the second sees what the first did.
 */
async function mustStand(
  db: Db,
  team: string,
  id: string,
  content: ContentOf[StoredKind],
  works: readonly string[],
): Promise<void> {
  const found = await findItems(db, team, 'work', works);
  const gone = works.find((work) => !found.some((one) => one.id === work && !one.isGone));
  if (gone !== undefined)
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'work', typed: gone } });
  if ('versionOf' in content && content.versionOf !== null) {
    await mustDescend(db, team, id, labelOf('recording', content), content.versionOf);
  }
}

/** A recording is no version of itself, nor of one that comes from it. */
async function mustDescend(db: Db, team: string, id: string, title: string, parent: string): Promise<void> {
  if (parent === id) throw new UserError({ code: 'catalog.lineage-self', details: { title } });
  const first = await findItem(db, team, 'recording', parent);
  if (first === undefined || first.isGone) {
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'recording', typed: parent } });
  }
  let above: StoredItem<'recording'> | undefined = first;
  for (let step = 0; above !== undefined && step < LONGEST_LINEAGE; step += 1) {
    const { versionOf }: ContentOf['recording'] = above.content;
    if (versionOf === null) return;
    if (versionOf === id) {
      const details = { title, of: labelOf('recording', first.content) };
      throw new UserError({ code: 'catalog.lineage-circle', details });
    }
    above = await findItem(db, team, 'recording', versionOf);
  }
}

async function mustHaveNoVersions(
  db: Db,
  team: string,
  { id, content }: StoredItem,
  kind: StoredKind,
): Promise<void> {
  if (kind !== 'recording') return;
  const versions = await versionsOf(db, team, id, MOST_VERSIONS_NAMED);
  if (versions.length > 0) throw hasVersions(content, versions);
}

/** What others are versions of stays. */
export function hasVersions(
  content: ContentOf[StoredKind],
  versions: readonly StoredItem<'recording'>[],
): UserError {
  return new UserError({
    code: 'catalog.has-versions',
    details: {
      title: labelOf('recording', content),
      versions: versions.map((one) => `${labelOf('recording', one.content)} (${one.id})`),
    },
  });
}

/** Who of the books is named in a sealed content, so that it is found when their data is erased. */
function personsIn(content: ContentOf[StoredKind]): { readonly persons?: readonly PersonId[] } {
  if (!('performers' in content)) return {};
  const persons = content.performers.flatMap(({ person }) => person ?? []);
  return persons.length === 0 ? {} : { persons: [...new Set(persons)].sort() };
}

/** Contents hold nothing but what JSON holds. */
function asJson(content: ContentOf[StoredKind]): JsonObject {
  return JSON.parse(JSON.stringify(content)) as JsonObject;
}
