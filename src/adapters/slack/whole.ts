import { MARKS, type Reply } from '../../bot/reply.ts';
import { labelled } from '../../text/labelled.ts';
import { cleanWords } from '../../text/neutral.ts';
import type { Words } from '../../text/spans.ts';

export type Line = { readonly mark: string; readonly words: Words };

/** Everything between the title and the table, line by line. */
export function linesAbove(reply: Reply): readonly Line[] {
  return [
    ...(reply.facts ?? []).map(({ label, value }) => ({ mark: '', words: labelled(label, value) })),
    ...(reply.list ?? []).map(({ tone, text }) => ({
      mark: tone === undefined ? '• ' : MARKS[tone],
      words: text,
    })),
  ];
}

/** The sentences below the table. */
export function linesBelow(reply: Reply): readonly Line[] {
  return (reply.text ?? []).map((words) => ({ mark: '', words }));
}

/** A whole reply as plain text: for the file beside a shortened one, and for notifications. */
export function wholeText(reply: Reply): string {
  const table = reply.table === undefined ? [] : [reply.table.columns, ...reply.table.rows];
  return [
    MARKS[reply.tone] + cleanWords(reply.title),
    ...linesAbove(reply).map(({ mark, words }) => mark + cleanWords(words)),
    ...table.map((row) => row.map((cell) => cleanWords(cell).replace(/\s+/g, ' ')).join('\t')),
    ...linesBelow(reply).map(({ words }) => cleanWords(words)),
    ...(reply.notices ?? []).map(cleanWords),
  ].join('\n');
}
