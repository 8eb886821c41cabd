import { typedTerms } from '../core/catalog/search-terms.ts';
import { type ContentOf, findItems, type StoredItem, type StoredKind } from './catalog-items.ts';
import type { Db } from './tables.ts';

export type ItemSearch = { readonly text: string; readonly limit: number; readonly offset?: number };

/** A beginning with more terms than this is not counted to the end. */
const COUNTED = 500;
/** More rows than items are fetched, since an item may have several terms with one beginning. */
const ROWS_FOR_EACH = 3;
/** More words than this make a search no narrower. */
const MOST_WORDS = 6;

/**
 * Items that have a word beginning with each of the typed ones, in order of that word.
 *
 * However large the catalog is, what is read is bounded: the rarest of the typed words is walked along, as far as the
 * page needs.
 */
export async function searchItems<K extends StoredKind>(
  db: Db,
  team: string,
  kind: K,
  { text, limit, offset = 0 }: ItemSearch,
): Promise<readonly StoredItem<K>[]> {
  const words = typedTerms(text).slice(0, MOST_WORDS);
  const rarest = await rarestOf(db, team, kind, words);
  if (rarest === undefined) return [];
  let query = beginningWith(db, team, kind, rarest).select('item_id');
  for (const word of words) {
    if (word === rarest) continue;
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('catalog_term as other')
          .select('other.item_id')
          .whereRef('other.team_id', '=', 'catalog_term.team_id')
          .whereRef('other.item_id', '=', 'catalog_term.item_id')
          .where('other.kind', '=', kind)
          .where('other.term', '>=', word)
          .where('other.term', '<', endOf(word)),
      ),
    );
  }
  const rows = await query
    .orderBy('term')
    .orderBy('item_id')
    .limit((offset + limit) * ROWS_FOR_EACH)
    .execute();
  const ids = [...new Set(rows.map(({ item_id }) => item_id))].slice(offset, offset + limit);
  const found = new Map((await findItems(db, team, kind, ids)).map((item) => [item.id, item]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

async function rarestOf(
  db: Db,
  team: string,
  kind: StoredKind,
  words: readonly string[],
): Promise<string | undefined> {
  if (words.length < 2) return words[0];
  let rarest: { readonly word: string; readonly count: number } | undefined;
  for (const word of words) {
    const rows = await beginningWith(db, team, kind, word).select('item_id').limit(COUNTED).execute();
    if (rarest === undefined || rows.length < rarest.count) rarest = { word, count: rows.length };
  }
  return rarest?.word;
}

function beginningWith(db: Db, team: string, kind: StoredKind, word: string) {
  return db
    .selectFrom('catalog_term')
    .where('catalog_term.team_id', '=', team)
    .where('catalog_term.kind', '=', kind)
    .where('catalog_term.term', '>=', word)
    .where('catalog_term.term', '<', endOf(word));
}

/** Behind all that begins with it. */
function endOf(word: string): string {
  return `${word}\u{10ffff}`;
}

/** Whether an item goes by exactly this title, compared as people type. */
export function isCalled(content: ContentOf[StoredKind], typed: string): boolean {
  const wanted = typedTerms(typed).join(' ');
  return [content.title, content.latin ?? '', ...content.others].some(
    (title) => title !== '' && typedTerms(title).join(' ') === wanted,
  );
}
