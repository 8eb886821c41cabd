import { cleanText } from './read-text.ts';

/** No word is worth more than its beginning. */
const LONGEST_TERM = 24;
/** A title may be a page; its first words find it. */
const MOST_TERMS = 60;
/** Of a whole title, so that an index takes it. */
const LONGEST_TITLE = 120;

/** Writing that goes without spaces between its words. */
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** A text as it is compared when people look for something: as it is kept, any case, without accents and width of characters. */
export function folded(text: string): string {
  return cleanText(text)
    .normalize('NFKD')
    .replace(/(?<=\p{Script=Latin})\p{Mn}+/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}

/**
 * The words by whose beginnings an item is found. Writing without spaces counts from each of its characters on, so
 * that 夜車 finds 末班夜車.
 */
export function termsOf(texts: readonly string[]): readonly string[] {
  const terms = new Set<string>();
  for (const text of texts) {
    for (const [word] of folded(text).matchAll(WORD)) {
      for (const term of UNSPACED.test(word) ? tailsOf(word) : [word]) terms.add(cut(term));
    }
  }
  return [...terms].slice(0, MOST_TERMS);
}

/** The beginnings that somebody typed: an item is meant if each of them begins one of its terms. */
export function typedTerms(typed: string): readonly string[] {
  return [...new Set([...folded(typed).matchAll(WORD)].map(([word]) => cut(word)))];
}

/**
 * What two titles have in common when people type them alike: case, accents, punctuation and spaces do not count, unless
 * there is nothing else.
 */
export function titleKey(title: string): string {
  const text = folded(title);
  return text.match(WORD)?.join(' ') ?? text;
}

/** The term under which an item of this title is found as a whole; no word begins as it does. */
export function titleTerm(title: string): string {
  return `=${[...titleKey(title)].slice(0, LONGEST_TITLE).join('')}`;
}

function tailsOf(word: string): readonly string[] {
  const characters = [...word];
  return characters.map((_, index) => characters.slice(index).join(''));
}

function cut(term: string): string {
  return [...term].slice(0, LONGEST_TERM).join('');
}
