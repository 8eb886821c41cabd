import { compare, decimal, fraction, ONE, shareOf } from '../fraction.ts';
import type { ShareText } from '../ledger/entry-types.ts';

/**
 * A share as read. `ambiguous`: with no percent sign it could be so many percent or that part of the whole; both as
 * somebody would type them. `fraction-percent`: a fraction of a percent, which nobody means. `range`: not above zero,
 * or more than the whole. `too-fine`: more digits than evidence can hold.
 */
export type ShareReading =
  | { readonly ok: true; readonly share: ShareText }
  | { readonly ok: false; readonly why: 'number' | 'fraction-percent' | 'range' | 'too-fine' }
  | { readonly ok: false; readonly why: 'ambiguous'; readonly percent: string; readonly whole: string };

const MIXED = /^(\d+) (\d+)\/(\d+)%$/;
const FRACTION = /^(\d+)\/(\d+)(%?)$/;
const DECIMAL = /^(-?)(\d*)(?:[.,](\d*))?(%?)$/;
const LONGEST = 40;

/**
 * Read one share: `1/3`, `⅓`, `33.34%`, `33,34 %`, `33 1/3 %`, `25`, the same in full-width characters, `percent`
 * in a word. Every form is exact.
 *
 * A number above 1 without a sign is percent, since no share is more than the whole. At or below 1 it is refused: 0.5
 * may be half a percent or half of everything.
 */
export function readShareText(typed: string): ShareReading {
  const text = plainNumber(typed);
  if (typed.length > LONGEST) return { ok: false, why: 'number' };
  const mixed = MIXED.exec(text);
  if (mixed !== null) return percentMixed(mixed);
  const [, numerator = '', denominator = '', percent] = FRACTION.exec(text) ?? [];
  if (percent === '%') return { ok: false, why: 'fraction-percent' };
  if (numerator !== '') return toShare(BigInt(numerator), BigInt(denominator));
  const number = DECIMAL.exec(text);
  return number === null ? { ok: false, why: 'number' } : decimalShare(number);
}

/** One spelling for everything that means the same: plain digits, `/`, `%` at the end, single spaces between numbers. */
function plainNumber(typed: string): string {
  const text = typed
    .replace(/(?<=\p{Nd})\s?(?=[¼-¾⅐-⅞])/gu, ' ')
    .normalize('NFKC')
    .replace(/\u2044/g, '/')
    .replace(/٪/g, '%')
    .replace(/\u2212/g, '-')
    .replace(/per ?cent|pct/i, '%')
    .replace(/\s*([/%])\s*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
  return text.startsWith('%') ? `${text.slice(1)}%` : text;
}

function percentMixed([, whole = '', numerator = '', denominator = '']: RegExpExecArray): ShareReading {
  const [n, d] = [BigInt(numerator), BigInt(denominator)];
  return toShare(BigInt(whole) * d + n, d * 100n);
}

function decimalShare([, sign, whole = '', places = '', percent]: RegExpExecArray): ShareReading {
  const digits = whole + places;
  if (digits === '') return { ok: false, why: 'number' };
  const scale = 10n ** BigInt(places.length);
  const value = BigInt(digits);
  if (sign === '-' || value === 0n) return { ok: false, why: 'range' };
  if (percent !== '%' && value <= scale) {
    const [plain, hundredfold] = [decimal(value, places.length), decimal(value * 100n, places.length)];
    return { ok: false, why: 'ambiguous', percent: `${plain} %`, whole: `${hundredfold} %` };
  }
  return toShare(value, scale * 100n);
}

function toShare(numerator: bigint, denominator: bigint): ShareReading {
  if (denominator === 0n) return { ok: false, why: 'number' };
  const value = fraction(numerator, denominator);
  if (numerator === 0n || compare(value, ONE) > 0) return { ok: false, why: 'range' };
  const share = shareOf(value);
  return share === null ? { ok: false, why: 'too-fine' } : { ok: true, share };
}
