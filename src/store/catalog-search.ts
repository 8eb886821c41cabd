import { titleKey, titleTerm, typedTerms } from '../core/catalog/search-terms.ts';
import { type ContentOf, findItems, type StoredItem, type StoredKind, titlesOf } from './catalog-items.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';
import { storable } from './text.ts';

export type ItemSearch = { readonly text: string; readonly limit: number; readonly offset?: number };

export type Searched<K extends StoredKind> = {
  readonly items: readonly StoredItem<K>[];
  /** Words so common that not all items with them were looked at: there may be more. */
  readonly isPartial: boolean;
};

/** A beginning with more terms than this is not counted to the end, unless it has to be. */
const COUNTED = 500;
/** More rows than items are fetched at first, since an item may have several terms with one beginning. */
const ROWS_FOR_EACH = 3;
/** Rows fetched at once; twice as many each time, where few of them have the other words as well. */
const MOST_AT_ONCE = 500;
/** Of words that are all common, any will do that fills a page with so many rows. */
const TRIED_ROWS = 2_000;
const TRIED_ITEMS = 25;
/** However common the words are, no more rows are looked at. */
const MOST_ROWS = 20_000;
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
): Promise<Searched<K>> {
  const words = typedTerms(text).slice(0, MOST_WORDS);
  const walk = await chooseWalk(db, team, kind, words);
  if (walk === undefined) return { items: [], isPartial: false };
  const wanted = offset + limit;
  await goAlong(db, team, walk, { wanted, mostRows: MOST_ROWS });
  const { matching, isEnd } = walk;
  const ids = matching.slice(offset, wanted);
  const found = new Map((await findItems(db, team, kind, ids)).map((item) => [item.id, item]));
  return {
    items: ids.flatMap((id) => found.get(id) ?? []),
    isPartial: matching.length < wanted && !isEnd,
  };
}

/** How far all that begins with one word has been looked at, and what of it has the others as well. */
type Walk = {
  readonly kind: StoredKind;
  readonly first: string;
  readonly others: readonly string[];
  readonly seen: Set<string>;
  readonly matching: string[];
  after: Row | undefined;
  looked: number;
  isEnd: boolean;
};

function newWalk(kind: StoredKind, first: string, words: readonly string[]): Walk {
  const others = words.filter((word) => word !== first);
  return {
    ...{ kind, first, others, seen: new Set<string>(), matching: [] },
    ...{ after: undefined, looked: 0, isEnd: false },
  };
}

/** Go on until as many items as wanted have all the words. */
async function goAlong(
  db: Db,
  team: string,
  walk: Walk,
  { wanted, mostRows }: { readonly wanted: number; readonly mostRows: number },
): Promise<void> {
  const { kind, first, others, seen, matching } = walk;
  while (matching.length < wanted && walk.looked < mostRows && !walk.isEnd) {
    const piece = Math.min(MOST_AT_ONCE, Math.max(walk.looked, wanted * ROWS_FOR_EACH));
    const rows = await rowsBeginning(db, team, kind, first, piece, walk.after);
    const fresh = [...new Set(rows.map(({ item_id }) => item_id))].filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    matching.push(...(await havingAll(db, team, fresh, others)));
    walk.isEnd = rows.length < piece;
    walk.after = rows.at(-1);
    walk.looked += rows.length;
  }
}

type Row = { readonly term: string; readonly item_id: string };

/** The next rows in order; behind the last one in two steps, each of which an index takes as it stands. */
async function rowsBeginning(
  db: Db,
  team: string,
  kind: StoredKind,
  word: string,
  limit: number,
  after: Row | undefined,
): Promise<readonly Row[]> {
  const inOrder = (query: ReturnType<typeof ofKind>, most: number) =>
    query.select(['term', 'item_id']).orderBy('term').orderBy('item_id').limit(most).execute();
  if (after === undefined) return await inOrder(beginningWith(db, team, kind, word), limit);
  const same = await ofKind(db, team, kind)
    .select(['term', 'item_id'])
    .where('term', '=', after.term)
    .where('item_id', '>', after.item_id)
    .orderBy('item_id')
    .limit(limit)
    .execute();
  if (same.length === limit) return same;
  const behind = ofKind(db, team, kind).where('term', '>', after.term).where('term', '<', endOf(word));
  return [...same, ...(await inOrder(behind, limit - same.length))];
}

