import { beginsRightToLeft, FIRST_STRONG_ISOLATE, POP_ISOLATE, runsRightToLeft } from './neutral.ts';
import { plain, type Span, spans, type Text, type Words } from './spans.ts';

/** Counts as a letter that runs from right to left, and is not seen. */
const RIGHT_TO_LEFT_MARK = '\u200f';

/** Whether any of it is said in a language that runs from right to left. */
export function isRightToLeft(words: Words): boolean {
  return spans(words).some(({ direction }) => direction === 'rtl');
}

/**
 * Words as they stand in a line that runs from right to left. Platforms turn a line by its first letter, so one that
 * begins with a code gets a mark in front; codes and names stand apart, or a colon at their end would jump to their
 * beginning.
 */
export function rightToLeft(words: Words): Text {
  const all = spans(words);
  if (all.some(({ direction }) => direction === 'mark')) return all;
  return linesOf(all).flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: '\n' }]),
    ...(beginsRightToLeft(plain(line)) ? [] : [mark(RIGHT_TO_LEFT_MARK)]),
    ...runsOf(line).flatMap(apart),
  ]);
}

/** Words that are shown by themselves, such as the label of a field. */
export function directed(words: Words): Words {
  return isRightToLeft(words) ? rightToLeft(words) : words;
}

function linesOf(text: Text): readonly Text[] {
  const lines: Span[][] = [[]];
  for (const span of text) {
    for (const [index, part] of span.text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ ...span, text: part });
    }
  }
  return lines;
}

/** What is typed stays together, whatever it was put together from: `/catalog edit item:` and the item behind it. */
function runsOf(line: Text): readonly Text[] {
  const runs: Span[][] = [];
  for (const span of line) {
    const before = runs.at(-1);
    if (span.style === 'code' && before?.[0]?.style === 'code') before.push(span);
    else runs.push([span]);
  }
  return runs;
}

function apart(run: Text): Text {
  const [span] = run;
  if (span && span.style !== 'code' && (span.direction === 'rtl' || runsRightToLeft(span.text)))
    return [{ ...span, direction: 'rtl' }];
  if (!/[\p{L}\p{N}]/u.test(plain(run))) return run;
  const undirected = run.map(({ direction: _, ...rest }) => rest);
  return [mark(FIRST_STRONG_ISOLATE), ...undirected, mark(POP_ISOLATE)];
}

function mark(text: string): Span {
  return { text, direction: 'mark' };
}
