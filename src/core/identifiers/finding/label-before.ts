import { type Label, labelOf } from '../labels.ts';
import type { Chunk } from './chunks.ts';

/** A label that stands by itself before the next chunk. */
export type LabelBefore = Label & { readonly start: number };

/** More characters than any label has, with what parts it from its code. */
const LONGEST_LABEL = 40;
const BETWEEN = /^(?:is|are|was|number|no|nr|codes?|は|=|es|ist|est)$/i;

/** The label that begins with this chunk, and how many chunks it takes; null where the chunk begins none. */
export function labelBefore(
  text: string,
  first: Chunk,
  behind: readonly Chunk[],
): { readonly label: LabelBefore; readonly size: number } | null {
  const { start } = first;
  const words = text
    .slice(start, start + LONGEST_LABEL)
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replaceAll('：', ':');
  const label = labelOf(words);
  if (label === null) return null;
  const end = start + label.length;
  const taken = [first, ...behind].filter((chunk) => chunk.start < end);
  // Where one goes on behind the label, label and code are written as one: that is for `clean` to part.
  if (taken.some((chunk) => chunk.end > end)) return null;
  return { label: { ...label, start }, size: taken.length };
}

/** Words that may stand between a label and its code: "the ISRC is …". */
export function isBetween(word: string): boolean {
  return BETWEEN.test(word);
}
