import { isRightToLeft, rightToLeft } from '../text/direction.ts';
import type { Words } from '../text/spans.ts';
import type { Reply } from './reply.ts';

/** A reply whose every line runs the way of its language; renderers draw this one. A reply is in one language. */
export function directedReply(reply: Reply): Reply {
  if (!wordsOf(reply).some(isRightToLeft)) return reply;
  const { facts, list, table, text, notices, buttons } = reply;
  return {
    ...reply,
    title: rightToLeft(reply.title),
    ...(facts && {
      facts: facts.map(({ label, value }) => ({ label: rightToLeft(label), value: rightToLeft(value) })),
    }),
    ...(list && { list: list.map((line) => ({ ...line, text: rightToLeft(line.text) })) }),
    ...(table && {
      table: {
        columns: table.columns.map(rightToLeft),
        rows: table.rows.map((row) => row.map(rightToLeft)),
      },
    }),
    ...(text && { text: text.map(rightToLeft) }),
    ...(notices && { notices: notices.map(rightToLeft) }),
    ...(buttons && { buttons: buttons.map((button) => ({ ...button, label: rightToLeft(button.label) })) }),
  };
}

function wordsOf({ title, facts = [], list = [], text = [], notices = [] }: Reply): readonly Words[] {
  const all = [...facts.flatMap(({ label, value }) => [label, value]), ...list.map((line) => line.text)];
  return [title, ...all, ...text, ...notices];
}
