import { setImmediate as breathe } from 'node:timers/promises';
import type { Context } from '../../bot/command.ts';
import { explain } from '../../bot/refusal.ts';
import { cleanText, LONGEST_TITLE, partsOf } from '../../core/catalog/read-text.ts';
import { type Problem, UserError } from '../../core/problem.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import { listPeople } from '../../store/people.ts';
import { type Cells, idBehind } from '../table/cells.ts';
import { kindOf } from '../table/columns.ts';
import { type Asked, lookUp } from './known.ts';
import { lateProblems } from './late.ts';
import { type PlannedRecording, planRecording } from './plan-recording.ts';
import type { Op, Outcome, Planned, Refused } from './plan-types.ts';
import { planWork } from './plan-work.ts';
import { type FileRow, readFile } from './read-file.ts';
import { codesIn } from './row.ts';
import { codeOf, index, newState, type Row, rowOf, type State } from './state.ts';

/** Rows that are looked up together. */
const PIECE = 500;

export type PlanRequest = {
  readonly bytes: Uint8Array;
  /** What rows are that do not say it; null: as the headings tell. */
  readonly what: StoredKind | null;
  /** Keeps a piece of what is to be written. */
  keep(number: number, ops: readonly Op[]): Promise<void>;
  /** Told how many rows have been read. */
  progress(rows: number): void;
};

export type Plan = {
  readonly outcomes: readonly Outcome[];
  readonly pieces: number;
  /** What lines that others name become. */
  readonly itemOfLine: readonly (readonly [line: number, id: string])[];
  readonly unread: readonly string[];
  /** Works that come with recordings. */
  readonly newWorks: number;
};

/**
 * Find out what every row of a file would do, without doing it. It is read once for each kind of item, and again where
 * a row turns out to rest on one that does not hold.
 *
 * @throws UserError `file.*`, `catalog.import-headings`, `catalog.import-too-many`
 */
export async function planFile(context: Context, request: PlanRequest): Promise<Plan> {
  let refused: Refused = new Map();
  for (;;) {
    const { plan, late } = await planOnce(context, request, refused);
    if (late.size === 0) return plan;
    refused = new Map([...refused, ...late]);
  }
}

async function planOnce(
  context: Context,
  request: PlanRequest,
  refused: Refused,
): Promise<{ readonly plan: Plan; readonly late: Refused }> {
  const { house, asker } = context;
  const { heading, rows } = await readFile(request.bytes);
  const usual = request.what ?? kindOf(heading);
  const people = await listPeople(house.db, asker.team);
  const state = newState(context, { unit: heading.unit, people, newIds: house.newId(), refused });
  const outcomes: Outcome[] = [];
  const isNamed = heading.places.has('versionOf');
  const kinds = await indexAll(state, { usual, isNamed }, rows(), outcomes);
  let pieces = 0;
  let newWorks = 0;
  let done = 0;
  for (const kind of kinds) {
    for await (const piece of rowsOf(request.bytes, kind, usual)) {
      const planned = await planPiece(state, kind, piece);
      outcomes.push(...planned.map(({ outcome }) => outcome));
      const ops = planned.flatMap((one) => one.ops);
      if (ops.length > 0) await request.keep(pieces++, ops);
      if (kind === 'recording') newWorks += ops.filter((op) => op.kind === 'work' && op.isNew).length;
      done += piece.length;
      request.progress(done);
      await breathe();
    }
  }
  const late = await lateProblems(state);
  const named = new Set(
    [...state.parents.values()].flatMap(({ of }) => (typeof of === 'number' ? [of] : [])),
  );
  return {
    late,
    plan: {
      outcomes: outcomes.toSorted((a, b) => a.line - b.line),
      pieces,
      itemOfLine: [...state.itemOfLine].filter(([line]) => named.has(line)),
      unread: heading.unread,
      newWorks,
    },
  };
}

