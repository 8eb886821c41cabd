/**
 * The spelling of everything small in a ledger. Each has exactly one way to be written, so that no two texts mean the
 * same and every changed byte changes the meaning.
 *
 * @see docs/evidence-format.md, "Words and numbers"
 */
import { HASH_BYTES } from './hash.ts';

/** The last entry of a ledger that is full. */
export const MAX_SEQ = 999_999_999;

/** Entries a ledger can hold. */
export const MAX_SIZE = MAX_SEQ + 1;

const ID = /^[a-z0-9_-]{1,64}$/;
const PERSON = /^p_[a-z0-9_-]{0,62}$/;
const ORIGIN = /^[!-*,-~]{1,200}$/;
const SUBJECT = /^(?:team|person\/p_[a-z0-9_-]{0,62}|(?!person\/)[a-z_]+\/[a-z0-9_-]{1,64})$/;
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const SHARE = /^([1-9]\d{0,15})\/([1-9]\d{0,15})$/;
const HASH = /^[0-9a-f]{64}$/;
const SALT = /^[0-9a-f]{32}$/;
/** 32 bytes are 43 characters and one of padding; the last character has two bits to spare, which must be zero. */
const HASH_BASE64 = /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/;
const NUMBER = /^(?:0|[1-9]\d{0,15})$/;

export const isId = (text: string): boolean => ID.test(text);
export const isPerson = (text: string): boolean => PERSON.test(text);
/** The name of a ledger: printable ASCII without space and plus, up to 200 characters. */
export const isOrigin = (text: string): boolean => ORIGIN.test(text);
/** `team`, or `<kind>/<id>`. */
export const isSubject = (text: string): boolean => SUBJECT.test(text);
export const isHash = (text: string): boolean => HASH.test(text);
export const isSalt = (text: string): boolean => SALT.test(text);
export const isSeq = (value: unknown): value is number => isWhole(value) && value <= MAX_SEQ;
const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

/** RFC 3339 in UTC with exactly milliseconds, on a day that exists. Two of them compare as texts as they do as times. */
export function isTime(text: string): boolean {
  const parts = TIME.exec(text);
  if (parts === null) return false;
  const [, year, month, day] = parts;
  return Number(day) >= 1 && Number(day) <= daysOf(Number(year), Number(month));
}

function daysOf(year: number, month: number): number {
  if (month < 1 || month > 12) return 0;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The two numbers of a share `n/d`: from 1 to 2^53−1, in lowest terms. */
export function readShare(text: string): readonly [numerator: number, denominator: number] | null {
  const parts = SHARE.exec(text);
  if (parts === null) return null;
  const [numerator, denominator] = [Number(parts[1]), Number(parts[2])];
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator)) return null;
  return greatestCommonDivisor(numerator, denominator) === 1 ? [numerator, denominator] : null;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

/** A number as written in a line of text: no sign, no leading zero. */
export function readNumber(text: string): number | null {
  if (!NUMBER.test(text)) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** A hash as a line of text: standard base64 with padding, spare bits zero. */
export function readHash(text: string): Buffer | null {
  return HASH_BASE64.test(text) ? Buffer.from(text, 'base64') : null;
}

export function writeHash(hash: Uint8Array): string {
  return Buffer.from(hash.buffer, hash.byteOffset, HASH_BYTES).toString('base64');
}

/** Bytes in standard base64 with padding, in the one spelling that encoding gives. */
export function readBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
