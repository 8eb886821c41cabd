/** A run of characters that can belong to a code, and where it stands in the whole text. */
export type Chunk = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between it and the chunk before, or the beginning of the line. */
  readonly gap: string;
};

/** Chunks between commas, brackets or quotes, or on either side of an "and". */
export type Clause = {
  readonly chunks: readonly Chunk[];
  /** There is writing in it that goes without spaces, Chinese for one. */
  readonly hasWriting: boolean;
};

/** A line, or what tabs, semicolons and the like part it into. Line numbers count from 1. */
export type Cell = { readonly line: number; readonly clauses: readonly Clause[] };

/** Letters, digits and what is invisible between them. Scripts that need no spaces are the writing around a code. */
const CHARACTER =
  '[[\\p{L}\\p{Nd}\\p{M}\\p{Cf}]--[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Hang}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]]';
const JOINER = '[\\-._\\/·\\p{Pd}\\u2212\\u2043\\u02d7]';
const LINK = 'https?:\\/\\/[!-~]+|urn:[a-z0-9]+:[0-9A-Za-z.:\\-]+|doi:[!-~]+';
const CHUNK = new RegExp(`(?:${LINK})|${CHARACTER}+(?:${JOINER}{1,2}${CHARACTER}+)*`, 'giv');
const LINE = /[^\n\r\u0085\u2028\u2029]+|\r\n|[\n\r\u0085\u2028\u2029]/g;
const CELL_END = /[\t;；|｜]/;
const CLAUSE_END = /[,，、。!！?？…()（）[\]{}<>"“”「」『』]/;
const TAIL = new Set('.,;:!?)]}\'"');
const WRITING = /\p{L}/u;
const AND = /^(?:and|or|und|oder|et|ou|&)$/i;
const AND_WRITING = /^\s*(?:和|及|與|跟|或|以及)\s*$/;

/** A text in cells, clauses and chunks, from its beginning to its end. */
export function* cellsOf(text: string): Generator<Cell> {
  let number = 1;
  for (const { 0: line, index } of text.matchAll(LINE)) {
    if (/[\r\n\u0085\u2028\u2029]/.test(line)) number += 1;
    else yield* cellsOfLine(line, index, number);
  }
}

function* cellsOfLine(line: string, offset: number, number: number): Generator<Cell> {
  let clauses: Clause[] = [];
  let chunks: Chunk[] = [];
  let hasWriting = false;
  let last = 0;
  const endClause = (): void => {
    if (chunks.length > 0 || hasWriting) clauses.push({ chunks, hasWriting });
    chunks = [];
    hasWriting = false;
  };
  for (const match of line.matchAll(CHUNK)) {
    const gap = line.slice(last, match.index);
    const text = isLink(match[0]) ? withoutTail(match[0]) : match[0];
    if (CELL_END.test(gap) || CLAUSE_END.test(gap) || AND_WRITING.test(gap) || AND.test(text)) endClause();
    if (CELL_END.test(gap) && clauses.length > 0) {
      yield { line: number, clauses };
      clauses = [];
    }
    last = match.index + text.length;
    hasWriting ||= WRITING.test(gap) && !AND_WRITING.test(gap);
    if (AND.test(text)) continue;
    chunks.push({ text, start: offset + match.index, end: offset + last, gap });
  }
  const tail = line.slice(last);
  if (CLAUSE_END.test(tail)) endClause();
  hasWriting ||= WRITING.test(tail);
  endClause();
  if (clauses.length > 0) yield { line: number, clauses };
}

function isLink(text: string): boolean {
  return /^(?:https?|doi):/i.test(text);
}

/** What ends the sentence or the bracket around a link is no part of it. */
function withoutTail(link: string): string {
  let end = link.length;
  while (TAIL.has(link.charAt(end - 1))) end -= 1;
  return link.slice(0, end);
}
