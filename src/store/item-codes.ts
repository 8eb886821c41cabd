import type { ItemKind } from '../core/catalog/items.ts';
import type { Seq } from '../core/ledger/entry-types.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

/** What kinds of code an item bears. */
export type CodeScheme = 'isrc' | 'iswc' | 'catalog-number' | 'gtin';

/** A code that an item of the catalog bears, or a release. */
export type ItemCode = {
  readonly scheme: CodeScheme;
  /** In the form in which codes are compared. */
  readonly code: string;
  readonly kind: Exclude<ItemKind, 'person'> | 'release';
  readonly item: string;
  /** `assigned`: given out here. `registered`: somebody else gave it. */
  readonly how: 'assigned' | 'registered';
  /** Who gave it, in words. */
  readonly source: string | null;
  /** Why it stands although something is odd about it. */
  readonly acceptedFor: string | null;
  /** The entry that says so. */
  readonly seq: Seq;
  readonly since: Date;
};

/** Keep that items bear codes; said before, the newest word about it counts. */
export async function saveCodes(db: Db, team: string, codes: readonly ItemCode[]): Promise<void> {
  for (const piece of inPieces(codes)) {
    await db
      .insertInto('item_code')
      .values(
        piece.map((code) => ({
          team_id: team,
          scheme: code.scheme,
          code: code.code,
          kind: code.kind,
          item_id: code.item,
          how: code.how,
          source: code.source === null ? null : storable(code.source),
          accepted_for: code.acceptedFor === null ? null : storable(code.acceptedFor),
          seq: code.seq,
          since: code.since.getTime(),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['team_id', 'scheme', 'code', 'item_id']).doUpdateSet(({ ref }) => ({
          how: ref('excluded.how'),
          source: ref('excluded.source'),
          accepted_for: ref('excluded.accepted_for'),
          seq: ref('excluded.seq'),
        })),
      )
      .execute();
  }
}

/** The codes of these items, oldest first. */
export async function codesOf(db: Db, team: string, items: readonly string[]): Promise<readonly ItemCode[]> {
  const codes: ItemCode[] = [];
  for (const piece of inPieces([...new Set(items)])) {
    const rows = await db
      .selectFrom('item_code')
      .selectAll()
      .where('team_id', '=', team)
      .where('item_id', 'in', piece)
      .orderBy('seq')
      .execute();
    for (const row of rows) codes.push(codeOf(row));
  }
  return codes;
}

/** Every item that bears one of these codes. */
export async function bearersOf(
  db: Db,
  team: string,
  scheme: CodeScheme,
  codes: readonly string[],
): Promise<readonly ItemCode[]> {
  const found: ItemCode[] = [];
  for (const piece of inPieces([...new Set(codes)])) {
    const rows = await db
      .selectFrom('item_code')
      .selectAll()
      .where('team_id', '=', team)
      .where('scheme', '=', scheme)
      .where('code', 'in', piece)
      .execute();
    for (const row of rows) found.push(codeOf(row));
  }
  return found;
}

/**
 * Let go of a code, or of all that an item bears.
 *
 * Those that others gave stay known as dropped: somebody out there uses them, so none of them is ever given here.
 */
export async function deleteCodes(
  db: Db,
  team: string,
  item: string,
  only?: { readonly scheme: CodeScheme; readonly code: string },
): Promise<void> {
  const meant = (await codesOf(db, team, [item])).filter(
    ({ scheme, code }) => only === undefined || (scheme === only.scheme && code === only.code),
  );
  const registered = meant.filter(({ how }) => how === 'registered');
  if (registered.length > 0) {
    await db
      .insertInto('dropped_code')
      .values(registered.map(({ scheme, code }) => ({ team_id: team, scheme, code })))
      .onConflict((conflict) => conflict.columns(['team_id', 'scheme', 'code']).doNothing())
      .execute();
  }
  let query = db.deleteFrom('item_code').where('team_id', '=', team).where('item_id', '=', item);
  if (only !== undefined) query = query.where('scheme', '=', only.scheme).where('code', '=', only.code);
  await query.execute();
}

/** Those of these codes that an item bears or bore, whoever gave them. */
export async function whichBorne(
  db: Db,
  team: string,
  scheme: string,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const piece of inPieces(codes)) {
    // In this order: a code that is dropped in between is seen in one of the two.
    const borne = await db
      .selectFrom('item_code')
      .select('code')
      .where('team_id', '=', team)
      .where('scheme', '=', scheme)
      .where('code', 'in', piece)
      .execute();
    const dropped = await db
      .selectFrom('dropped_code')
      .select('code')
      .where('team_id', '=', team)
      .where('scheme', '=', scheme)
      .where('code', 'in', piece)
      .execute();
    for (const { code } of [...borne, ...dropped]) found.add(code);
  }
  return found;
}

/** What others gave that begins like this: on items by the number of the entry, and what was dropped. */
export async function listRegistered(
  db: Db,
  team: string,
  scheme: CodeScheme,
  beginning: string,
): Promise<{ readonly borne: readonly ItemCode[]; readonly dropped: readonly string[] }> {
  const borne = await db
    .selectFrom('item_code')
    .selectAll()
    .where('team_id', '=', team)
    .where('scheme', '=', scheme)
    .where('how', '=', 'registered')
    .where('code', 'like', `${beginning}%`)
    .orderBy('code')
    .execute();
  const dropped = await db
    .selectFrom('dropped_code')
    .select('code')
    .where('team_id', '=', team)
    .where('scheme', '=', scheme)
    .where('code', 'like', `${beginning}%`)
    .orderBy('code')
    .execute();
  return { borne: borne.map(codeOf), dropped: dropped.map(({ code }) => code) };
}

function codeOf(row: Tables['item_code']): ItemCode {
  return {
    scheme: row.scheme as CodeScheme,
    code: row.code,
    kind: row.kind as ItemCode['kind'],
    item: row.item_id,
    how: row.how as ItemCode['how'],
    source: row.source,
    acceptedFor: row.accepted_for,
    seq: row.seq,
    since: new Date(row.since),
  };
}
