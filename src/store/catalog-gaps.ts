import { GAPS, type Gap } from '../core/catalog/gaps.ts';
import type { StoredKind } from './catalog-items.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';

export type ItemGaps = {
  readonly kind: StoredKind;
  readonly item: string;
  readonly gaps: readonly Gap[];
};

/** Keep what is open at these items now, instead of what was. */
export async function saveGaps(db: Db, team: string, all: readonly ItemGaps[]): Promise<void> {
  for (const piece of inPieces(all)) {
    await db
      .deleteFrom('catalog_gap')
      .where('team_id', '=', team)
      .where(
        'item_id',
        'in',
        piece.map(({ item }) => item),
      )
      .execute();
  }
  const rows = all.flatMap(({ kind, item, gaps }) => gaps.map((gap) => ({ gap, kind, item_id: item })));
  for (const piece of inPieces(rows)) {
    await db
      .insertInto('catalog_gap')
      .values(piece.map((row) => ({ team_id: team, ...row })))
      .execute();
  }
}

/** How many items have each gap, none counted further than `most`; gaps that nothing has are left out. */
export async function countGaps(
  db: Db,
  team: string,
  gaps: readonly Gap[],
  most: number,
): Promise<ReadonlyMap<Gap, number>> {
  const counts = new Map<Gap, number>();
  for (const gap of gaps) {
    const { count } = await db
      .with('some', (from) =>
        from
          .selectFrom('catalog_gap')
          .select('item_id')
          .where('team_id', '=', team)
          .where('gap', '=', gap)
          .limit(most),
      )
      .selectFrom('some')
      .select(({ fn }) => fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    if (Number(count) > 0) counts.set(gap, Number(count));
  }
  return counts;
}

export async function itemsWithGap(
  db: Db,
  team: string,
  gap: Gap,
  page: { readonly limit: number; readonly offset?: number },
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('catalog_gap')
    .select('item_id')
    .where('team_id', '=', team)
    .where('gap', '=', gap)
    .orderBy('item_id')
    .limit(page.limit)
    .offset(page.offset ?? 0)
    .execute();
  return rows.map(({ item_id }) => item_id);
}

/** What is open at an item, most pressing first. */
export async function gapsOf(db: Db, team: string, item: string): Promise<readonly Gap[]> {
  const rows = await db
    .selectFrom('catalog_gap')
    .select('gap')
    .where('team_id', '=', team)
    .where('item_id', '=', item)
    .execute();
  const open = new Set(rows.map(({ gap }) => gap));
  return GAPS.filter((gap) => open.has(gap));
}

/** How many gaps each of these items has; those without any are left out. */
export async function countGapsOf(
  db: Db,
  team: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const piece of inPieces(items)) {
    const rows = await db
      .selectFrom('catalog_gap')
      .select(['item_id', ({ fn }) => fn.countAll<number | string>().as('count')])
      .where('team_id', '=', team)
      .where('item_id', 'in', piece)
      .groupBy('item_id')
      .execute();
    for (const { item_id, count } of rows) counts.set(item_id, Number(count));
  }
  return counts;
}
