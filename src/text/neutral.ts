import { type Span, spans, type Words } from './spans.ts';

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** C0 and C1 controls (ESC starts a terminal sequence), except the tab and the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose of the line
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

export const FIRST_STRONG_ISOLATE = '\u2068';
export const POP_ISOLATE = '\u2069';

/**
 * Text from a stranger, safe to stand inside a sentence of ours: no control characters, no direction
 * overrides (U+202E would print the rest of our sentence backwards), no half of a character, which platforms refuse.
 */
export function withoutControls(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(CONTROLS, '').replace(BIDI_CONTROLS, '');
}

/** A value inside a sentence: an Arabic title must not turn the words around it. */
export function isolated(text: string): string {
  const clean = withoutControls(text);
  return RIGHT_TO_LEFT.test(clean) ? FIRST_STRONG_ISOLATE + clean + POP_ISOLATE : clean;
}

/** A run for a place without markup: strangers' words isolated, and of marks only those that are ours. */
export function isolatedRun({ text, direction }: Span): string {
  if (direction === 'mark') return text;
  return direction === 'rtl' ? withoutControls(text) : isolated(text);
}

/** The same without isolating. */
export function cleanRun({ text, direction }: Span): string {
  return direction === 'mark' ? text : withoutControls(text);
}

/** Words as plain characters, each run by itself. */
export function isolatedWords(words: Words): string {
  return spans(words).map(isolatedRun).join('');
}

export function cleanWords(words: Words): string {
  return spans(words).map(cleanRun).join('');
}

/** Whether most of its letters run from right to left. */
export function runsRightToLeft(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => RIGHT_TO_LEFT.test(letter)).length * 2 > letters.length;
}

/** Which way a line goes of itself, as platforms decide it: by its first letter. */
export function beginsRightToLeft(text: string): boolean {
  const [first] = /\p{L}/u.exec(text) ?? [];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}
