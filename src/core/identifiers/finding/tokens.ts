import type { Rules } from '../check.ts';
import { chunkParts } from './chunk-parts.ts';
import type { Chunk, Clause } from './chunks.ts';
import { detect, SHORTEST_LABELLED } from './detect.ts';
import { kindsGroupedSo } from './groupings.ts';
import { isBetween, type LabelBefore, labelBefore } from './label-before.ts';
import { isOtherNumber, looksLikeCode } from './no-codes.ts';

/** A piece of a text that is a code, or was meant as one. */
export type Token = {
  readonly start: number;
  readonly end: number;
  readonly label: LabelBefore | null;
  /** `sure` wherever it stands; `near` a broken one or a short number; `unknown` a code of no kind we know. */
  readonly grade: 'sure' | 'near' | 'unknown';
  /** Nothing is wrong with it: of two numbers side by side each is a code by itself, not half of one. */
  readonly agrees: boolean;
  /** Characters of the code, separators left out. */
  readonly length: number;
};

export type Tokens = {
  readonly tokens: readonly Token[];
  /** There are words beside the codes, so that a number is not a code only because it stands there. */
  readonly hasWords: boolean;
  /** A label that is still waiting for its code at the end of the clause. */
  readonly label: LabelBefore | null;
};

/** The most groups people part one code into. */
const MOST_GROUPS = 9;
const LONGEST_CODE = 18;
/** Spaces between groups are few; a pattern for spaces must not be tried on a page of them. */
const LONGEST_GAP = 8;

/** Every code of a clause, labels and words told apart from them. `label` comes from the clause before. */
export function tokensOf(text: string, clause: Clause, rules: Rules, before: LabelBefore | null): Tokens {
  const chunks = clause.chunks.flatMap((chunk) => chunkParts(chunk, rules));
  const tokens: Token[] = [];
  let label = before;
  let hasWords = clause.hasWriting;
  let at = 0;
  for (let chunk = chunks[at]; chunk !== undefined; chunk = chunks[at]) {
    const labelled = labelBefore(text, chunks, at);
    if (labelled !== null) {
      label = labelled.label;
      at = labelled.next;
      continue;
    }
    const grouped = groupedAt(text, chunks, at, rules, label);
    const token = grouped?.token ?? tokenOf(text, chunk, rules, label);
    if (token !== null) tokens.push(token);
    else if (!/\p{Nd}/u.test(chunk.text) && !(label !== null && isBetween(chunk.text))) {
      hasWords = true;
      label = null;
    }
    at += grouped?.size ?? 1;
  }
  const whole = standAlone(tokens) ? null : wholeClause(text, chunks, rules);
  return whole === null
    ? { tokens, hasWords, label }
    : { tokens: [whole], hasWords: clause.hasWriting, label: null };
}

function standAlone(tokens: readonly Token[]): boolean {
  return (
    tokens.some(({ grade }) => grade === 'sure') ||
    (tokens.length > 1 && tokens.every(({ agrees }) => agrees))
  );
}

/** Several chunks with spaces between them that are one code, parted as people part it: `US RC1 76 07839`. */
function groupedAt(
  text: string,
  chunks: readonly Chunk[],
  at: number,
  rules: Rules,
  label: LabelBefore | null,
): { readonly token: Token; readonly size: number } | null {
  const groups: Chunk[] = [];
  const lengths: number[] = [];
  let length = 0;
  let best: { readonly token: Token; readonly size: number } | null = null;
  for (const chunk of chunks.slice(at, at + MOST_GROUPS)) {
    if (groups.length > 0 && !isOpen(chunk.gap)) break;
    const own = chunk.text.replace(/[^\p{L}\p{Nd}]/gu, '').length;
    groups.push(chunk);
    lengths.push(own);
    length += own;
    if (length > LONGEST_CODE) break;
    const token = groups.length > 1 && length >= 8 ? groupedToken(text, groups, lengths, rules, label) : null;
    if (token !== null) best = { token, size: groups.length };
  }
  return best;
}

