import type { Asker, House } from '../bot/command.ts';
import type { Performer } from '../core/catalog/items.ts';
import { LONGEST_NAME, partsOf, readText } from '../core/catalog/read-text.ts';
import { must, UserError } from '../core/problem.ts';
import { findNamed } from '../people/named.ts';
import { calledSo, nameKey } from '../people/typed-name.ts';
import { findLink, findPeople, listPeople, type Person } from '../store/people.ts';
import { findMeantPerson } from './find.ts';

export const MOST_PERFORMERS = 100;

/**
 * Who is heard, as people type it with `;` between: a mention or `@name` of somebody here, the id or the name of a
 * person in the books, or a name alone. Naming somebody puts nobody into the books.
 *
 * @throws UserError `catalog.too-many`, `catalog.empty-text`, `catalog.several`, `split.who-unknown`, `split.who-bot`
 */
export async function readPerformers(
  house: House,
  asker: Asker,
  typed: string,
): Promise<readonly Performer[]> {
  const parts = partsOf(typed);
  if (parts.length === 0) {
    throw new UserError({ code: 'catalog.empty-text', details: { option: 'performers' } });
  }
  if (parts.length > MOST_PERFORMERS) {
    const details = { option: 'performers', count: parts.length, limit: MOST_PERFORMERS };
    throw new UserError({ code: 'catalog.too-many', details });
  }
  const people = await listPeople(house.db, asker.team);
  const performers: Performer[] = [];
  for (const part of parts) performers.push(await readOne(house, asker, people, part));
  return withoutRepeats(performers);
}

async function readOne(
  house: House,
  asker: Asker,
  people: readonly Person[],
  part: string,
): Promise<Performer> {
  const [, account, name] = /^<@([^|>]+)(?:\|([^>]*))?>$/.exec(part) ?? [];
  const [, handle] = /^[@＠](.+)$/su.exec(part) ?? [];
  if (account !== undefined || handle !== undefined) {
    const who =
      account === undefined
        ? { kind: 'handle' as const, name: handle ?? '' }
        : { kind: 'account' as const, account, name: name ?? null };
    const found = await findNamed(house, asker, who);
    if (found.kind !== 'account') return { person: null, name: found.name };
    const link = await findLink(house.db, asker.team, found.of);
    const [person] = link === undefined ? [] : await findPeople(house.db, asker.team, [link.person]);
    return { person: person?.id ?? null, name: person?.displayName ?? found.name };
  }
  if (/^p_[a-z0-9_-]+$/.test(part)) {
    const person = await findMeantPerson(house, asker.team, part);
    return { person: person.id, name: person.displayName };
  }
  return performerCalled(people, must(readText('performers', part, LONGEST_NAME)));
}

/**
 * Somebody by name: the person in the books who is called so, or the name alone.
 *
 * @throws UserError `catalog.several` where more than one is
 */
export function performerCalled(people: readonly Person[], name: string): Performer {
  const found = calledSo(people, name);
  const [person] = found;
  if (found.length > 1) {
    const titles = found.map(({ displayName, id }) => `${displayName} (${id})`);
    throw new UserError({ code: 'catalog.several', details: { kind: 'person', typed: name, titles } });
  }
  return person === undefined ? { person: null, name } : { person: person.id, name: person.displayName };
}

export function withoutRepeats(performers: readonly Performer[]): readonly Performer[] {
  const seen = new Set<string>();
  return performers.filter(({ person, name }) => {
    const key = person ?? nameKey(name);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