/** Those of these items, in their order, that have a word beginning with each of the others as well. */
async function havingAll(
  db: Db,
  team: string,
  items: readonly string[],
  words: readonly string[],
): Promise<readonly string[]> {
  let left = items;
  for (const word of words) {
    if (left.length === 0) break;
    // Of one kind already; said again, it would make SQLite walk along all that begins so.
    const rows = await db
      .selectFrom('catalog_term')
      .select('item_id')
      .where('team_id', '=', team)
      .where('item_id', 'in', left)
      .where('term', '>=', word)
      .where('term', '<', endOf(word))
      .execute();
    const having = new Set(rows.map(({ item_id }) => item_id));
    left = left.filter((id) => having.has(id));
  }
  return left;
}

/**
 * Along the word that begins the fewest terms; of words that all begin many, the first one if it is met with the others
 * often enough. It is the same for every page, so that none has what another one had.
 */
async function chooseWalk(
  db: Db,
  team: string,
  kind: StoredKind,
  words: readonly string[],
): Promise<Walk | undefined> {
  const [first] = words;
  if (first === undefined) return undefined;
  const walk = newWalk(kind, first, words);
  if (words.length < 2) return walk;
  const few = await rarestOf(db, team, kind, words, COUNTED);
  if (few !== null) return newWalk(kind, few, words);
  await goAlong(db, team, walk, { wanted: TRIED_ITEMS, mostRows: TRIED_ROWS });
  if (walk.matching.length >= TRIED_ITEMS) return walk;
  const rarest = await rarestOf(db, team, kind, words, MOST_ROWS);
  return rarest === null || rarest === first ? walk : newWalk(kind, rarest, words);
}

/** null where all of them begin `most` terms or more. */
async function rarestOf(
  db: Db,
  team: string,
  kind: StoredKind,
  words: readonly string[],
  most: number,
): Promise<string | null> {
  let rarest: { readonly word: string; readonly count: number } | null = null;
  for (const word of words) {
    const count = await countBeginning(db, team, kind, word, most);
    if (count < (rarest?.count ?? most)) rarest = { word, count };
  }
  return rarest?.word ?? null;
}

async function countBeginning(
  db: Db,
  team: string,
  kind: StoredKind,
  word: string,
  most: number,
): Promise<number> {
  const { count } = await db
    .with('some', (from) =>
      from
        .selectFrom('catalog_term')
        .select('item_id')
        .where('team_id', '=', team)
        .where('kind', '=', kind)
        .where('term', '>=', word)
        .where('term', '<', endOf(word))
        .limit(most),
    )
    .selectFrom('some')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function beginningWith(db: Db, team: string, kind: StoredKind, word: string) {
  return ofKind(db, team, kind).where('term', '>=', word).where('term', '<', endOf(word));
}

function ofKind(db: Db, team: string, kind: StoredKind) {
  return db.selectFrom('catalog_term').where('team_id', '=', team).where('kind', '=', kind);
}

/** Behind all that begins with it. */
function endOf(word: string): string {
  return `${word}\u{10ffff}`;
}

/** The ids of the items that go by exactly each of these titles, compared as people type; see `titleTerm`. */
export async function idsCalled(
  db: Db,
  team: string,
  kind: StoredKind,
  titles: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const called: { readonly term: string; readonly item_id: string }[] = [];
  for (const piece of inPieces([...new Set(titles.map((title) => storable(titleTerm(title))))])) {
    const rows = await db
      .selectFrom('catalog_term')
      .select(['term', 'item_id'])
      .where('team_id', '=', team)
      .where('kind', '=', kind)
      .where('term', 'in', piece)
      .execute();
    // In order here: asked for it, SQLite would walk along all terms of the team.
    for (const row of rows.toSorted((a, b) => (a.item_id < b.item_id ? -1 : 1))) called.push(row);
  }
  const byTerm = Map.groupBy(called, ({ term }) => term);
  return new Map([...byTerm].map(([term, rows]) => [term, rows.map(({ item_id }) => item_id)]));
}

/** Whether an item goes by exactly this title, compared as people type. */
export function isCalled(content: ContentOf[StoredKind], typed: string): boolean {
  const wanted = titleKey(typed);
  return titlesOf(content).some((title) => titleKey(title) === wanted);
}
