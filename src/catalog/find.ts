import type { Suggestion } from '../bot/adapter.ts';
import type { Context, House } from '../bot/command.ts';
import { titleTerm, typedTerms } from '../core/catalog/search-terms.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { UserError } from '../core/problem.ts';
import { calledSo, nameKey } from '../people/typed-name.ts';
import { findItem, findItems, listItems, type StoredItem, type StoredKind } from '../store/catalog-items.ts';
import { idsCalled, isCalled, searchItems } from '../store/catalog-search.ts';
import { bearersOf } from '../store/item-codes.ts';
import { findPerson, listPeople, type Person } from '../store/people.ts';
import { labelOf } from './labels.ts';

/** An item, and which kind it is. */
export type AnyItem = {
  readonly [K in StoredKind]: { readonly kind: K } & StoredItem<K>;
}[StoredKind];

/** Whatever the catalog holds; persons are those of the team's books. */
export type Anything = AnyItem | ({ readonly kind: 'person' } & Person);

/** Ids say of which kind they are. */
export const ID_PREFIXES = { recording: 'r_', work: 'w_' } as const;

const CODE_OF = { recording: 'isrc', work: 'iswc' } as const;
const MOST_NAMED = 5;
const MOST_SEARCHED = 50;
const MOST_SUGGESTED = 25;
/** Discord takes no longer ones. */
const LONGEST = 100;
/** Among all kinds, as many as that of works and of people have their place, however many recordings there are. */
const PLACES_KEPT = 5;

/**
 * `exactly`: a part of a title is not enough, since what follows counts. `original`: the same, and of several that are
 * called so the one original is meant, since versions go by its title.
 */
export type How = 'roughly' | 'exactly' | 'original';

/**
 * The item of a kind that somebody means: by its id, by a code that it bears, or by its title or the beginning of
 * words of it. A title that several bear means none of them, unless it is said more exactly.
 *
 * @throws UserError `catalog.unknown`, `catalog.near`, `catalog.several`
 */
export async function findMeantItem<K extends StoredKind>(
  house: House,
  team: string,
  kind: K,
  typed: string,
  how: How = 'roughly',
): Promise<StoredItem<K>> {
  const text = typed.trim();
  const known = await findByIdOrCode(house, team, kind, text);
  if (known !== undefined) return known;
  const called = await findCalled(house, team, kind, text);
  const originals = called.filter(
    ({ content }) => 'versionKind' in content && content.versionKind === 'original',
  );
  const same = how === 'original' && originals.length === 1 ? originals : called;
  const { items } =
    same.length > 0
      ? { items: same }
      : await searchItems(house.db, team, kind, { text, limit: MOST_SEARCHED });
  if (same.length === 0 && how !== 'roughly') {
    const near = items.slice(0, MOST_NAMED).map((item) => named(kind, item));
    throw new UserError(
      near.length === 0
        ? { code: 'catalog.unknown', details: { kind, typed: text } }
        : { code: 'catalog.near', details: { kind, typed: text, near } },
    );
  }
  const [first] = items;
  if (first === undefined) throw new UserError({ code: 'catalog.unknown', details: { kind, typed: text } });
  if (items.length === 1) return first;
  const titles = items.slice(0, MOST_NAMED).map((item) => named(kind, item));
  throw new UserError({ code: 'catalog.several', details: { kind, typed: text, titles } });
}

/** The same for whichever kind it is; a recording where a title is both. @throws as `findMeantItem` */
export async function findAnyMeant(
  house: House,
  team: string,
  typed: string,
  how: How = 'roughly',
): Promise<AnyItem> {
  const text = typed.trim();
  const recording = async (): Promise<AnyItem> => ({
    kind: 'recording',
    ...(await findMeantItem(house, team, 'recording', text, how)),
  });
  const work = async (): Promise<AnyItem> => ({
    kind: 'work',
    ...(await findMeantItem(house, team, 'work', text, how)),
  });
  return await firstMeant(text.startsWith(ID_PREFIXES.work) ? [work] : [recording, work]);
}

/**
 * The same, with the people of the books. What is called exactly so comes before what is called roughly so.
 *
 * @throws as `findMeantItem`
 */
export async function findAnything(
  house: House,
  team: string,
  typed: string,
  how: How = 'roughly',
): Promise<Anything> {
  const text = typed.trim();
  const person = async (): Promise<Anything> => ({
    kind: 'person',
    ...(await findMeantPerson(house, team, text)),
  });
  if (text.startsWith('p_')) return await person();
  const item = (exactness: How) => () => findAnyMeant(house, team, text, exactness);
  const exact = how === 'roughly' ? 'exactly' : how;
  try {
    return await firstMeant<Anything>([item(exact), person, ...(how === 'roughly' ? [item(how)] : [])]);
  } catch (error) {
    if (!isUnknown(error)) throw error;
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'item', typed: text } });
  }
}

/** What the first of these finds. @throws the first refusal that names something near, else that of the first */
async function firstMeant<T>(looks: readonly (() => Promise<T>)[]): Promise<T> {
  const refusals: unknown[] = [];
  for (const look of looks) {
    try {
      return await look();
    } catch (error) {
      if (!isUnknown(error) && !isNear(error)) throw error;
      refusals.push(error);
    }
  }
  throw refusals.find(isNear) ?? refusals[0];
}

/** By id or by name. @throws UserError `catalog.unknown`, `catalog.several` */
export async function findMeantPerson(house: House, team: string, typed: string): Promise<Person> {
  const byId = await findPerson(house.db, team, typed.trim().toLowerCase());
  if (byId !== undefined) return byId;
  const found = calledSo(await listPeople(house.db, team), typed);
  const [first] = found;
  if (first === undefined)
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'person', typed } });
  if (found.length === 1) return first;
  const titles = found.slice(0, MOST_NAMED).map(({ displayName, id }) => `${displayName} (${id})`);
  throw new UserError({ code: 'catalog.several', details: { kind: 'person', typed, titles } });
}

