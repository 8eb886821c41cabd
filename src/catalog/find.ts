import type { Suggestion } from '../bot/adapter.ts';
import type { Context, House } from '../bot/command.ts';
import { typedTerms } from '../core/catalog/search-terms.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { UserError } from '../core/problem.ts';
import {
  type ContentOf,
  findItem,
  findItems,
  listItems,
  type StoredItem,
  type StoredKind,
} from '../store/catalog-items.ts';
import { isCalled, searchItems } from '../store/catalog-search.ts';
import { bearersOf, type CodeScheme } from '../store/item-codes.ts';
import { labelOf } from './labels.ts';

/** An item, and which kind it is. */
export type AnyItem = {
  readonly [K in StoredKind]: { readonly kind: K } & StoredItem<K>;
}[StoredKind];

/** Ids say of which kind they are. */
export const ID_PREFIXES = { recording: 'r_', work: 'w_' } as const;

const CODE_OF = { recording: 'isrc', work: 'iswc' } as const;
const MOST_NAMED = 5;
const MOST_SUGGESTED = 25;
const LONGEST_LABEL = 100;

/**
 * The item of a kind that somebody means: by its id, by a code that it bears, or by its title or the beginning of
 * words of it. A title that several bear means none of them, unless it is said more exactly.
 *
 * @param how `exactly`: a part of a title is not enough, since what follows counts
 * @throws UserError `catalog.unknown`, `catalog.several`
 */
export async function findMeantItem<K extends StoredKind>(
  house: House,
  team: string,
  kind: K,
  typed: string,
  how: 'roughly' | 'exactly' = 'roughly',
): Promise<StoredItem<K>> {
  const text = typed.trim();
  const known = await findByIdOrCode(house, team, kind, text);
  if (known !== undefined) return known;
  const found = await searchItems(house.db, team, kind, { text, limit: 50 });
  const same = found.filter(({ content }) => isCalled(content, text));
  const meant = same.length > 0 || how === 'exactly' ? same : found;
  const [first] = meant;
  if (first === undefined) {
    const near = found.slice(0, MOST_NAMED).map((item) => named(kind, item));
    throw new UserError(
      near.length === 0
        ? { code: 'catalog.unknown', details: { kind, typed: text } }
        : { code: 'catalog.near', details: { kind, typed: text, near } },
    );
  }
  if (meant.length === 1) return first;
  const titles = meant.slice(0, MOST_NAMED).map((item) => named(kind, item));
  throw new UserError({ code: 'catalog.several', details: { kind, typed: text, titles } });
}

/** The same for whichever kind it is; a recording where a title is both. @throws as `findMeantItem` */
export async function findAnyMeant(house: House, team: string, typed: string): Promise<AnyItem> {
  const text = typed.trim();
  if (text.startsWith(ID_PREFIXES.work)) {
    return { kind: 'work', ...(await findMeantItem(house, team, 'work', text)) };
  }
  try {
    return { kind: 'recording', ...(await findMeantItem(house, team, 'recording', text)) };
  } catch (error) {
    const isUnknown = error instanceof UserError && error.problem.code === 'catalog.unknown';
    if (!isUnknown) throw error;
    try {
      return { kind: 'work', ...(await findMeantItem(house, team, 'work', text)) };
    } catch (second) {
      throw second instanceof UserError && second.problem.code === 'catalog.unknown' ? error : second;
    }
  }
}

async function findByIdOrCode<K extends StoredKind>(
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
  const scheme: CodeScheme & ('isrc' | 'iswc') = CODE_OF[kind];
  const year = house.now().getUTCFullYear();
  const { kind: found, normalized } = checkIdentifier(text, { prefixes: house.prefixes, year });
  return found === scheme ? normalized : null;
}

function named(kind: StoredKind, { id, content }: StoredItem): string {
  return `${labelOf(kind, content)} (${id})`;
}

/** Completions for an option that names an item of a kind. */
export function suggestItems(kind: StoredKind) {
  return async (typed: string, { house, asker }: Context): Promise<readonly Suggestion[]> => {
    const found = await lookFor(house, asker.team, kind, typed);
    return found.map(({ id, content }) => suggestion(id, kind, content));
  };
}

/** Completions for an option that names a recording or a work. */
export async function suggestAny(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const recordings = await suggestItems('recording')(typed, context);
  const works = await suggestItems('work')(typed, context);
  return [...recordings, ...works].slice(0, MOST_SUGGESTED);
}

async function lookFor<K extends StoredKind>(
  house: House,
  team: string,
  kind: K,
  typed: string,
): Promise<readonly StoredItem<K>[]> {
  const text = typed.trim();
  if (typedTerms(text).length === 0) return listItems(house.db, team, kind, { limit: MOST_SUGGESTED });
  const known = await findByIdOrCode(house, team, kind, text).catch(() => undefined);
  if (known !== undefined) return [known];
  return searchItems(house.db, team, kind, { text, limit: MOST_SUGGESTED });
}

function suggestion(id: string, kind: StoredKind, content: ContentOf[StoredKind]): Suggestion {
  return { value: id, label: [...labelOf(kind, content)].slice(0, LONGEST_LABEL).join('') };
}