/** Works before recordings, since these name them. Rows of no kind are refused at once. */
async function indexAll(
  state: State,
  { usual, isNamed }: { readonly usual: StoredKind; readonly isNamed: boolean },
  pieces: AsyncIterable<readonly FileRow[]>,
  outcomes: Outcome[],
): Promise<readonly StoredKind[]> {
  const kinds = new Set<StoredKind>();
  for await (const rows of pieces) {
    for (const row of rows) {
      try {
        const known = rowOf(row, usual);
        kinds.add(known.kind);
        if (isNamed) index(state, known);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        // What is wrong with the version is said where the row is planned.
        if (error.problem.code === 'catalog.row-kind') outcomes.push(refusedRow(row, error.problem, state));
      }
    }
    await breathe();
  }
  return (['work', 'recording'] as const).filter((kind) => kinds.has(kind));
}

async function* rowsOf(
  bytes: Uint8Array,
  kind: StoredKind,
  usual: StoredKind,
): AsyncGenerator<readonly Row[]> {
  const { rows } = await readFile(bytes);
  let piece: Row[] = [];
  for await (const some of rows()) {
    for (const row of some) {
      const known = withKind(row, usual);
      if (known?.kind !== kind) continue;
      piece.push(known);
      if (piece.length < PIECE) continue;
      yield piece;
      piece = [];
    }
  }
  if (piece.length > 0) yield piece;
}

function withKind(row: FileRow, usual: StoredKind): Row | null {
  try {
    return rowOf(row, usual);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

async function planPiece(state: State, kind: StoredKind, rows: readonly Row[]): Promise<readonly Planned[]> {
  const { house, asker } = state.context;
  const about = (of: StoredKind) => lookUp(house, asker.team, of, askedBy(of, rows));
  const recordings = await about('recording');
  const works = await about('work');
  return rows.map((row) => {
    const late = state.refused.get(row.line);
    if (late !== undefined) return { outcome: refusedRow(row, late, state), ops: [] };
    try {
      return kind === 'work'
        ? planWork(state, row, works)
        : withRemarks(planRecording(state, row, { recordings, works }), state);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { outcome: refusedRow(row, error.problem, state), ops: [] };
    }
  });
}

function withRemarks({ outcome, ops, remarks }: PlannedRecording, { context: { t } }: State): Planned {
  const words = remarks.map((found) => explain(found, t));
  return { outcome: { ...outcome, details: [...outcome.details, ...words] }, ops };
}

function refusedRow({ line, cells }: FileRow, problem: Problem, { context: { t } }: State): Outcome {
  const { id = null, title = '' } = cells;
  const shown = cleanText(title.slice(0, LONGEST_TITLE));
  return { ...{ line, what: 'refused', id, title: shown }, details: [explain(problem, t)] };
}

function askedBy(kind: StoredKind, rows: readonly Row[]): Asked {
  const texts = rows.flatMap(({ cells, kind: own }) => namesIn(cells, kind, own));
  const ids = rows.flatMap(({ cells, kind: own }) =>
    own === kind && cells.id !== undefined ? [cells.id] : [],
  );
  const codes = rows.flatMap(({ cells }) => codesIn(kind === 'work' ? cells.iswc : cells.isrc));
  return {
    ids: [...ids, ...texts.flatMap((text) => idBehind(text) ?? (/^[rw]_/.test(text) ? [text] : []))],
    codes: [...codes, ...texts].flatMap((text) => (/[0-9]/.test(text) ? (codeOf(kind, text) ?? []) : [])),
    titles: texts,
  };
}

/** Whatever of a row may be the title, code or id of something of this kind. */
function namesIn({ title, versionOf, works }: Cells, kind: StoredKind, own: StoredKind): readonly string[] {
  const titles = title === undefined ? [] : [title];
  if (kind === 'recording')
    return own === 'recording' ? [...titles, ...(versionOf === undefined ? [] : [versionOf])] : [];
  return own === 'work' ? titles : works === undefined ? [] : partsOf(works);
}
