import { isolatedWords } from '../../text/neutral.ts';
import type { Words } from '../../text/spans.ts';

const WORD_JOINER = '\u2060';

/**
 * Text of a stranger for a place that Slack does not parse (rich text, plain text).
 *
 * Nothing there is markup. Still, `<!channel>` gets an invisible joint behind its bracket, because the same words
 * travel on to places we do not control: notifications, exports, bots that quote ours.
 */
export function harmlessWords(words: Words): string {
  return isolatedWords(words)
    .toWellFormed()
    .replace(/<(?=[!@#])/g, `<${WORD_JOINER}`);
}

/** Text for a place that Slack parses: the three characters that begin every link and mention are escaped. */
export function escaped(words: Words): string {
  return withEntities(isolatedWords(words));
}

/** The same of what has been cleaned already. */
export function withEntities(text: string): string {
  return text.toWellFormed().replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/** A mention, a channel, a command of Slack's, or a link; other angle brackets are only brackets. */
const BRACKET = /(<(?:[@#!]|[a-z][a-z0-9+.-]*:)[^<>]*>)/i;

/**
 * What people typed, out of Slack's markup: links by their label, entities undone once, accounts left as
 * `<@id>` or `<@id|name>` for the reader of options.
 *
 * Entities are undone outside of the brackets only, so that `&lt;@U1&gt;`, which somebody typed as text, does not
 * become a mention.
 */
export function typedText(text: string): string {
  return text
    .split(BRACKET)
    .map((part, index) => (index % 2 === 0 ? unescaped(part) : readBracket(part)))
    .join('');
}

function readBracket(part: string): string {
  const [target = '', label = ''] = part.slice(1, -1).split('|');
  if (target.startsWith('@')) return part;
  if (target.startsWith('#')) return `#${unescaped(label || target.slice(1))}`;
  if (target.startsWith('!')) return `@${unescaped(label || target.slice(1).split('^')[0] || '')}`;
  return unescaped(label || target.replace(/^(mailto|tel):/, ''));
}

function unescaped(text: string): string {
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}
