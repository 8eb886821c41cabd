import { UserError } from '../core/problem.ts';
import { findItem, findItems, type StoredItem, type StoredKind } from '../store/catalog-items.ts';
import { worksOf } from '../store/catalog-works.ts';
import { codesOf, type ItemCode } from '../store/item-codes.ts';
import { findPeople } from '../store/people.ts';
import type { Db } from '../store/tables.ts';

/** A recording with all that is said about it elsewhere. */
export type LookedRecording = {
  readonly kind: 'recording';
  readonly item: StoredItem<'recording'>;
  readonly works: readonly StoredItem<'work'>[];
  /** The recording that it is a version of. */
  readonly parent: StoredItem<'recording'> | null;
  /** Who is heard, as they are called in the books now. */
  readonly performers: readonly string[];
  readonly codes: readonly ItemCode[];
};

export type LookedWork = {
  readonly kind: 'work';
  readonly item: StoredItem<'work'>;
  readonly codes: readonly ItemCode[];
};

export type Looked = LookedRecording | LookedWork;

/** @throws UserError `catalog.unknown` when it is not there, or not any more */
export async function lookAt(db: Db, team: string, kind: StoredKind, id: string): Promise<Looked> {
  return kind === 'recording' ? lookAtRecording(db, team, id) : lookAtWork(db, team, id);
}

async function lookAtWork(db: Db, team: string, id: string): Promise<LookedWork> {
  return { kind: 'work', item: await mustFind(db, team, 'work', id), codes: await codesOf(db, team, [id]) };
}

async function lookAtRecording(db: Db, team: string, id: string): Promise<LookedRecording> {
  const item = await mustFind(db, team, 'recording', id);
  const codes = await codesOf(db, team, [id]);
  const { versionOf, performers } = item.content;
  const ids = (await worksOf(db, team, [id])).get(id) ?? [];
  const works = await findItems(db, team, 'work', ids);
  const parent = versionOf === null ? undefined : await findItem(db, team, 'recording', versionOf);
  const people = await findPeople(
    db,
    team,
    performers.flatMap(({ person }) => person ?? []),
  );
  const names = new Map(people.map((person) => [person.id, person.displayName]));
  return {
    kind: 'recording',
    item,
    codes,
    works: works.toSorted((a, b) => a.content.title.localeCompare(b.content.title, 'en')),
    parent: parent ?? null,
    performers: performers.map(({ person, name }) => (person === null ? name : (names.get(person) ?? name))),
  };
}

async function mustFind<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  id: string,
): Promise<StoredItem<K>> {
  const item = await findItem(db, team, kind, id);
  if (item !== undefined && !item.isGone) return item;
  throw new UserError({ code: 'catalog.unknown', details: { kind, typed: id } });
}
