import { cleanRun, withoutControls } from '../../text/neutral.ts';
import { type Span, spans, type Words } from '../../text/spans.ts';

/** Every character that Discord's Markdown could take for a sign, wherever it stands. */
const SIGNS = /[\\`*_~|<>[\]@]/g;
/** What makes a heading, small print, a list or a quote at the beginning of a line. */
const LINE_STARTS = /^([ \t]*)(#{1,3}|-#|[-+])(?=\s|$)/gm;
const NUMBERED = /^([ \t]*\d{1,9})([.)])(?=\s|$)/gm;
/** Links that Discord makes by itself, and emoji by name. Bounded, since people can send a letter 100,000 times. */
const SCHEME = /([a-z0-9+.-]{1,30}):(?=\/\/)/gi;
const EMOJI_NAME = /:(?=[\w+-]+:)/g;

/** Keeps two runs apart whose signs would melt together, such as one code right after another. */
const APART = '\u200b';

/**
 * Plain characters so that Discord shows exactly these.
 *
 * A backslash is taken as one before any sign. `@everyone`, `<@1>`, `[x](https://…)`, `||spoiler||`, headings,
 * lists and bare links stay text; nothing is left out, so that what is copied is what was typed.
 */
export function escapeMarkdown(text: string): string {
  const escaped = text.replace(SIGNS, '\\$&').replace(LINE_STARTS, '$1\\$2').replace(NUMBERED, '$1\\$2');
  // Most texts have no colon, and to look for what may stand before one takes longer than all the rest.
  if (!escaped.includes(':')) return escaped;
  return escaped.replace(SCHEME, '$1\\:').replace(EMOJI_NAME, '\\:');
}

/** Words as Discord's Markdown. `strong`: all of it stands out, so that a style inside is not drawn twice. */
export function drawWords(words: Words, strong = false): string {
  const drawn = joinRuns(spans(words).map((span) => drawSpan(span, strong)));
  return strong && drawn !== '' ? `**${drawn}**` : drawn;
}

/** Discord would refuse the whole message for an account of another shape. */
export function isAccount(account: string): boolean {
  return /^\d{1,20}$/.test(account);
}

type Run = { readonly text: string; readonly sign: string };

function drawSpan(span: Span, strong: boolean): Run {
  const text = cleanRun(span);
  if (text === '') return { text: '', sign: '' };
  if (span.account !== undefined && isAccount(span.account)) return { text: `<@${span.account}>`, sign: '' };
  if (span.href !== undefined) return { text: drawLink(text, span.href), sign: '' };
  // Discord has no way to write a backtick inside code that every app shows alike.
  if (span.style === 'code' && !text.includes('`')) {
    return { text: `\`${text.replaceAll('\n', ' ')}\``, sign: '`' };
  }
  if (span.style === 'strong' && !strong) return { text: `**${escapeMarkdown(text)}**`, sign: '*' };
  return { text: escapeMarkdown(text), sign: '' };
}

function joinRuns(runs: readonly Run[]): string {
  let line = '';
  let last = '';
  for (const { text, sign } of runs) {
    if (text === '') continue;
    line += sign !== '' && sign === last ? APART + text : text;
    last = sign;
  }
  return line;
}

function drawLink(text: string, href: string): string {
  if (!/^https?:\/\/[^\s<>()]+$/.test(href)) return escapeMarkdown(`${text} ${href}`);
  return `[${escapeMarkdown(text)}](<${href}>)`;
}

const DRAWN = new RegExp(
  [
    '```\\n(?<block>[^]*?)\\n```',
    '`(?<code>[^`\\n]+)`',
    '\\\\(?<sign>[!-/:-@[-`{-~])',
    '\\*\\*',
    '^-# ',
    APART,
  ].join('|'),
  'gm',
);

/** The plain characters of what `drawWords` made; mentions and links stay as they are written. */
export function readMarkdown(drawn: string): string {
  return drawn.replace(DRAWN, (...found) => {
    const { block, code, sign } = found.at(-1) as Readonly<Record<string, string | undefined>>;
    return block ?? code ?? sign ?? '';
  });
}

/** Text for the inside of a code block, which it cannot end. */
export function drawBlock(text: string): string {
  return `\`\`\`\n${withoutControls(text).replaceAll('```', `\`${APART}\`${APART}\``)}\n\`\`\``;
}
