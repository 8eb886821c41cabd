/**
 * Discord's Markdown as its app draws it: enough to tell what a reader sees from what was sent. Written after the
 * rules of the app's own parser (escapes first, links only to http, lists and headings at the start of a line).
 */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code' | 'block'; readonly text: string }
  | { readonly kind: 'mention'; readonly text: string }
  | { readonly kind: 'emoji'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly children: readonly Node[] }
  | { readonly kind: Style; readonly children: readonly Node[] };

type Style = 'strong' | 'em' | 'underline' | 'strike' | 'spoiler' | 'heading' | 'small' | 'item' | 'quote';

type Rule = readonly [pattern: RegExp, make: (match: RegExpExecArray) => Node];

const inner = (kind: Style, text: string): Node => ({ kind, children: parseInline(text) });

const INLINE: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, (m) => ({ kind: 'text', text: m[1]! })],
  [/^```(?:[a-z0-9_+.-]*\n)?\n*([\s\S]*?)\n*```/i, (m) => ({ kind: 'block', text: m[1]! })],
  [/^(`+)([\s\S]*?[^`])\1(?!`)/, (m) => ({ kind: 'code', text: m[2]! })],
  [
    /^\[((?:\\.|[^[\]\\])+)\]\(<?(https?:\/\/[^\s<>)]+)>?\)/,
    (m) => ({ kind: 'link', href: m[2]!, children: parseInline(m[1]!) }),
  ],
  [/^<(@[!&]?|#)\d+>/, (m) => ({ kind: 'mention', text: m[0] })],
  [/^<\/[^:<>]+:\d+>|^<t:-?\d+(?::\w)?>/, (m) => ({ kind: 'mention', text: m[0] })],
  [/^<a?:(\w+):\d+>/, (m) => ({ kind: 'emoji', text: `:${m[1]}:` })],
  [
    /^<(https?:\/\/[^\s<>]+)>/,
    (m) => ({ kind: 'link', href: m[1]!, children: [{ kind: 'text', text: m[1]! }] }),
  ],
  [
    /^https?:\/\/[^\s<]+[^<.,:;"'\])\s]/,
    (m) => ({ kind: 'link', href: m[0], children: [{ kind: 'text', text: m[0] }] }),
  ],
  [/^@(?:everyone|here)/, (m) => ({ kind: 'mention', text: m[0] })],
  [/^:([\w+-]+):/, (m) => ({ kind: 'emoji', text: m[0] })],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, (m) => inner('strong', m[1]!)],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, (m) => inner('underline', m[1]!)],
  [/^\*(?=\S)((?:\\[\s\S]|[^*\\])+?)\*(?!\*)/, (m) => inner('em', m[1]!)],
  [/^_((?:\\[\s\S]|[^_\\])+?)_(?!\w)/, (m) => inner('em', m[1]!)],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/, (m) => inner('strike', m[1]!)],
  [/^\|\|((?:\\[\s\S]|[^\\])+?)\|\|/, (m) => inner('spoiler', m[1]!)],
];

const LINES: readonly (readonly [RegExp, Style])[] = [
  [/^#{1,3}\s+(.+)$/, 'heading'],
  [/^-#\s+(.+)$/, 'small'],
  [/^\s*(?:[-*]|\d+\.)\s+(.+)$/, 'item'],
  [/^>{1,3}\s(.*)$/, 'quote'],
];

/** Plain runs end where a rule could begin, as in the app. */
const TEXT = /^[\s\S]+?(?=[^0-9A-Za-z\s\u00c0-\uffff]|\w+:\S|$)/;

function parseInline(source: string): Node[] {
  const nodes: Node[] = [];
  let rest = source;
  while (rest !== '') {
    let taken: RegExpExecArray | null = null;
    for (const [pattern, make] of INLINE) {
      taken = pattern.exec(rest);
      if (!taken) continue;
      nodes.push(make(taken));
      break;
    }
    if (!taken) {
      taken = TEXT.exec(rest) ?? /^[\s\S]/.exec(rest)!;
      nodes.push({ kind: 'text', text: taken[0] });
    }
    rest = rest.slice(taken[0].length);
  }
  return nodes;
}

function parseLine(line: string): Node[] {
  for (const [pattern, kind] of LINES) {
    const match = pattern.exec(line);
    if (match) return [inner(kind, match[1]!)];
  }
  return parseInline(line);
}

/** Code blocks go over lines; everything else is read line by line. */
export function parseMarkup(source: string): Node[] {
  const nodes: Node[] = [];
  for (const part of source.split(/(```[\s\S]*?```)/)) {
    if (/^```[\s\S]*```$/.test(part)) nodes.push(...parseInline(part));
    else {
      part.split('\n').forEach((line, index) => {
        if (index > 0) nodes.push({ kind: 'text', text: '\n' });
        nodes.push(...parseLine(line));
      });
    }
  }
  return nodes;
}

/** What a reader would read aloud: signs gone, names of links only, mentions as they are written. */
export function shownText(source: string): string {
  const read = (nodes: readonly Node[]): string =>
    nodes.map((node) => ('children' in node ? read(node.children) : node.text)).join('');
  return read(parseMarkup(source));
}

/** Every mention, link, spoiler or emoji by name in a text: what hostile text tries to become. */
export function activeParts(source: string): string[] {
  const visit = (nodes: readonly Node[]): string[] =>
    nodes.flatMap((node) => {
      const own = ['mention', 'link', 'spoiler', 'emoji'].includes(node.kind) ? [node.kind] : [];
      return 'children' in node ? [...own, ...visit(node.children)] : own;
    });
  return visit(parseMarkup(source));
}
