/**
 * Text about places, taken apart so that names of every script can be found in it.
 *
 * `word`: one word, or one character where a script writes no spaces. `mark`: punctuation that parts the items of a
 * list. `paren`: a bracket, which a name may contain. Spaces, dots, hyphens and quotes are left out.
 */
export type Token = {
  readonly kind: 'word' | 'mark' | 'paren';
  /** As typed, for the answer; of the text after NFKC. */
  readonly text: string;
  /** What is compared: lower case, accents and dots off. Of a mark, the mark. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Written as a flag, which can mean nothing else than the country. */
  readonly flag?: true;
};

const CJK = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー\p{sc=Hangul}`;
const LETTER = String.raw`[[\p{L}\p{M}\p{N}]--[${CJK}]]`;
const TOKEN = new RegExp(
  [
    String.raw`(?<flag>\p{RI}{2}|:flag[\-_](?<short>[a-z]{2}):)`,
    String.raw`(?<word>(?:[\p{sc=Latin}\p{sc=Cyrillic}]\.)+[\p{sc=Latin}\p{sc=Cyrillic}](?!${LETTER})\.?|(?:[\p{sc=Latin}\p{sc=Cyrillic}]\.){2,}|${LETTER}+(?:['’‘ʼ][\p{L}\p{M}]+)*|\p{sc=Han}|\p{sc=Hiragana}|[\p{sc=Katakana}ー]+|\p{sc=Hangul}+|[&+])`,
    String.raw`(?<paren>[\(\)\[\]【】])`,
    String.raw`(?<mark>[,;、。!?:\n\r\t\/\|•·・])`,
  ].join('|'),
  'gv',
);

export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [typed] = match;
    const span = { text: typed, start: match.index, end: match.index + typed.length };
    const groups = match.groups ?? {};
    if (groups.flag)
      tokens.push({ kind: 'word', key: groups.short ?? lettersOf(typed), flag: true, ...span });
    else if (groups.word) tokens.push({ kind: 'word', key: fold(typed), ...span });
    else tokens.push({ kind: groups.paren ? 'paren' : 'mark', key: typed, ...span });
  }
  return tokens;
}

/** Letters that no decomposition brings to their plain form, and the two ways to write the first sign of Taiwan. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  臺: '台',
  '&': 'and',
  '+': 'and',
};

/**
 * One word as it is compared: NFKC, lower case, accents, dots and apostrophes off, 臺→台.
 *
 * The voicing marks of kana stay: they are no accents, and without them ガ and カ would be one.
 */
function fold(word: string): string {
  if (/^[A-Za-z0-9]+$/.test(word)) return word.toLowerCase();
  if (/^[\u4e00-\u9fff]$/.test(word)) return PLAIN[word] ?? word;
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’‘ʼ]s$/u, '')
    .normalize('NFKD')
    .replace(/[[\p{M}\u0640.'’‘ʼ]--[\u3099\u309a]]/gv, '')
    .normalize('NFC')
    .replace(/[ıøæœßłđ臺&+]/gu, (letter) => PLAIN[letter] ?? letter);
}

/** The two letters behind a flag. */
function lettersOf(flag: string): string {
  return [...flag].map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0x1f1e6 + 0x61)).join('');
}
