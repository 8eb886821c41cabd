import type { Reply, Tone } from '../../bot/reply.ts';
import { withoutControls } from '../../text/neutral.ts';
import { plain, spans, type Words } from '../../text/spans.ts';

export const MARKS: Readonly<Record<Tone, string>> = {
  good: '✅ ',
  caution: '⚠️ ',
  bad: '❌ ',
  waiting: '⏳ ',
  plain: '',
};

export type Line = { readonly mark: string; readonly words: Words };

/** Everything above the table, line by line, in the order of the reply. */
export function linesOf(reply: Reply): readonly Line[] {
  return [
    ...(reply.text ?? []).map((words) => ({ mark: '', words })),
    ...(reply.facts ?? []).map(({ label, value }) => ({
      mark: '',
      words: [...spans(label), { text: ': ' }, ...spans(value)],
    })),
    ...(reply.list ?? []).map(({ tone, text }) => ({
      mark: tone === undefined ? '• ' : MARKS[tone],
      words: text,
    })),
  ];
}

/** A whole reply as plain text: for the file beside a shortened one, and for notifications. */
export function wholeText(reply: Reply): string {
  const table = reply.table === undefined ? [] : [reply.table.columns, ...reply.table.rows];
  return [
    MARKS[reply.tone] + plain(reply.title),
    ...linesOf(reply).map(({ mark, words }) => mark + plain(words)),
    ...table.map((row) => row.map((cell) => plain(cell).replace(/\s+/g, ' ')).join('\t')),
    ...(reply.notices ?? []).map(plain),
  ]
    .map(withoutControls)
    .join('\n');
}
