import { bad, good, type Parsed } from '../problem.ts';
import { badAt, type Line, placeIn } from './place.ts';

/** Enough for a hundred parties with long names; also bounds the work. */
const LONGEST = 20_000;

const BREAK = /\r\n|[\n\r\u2028\u2029]/;
/**
 * What cannot stand in a name: controls, halves of characters, and marks that print the rest of a line backwards.
 */
const REFUSED = /[\p{Cc}\p{Cs}\u202a-\u202e]/u;
/**
 * What cannot be seen and says nothing: our own isolates around a name that was copied, byte order marks, spaces of
 * no width. Joiners stay, which shape letters and emoji, and so do the tags of flags.
 */
const INVISIBLE = /[\p{Cf}--[\u{200c}-\u{200d}\u{e0020}-\u{e007f}]]/gv;

/** The lines that hold something, without what cannot be seen; tabs are spaces. */
export function readLines(text: string): Parsed<readonly Line[], 'share.too-long' | 'share.character'> {
  if (text.length > LONGEST) return bad('share.too-long', { length: text.length, limit: LONGEST });
  const lines: Line[] = [];
  for (const [index, typed] of text.split(BREAK).entries()) {
    const spaced = typed.replaceAll('\t', ' ');
    const wrong = REFUSED.exec(spaced);
    const number = index + 1;
    if (wrong !== null) {
      const place = placeIn({ text: spaced, number }, wrong.index);
      return badAt('share.character', place, { codePoint: codePointOf(wrong[0]) });
    }
    const line = { text: spaced.replace(INVISIBLE, ''), number };
    if (line.text.trim() !== '') lines.push(line);
  }
  return good(lines);
}

function codePointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
