import type { House } from '../bot/command.ts';
import { labelOf } from '../catalog/labels.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import { findItems } from '../store/catalog-items.ts';
import { findLicense } from '../store/licenses.ts';
import { findPeople } from '../store/people.ts';
import { findRelease } from '../store/releases.ts';
import { findSheet } from '../store/sheets.ts';
import type { Translate } from '../text/translate.ts';

/** What the things that entries name by id are called now; their ids where nobody knows any more. */
export type Called = {
  person(id: string): string;
  sheet(id: string): string;
  item(id: string): string;
  license(id: string): string;
  release(id: string): string;
};

/** Looks up what these entries name, each once. */
export async function calledIn(
  { db }: Pick<House, 'db'>,
  team: string,
  entries: readonly Entry[],
  t: Translate,
): Promise<Called> {
  const people = await findPeople(db, team, named(entries, ['proposer', 'party', 'person', 'delegate']));
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  const items = named(entries, ['item', 'recording', 'work']);
  for (const kind of ['recording', 'work'] as const) {
    for (const { id, content } of await findItems(db, team, kind, items))
      names.set(id, labelOf(kind, content, t));
  }
  for (const id of named(entries, ['sheet'])) names.set(id, (await findSheet(db, team, id))?.title ?? id);
  for (const id of named(entries, ['license'])) {
    names.set(id, (await findLicense(db, team, id))?.content.asset.title ?? id);
  }
  for (const id of named(entries, ['release'])) {
    names.set(id, (await findRelease(db, team, id))?.content.title ?? id);
  }
  const called = (id: string) => names.get(id) ?? id;
  return { person: called, sheet: called, item: called, license: called, release: called };
}

/** The ids that these members hold. */
function named(entries: readonly Entry[], members: readonly string[]): readonly string[] {
  const ids = entries.flatMap(({ data }) => {
    const values: Readonly<Record<string, unknown>> = data;
    return members.flatMap((member) => {
      const value = values[member];
      return typeof value === 'string' ? [value] : [];
    });
  });
  return [...new Set(ids)];
}
