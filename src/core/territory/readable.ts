import { endsException, exceptionAt } from './except-words.ts';
import type { Names, Target } from './names.ts';
import type { Token } from './tokens.ts';
import { CONJUNCTIONS, ITEM_ONLY, PREPOSITIONS, WORD_CODES } from './words.ts';

/** A text, and what has to be known of the whole of it to judge one word. */
export type Scene = {
  readonly tokens: readonly Token[];
  readonly names: Names;
  /** All in capitals, so that capitals say nothing: US may be the word. */
  readonly shouted: boolean;
  /** Tokens of parts that hold nothing but codes: "US UK JP". */
  readonly codes: ReadonlySet<number>;
};

export function setScene(tokens: readonly Token[], names: Names): Scene {
  return { tokens, names, shouted: isShouted(tokens), codes: new Set(listCodes(tokens, names)) };
}

/**
 * Whether these words may be taken for the name: anything as an item of a list, only the unmistakable inside prose,
 * where a short name counts in capitals and a code that is a word never.
 */
export function mayRead(scene: Scene, from: number, to: number, target: Target): boolean {
  const { tokens } = scene;
  const words = tokens.slice(from, to).filter(({ kind }) => kind === 'word');
  const [word] = words;
  if (!word) return false;
  const typed = words.map(({ text }) => text).join(' ');
  const capitals = typed === typed.toUpperCase() && typed !== typed.toLowerCase();
  if (scene.codes.has(from)) return true;
  if (isItem(tokens, from, to)) {
    const doubtful = words.length === 1 && WORD_CODES.has(word.key) && touchesConjunction(tokens, from, to);
    return capitals || !doubtful;
  }
  if (ITEM_ONLY.has(words.map(({ key }) => key).join(' ')) || isLanguage(tokens[to])) return false;
  const short =
    words.length === 1 && word.key.length <= 3 && /^[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(word.key);
  if (!short) return true;
  const asWritten = typed === target.name && !capitals && typed !== typed.toLowerCase();
  const plainly = !scene.shouted || PREPOSITIONS.has(tokens[from - 1]?.key ?? '');
  return asWritten || (capitals && plainly && !WORD_CODES.has(word.key));
}

/** 日本語 is a language, 日本 a country. */
function isLanguage(next: Token | undefined): boolean {
  return next?.key === '語' || next?.key === '语';
}

/** Between two ends, marks, brackets or conjunctions, with at most an article in front. */
function isItem(tokens: readonly Token[], from: number, to: number): boolean {
  const start = tokens[from - 1]?.key === 'the' ? from - 1 : from;
  const before = isParting(tokens[start - 1]) || endsException(tokens, start - 1);
  return before && (isParting(tokens[to]) || exceptionAt(tokens, to) !== undefined);
}

function isParting(token: Token | undefined): boolean {
  return token?.kind !== 'word' || token.flag === true || CONJUNCTIONS.has(token.key);
}

function touchesConjunction(tokens: readonly Token[], from: number, to: number): boolean {
  return [tokens[from - 1], tokens[to]].some((token) => token !== undefined && CONJUNCTIONS.has(token.key));
}

/** The tokens of every part that is made of two or more codes; of words alone (DO IT) it is none. */
function* listCodes(tokens: readonly Token[], names: Names): Generator<number> {
  let part: number[] = [];
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    if (token && !isParting(token)) {
      part.push(at);
      continue;
    }
    if (part.length > 1 && isCodes(part, tokens, names)) yield* part;
    part = [];
  }
}

function isCodes(part: readonly number[], tokens: readonly Token[], names: Names): boolean {
  const words = part.map((at) => tokens[at]).filter((token) => token !== undefined);
  if (!words.every(({ key }) => key.length <= 3 && /^[a-z]+$/.test(key) && names.phrases.has(key)))
    return false;
  const doubtful = words.filter(({ key }) => WORD_CODES.has(key));
  if (doubtful.length === 0) return true;
  return doubtful.length < words.length && words.every(({ text }) => text === text.toUpperCase());
}

function isShouted(tokens: readonly Token[]): boolean {
  const cased = tokens.filter(({ text }) => text.toLowerCase() !== text.toUpperCase());
  const long = cased.filter(({ key }) => key.length > 3);
  return long.length >= 2 && cased.every(({ text }) => text === text.toUpperCase());
}
