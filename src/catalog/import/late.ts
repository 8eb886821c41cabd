import { type Problem, problem } from '../../core/problem.ts';
import { findItem } from '../../store/catalog-items.ts';
import type { Refused } from './plan-types.ts';
import type { State } from './state.ts';

/** Longer chains of versions are a circle that nobody has seen the end of. */
const LONGEST_LINEAGE = 1000;

/**
 * What is only seen once all rows were read: versions of lines that are refused, and circles of versions, through the file
 * and what is in the catalog already.
 */
export async function lateProblems(state: State): Promise<Refused> {
  const late = new Map<number, Problem>();
  for (const { line, of } of state.parents.values()) {
    if (typeof of === 'number' && !state.itemOfLine.has(of)) {
      late.set(line, problem('catalog.row-of-refused', 'error', { line: of }));
    }
  }
  // Who rests on one that does not hold is found when the file is read again.
  if (late.size > 0) return late;
  for (const [id, { line }] of state.parents) {
    const circle = await comesBack(state, id);
    if (circle !== null) late.set(line, problem('catalog.lineage-circle', 'error', circle));
  }
  return late;
}

/** The words of the refusal where the chain of versions leads back to where it began; null where it ends. */
async function comesBack(
  state: State,
  start: string,
): Promise<{ readonly title: string; readonly of: string } | null> {
  const isNew = start.includes(state.newIds);
  let id = parentInFile(state, start);
  const first = id;
  for (let step = 0; id !== null && step < LONGEST_LINEAGE; step += 1) {
    if (id === start) return { title: titleOf(state, start), of: titleOf(state, first ?? start) };
    const inFile = state.parents.has(id);
    // Nothing that was there before comes from something new, unless the file says so.
    if (!inFile && isNew) return null;
    id = inFile ? parentInFile(state, id) : await parentInCatalog(state, id);
  }
  return null;
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
