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
  const item = await findItem(db, team, kind, id);
  const [looked] = item === undefined || item.isGone ? [] : await lookAtMany(db, team, kind, [item]);
  if (looked !== undefined) return looked;
  throw new UserError({ code: 'catalog.unknown', details: { kind, typed: id } });
}

/** The same for many items of one kind, in their order, with a few questions for all of them. */
export async function lookAtMany(
  db: Db,
  team: string,
  kind: StoredKind,
  items: readonly StoredItem[],
): Promise<readonly Looked[]> {
  return kind === 'work'
    ? lookAtWorks(db, team, items as readonly StoredItem<'work'>[])
    : lookAtRecordings(db, team, items as readonly StoredItem<'recording'>[]);
}

async function lookAtWorks(
  db: Db,
  team: string,
  items: readonly StoredItem<'work'>[],
): Promise<readonly LookedWork[]> {
  const codes = Map.groupBy(await codesOf(db, team, idsOf(items)), ({ item }) => item);
  return items.map((item) => ({ kind: 'work', item, codes: codes.get(item.id) ?? [] }));
}

async function lookAtRecordings(
  db: Db,
  team: string,
  items: readonly StoredItem<'recording'>[],
): Promise<readonly LookedRecording[]> {
  const ids = idsOf(items);
  const codes = Map.groupBy(await codesOf(db, team, ids), ({ item }) => item);
  const worksByRecording = await worksOf(db, team, ids);
  const works = byId(await findItems(db, team, 'work', [...worksByRecording.values()].flat()));
  const parentIds = items.flatMap(({ content }) => content.versionOf ?? []);
  const parents = byId(await findItems(db, team, 'recording', parentIds));
  const persons = items.flatMap(({ content }) => content.performers.flatMap(({ person }) => person ?? []));
  const people = await findPeople(db, team, [...new Set(persons)]);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return items.map((item): LookedRecording => {
    const { versionOf, performers } = item.content;
    const own = (worksByRecording.get(item.id) ?? []).flatMap((id) => works.get(id) ?? []);
    return {
      kind: 'recording',
      item,
      codes: codes.get(item.id) ?? [],
      works: own.toSorted((a, b) => a.content.title.localeCompare(b.content.title, 'en')),
      parent: versionOf === null ? null : (parents.get(versionOf) ?? null),
      performers: performers.map(({ person, name }) =>
        person === null ? name : (names.get(person) ?? name),
      ),
    };
  });
}

function idsOf(items: readonly StoredItem[]): readonly string[] {
  return items.map(({ id }) => id);
}

function byId<K extends StoredKind>(items: readonly StoredItem<K>[]): ReadonlyMap<string, StoredItem<K>> {
  return new Map(items.map((item) => [item.id, item]));
}
