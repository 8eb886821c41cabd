import stringWidth from 'string-width';
import { directedReply } from '../../bot/directed-reply.ts';
import { type Button, MARKS, type Reply } from '../../bot/reply.ts';
import { directed } from '../../text/direction.ts';
import { labelled } from '../../text/labelled.ts';
import { isolated, isolatedRun, isolatedWords } from '../../text/neutral.ts';
import { type Span, spans, type Words } from '../../text/spans.ts';

const ANSI = {
  strong: ['\u001b[1m', '\u001b[22m'],
  code: ['\u001b[36m', '\u001b[39m'],
  small: ['\u001b[2m', '\u001b[22m'],
} as const;

/** How a screen draws styles: a terminal with sequences, a pipe not at all. */
export type Screen = { readonly styled: boolean };

/** The lines of a reply, top to bottom; files and buttons by their names. */
export function renderReply(given: Reply, screen: Screen): string {
  const reply = directedReply(given);
  const draw = (words: Words) => drawWords(words, screen);
  const lines = [MARKS[reply.tone] + draw(reply.title)];
  for (const { label, value } of reply.facts ?? []) lines.push(draw(labelled(label, value)));
  for (const { tone, text } of reply.list ?? [])
    lines.push((tone === undefined ? '• ' : MARKS[tone]) + draw(text));
  if (reply.table) lines.push(...drawTable(reply.table, screen));
  for (const paragraph of reply.text ?? []) lines.push(draw(paragraph));
  for (const notice of reply.notices ?? []) lines.push(styledAs('small', draw(notice), screen));
  for (const [index, button] of (reply.buttons ?? []).entries()) lines.push(drawButton(button, index + 1));
  return lines.join('\n');
}

/** Pressed by its number or its label. */
function drawButton({ label }: Button, number: number): string {
  return `[${number}] ${isolatedWords(label)}`;
}

export function drawWords(words: Words, screen: Screen): string {
  return spans(directed(words))
    .map((span) => drawSpan(span, screen))
    .join('');
}

function drawSpan(span: Span, screen: Screen): string {
  const { text, style, account, href } = span;
  const clean = isolatedRun(account === undefined ? span : { ...span, text: `@${text}` });
  const drawn = style === undefined ? clean : styledAs(style, clean, screen);
  return href === undefined || href === text ? drawn : `${drawn} <${isolated(href)}>`;
}

function styledAs(style: keyof typeof ANSI, text: string, { styled }: Screen): string {
  const [on, off] = ANSI[style];
  return styled ? on + text + off : text;
}

/** Columns line up by what a terminal shows: a Chinese character takes two places. */
function drawTable({ columns, rows }: NonNullable<Reply['table']>, screen: Screen): string[] {
  const cells = [columns, ...rows].map((row) => row.map((cell) => isolatedWords(cell).replace(/\s/g, ' ')));
  const widths = columns.map((_, index) => Math.max(...cells.map((row) => stringWidth(row[index] ?? ''))));
  return cells.map((row, index) => {
    const line = row
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))))
      .join('  ')
      .trimEnd();
    return index === 0 ? styledAs('strong', line, screen) : line;
  });
}
