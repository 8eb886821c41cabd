import type { Chunk } from './chunks.ts';

const DATE =
  /^(?:[0-9]{1,4}[-./][0-9]{1,2}[-./][0-9]{1,4}|(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))$/;
const PHONE =
  /^(?:0[0-9]{1,3}-[0-9]{3,4}-[0-9]{3,4}|[0-9]{3}-[0-9]{3}-[0-9]{4}|1-[0-9]{3}-[0-9]{3}-[0-9]{4})$/;

/** Numbers that are something else: a date, a telephone number, a price, a part of an address on the net. */
export function isOtherNumber({ text, gap }: Chunk): boolean {
  return (
    DATE.test(text) ||
    PHONE.test(text) ||
    /[+@$€£¥%]$/.test(gap) ||
    /\.(?:com|net|org|tw|wav|mp3|flac|pdf)$/i.test(text)
  );
}

/** Long enough and with enough digits that somebody meant a code by it, though of no kind known here. */
export function looksLikeCode(text: string): boolean {
  const compact = text.replace(/[^\p{L}\p{Nd}]/gu, '');
  return compact.length >= 8 && compact.replace(/\P{Nd}/gu, '').length >= 4;
}
