import type { Context } from '../../bot/command.ts';
import type { RecordingContent } from '../../core/catalog/items.ts';
import { isNothing, partsOf } from '../../core/catalog/read-text.ts';
import { titleKey, titleTerm } from '../../core/catalog/search-terms.ts';
import { UserError } from '../../core/problem.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import type { Person } from '../../store/people.ts';
import type { DurationUnit } from '../table/columns.ts';
import type { Refused } from './plan-types.ts';
import type { FileRow } from './read-file.ts';
import { codesIn, readKind, readVersion } from './row.ts';

/** A row of which it is known what it is about. */
export type Row = FileRow & { readonly kind: StoredKind };

type Place = { readonly line: number; readonly isOriginal: boolean };

/** What a line says that an item is a version of: an id, or another line. */
type Said = { readonly line: number; readonly title: string; readonly of: string | number };

/** What the rows of a file say of one another, and what has become of those that were planned. */
export type State = {
  readonly context: Context;
  readonly unit: DurationUnit | null;
  readonly people: readonly Person[];
  /** Ids of new items begin so and go on with their line, so that they stand in the order of the file. */
  readonly newIds: string;
  readonly refused: Refused;
  /** Of all recordings of the file, by title; and by code. */
  readonly titles: Map<string, Place[]>;
  readonly codes: Map<string, number>;
  /** Lines that were planned: by the item that they are about, by each code that they bring, by what they are called. */
  readonly lineOfItem: Map<string, number>;
  readonly lineOfCode: Map<string, number>;
  readonly lineOfLabel: Map<string, number>;
  /** The same of lines without a code. */
  readonly lineOfCodeless: Map<string, number>;
  readonly itemOfLine: Map<number, string>;
  /** New works, by title and by code. */
  readonly newWorks: Map<string, string>;
  /** What the file says that an item is a version of: an id, or a line. */
  readonly parents: Map<string, Said>;
};

export function newState(
  context: Context,
  about: Pick<State, 'unit' | 'people' | 'newIds' | 'refused'>,
): State {
  return {
    ...{ context, ...about },
    ...{ titles: new Map(), codes: new Map(), lineOfItem: new Map(), lineOfCode: new Map() },
    ...{ lineOfLabel: new Map(), lineOfCodeless: new Map(), itemOfLine: new Map() },
    ...{ newWorks: new Map(), parents: new Map() },
  };
}

/** Who looks for one place beside their own has not found it where there are more. */
const MOST_PLACES = 3;

/** Keep under which titles and codes others may name this row. */
export function index(state: State, { line, kind, cells }: Row): void {
  if (kind !== 'recording') return;
  const { title = '', latin = '', others = '', version, isrc } = cells;
  const isOriginal = version === undefined || readVersion(version).kind === 'original';
  const called = [title, latin, ...partsOf(others)].filter((name) => name !== '' && !isNothing(name));
  for (const term of new Set(called.map(titleTerm))) {
    const places = state.titles.get(term) ?? [];
    const alike = places.filter((place) => place.isOriginal === isOriginal);
    if (alike.length < MOST_PLACES) state.titles.set(term, [...places, { line, isOriginal }]);
  }
  for (const typed of codesIn(isrc)) {
    const code = codeOf('recording', typed);
    if (code !== null && !state.codes.has(code)) state.codes.set(code, line);
  }
}

const SHAPES: Readonly<Record<StoredKind, RegExp>> = {
  recording: /^(?:ISRC)?([A-Z]{2}[A-Z0-9]{3}[0-9]{7})$/,
  work: /^(?:ISWC)?(T[0-9]{10})$/,
};
/** Longer is no code with whatever separators. */
const LONGEST_CODE = 40;

/**
 * A text that can be nothing but a code of this kind, in the form in which codes are compared; else null. What the cell of
 * a code holds is checked in full where it counts; this is for finding what is meant.
 */
export function codeOf(kind: StoredKind, typed: string): string | null {
  if (typed.length > LONGEST_CODE || !/[0-9]/.test(typed)) return null;
  const compact = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return SHAPES[kind].exec(compact)?.[1] ?? null;
}

/** @throws UserError `catalog.row-kind` */
export function rowOf(row: FileRow, usual: StoredKind): Row {
  return { ...row, kind: readKind(row.cells.kind, usual) };
}

export function newId({ newIds }: State, prefix: string, line: number): string {
  return `${prefix}${newIds}${line.toString(36).padStart(5, '0')}`;
}

/** What a recording is told apart by, where it has no code. */
export function labelKey({ title, versionKind, versionTitle, mainArtist }: RecordingContent): string {
  return JSON.stringify([
    titleKey(title),
    versionKind,
    titleKey(versionTitle ?? ''),
    titleKey(mainArtist ?? ''),
  ]);
}

/** @throws UserError `catalog.row-same` when another line is about this item already */
export function mustBeFirst(state: State, id: string): void {
  const line = state.lineOfItem.get(id);
  if (line !== undefined) throw new UserError({ code: 'catalog.row-same', details: { line } });
}
