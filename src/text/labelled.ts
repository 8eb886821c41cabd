import { plain, spans, type Text, type Words } from './spans.ts';

/** Ends in such a character, or in a wide bracket or quotation mark; or has the dot of Japanese lists, as in `EU・EEA`. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー）」』〉》]$|・/u;

/** `Year: 76`, and `年份：76` where the label is written in characters that take the wide colon. */
export function labelled(label: Words, value: Words): Text {
  const colon = WIDE.test(plain(label)) ? '：' : ': ';
  return [...spans(label), { text: colon }, ...spans(value)];
}
