import { formatDuration } from '../../core/catalog/duration.ts';
import type { RecordingContent } from '../../core/catalog/items.ts';
import { type Problem, problem, UserError } from '../../core/problem.ts';
import { changedFacts } from '../facts.ts';
import { ID_PREFIXES } from '../find.ts';
import { labelOf } from '../labels.ts';
import type { LookedRecording } from '../look.ts';
import { findParent } from './find-parent.ts';
import { findTarget } from './find-target.ts';
import type { KnownKind } from './known.ts';
import { planCodes } from './plan-codes.ts';
import { performersIn } from './plan-performers.ts';
import type { Op, Outcome, PlannedCode } from './plan-types.ts';
import { planWorks, type WorksPlan } from './plan-works.ts';
import { afterOf, freshCells } from './planned.ts';
import { codesIn, recordingIn } from './row.ts';
import { labelKey, mustBeFirst, newId, type Row, type State } from './state.ts';

export type Known = { readonly recordings: KnownKind; readonly works: KnownKind };

/** A row with what is to be written for it, and what is odd about it though it holds. */
export type PlannedRecording = {
  readonly outcome: Outcome;
  readonly ops: readonly Op[];
  readonly remarks: readonly Problem[];
};

const EMPTY: RecordingContent = {
  ...{ title: '', latin: null, others: [], versionKind: 'original', versionTitle: null, mainArtist: null },
  ...{ performers: [], durationMs: null, versionOf: null, samples: null, audio: null },
};
const LONG_MS = 3_600_000;

/** What happens to a row about a recording. @throws UserError why nothing does */
export function planRecording(state: State, row: Row, known: Known): PlannedRecording {
  const { line } = row;
  const { context } = state;
  const { target, alike } = findTarget(row, known.recordings);
  const cells = target === null ? row.cells : freshCells(row.cells, target, context);
  const before = target?.item.content ?? EMPTY;
  const parent = findParent(state, { line, cells, target }, known.recordings);
  const content: RecordingContent = {
    ...before,
    ...recordingIn(cells, state.unit),
    ...(cells.performers === undefined
      ? {}
      : { performers: performersIn(cells.performers, before, state.people) }),
    ...(parent === undefined ? {} : { versionOf: parent.id }),
  };
  if (content.title === '') throw new UserError({ code: 'catalog.title-missing', details: {} });
  const id = target?.item.id ?? newId(state, ID_PREFIXES.recording, line);
  mustBeFirst(state, id);
  if (target === null) mustBeUnlike(state, row, content);
  const codes = planCodes(state, {
    kind: 'recording',
    line,
    cells: row.cells,
    target,
    known: known.recordings,
  });
  const works = planWorks(state, { line, cells, target, content }, known.works);
  settle(state, row, { id, content, isNew: target === null, parent, works });
  return {
    ...written(state, row, { id, target, before, content, works, codes, parent }),
    remarks: [
      ...(alike === null ? [] : [problem('catalog.row-alike', 'warning', { title: alike })]),
      ...(cells.duration !== undefined && (content.durationMs ?? 0) >= LONG_MS
        ? [problem('catalog.row-long', 'warning', { duration: formatDuration(content.durationMs ?? 0) })]
        : []),
    ],
  };
}

type Settled = {
  readonly id: string;
  readonly content: RecordingContent;
  readonly isNew: boolean;
  readonly parent: ReturnType<typeof findParent>;
  readonly works: WorksPlan;
};

/** From here on other lines may name it, and none may be about it. */
function settle(state: State, { line, cells }: Row, { id, content, isNew, parent, works }: Settled): void {
  state.lineOfItem.set(id, line);
  state.itemOfLine.set(line, id);
  if (isNew) state.lineOfLabel.set(labelKey(content), line);
  if (isNew && codesIn(cells.isrc).length === 0) state.lineOfCodeless.set(labelKey(content), line);
  for (const [key, work] of works.claims) state.newWorks.set(key, work);
  if (parent !== undefined)
    state.parents.set(id, { line, title: content.title, of: parent.line ?? parent.id ?? '' });
}

/** Two new rows that nothing but two codes could tell apart are one recording, listed twice. */
function mustBeUnlike(
  { lineOfLabel, lineOfCodeless }: State,
  { cells }: Row,
  content: RecordingContent,
): void {
  const alike = codesIn(cells.isrc).length === 0 ? lineOfLabel : lineOfCodeless;
  const before = alike.get(labelKey(content));
  if (before !== undefined) throw new UserError({ code: 'catalog.row-same', details: { line: before } });
}

type Written = {
  readonly id: string;
  readonly target: LookedRecording | null;
  readonly before: RecordingContent;
  readonly content: RecordingContent;
  readonly works: WorksPlan;
  readonly codes: readonly PlannedCode[];
  readonly parent: ReturnType<typeof findParent>;
};

function written(
  { context }: State,
  { line }: Row,
  { id, target, before, content, works, codes, parent }: Written,
): Pick<PlannedRecording, 'outcome' | 'ops'> {
  const { t } = context;
  const isSame = JSON.stringify(content) === JSON.stringify(before) && parent?.line === undefined;
  const isUntouched = isSame && works.ids === null && codes.length === 0 && works.ops.length === 0;
  const what = target === null ? 'add' : isUntouched ? 'same' : 'change';
  const op: Op<'recording'> = {
    ...{ kind: 'recording', id, isNew: target === null, content: isSame && target !== null ? null : content },
    ...{ works: works.ids, codes },
    ...(parent?.line === undefined ? {} : { ofLine: parent.line }),
  };
  const after = afterOf(
    target,
    {
      ...{ kind: 'recording', id, content, codes, works: works.after },
      parent: parent === undefined ? (target?.parent ?? null) : parent.item,
    },
    context,
  );
  const details = target === null ? [] : changedFacts(target, after, t);
  return {
    outcome: {
      ...{ line, what, id, title: labelOf('recording', content, t) },
      details: [...details, ...works.words],
    },
    ops: what === 'same' ? [] : [...works.ops, op],
  };
}
