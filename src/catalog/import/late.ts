import { type Problem, problem } from '../../core/problem.ts';
import { findItem } from '../../store/catalog-items.ts';
import type { Refused } from './plan-types.ts';
import type { State } from './state.ts';

/**
 * What is only seen once all rows were read: versions of lines that are refused, and circles of versions, through the file
 * and what is in the catalog already. However long a chain of versions is, each of its lines is looked at once.
 */
export async function lateProblems(state: State): Promise<Refused> {
  const late = restingOnRefused(state);
  // A circle is only one if all of its lines hold.
  return late.size > 0 ? late : await circles(state);
}

/** Versions of lines that are refused, and versions of these. */
function restingOnRefused({ parents, itemOfLine }: State): Refused {
  const onLines = [...parents.values()].flatMap(({ line, of }) =>
    typeof of === 'number' ? [{ line, of }] : [],
  );
  const resting = Map.groupBy(onLines, ({ of }) => of);
  const refused = [...resting.keys()].filter((line) => !itemOfLine.has(line));
  const late = new Map<number, Problem>();
  // It grows while it is gone through.
  for (const of of refused) {
    for (const { line } of resting.get(of) ?? []) {
      late.set(line, problem('catalog.row-of-refused', 'error', { line: of }));
      refused.push(line);
    }
  }
  return late;
}

/** Lines whose chain of versions leads back to where it began. */
async function circles(state: State): Promise<Refused> {
  const { parents, newIds } = state;
  const late = new Map<number, Problem>();
  const seen = new Set<string>();
  const [fresh, old] = [[], []] as [string[], string[]];
  for (const id of parents.keys()) (id.includes(newIds) ? fresh : old).push(id);
  // Nothing that was there before comes from something new, unless the file says so; those were followed by then.
  for (const start of [...old, ...fresh]) {
    const isNew = start.includes(newIds);
    const chain: string[] = [];
    let id: string | null = start;
    while (id !== null && !seen.has(id)) {
      seen.add(id);
      chain.push(id);
      id = parents.has(id) || isNew ? parentInFile(state, id) : await parentInCatalog(state, id);
    }
    const back = id === null ? -1 : chain.indexOf(id);
    for (const one of back < 0 ? [] : chain.slice(back)) {
      const details = { title: titleOf(state, one), of: titleOf(state, parentInFile(state, one) ?? one) };
      const line = parents.get(one)?.line;
      if (line !== undefined) late.set(line, problem('catalog.lineage-circle', 'error', details));
    }
  }
  return late;
}

function titleOf({ parents }: State, id: string): string {
  return parents.get(id)?.title ?? id;
}

function parentInFile({ parents, itemOfLine }: State, id: string): string | null {
  const of = parents.get(id)?.of ?? '';
  const parent = typeof of === 'number' ? itemOfLine.get(of) : of;
  return parent === undefined || parent === '' ? null : parent;
}

async function parentInCatalog({ context: { house, asker } }: State, id: string): Promise<string | null> {
  const item = await findItem(house.db, asker.team, 'recording', id);
  return item === undefined || item.isGone ? null : item.content.versionOf;
}
