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
/** An EAN-8: in groups, nothing shorter is told from any two numbers side by side. */
const SHORTEST_GROUPED = 8;
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
    const behind = chunks.slice(at + 1, at + MOST_GROUPS);
    const labelled = labelBefore(text, chunk, behind);
    if (labelled !== null) {
      label = labelled.label;
      at += labelled.size;
      continue;
    }
    const grouped = groupedAt(text, chunk, behind, rules, label);
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
  first: Chunk,
  behind: readonly Chunk[],
  rules: Rules,
  label: LabelBefore | null,
): { readonly token: Token; readonly size: number } | null {
  const [second] = behind;
  if (second === undefined || isNoBeginning(first, second)) return null;
  let length = lengthOf(first);
  const lengths = [length];
  let best: { readonly token: Token; readonly size: number } | null = null;
  for (const last of behind) {
    if (!isOpen(last.gap)) break;
    const own = lengthOf(last);
    length += own;
    if (length > LONGEST_CODE) break;
    lengths.push(own);
    if (length < SHORTEST_GROUPED) continue;
    const piece = { text: text.slice(first.start, last.end), start: first.start, end: last.end };
    const token = groupedToken(piece, lengths, rules, label);
    if (token !== null) best = { token, size: lengths.length };
  }
  return best;
}

function groupedToken(
  { text, start, end }: Pick<Chunk, 'text' | 'start' | 'end'>,
  lengths: readonly number[],
  rules: Rules,
  label: LabelBefore | null,
): Token | null {
  const usual = kindsGroupedSo(lengths);
  if (usual.length === 0 || !/\p{Nd}/u.test(text)) return null;
  const found = detect(text, rules, label?.kind);
  if (found === null) return null;
  const { check, agrees, length } = found;
  const { kind, normalized } = check;
  if (normalized === null || !usual.some((one) => one === kind)) return null;
  const telling =
    found.isSure || (lengths.length === 4 && (kind === 'gtin' || normalized.startsWith('0000')));
  if (!agrees && !telling) return null;
  return { start, end, label, grade: telling ? 'sure' : 'near', agrees, length };
}

/** A date or a price; or a short word before a number, as in "to 1234567890" and "don't 1234567890". */
function isNoBeginning(first: Chunk, second: Chunk): boolean {
  if (isOtherNumber(first)) return true;
  if (/\p{Nd}/u.test(first.text)) return false;
  return first.text.length < 3 && second.text.replace(/[^0-9]/g, '').length > 9;
}

function lengthOf({ text }: Chunk): number {
  return text.replace(/[^\p{L}\p{Nd}]/gu, '').length;
}

/** Between the groups of one code stand spaces, or a hyphen with spaces around it. */
function isOpen(gap: string): boolean {
  return gap.length <= LONGEST_GAP && /^\s*\p{Pd}?\s*$/u.test(gap);
}

/** One chunk as a code; null where it is a word, a date or a small number. */
function tokenOf(text: string, chunk: Chunk, rules: Rules, label: LabelBefore | null): Token | null {
  if (!/\p{Nd}/u.test(chunk.text)) return null;
  const found = detect(chunk.text, rules, label?.kind);
  const token = {
    start: chunk.start,
    end: chunk.end,
    label,
    agrees: found?.agrees ?? false,
    length: found?.length ?? chunk.text.length,
  };
  if (label !== null && found !== null) {
    if (found.isSure) return { ...token, grade: 'sure' };
    // `ISRC 12300001` may be all code, label included.
    const withLabel = detect(text.slice(label.start, chunk.end), rules);
    if (withLabel?.check.kind === 'isrc' && withLabel.isSure) {
      const { agrees, length } = withLabel;
      return { start: label.start, end: chunk.end, label, grade: 'sure', agrees, length };
    }
    return token.length >= SHORTEST_LABELLED ? { ...token, grade: 'sure' } : null;
  }
  if (isOtherNumber(chunk)) return null;
  if (found?.isSure) return { ...token, grade: 'sure' };
  if (found !== null && found.check.kind !== null) return { ...token, grade: 'near' };
  return looksLikeCode(chunk.text) ? { ...token, grade: 'unknown' } : null;
}

/** A clause that is one code in unusual groups, or an ISRC in its four groups with a slip in one of them. */
function wholeClause(text: string, chunks: readonly Chunk[], rules: Rules): Token | null {
  // First of all, for a clause may have a hundred thousand chunks.
  if (!areGroups(chunks)) return null;
  const [first, second, ...others] = chunks;
  if (isNoBeginning(first, second) || ![second, ...others].every(({ gap }) => isOpen(gap))) return null;
  const { end } = others.at(-1) ?? second;
  const found = detect(text.slice(first.start, end), rules);
  if (found === null) return null;
  const { check, agrees, length, isSure } = found;
  if (!agrees && !(check.kind === 'isrc' && chunks.length === 4)) return null;
  return { start: first.start, end, label: null, grade: isSure ? 'sure' : 'near', agrees, length };
}

function areGroups(
  chunks: readonly Chunk[],
): chunks is readonly [first: Chunk, second: Chunk, ...others: Chunk[]] {
  return chunks.length >= 2 && chunks.length <= MOST_GROUPS;
}
