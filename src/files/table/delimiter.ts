export type Delimiter = ',' | ';' | '\t' | '|';

/** In this order they win a tie: a tab is hardly ever part of a title, a comma often. */
export const DELIMITERS: readonly Delimiter[] = ['\t', ';', '|', ','];

export type Layout = {
  /** null: one thing on each line. */
  readonly delimiter: Delimiter | null;
  /** Cells may stand in quotes, with delimiters and line breaks inside. */
  readonly quoted: boolean;
  /** The file begins with Excel's own line `sep=;`, which is no row. */
  readonly separatorLine: boolean;
};

/**
 * How the rows of a text are divided, by what divides them evenly; the name of the file and a locale's habit count
 * for nothing. Rows may be ragged.
 *
 * @param sample the beginning of the text
 */
export function findLayout(sample: string): Layout {
  const [, announced] = /^sep=([,;\t|])\r?\n/i.exec(sample) ?? [];
  if (announced !== undefined) {
    return { delimiter: announced as Delimiter, quoted: true, separatorLine: true };
  }
  const lines = countPerLine(sample);
  let best: { delimiter: Delimiter; evenness: number } | null = null;
  for (const delimiter of DELIMITERS) {
    const evenness = evennessOf(lines.map((counts) => counts[DELIMITERS.indexOf(delimiter)] ?? 0));
    if (evenness > (best?.evenness ?? 0)) best = { delimiter, evenness };
  }
  const delimiter = best?.delimiter ?? null;
  return { delimiter, quoted: delimiter !== null || mostlyQuoted(sample), separatorLine: false };
}

/**
 * The share of lines with the most frequent number of delimiters; 0 where it divides nothing, too few lines, or
 * only here and there, as a comma does in sentences.
 */
function evennessOf(counts: readonly number[]): number {
  if (counts.length < 2) return 0;
  const divided = counts.filter((count) => count > 0);
  if (divided.length < counts.length * 0.6) return 0;
  const times = new Map<number, number>();
  for (const count of divided) times.set(count, (times.get(count) ?? 0) + 1);
  const share = Math.max(...times.values()) / counts.length;
  return share >= 0.5 ? share : 0;
}

/** For each line that is not blank, how often each candidate stands outside of quotes. */
function countPerLine(sample: string): number[][] {
  const lines: number[][] = [];
  let counts = DELIMITERS.map(() => 0);
  let blank = true;
  let quoted = false;
  const endLine = () => {
    if (!blank) lines.push(counts);
    counts = DELIMITERS.map(() => 0);
    blank = true;
  };
  for (let at = 0; at < sample.length; at++) {
    const character = sample[at] ?? '';
    if (character === '"') {
      // A quote opens where a cell begins and closes where one ends; anywhere else it is an inch.
      if (quoted ? endsCell(sample[at + 1]) : endsCell(sample[at - 1])) quoted = !quoted;
    } else if (quoted) continue;
    else if (character === '\n' || character === '\r') endLine();
    else {
      const candidate = DELIMITERS.indexOf(character as Delimiter);
      if (candidate !== -1) counts[candidate] = (counts[candidate] ?? 0) + 1;
    }
    if (character.trim() !== '') blank = false;
  }
  // The last line of a long sample is cut off somewhere.
  if (lines.length < 2) endLine();
  return lines;
}

function endsCell(neighbor: string | undefined): boolean {
  return (
    neighbor === undefined ||
    neighbor === '\n' ||
    neighbor === '\r' ||
    DELIMITERS.includes(neighbor as Delimiter)
  );
}

function mostlyQuoted(sample: string): boolean {
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return lines.filter((line) => /^".*"$/.test(line)).length > lines.length / 2;
}
