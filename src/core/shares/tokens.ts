/**
 * A line of shares, taken apart. `end` parts two parties of one line; `open-quote` is a quotation mark that nothing
 * closes; `noise` is a dash, a bullet, a comma: of no meaning between words.
 */
export type Token = { readonly text: string; readonly start: number } & (
  | { readonly kind: 'account'; readonly account: string; readonly name: string | null }
  | { readonly kind: 'quoted'; readonly value: string }
  | { readonly kind: 'open-quote' | 'share' | 'word' | 'end' | 'noise' }
);

/** Each opening mark with those that may close it; people and keyboards mix them. */
const QUOTES: readonly (readonly [open: string, close: string])[] = [
  ['"“”„＂〝', '"“”＂〞'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
];
const OPEN = '"“„＂〝«「『《〈';
const SINGLE = "'‘‚";

const D = '[0-9０-９]';
const SLASH = '\\s*[/／⁄]\\s*';
const SIGN = '\\s*(?:[%％﹪٪]|(?:percent|per cent|pct)\\b)';
const VULGAR = '[¼-¾⅐-⅞]';
const NUMBER = `[-−]?(?:${D}+(?:[.,．，]${D}+)*|[.．]${D}+)`;
const FRACTION = `(?:${D}+${SLASH}${D}+|${VULGAR})`;
/** Between a share and what follows it. Chinese is written without spaces, so it may follow what can be no name. */
const END = '(?=$|[\\s,;，、；:：=|()（）"“”„«「『《〈<\'‘])';
const END_OR_HAN = '(?=$|[\\s,;，、；:：=|()（）"“”„«「『《〈<\'‘\\p{sc=Han}])';

/** What no word goes on through. */
const PARTING = '\\s,;，、；<>"“”„＂〝〞«»「」『』《》〈〉()（）：';

const PATTERNS: readonly (readonly [kind: Token['kind'], pattern: RegExp])[] = [
  ['end', /[;；]|[,，、]\s*(?=@|＠|<@|["“„＂〝«「『《〈‘]|'\S)/uy],
  ['account', /<@!?(?<account>[^\s<>|]{1,64})(?:\|(?<name>[^<>]*))?>/uy],
  ...QUOTES.map(
    ([open, close]) =>
      ['quoted', new RegExp(`[${open}](?<value>[^${open}${close}]*)[${close}]`, 'uy')] as const,
  ),
  // An apostrophe is no end: only where a word ends, too, does a single mark close.
  ['quoted', new RegExp(`[${SINGLE}](?<value>\\S(?:.{0,100}?\\S)?)['’‘](?=$|[\\s,;，、；])`, 'uy')],
  [
    'share',
    new RegExp(
      `(?:${D}+\\s+${FRACTION}|${D}+\\s?${VULGAR}|${FRACTION}|${NUMBER})${SIGN}${END_OR_HAN}`,
      'uiy',
    ),
  ],
  ['share', new RegExp(`(?:[%％]\\s?${NUMBER}|${FRACTION})${END_OR_HAN}`, 'uy')],
  ['share', new RegExp(`${NUMBER}${END}`, 'uy')],
  ['open-quote', new RegExp(`[${OPEN}]`, 'uy')],
  ['noise', /[-–—=:：·•*|,，、]+(?=$|\s)|[,，、()（）：]/uy],
  [
    'word',
    new RegExp(
      `[^${PARTING}]+?(?=:?(?:$|[${PARTING}])|(?<=\\p{sc=Han})${NUMBER}(?:${SIGN}|${SLASH}${D}))`,
      'uiy',
    ),
  ],
  ['word', /./uy],
];

/** Every character of a line that is no space belongs to exactly one token. */
export function tokenize(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const space = /\s*/y;
    space.lastIndex = at;
    at += space.exec(line)?.[0].length ?? 0;
    const token = at < line.length ? tokenAt(line, at) : null;
    if (token === null) break;
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(line: string, start: number): Token | null {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    const found = pattern.exec(line);
    if (found === null) continue;
    const [text] = found;
    const { account = '', name = '', value = '' } = found.groups ?? {};
    if (kind === 'account') return { kind, text, start, account, name: name.trim() || null };
    if (kind === 'quoted') return { kind, text, start, value: value.trim() };
    return { kind, text, start };
  }
  return null;
}