function isUnknown(error: unknown): boolean {
  return error instanceof UserError && error.problem.code === 'catalog.unknown';
}

function isNear(error: unknown): boolean {
  return error instanceof UserError && error.problem.code === 'catalog.near';
}

/** Those that stand and go by exactly this title. */
export async function findCalled<K extends StoredKind>(
  house: House,
  team: string,
  kind: K,
  title: string,
): Promise<readonly StoredItem<K>[]> {
  const ids = (await idsCalled(house.db, team, kind, [title])).get(titleTerm(title)) ?? [];
  const found = await findItems(house.db, team, kind, ids.slice(0, MOST_SEARCHED));
  return found.filter(({ content, isGone }) => !isGone && isCalled(content, title));
}

export async function findByIdOrCode<K extends StoredKind>(
  house: House,
  team: string,
  kind: K,
  text: string,
): Promise<StoredItem<K> | undefined> {
  const byId = await findItem(house.db, team, kind, text.toLowerCase());
  if (byId !== undefined) return byId.isGone ? undefined : byId;
  const code = codeIn(house, kind, text);
  if (code === null) return undefined;
  const bearers = await bearersOf(house.db, team, CODE_OF[kind], [code]);
  const items = await findItems(
    house.db,
    team,
    kind,
    bearers.map(({ item }) => item),
  );
  const standing = items.filter(({ isGone }) => !isGone);
  const [first] = standing;
  if (standing.length < 2) return first;
  const titles = standing.slice(0, MOST_NAMED).map((item) => named(kind, item));
  throw new UserError({ code: 'catalog.several', details: { kind, typed: text, titles } });
}

function codeIn(house: House, kind: StoredKind, text: string): string | null {
  if (!/[0-9]/.test(text)) return null;
  const year = house.now().getUTCFullYear();
  const { kind: found, normalized } = checkIdentifier(text, { prefixes: house.prefixes, year });
  return found === CODE_OF[kind] ? normalized : null;
}

function named(kind: StoredKind, { id, content }: StoredItem): string {
  return `${labelOf(kind, content)} (${id})`;
}

/** Completions for an option that names an item of a kind. */
export function suggestItems(kind: StoredKind) {
  return async (typed: string, context: Context): Promise<readonly Suggestion[]> => {
    const found = await lookFor(kind, typed, context);
    return found.map(({ id, content }) => suggestion(id, labelOf(kind, content, context.t)));
  };
}

/** The same for an option that names several, with `;` between: the last one is being typed. */
export function suggestSeveral(kind: StoredKind) {
  return async (typed: string, context: Context): Promise<readonly Suggestion[]> => {
    const [before = '', last = typed] = /^(.*[;；])(.*)$/su.exec(typed)?.slice(1) ?? ['', typed];
    const found = await lookFor(kind, last, context);
    return found.flatMap(({ id, content }) => {
      const value = before === '' ? id : `${before} ${id}`;
      const label = `${before === '' ? '' : `${before} `}${labelOf(kind, content, context.t)}`;
      return value.length > LONGEST ? [] : [suggestion(value, label)];
    });
  };
}

/** Completions for an option that names a recording or a work. */
export async function suggestAny(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const recordings = await suggestItems('recording')(typed, context);
  const works = await suggestItems('work')(typed, context);
  return [...sharing(recordings, works.length), ...works].slice(0, MOST_SUGGESTED);
}

/** The same, with the people of the books. */
export async function suggestAnything(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const items = await suggestAny(typed, context);
  const people = await suggestPeople(typed, context);
  return [...sharing(items, people.length), ...people].slice(0, MOST_SUGGESTED);
}

/** What is left of the first ones when as many of the second keep their places. */
function sharing<T>(first: readonly T[], second: number): readonly T[] {
  return first.slice(0, MOST_SUGGESTED - Math.min(PLACES_KEPT, second));
}

async function suggestPeople(typed: string, { house, asker }: Context): Promise<readonly Suggestion[]> {
  const wanted = nameKey(typed);
  const people = await listPeople(house.db, asker.team);
  const begins = ({ displayName }: Person) =>
    nameKey(displayName)
      .split(' ')
      .some((_, index, words) => words.slice(index).join(' ').startsWith(wanted));
  return people
    .filter(begins)
    .slice(0, MOST_SUGGESTED)
    .map(({ id, displayName }) => suggestion(id, displayName));
}

async function lookFor<K extends StoredKind>(
  kind: K,
  typed: string,
  { house, asker }: Context,
): Promise<readonly StoredItem<K>[]> {
  const text = typed.trim();
  const { db } = house;
  if (text === '') return listItems(db, asker.team, kind, { limit: MOST_SUGGESTED });
  const known = await findByIdOrCode(house, asker.team, kind, text).catch(() => undefined);
  if (known !== undefined) return [known];
  // What is called exactly so comes first; a title of marks alone is found in no other way.
  const called = await findCalled(house, asker.team, kind, text);
  if (typedTerms(text).length === 0) return called;
  const { items } = await searchItems(db, asker.team, kind, { text, limit: MOST_SUGGESTED });
  const ids = new Set(called.map(({ id }) => id));
  return [...called, ...items.filter(({ id }) => !ids.has(id))].slice(0, MOST_SUGGESTED);
}

function suggestion(value: string, label: string): Suggestion {
  return { value, label: [...label].slice(0, LONGEST).join('') };
}
