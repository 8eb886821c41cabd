import { type Label, labelOf } from '../labels.ts';
import type { Chunk } from './chunks.ts';

/** A label that stands by itself before the next chunk. */
export type LabelBefore = Label & { readonly start: number };

/** More characters than any label has, with what parts it from its code. */
const LONGEST_LABEL = 40;
const BETWEEN = /^(?:is|are|was|number|no|nr|codes?|は|=|es|ist|est)$/i;

/** The label that begins with this chunk, and the chunk behind it; null where the chunk is none, or more than one. */
export function labelBefore(
  text: string,
  chunks: readonly Chunk[],
  at: number,
): { readonly label: LabelBefore; readonly next: number } | null {
  const first = chunks[at];
  if (first === undefined || !/^[a-z條商]/i.test(first.text)) return null;
  const words = text
    .slice(first.start, first.start + LONGEST_LABEL)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll('：', ':');
  const label = labelOf(words);
  if (label === null) return null;
  const labelEnd = first.start + label.length;
  let next = at;
  for (let chunk = chunks[next]; chunk !== undefined && chunk.start < labelEnd; chunk = chunks[next]) {
    // Where it goes on behind the label, label and code are written as one: that is for `clean` to part.
    if (chunk.end > labelEnd) return null;
    next += 1;
  }
  return { label: { ...label, start: first.start }, next };
}

/** Words that may stand between a label and its code: "the ISRC is …". */
export function isBetween(word: string): boolean {
  return BETWEEN.test(word);
}
