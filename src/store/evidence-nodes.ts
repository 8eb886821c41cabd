import {
  appendLeaf,
  type NodePlace,
  type NodeReader,
  nodesRead,
  type StoredNode,
} from '../core/ledger/tree.ts';
import { inPieces } from './evidence-pieces.ts';
import type { Db } from './tables.ts';

/** Positions in one query; there are at most 30 levels beside them. */
const MOST_POSITIONS = 500;

/**
 * Fetch the nodes of a team's tree that a piece of work will read, in one query for every 500.
 *
 * @returns a reader for that work. It throws when the tree that is stored is smaller than the one asked for
 */
export async function fetchNodes(
  db: Db,
  team: string,
  work: (node: NodeReader) => unknown,
): Promise<NodeReader> {
  return readerOf(await findNodes(db, team, nodesRead(work)));
}

/**
 * Store the nodes that new leaves complete.
 *
 * @param size of the tree before
 */
export async function appendLeaves(
  transaction: Db,
  team: string,
  size: number,
  leaves: readonly Uint8Array[],
): Promise<void> {
  const grow = (node: NodeReader) => leaves.map((leaf, index) => appendLeaf(size + index, leaf, node));
  const places = nodesRead(grow).filter(({ level, index }) => (index + 1) * 2 ** level <= size);
  const known = await findNodes(transaction, team, places);
  const added: StoredNode[] = [];
  for (const [index, leaf] of leaves.entries()) {
    for (const node of appendLeaf(size + index, leaf, readerOf(known))) {
      known.set(keyOf(node), node.hash);
      added.push(node);
    }
  }
  for (const piece of inPieces(added)) {
    await transaction
      .insertInto('node')
      .values(
        piece.map(({ level, index, hash }) => ({
          team_id: team,
          level,
          position: index,
          hash: hash.toString('hex'),
        })),
      )
      .execute();
  }
}

async function findNodes(db: Db, team: string, places: readonly NodePlace[]): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const different = new Map(places.map((place) => [keyOf(place), place])).values();
  for (const piece of inPieces([...different], MOST_POSITIONS)) {
    const levels = Map.groupBy(piece, ({ level }) => level);
    const rows = await db
      .selectFrom('node')
      .select(['level', 'position as index', 'hash'])
      .where((column) =>
        column.or(
          [...levels].map(([level, within]) =>
            column.and([
              column('team_id', '=', team),
              column('level', '=', level),
              column(
                'position',
                'in',
                within.map(({ index }) => index),
              ),
            ]),
          ),
        ),
      )
      .execute();
    for (const row of rows) found.set(keyOf(row), Buffer.from(row.hash, 'hex'));
  }
  return found;
}

function readerOf(nodes: ReadonlyMap<string, Buffer>): NodeReader {
  return (level, index) => {
    const hash = nodes.get(keyOf({ level, index }));
    if (hash === undefined) throw new Error(`The tree has no node ${index} on level ${level}.`);
    return hash;
  };
}

const keyOf = ({ level, index }: NodePlace): string => `${level} ${index}`;
