import type { Problem } from '../../core/problem.ts';
import type { ContentOf, StoredKind } from '../../store/catalog-items.ts';
import type { Words } from '../../text/spans.ts';

/** A code that is to be registered, in the form in which codes are compared. */
export type PlannedCode = {
  readonly code: string;
  readonly source: string | null;
  readonly acceptedFor: string | null;
};

/** What is to be written for a row, kept as JSON until somebody says yes. */
export type Op<K extends StoredKind = StoredKind> = {
  readonly [Kind in K]: {
    readonly kind: Kind;
    readonly id: string;
    readonly isNew: boolean;
    /** null: it stays as it is. */
    readonly content: ContentOf[Kind] | null;
    /** Of a recording: ids of works; null: they stay as they are. */
    readonly works: readonly string[] | null;
    readonly codes: readonly PlannedCode[];
    /** It is a version of what this line of the file becomes. */
    readonly ofLine?: number;
  };
}[K];

/** What happens to a row. */
export type Outcome = {
  readonly line: number;
  readonly what: 'add' | 'change' | 'same' | 'refused';
  readonly id: string | null;
  readonly title: string;
  /** What changes, in the words of whoever asked, or why not. */
  readonly details: readonly Words[];
};

/** A row with what is to be written for it; a new work may come with a recording. */
export type Planned = { readonly outcome: Outcome; readonly ops: readonly Op[] };

/** Rows that do not hold whatever else they say, found once all rows were read. */
export type Refused = ReadonlyMap<number, Problem>;
