import type { RecordingContent, WorkContent } from '../../core/catalog/items.ts';
import { isNothing, LONGEST_TITLE, partsOf, readText } from '../../core/catalog/read-text.ts';
import { titleTerm } from '../../core/catalog/search-terms.ts';
import { must, UserError } from '../../core/problem.ts';
import { isMissing } from '../../files/table/missing.ts';
import type { StoredItem } from '../../store/catalog-items.ts';
import type { Words } from '../../text/spans.ts';
import { readCode } from '../bear-code.ts';
import { ID_PREFIXES } from '../find.ts';
import type { LookedRecording, LookedWork } from '../look.ts';
import { MOST_WORKS } from '../said.ts';
import { type Cells, idBehind } from '../table/cells.ts';
import type { KnownKind } from './known.ts';
import { planCodes } from './plan-codes.ts';
import type { Op } from './plan-types.ts';
import { severalOf } from './planned.ts';
import { codesIn } from './row.ts';
import { say } from './say.ts';
import { codeOf, newId, type State } from './state.ts';

/** The works of a recording as they are to be. */
export type WorksPlan = {
  /** null: they stay as they are. */
  readonly ids: readonly string[] | null;
  readonly after: readonly StoredItem<'work'>[];
  /** New works, and codes of known ones. */
  readonly ops: readonly Op<'work'>[];
  readonly words: readonly Words[];
  /** Under what other rows find what is new, once nothing stands against this row. */
  readonly claims: ReadonlyMap<string, string>;
};

type About = {
  readonly line: number;
  readonly cells: Cells;
  readonly target: LookedRecording | null;
  readonly content: RecordingContent;
};

/**
 * Which works are heard, and their ISWC. A work that is not there yet comes with the recording.
 *
 * @throws UserError `catalog.unknown`, `catalog.several`, `catalog.row-iswc`, and what stands against the code
 */
export function planWorks(file: State, about: About, known: KnownKind): WorksPlan {
  const { cells, target } = about;
  const claims = new Map<string, string>();
  const state = { ...file, claims };
  const before = target?.works ?? [];
  const named =
    cells.works === undefined || (isMissing(cells.works) && !isNothing(cells.works)) ? null : cells.works;
  const iswcs = codesIn(cells.iswc);
  const parts = named === null || isNothing(named) ? [] : partsOf(named);
  if (parts.length > MOST_WORKS) {
    const details = { option: 'works', count: parts.length, limit: MOST_WORKS };
    throw new UserError({ code: 'catalog.too-many', details });
  }
  const byCode = named === null && iswcs[0] !== undefined && before.length === 0 ? iswcs[0] : null;
  const byName = named === null ? null : parts.map((part) => workNamed(state, about, part, known));
  const found = byCode === null ? byName : [workFor(state, about, byCode, known)];
  const after = found === null ? before : [...new Map(found.map(({ item }) => [item.id, item])).values()];
  const ids = after.map(({ id }) => id);
  const isSame = new Set(before.map(({ id }) => id)).symmetricDifference(new Set(ids)).size === 0;
  const fresh = (found ?? []).filter(({ isNew }) => isNew);
  const ops = codedOps(state, about, { after, fresh: fresh.map(({ item }) => item), known });
  const { t } = file.context;
  return {
    claims,
    ids: isSame ? null : ids,
    after,
    ops,
    words: fresh.map(({ item }) => t(say.newWork, { title: item.content.title })),
  };
}

/** A file with what one of its rows would add to it. */
type Claiming = State & { readonly claims: Map<string, string> };

function claimed({ claims, newWorks }: Claiming, key: string): string | undefined {
  return claims.get(key) ?? newWorks.get(key);
}

type FoundWork = { readonly item: StoredItem<'work'>; readonly isNew: boolean };

function workNamed(state: Claiming, { line }: About, part: string, known: KnownKind): FoundWork {
  const id = idBehind(part) ?? (/^w_[a-z0-9_-]+$/.test(part) ? part : null);
  if (id !== null) {
    const found = known.get(id);
    if (found !== undefined) return { item: (found as LookedWork).item, isNew: false };
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'work', typed: id } });
  }
  const code = codeOf('work', part);
  const called = code === null ? known.called(part) : known.bearing(code);
  if (called.length > 1) throw severalOf('work', part, called);
  const [only] = called as LookedWork[];
  if (only !== undefined) return { item: only.item, isNew: false };
  const inFile = claimed(state, code ?? titleTerm(part));
  if (inFile !== undefined) return { item: itemOf(inFile, part, state), isNew: false };
  if (code !== null) throw new UserError({ code: 'catalog.unknown', details: { kind: 'work', typed: part } });
  return newWork(state, line, must(readText('works', part, LONGEST_TITLE)));
}

/** Of a recording that names no work but its code: the one that bears it, or a new one that is called like it. */
function workFor(state: Claiming, { line, content }: About, typed: string, known: KnownKind): FoundWork {
  const { code } = readCode(state.context.house, 'work', typed);
  const [bearer, ...more] = known.bearing(code) as LookedWork[];
  if (bearer !== undefined && more.length > 0) throw severalOf('work', typed, [bearer, ...more]);
  if (bearer !== undefined) return { item: bearer.item, isNew: false };
  const inFile = claimed(state, code);
  if (inFile !== undefined) return { item: itemOf(inFile, content.title, state), isNew: false };
  return newWork(state, line, content.title);
}

function newWork(state: Claiming, line: number, title: string): FoundWork {
  const known = claimed(state, titleTerm(title));
  if (known !== undefined) return { item: itemOf(known, title, state), isNew: false };
  // Its own ids, apart from those of lines that are about works.
  const id = newId(state, `${ID_PREFIXES.work}x`, line * MOST_WORKS * 2 + state.claims.size);
  state.claims.set(titleTerm(title), id);
  return { item: itemOf(id, title, state), isNew: true };
}

function itemOf(id: string, title: string, { context }: Claiming): StoredItem<'work'> {
  return { id, content: { title, latin: null, others: [] }, createdAt: context.now, isGone: false };
}

type Found = {
  readonly after: readonly StoredItem<'work'>[];
  readonly fresh: readonly StoredItem<'work'>[];
  readonly known: KnownKind;
};

/** The new works, and the code that the row says of its one work. */
function codedOps(
  state: Claiming,
  { line, cells }: About,
  { after, fresh, known }: Found,
): readonly Op<'work'>[] {
  const opOf = (id: string, content: WorkContent | null, codes: Op['codes']): Op<'work'> => ({
    ...{ kind: 'work', id, isNew: content !== null, content, works: null, codes },
  });
  const iswcs = codesIn(cells.iswc);
  const [only, ...more] = after;
  if (iswcs.length === 0) return fresh.map(({ id, content }) => opOf(id, content, []));
  if (only === undefined || more.length > 0) {
    throw new UserError({ code: 'catalog.row-iswc', details: { code: iswcs[0] ?? '' } });
  }
  const target = known.get(only.id) ?? null;
  const isFresh = fresh.some(({ id }) => id === only.id);
  const code = codeOf('work', iswcs[0] ?? '');
  // Another recording of the same file has said it already.
  if (!isFresh && target === null && code !== null && claimed(state, code) === only.id) return [];
  // What is said of who gave the code and why it stands is about the recording’s own.
  const said = { iswc: cells.iswc ?? '' };
  const codes = planCodes(state, { kind: 'work', line, cells: said, target, known });
  if (code !== null) state.claims.set(code, only.id);
  if (!isFresh && codes.length === 0) return [];
  return [opOf(only.id, isFresh ? only.content : null, codes)];
}