function groupedToken(
  text: string,
  groups: readonly Chunk[],
  lengths: readonly number[],
  rules: Rules,
  label: LabelBefore | null,
): Token | null {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined || isOtherNumber(first) || isWordAndNumber(groups))
    return null;
  const piece = text.slice(first.start, last.end);
  const usual = kindsGroupedSo(lengths);
  if (usual.length === 0 || !/\p{Nd}/u.test(piece)) return null;
  const found = detect(piece, rules, label?.kind);
  const kind = found?.check.kind ?? null;
  const normalized = found?.check.normalized ?? null;
  if (!found || kind === null || normalized === null || !usual.includes(kind)) return null;
  const agrees = found.check.verdict !== 'error';
  const telling = found.isSure || (groups.length === 4 && (kind === 'gtin' || normalized.startsWith('0000')));
  if (!agrees && !telling) return null;
  const grade = telling ? 'sure' : 'near';
  return { start: first.start, end: last.end, label, grade, agrees, length: found.length };
}

/** "to 1234567890", "don't 1234567890": a short word before a number is no beginning of a code. */
function isWordAndNumber([first, second]: readonly Chunk[]): boolean {
  if (first === undefined || second === undefined || /\p{Nd}/u.test(first.text)) return false;
  return first.text.length < 3 && second.text.replace(/[^0-9]/g, '').length > 9;
}

/** Between the groups of one code stand spaces, or a hyphen with spaces around it. */
function isOpen(gap: string): boolean {
  return gap.length <= LONGEST_GAP && /^\s*\p{Pd}?\s*$/u.test(gap);
}

/** One chunk as a code; null where it is a word, a date or a small number. */
function tokenOf(text: string, chunk: Chunk, rules: Rules, label: LabelBefore | null): Token | null {
  if (!/\p{Nd}/u.test(chunk.text)) return null;
  const found = detect(chunk.text, rules, label?.kind);
  const length = found?.length ?? chunk.text.length;
  const agrees = found !== null && found.check.normalized !== null && found.check.verdict !== 'error';
  const token = { start: chunk.start, end: chunk.end, label, agrees, length };
  if (label !== null && found !== null) {
    if (found.isSure) return { ...token, grade: 'sure' };
    // `ISRC 12300001` may be all code, label included.
    const withLabel = detect(text.slice(label.start, chunk.end), rules);
    if (withLabel?.check.kind === 'isrc' && withLabel.isSure)
      return { ...token, start: label.start, grade: 'sure' };
    return length >= SHORTEST_LABELLED ? { ...token, grade: 'sure' } : null;
  }
  if (isOtherNumber(chunk)) return null;
  if (found?.isSure) return { ...token, grade: 'sure' };
  if (found !== null && found.check.kind !== null) return { ...token, grade: 'near' };
  return looksLikeCode(chunk.text) ? { ...token, grade: 'unknown' } : null;
}

/** A clause that is one code in unusual groups, or an ISRC in its four groups with a slip in one of them. */
function wholeClause(text: string, chunks: readonly Chunk[], rules: Rules): Token | null {
  // First of all, for a clause may have a hundred thousand chunks.
  if (chunks.length < 2 || chunks.length > MOST_GROUPS) return null;
  const [first, ...rest] = chunks;
  const last = rest.at(-1);
  if (first === undefined || last === undefined || isOtherNumber(first)) return null;
  if (isWordAndNumber(chunks) || !rest.every((chunk) => isOpen(chunk.gap))) return null;
  const found = detect(text.slice(first.start, last.end), rules);
  if (found === null || found.check.kind === null) return null;
  const agrees = found.check.normalized !== null && found.check.verdict !== 'error';
  if (!agrees && !(found.check.kind === 'isrc' && chunks.length === 4)) return null;
  const grade = found.isSure ? 'sure' : 'near';
  return { start: first.start, end: last.end, label: null, grade, agrees, length: found.length };
}
