import { compactOf, type Names, phraseOf } from './names.ts';
import type { Hit, Scanned } from './scan.ts';
import type { Token } from './tokens.ts';
import { ARTICLES, CONJUNCTIONS, FILLERS, HAN_FILLER, PREPOSITIONS, TURNING } from './words.ts';

export type Leftover = {
  /** Items that are a name after all, once their spaces are taken out: "hongkong", "South-Korea". */
  readonly hits: readonly Hit[];
  /** What stands where a place should stand and is none, as typed. */
  readonly unread: readonly { readonly at: number; readonly text: string }[];
  /** Words beside a name that may say more of it, or the opposite: "not" of "not Germany". */
  readonly beside: readonly string[];
};

/** Beyond this an item is prose; it is shown with an ellipsis. */
const LONGEST_ITEM = 60;

/**
 * Look at every item of the list, or part of the sentence, in which no name was found.
 *
 * Nothing is passed over in silence: what is left when everyday words are taken off is reported as unread.
 */
export function readLeftover(
  text: string,
  tokens: readonly Token[],
  { hits, exceptions }: Scanned,
  names: Names,
): Leftover {
  const used = new Set([...hits, ...exceptions].flatMap(({ from, to }) => range(from, to)));
  const found: Hit[] = [];
  const unread: { at: number; text: string }[] = [];
  const beside: string[] = [];
  for (const part of partsOf(tokens, used)) {
    if (part.some((at) => used.has(at))) {
      const words = part.filter((at) => !used.has(at)).map((at) => tokens[at] as Token);
      const left = telling(words);
      if (left !== '') beside.push(left);
      continue;
    }
    const words = part.map((at) => tokens[at] as Token);
    const target = judged(words, names) ? undefined : names.compact.get(compactOf(phraseOf(words)));
    const [from] = part;
    if (from === undefined) continue;
    if (target && (target.ref || target.reading)) {
      found.push({ from, to: (part.at(-1) ?? from) + 1, target });
      continue;
    }
    const left = withoutFillers(text, words);
    if (left !== '') unread.push({ at: from, text: left });
  }
  return { hits: found, unread, beside };
}

/** What is left of words beside a name without those that change nothing. */
function telling(words: readonly Token[]): string {
  const left = words.filter(({ key }) => TURNING.has(key) || !(isFiller(key) || isStep(key)));
  const isHan = left.some(({ text }) => /\p{sc=Han}|\p{sc=Hiragana}/u.test(text));
  return isHan
    ? left.reduce((sum, { text }) => sum + text, '').replace(HAN_FILLER, '')
    : left.map(({ text }) => text).join(' ');
}

/** One word that is a name, and was not taken for it: a conjunction away from the others, "in" is no India. */
function judged(words: readonly Token[], names: Names): boolean {
  return words.length === 1 && names.phrases.has(words[0]?.key ?? '');
}

/** The runs of tokens between marks and conjunctions; those inside a name part nothing. */
function partsOf(tokens: readonly Token[], used: ReadonlySet<number>): number[][] {
  const parts: number[][] = [[]];
  for (const [at, token] of tokens.entries()) {
    const parting = token.kind !== 'word' || CONJUNCTIONS.has(token.key);
    if (parting && !used.has(at)) parts.push([]);
    else parts.at(-1)?.push(at);
  }
  return parts.filter((part) => part.length > 0);
}

function withoutFillers(text: string, words: readonly Token[]): string {
  const after = words.findLastIndex(({ key }) => PREPOSITIONS.has(key)) + 1;
  const rest = after < words.length ? words.slice(after) : words;
  const from = rest.findIndex(({ key }) => !isFiller(key));
  const to = rest.findLastIndex(({ key }) => !isFiller(key));
  const [first, last] = [rest[from], rest[to]];
  if (!first || !last) return '';
  const left = text.slice(first.start, last.end);
  const bare = /\p{sc=Han}/u.test(left) ? left.replace(HAN_FILLER, '').trim() : left;
  return bare.length > LONGEST_ITEM ? `${bare.slice(0, LONGEST_ITEM).trimEnd()}…` : bare;
}

function isStep(key: string): boolean {
  return PREPOSITIONS.has(key) || ARTICLES.has(key);
}

function isFiller(key: string): boolean {
  return FILLERS.has(key) || /^[\d\p{N}]+(?:st|nd|rd|th)?$/u.test(key);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
