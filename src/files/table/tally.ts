import type { Check } from '../../core/identifiers/check.ts';
import type { Kind } from '../../core/identifiers/kind.ts';
import type { CodeColumn } from './columns.ts';
import type { CheckedRow } from './open-table.ts';

/** Rows of each verdict that are kept to be shown. */
const KEPT = 50;
/** Kinds that name one recording or release, so that two rows should not share one. */
const ONE_PER_ROW: ReadonlySet<Kind> = new Set(['isrc', 'grid']);

export type Found = { readonly line: number; readonly check: Check };

export type Repeat = {
  /** In display form. */
  readonly code: string;
  readonly kind: Kind;
  /** Where it stands, every time. */
  readonly lines: readonly number[];
};

export type ColumnSummary = {
  readonly column: CodeColumn;
  readonly checked: number;
  readonly ok: number;
  /** With the second and later rows of a repeated code, which carry the remark in the result file. */
  readonly warn: number;
  readonly error: number;
  /** Cells that are empty or say that there is no code yet. */
  readonly missing: number;
  readonly kinds: ReadonlyMap<Kind, number>;
  /** The first fifty of each. */
  readonly errors: readonly Found[];
  readonly warnings: readonly Found[];
  readonly repeats: readonly Repeat[];
};

export type Summary = {
  /** Rows that were checked: without titles, headings and blank rows. */
  readonly rows: number;
  readonly columns: readonly ColumnSummary[];
};

/** Counts the rows of a table as they go by. */
export class Tally {
  #rows = 0;
  readonly #columns: readonly ColumnTally[];

  constructor(columns: readonly CodeColumn[]) {
    this.#columns = columns.map((column) => new ColumnTally(column, columns.length === 1));
  }

  /** @returns for each column of codes, the line where the code of this row stood first; null where it is new */
  add({ line, checks }: CheckedRow): readonly (number | null)[] {
    if (checks === null) return [];
    this.#rows++;
    return this.#columns.map((column, index) => column.add(line, checks[index] ?? null));
  }

  summary(): Summary {
    return { rows: this.#rows, columns: this.#columns.map((column) => column.summary()) };
  }
}

class ColumnTally {
  readonly #column: CodeColumn;
  readonly #alone: boolean;
  readonly #counts = { ok: 0, warn: 0, error: 0, missing: 0 };
  readonly #kinds = new Map<Kind, number>();
  readonly #errors: Found[] = [];
  readonly #warnings: Found[] = [];
  readonly #firstLines = new Map<string, number>();
  readonly #repeats = new Map<string, { code: string; kind: Kind; lines: number[] }>();

  /** @param alone the only column of codes: there every kind counts as repeated, beside others a UPC stands on each of its tracks */
  constructor(column: CodeColumn, alone: boolean) {
    this.#column = column;
    this.#alone = alone;
  }

  add(line: number, check: Check | null): number | null {
    if (check === null) {
      this.#counts.missing++;
      return null;
    }
    if (check.kind !== null) this.#kinds.set(check.kind, (this.#kinds.get(check.kind) ?? 0) + 1);
    const firstLine = this.#repeated(line, check);
    const verdict = check.verdict === 'ok' && firstLine !== null ? 'warn' : check.verdict;
    this.#counts[verdict]++;
    if (check.verdict === 'error' && this.#errors.length < KEPT) this.#errors.push({ line, check });
    if (check.verdict === 'warn' && this.#warnings.length < KEPT) this.#warnings.push({ line, check });
    return firstLine;
  }

  #repeated(line: number, { kind, normalized, display }: Check): number | null {
    if (kind === null || normalized === null || !(this.#alone || ONE_PER_ROW.has(kind))) return null;
    const key = this.#column.kind === kind ? normalized : `${kind} ${normalized}`;
    const firstLine = this.#firstLines.get(key);
    if (firstLine === undefined) {
      this.#firstLines.set(key, line);
      return null;
    }
    const repeat = this.#repeats.get(key) ?? { code: display ?? normalized, kind, lines: [firstLine] };
    repeat.lines.push(line);
    this.#repeats.set(key, repeat);
    return firstLine;
  }

  summary(): ColumnSummary {
    const { ok, warn, error, missing } = this.#counts;
    return {
      column: this.#column,
      checked: ok + warn + error,
      ok,
      warn,
      error,
      missing,
      kinds: this.#kinds,
      errors: this.#errors,
      warnings: this.#warnings,
      repeats: [...this.#repeats.values()],
    };
  }
}
