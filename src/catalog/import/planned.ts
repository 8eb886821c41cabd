import type { Context } from '../../bot/command.ts';
import type { RecordingContent, WorkContent } from '../../core/catalog/items.ts';
import { UserError } from '../../core/problem.ts';
import type { StoredItem, StoredKind } from '../../store/catalog-items.ts';
import type { ItemCode } from '../../store/item-codes.ts';
import { SCHEMES } from '../bear-code.ts';
import { labelOf } from '../labels.ts';
import type { Looked, LookedRecording, LookedWork } from '../look.ts';
import { type Cells, cellsOf } from '../table/cells.ts';
import type { Column } from '../table/columns.ts';
import type { PlannedCode } from './plan-types.ts';

const MOST_NAMED = 5;

/** Those cells of a row that differ from what our own file would say of the item: nobody touched the others. */
export function freshCells(cells: Cells, target: Looked, writer: Context): Cells {
  const current = cellsOf(target, writer);
  const isSame = (column: Column, cell: string) => {
    const own = (current[column] ?? '').trim();
    // A title that begins as if we had guarded it has lost its apostrophe on the way.
    return own === cell || own === `'${cell}`;
  };
  return Object.fromEntries(
    (Object.entries(cells) as [Column, string][]).filter(([column, cell]) => !isSame(column, cell)),
  );
}

type PlannedItem =
  | {
      readonly kind: 'work';
      readonly id: string;
      readonly content: WorkContent;
      readonly codes: readonly PlannedCode[];
    }
  | {
      readonly kind: 'recording';
      readonly id: string;
      readonly content: RecordingContent;
      readonly codes: readonly PlannedCode[];
      readonly works: readonly StoredItem<'work'>[];
      readonly parent: StoredItem<'recording'> | null;
    };

/** An item as it would be, to be shown beside what it is. */
export function afterOf(target: Looked | null, planned: PlannedItem, { now }: Context): Looked {
  const { id, content, kind } = planned;
  const item = { id, content, createdAt: target?.item.createdAt ?? now, isGone: false };
  const codes = codesAfter(target?.codes ?? [], planned, now);
  if (planned.kind === 'work') return { kind: 'work', item, codes } as LookedWork;
  const { works, parent } = planned;
  const performers = namesOf(planned.content, target);
  return { kind, item, codes, works, parent, performers } as LookedRecording;
}

/** Who was there before is called as the books call them now. */
function namesOf({ performers }: RecordingContent, target: Looked | null): readonly string[] {
  const before = target?.kind === 'recording' ? target : null;
  return performers.map((one) => {
    const index = before?.item.content.performers.findIndex(
      ({ person, name }) => person === one.person && name === one.name,
    );
    return (index === undefined ? undefined : before?.performers[index]) ?? one.name;
  });
}

function codesAfter(
  own: readonly ItemCode[],
  { kind, id, codes }: PlannedItem,
  since: Date,
): readonly ItemCode[] {
  const fresh = codes.filter(({ code }) => !own.some((one) => one.code === code));
  return [
    ...own,
    ...fresh.map(
      ({ code, source, acceptedFor }): ItemCode => ({
        ...{ scheme: SCHEMES[kind], code, kind, item: id, how: 'registered', source, acceptedFor },
        ...{ seq: 0, since },
      }),
    ),
  ];
}

export function severalOf(kind: StoredKind, typed: string, found: readonly Looked[]): UserError {
  const titles = found.slice(0, MOST_NAMED).map(({ item }) => `${labelOf(kind, item.content)} (${item.id})`);
  return new UserError({ code: 'catalog.several', details: { kind, typed, titles } });
}
