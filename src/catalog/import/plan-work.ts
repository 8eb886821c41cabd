import type { WorkContent } from '../../core/catalog/items.ts';
import { titleTerm } from '../../core/catalog/search-terms.ts';
import { UserError } from '../../core/problem.ts';
import { titlesOf } from '../../store/catalog-items.ts';
import { changedFacts } from '../facts.ts';
import { ID_PREFIXES } from '../find.ts';
import { labelOf } from '../labels.ts';
import type { LookedWork } from '../look.ts';
import type { KnownKind } from './known.ts';
import { planCodes } from './plan-codes.ts';
import type { Planned } from './plan-types.ts';
import { afterOf, freshCells, severalOf } from './planned.ts';
import { codesIn, titlesIn } from './row.ts';
import { codeOf, mustBeFirst, newId, type Row, type State } from './state.ts';

/** What happens to a row about a work. @throws UserError why nothing does */
export function planWork(state: State, row: Row, known: KnownKind): Planned {
  const { line } = row;
  const target = findTarget(row, known);
  const cells = target === null ? row.cells : freshCells(row.cells, target, state.context);
  const read = titlesIn(cells);
  const before: WorkContent = target?.item.content ?? { title: '', latin: null, others: [] };
  const content = { ...before, ...read };
  if (content.title === '') throw new UserError({ code: 'catalog.title-missing', details: {} });
  const id = target?.item.id ?? newId(state, ID_PREFIXES.work, line);
  mustBeFirst(state, id);
  if (target === null) {
    const same = titlesOf(content).map((title) => state.newWorks.get(titleTerm(title)));
    const twin = same.find((one) => one !== undefined);
    if (twin !== undefined) mustBeFirst(state, twin);
  }
  const codes = planCodes(state, { kind: 'work', line, cells: row.cells, target, known });
  state.lineOfItem.set(id, line);
  state.itemOfLine.set(line, id);
  for (const title of titlesOf(content)) state.newWorks.set(titleTerm(title), id);
  for (const { code } of codes) state.newWorks.set(code, id);
  const isSame = JSON.stringify(content) === JSON.stringify(before);
  const op = {
    kind: 'work' as const,
    id,
    isNew: target === null,
    content: isSame ? null : content,
    works: null,
    codes,
  };
  const after = afterOf(target, { kind: 'work', id, content, codes }, state.context);
  const what = target === null ? 'add' : isSame && codes.length === 0 ? 'same' : 'change';
  return {
    outcome: {
      ...{ line, what, id, title: labelOf('work', content, state.context.t) },
      details: target === null ? [] : changedFacts(target, after, state.context.t),
    },
    ops: what === 'same' ? [] : [op],
  };
}

function findTarget({ cells }: Row, known: KnownKind): LookedWork | null {
  const { id, title = '', iswc } = cells;
  if (id !== undefined) {
    const found = known.get(id);
    if (found === undefined)
      throw new UserError({ code: 'catalog.row-id', details: { typed: id.slice(0, 80) } });
    return found as LookedWork;
  }
  const codes = codesIn(iswc).flatMap((typed) => codeOf('work', typed) ?? []);
  const bearing = [...new Set(codes.flatMap((code) => known.bearing(code)))];
  const called = known.called(title);
  const meant = bearing.length > 0 ? bearing : called;
  if (meant.length > 1) throw severalOf('work', title, meant);
  return (meant[0] as LookedWork | undefined) ?? null;
}
