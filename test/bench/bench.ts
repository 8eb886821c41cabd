/** What every bench is and what it hands back. Figures are made here, judged by people. */
export type Bench = {
  readonly name: string;
  readonly title: string;
  run(options: BenchOptions): Promise<Report>;
};

export type BenchOptions = {
  /** Fewer rounds and smaller inputs: to see that it works, not to quote. */
  readonly quick: boolean;
  /** How often each is measured; each bench has its own number, and a smaller one for quick. */
  readonly rounds: (full: number, quick: number) => number;
  /** One line of progress. */
  readonly note: (line: string) => void;
};

export type Report = {
  /** First row: headings. */
  readonly table: readonly (readonly string[])[];
  /** The promise, the figure for it, and whether it is reached. */
  readonly promises: readonly Promised[];
  readonly notes?: readonly string[];
};

export type Promised = { readonly text: string; readonly holds: boolean };

/** A bench that measured nothing, or something else than it says, must not print a figure. */
class NothingMeasured extends Error {}

export function measured(condition: boolean, what: string): asserts condition {
  if (!condition) throw new NothingMeasured(what);
}

export function median(numbers: readonly number[]): number {
  measured(numbers.length > 0, 'a median of no numbers');
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The value that `share` of the numbers do not exceed: 0.99 for p99. */
export function percentile(numbers: readonly number[], share: number): number {
  measured(numbers.length > 0, 'a percentile of no numbers');
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function atLeast(label: string, figure: number, aim: number, unit = '×'): Promised {
  measured(Number.isFinite(figure) && figure > 0, label);
  return { text: `${label}: ${round(figure)} ${unit} (aim: at least ${aim} ${unit})`, holds: figure >= aim };
}

export function atMost(label: string, figure: number, aim: number, unit = '×'): Promised {
  measured(Number.isFinite(figure) && figure > 0, label);
  return { text: `${label}: ${round(figure)} ${unit} (aim: at most ${aim} ${unit})`, holds: figure <= aim };
}

/** Three figures that matter: 1,234 · 12.3 · 0.123. */
export function round(figure: number): string {
  const digits = figure >= 100 ? 0 : figure >= 10 ? 1 : figure >= 1 ? 2 : 3;
  return figure.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function printTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (column === 0 ? (row[column] ?? '').padEnd(width) : (row[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head, ...body] = rows.map(line);
  return [head, rule, ...body].join('\n');
}
