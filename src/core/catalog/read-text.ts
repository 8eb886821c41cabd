import { bad, good, type Parsed } from '../problem.ts';

/** Controls, and what turns the direction or cannot be seen; the joiners of emoji and of Persian stay. */
const HIDDEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u;
const QUOTED = /^(?:"([^"]*)"|“([^”]*)”|「([^」]*)」)$/u;
const SHOWN = 40;

export const LONGEST_TITLE = 300;
export const LONGEST_NAME = 200;

/** A text on one line, as it is kept and compared: composed, evenly spaced, without what cannot be seen. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(HIDDEN, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

type TextProblem = 'catalog.empty-text' | 'catalog.part-too-long';

/**
 * A title or a name.
 *
 * @param option what it was typed for
 */
export function readText(option: string, typed: string, limit: number): Parsed<string, TextProblem> {
  const text = cleanText(typed);
  const characters = [...text];
  if (!VISIBLE.test(text)) return bad('catalog.empty-text', { option });
  if (characters.length <= limit) return good(text);
  return bad('catalog.part-too-long', { option, limit, part: characters.slice(0, SHOWN).join('') });
}

/** What stands between semicolons, or on lines of its own; quotation marks around a part belong to whoever typed it. */
export function partsOf(typed: string): readonly string[] {
  return typed
    .split(/[\n;；]/)
    .map((part) => cleanText(part))
    .map(
      (part) =>
        QUOTED.exec(part)
          ?.slice(1)
          .find((inside) => inside !== undefined) ?? part,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Several titles or names, each once. */
export function readTexts(
  option: string,
  typed: string,
  { most, longest }: { readonly most: number; readonly longest: number },
): Parsed<readonly string[], TextProblem | 'catalog.too-many'> {
  const texts: string[] = [];
  for (const part of partsOf(typed)) {
    const text = readText(option, part, longest);
    if (!text.ok) return text;
    if (!texts.includes(text.value)) texts.push(text.value);
  }
  if (texts.length === 0) return bad('catalog.empty-text', { option });
  if (texts.length > most) return bad('catalog.too-many', { option, count: texts.length, limit: most });
  return good(texts);
}

/** Takes something away. */
export function isNothing(typed: string): boolean {
  return /^[-‐-―−－]$/u.test(typed.trim());
}
