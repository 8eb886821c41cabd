import { MARKS, type OutFile, type Reply } from '../../bot/reply.ts';
import { labelled } from '../../text/labelled.ts';
import { cleanWords } from '../../text/neutral.ts';
import type { Text, Words } from '../../text/spans.ts';
import { cutWords } from './cut.ts';
import { LIMITS } from './limits.ts';
import { drawWords } from './markdown.ts';
import { drawTable, plainTable } from './table.ts';

/** The file that carries a reply whole; shown in place of the rest, in no language. */
const WHOLE = 'answer.txt';
const REST_IS_IN_FILE = `-# … 📎 ${WHOLE}`;

/** A drawn line that is longer than this is shortened by itself, so that others still find room. */
const LINE_LONGEST = 1500;

type Line = { readonly drawn: string; shorten?(limit: number): string };

/** All of a reply that is text, as one piece of Markdown; where that is too long, its beginning and the whole as a file. */
export function fitText(reply: Reply): { readonly text: string; readonly whole: OutFile | null } {
  const lines = linesOf(reply);
  const text = lines.map(({ drawn }) => drawn).join('\n');
  if (text.length <= LIMITS.messageText) return { text: text.trim() === '' ? '\u200b' : text, whole: null };
  const bytes = new TextEncoder().encode(`${plainLines(reply).join('\n')}\n`);
  return {
    text: shorten(lines),
    whole: { name: WHOLE, mediaType: 'text/plain; charset=utf-8', bytes },
  };
}

function linesOf(reply: Reply): readonly Line[] {
  const lines: Line[] = [line(reply.title, (words) => MARKS[reply.tone] + drawWords(words, true))];
  for (const { label, value } of reply.facts ?? []) {
    const head = drawWords(labelled(label, ''), true);
    lines.push(line(value, (words) => head + drawWords(words)));
  }
  for (const { tone, text } of reply.list ?? []) {
    const head = tone === undefined ? '- ' : MARKS[tone];
    lines.push(line(text, (words) => head + drawWords(words)));
  }
  if (reply.table) for (const drawn of drawTable(reply.table)) lines.push({ drawn });
  for (const paragraph of reply.text ?? []) lines.push(line(paragraph, drawWords));
  for (const notice of reply.notices ?? []) {
    // Small print ends with its line, so a break inside begins it anew.
    lines.push(line(notice, (words) => `-# ${drawWords(words).replaceAll('\n', '\n-# ')}`));
  }
  return lines;
}

function line(words: Words, draw: (words: Words) => string): Line {
  return { drawn: draw(words), shorten: (limit) => draw(cutWords(words, limit, draw)) };
}

/** As many lines from the top as fit; the first one that does not is shortened, or left out with those after it. */
function shorten(lines: readonly Line[]): string {
  const kept: string[] = [];
  let left = LIMITS.messageText - REST_IS_IN_FILE.length;
  for (const { drawn, shorten: cut } of lines) {
    const limit = Math.min(LINE_LONGEST, left - 1);
    const fitted = drawn.length <= limit ? drawn : limit > 40 ? cut?.(limit) : undefined;
    if (fitted === undefined || fitted.length > limit) break;
    kept.push(fitted);
    left -= fitted.length + 1;
  }
  return [...kept, REST_IS_IN_FILE].join('\n');
}

/** The whole reply without any style, for a file. */
function plainLines(reply: Reply): readonly string[] {
  const write = (words: Words) => cleanWords(words) + linksOf(words);
  const lines = [MARKS[reply.tone] + write(reply.title)];
  for (const { label, value } of reply.facts ?? []) lines.push(write(labelled(label, value)));
  for (const { tone, text } of reply.list ?? []) {
    lines.push((tone === undefined ? '- ' : MARKS[tone]) + write(text));
  }
  if (reply.table) lines.push(...plainTable(reply.table));
  for (const paragraph of reply.text ?? []) lines.push(write(paragraph));
  for (const notice of reply.notices ?? []) lines.push(write(notice));
  return lines;
}

function linksOf(words: Words): string {
  if (typeof words === 'string') return '';
  const links = (words as Text).flatMap(({ href, text }) =>
    href === undefined || href === text ? [] : [href],
  );
  return links.map((href) => ` <${href}>`).join('');
}
