const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** C0 and C1 controls (ESC starts a terminal sequence), except the tab and the line feed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the purpose of the line
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

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
