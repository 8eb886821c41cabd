import type { Row } from '../core/ledger/bundle-contents.ts';
import type { Entry, PersonId } from '../core/ledger/entry-types.ts';
import { lockItems, recordingsNaming, type StoredItem, saveItems } from '../store/catalog-items.ts';
import type { Db } from '../store/tables.ts';

/** What stands in place of a name that was erased. */
const ERASED = '—';

/**
 * The entries whose sealed part names somebody as a performer and which a later one has taken the place of. What an item
 * is now belongs to everybody on it, as the text of a sheet does, and is left out.
 *
 * @param changes the entries of the subject `team`
 */
export function itemTraces(changes: readonly Row[], person: PersonId): readonly Row[] {
  const newest = new Map<unknown, number>();
  for (const { entry } of changes) if (isOfItem(entry)) newest.set(itemOf(entry), entry.seq);
  return changes.filter(
    ({ entry }) => isOfItem(entry) && names(entry, person) && newest.get(itemOf(entry)) !== entry.seq,
  );
}

function isOfItem({ type }: Entry): boolean {
  return type === 'admin.item_added' || type === 'admin.item_changed' || type === 'admin.item_removed';
}

function itemOf({ data }: Entry): unknown {
  return 'item' in data ? data.item : null;
}

function names({ data }: Entry, person: PersonId): boolean {
  const persons: unknown = 'persons' in data ? data.persons : null;
  return Array.isArray(persons) && persons.includes(person);
}

/** The recordings on which somebody is heard, held until the transaction ends; before the ledger, as everybody does. */
export async function holdRecordingsOf(db: Db, team: string, person: PersonId): Promise<void> {
  const found = await recordingsNaming(db, team, person);
  const ids = found.filter((one) => isOn(one, person)).map(({ id }) => id);
  await lockItems(db, team, 'recording', ids);
}

/** On recordings somebody loses their name; that a person was heard stays. */
export async function eraseFromRecordings(db: Db, team: string, person: PersonId): Promise<void> {
  const found = (await recordingsNaming(db, team, person)).filter((one) => isOn(one, person));
  await saveItems(
    db,
    team,
    'recording',
    found.map(({ id, content }) => ({
      id,
      content: {
        ...content,
        performers: content.performers.map((one) => (one.person === person ? { person, name: ERASED } : one)),
      },
    })),
  );
}

function isOn({ content }: StoredItem<'recording'>, person: PersonId): boolean {
  return content.performers.some((one) => one.person === person);
}
