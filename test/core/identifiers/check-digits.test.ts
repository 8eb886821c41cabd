import { describe, expect, it } from 'vitest';
import {
  gs1CheckDigit,
  ipiCheckDigits,
  mod11CheckCharacter,
  mod37CheckCharacter,
  placeWeightedCheckDigit,
} from '../../../src/core/identifiers/check-digits.ts';

it.each([
  ['629104150021', '3'],
  ['60255763172', '2'],
  ['0060255763172', '2'],
  ['88644510536', '0'],
  ['9638507', '4'],
  ['978316148410', '0'],
  ['979023067118', '7'],
])('GS1: %s gives %s', (digits, check) => expect(gs1CheckDigit(digits)).toBe(check));

it.each([
  ['034524680', '1'],
  ['345246800', '3'],
  ['913015597', '4'],
  ['123456789', '4'],
  ['000000001', '0'],
  ['000000000', '9'],
])('ISWC: %s gives %s', (digits, check) => expect(placeWeightedCheckDigit(digits, 1)).toBe(check));

it.each([
  ['001068130', '6'],
  ['000000000', '8'],
])('IPI base number: %s gives %s', (digits, check) => expect(placeWeightedCheckDigit(digits, 2)).toBe(check));

it.each([
  ['000456207', '92'],
  ['000000000', '00'],
  ['000000001', '99'],
  ['000000050', '86'],
])('IPI name number: %s gives %s', (digits, check) => expect(ipiCheckDigits(digits)).toBe(check));

it('writes 00 for an IPI whose remainder is 0 and for one whose remainder is 1', () => {
  const sumOf = (digits: string) =>
    [...digits].reduce((sum, digit, at) => sum + Number(digit) * (10 - at), 0);
  const numbers = Array.from({ length: 200_000 }, (_, index) => String(index + 1).padStart(9, '0'));
  const [zero, one] = [0, 1].map((rest) => numbers.find((digits) => sumOf(digits) % 101 === rest));
  expect([zero, one].map((digits) => ipiCheckDigits(digits ?? ''))).toEqual(['00', '00']);
});

it.each([
  ['000000012103268', '3'],
  ['000000012150090', 'X'],
  ['000000021825009', '7'],
  ['000000000000000', '1'],
])('ISNI: %s gives %s', (digits, check) => expect(mod11CheckCharacter(digits)).toBe(check));

it.each([
  ['A12425GABC1234002', 'M'],
  ['PADPIDA3897722461', 'G'],
  ['PADPIDA2010120102', 'O'],
  ['PADPIDA2010121001', 'I'],
  ['PADPIDA2013042401', 'U'],
])('GRid and DPID: %s gives %s', (characters, check) => expect(mod37CheckCharacter(characters)).toBe(check));

it('writes the 36 values of a check character as 0-9 and A-Z', () => {
  const written = new Set(Array.from({ length: 1000 }, (_, index) => mod37CheckCharacter(`PADPIDA${index}`)));
  expect([...written].sort().join('')).toBe('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
});

describe('what each scheme catches', () => {
  const DIGITS = '0123456789';
  const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

  /** Every text that differs from `code` in one character, check digit included. */
  function* changes(code: string, alphabet: string): Generator<string> {
    for (let at = 0; at < code.length; at += 1) {
      for (const other of alphabet) {
        if (other !== code.charAt(at)) yield code.slice(0, at) + other + code.slice(at + 1);
      }
    }
  }

  function* swaps(code: string): Generator<string> {
    for (let at = 0; at + 1 < code.length; at += 1) {
      const [a, b] = [code.charAt(at), code.charAt(at + 1)];
      if (a !== b) yield code.slice(0, at) + b + a + code.slice(at + 2);
    }
  }

  const gs1 = (code: string) => gs1CheckDigit(code.slice(0, -1)) === code.slice(-1);
  const iswc = (code: string) => placeWeightedCheckDigit(code.slice(0, -1), 1) === code.slice(-1);
  const ipi = (code: string) => ipiCheckDigits(code.slice(0, 9)) === code.slice(9);
  const isni = (code: string) => mod11CheckCharacter(code.slice(0, -1)) === code.slice(-1);
  const grid = (code: string) => mod37CheckCharacter(code.slice(0, -1)) === code.slice(-1);

  it('GS1 catches every wrong digit', () => {
    for (const code of ['6291041500213', '602557631722', '96385074', '00602557631722']) {
      for (const changed of changes(code, DIGITS)) expect(gs1(changed)).toBe(false);
    }
  });

  it('GS1 misses a swap of neighbors exactly where they differ by 5', () => {
    for (const code of ['6291041500213', '602557631722', '16', '0055501611']) {
      const whole = code + gs1CheckDigit(code);
      for (const swapped of swaps(whole)) {
        const at = [...whole].findIndex((character, index) => character !== swapped[index]);
        expect(gs1(swapped)).toBe(Math.abs(Number(whole[at]) - Number(whole[at + 1])) === 5);
      }
    }
  });

  it('ISWC lets 80 of the 810 wrong digits of the body pass and no swap inside it', () => {
    const body = '034524680';
    const passing = [...changes(body, DIGITS)].filter((changed) => iswc(`${changed}1`));
    expect(passing).toHaveLength(8);
    for (const swapped of swaps(body)) expect(iswc(`${swapped}1`)).toBe(false);
  });

  it('IPI catches every wrong digit of the nine, and every swap among them', () => {
    for (const code of ['00045620792', '00039657154']) {
      for (const changed of changes(code.slice(0, 9), DIGITS))
        expect(ipi(changed + code.slice(9))).toBe(false);
      for (const swapped of swaps(code.slice(0, 9))) expect(ipi(swapped + code.slice(9))).toBe(false);
    }
  });

  it('ISNI catches every wrong character and every swap', () => {
    for (const code of ['0000000121032683', '000000012150090X']) {
      for (const changed of changes(code.slice(0, 15), DIGITS))
        expect(isni(changed + code.slice(15))).toBe(false);
      for (const changed of changes(code.slice(15), `${DIGITS}X`))
        expect(isni(code.slice(0, 15) + changed)).toBe(false);
      for (const swapped of swaps(code.slice(0, 15))) expect(isni(swapped + code.slice(15))).toBe(false);
    }
  });

  it('GRid and DPID catch every wrong character, and every swap in these codes', () => {
    for (const code of ['A12425GABC1234002M', 'PADPIDA2010120102O']) {
      for (const changed of changes(code, DIGITS + LETTERS)) expect(grid(changed)).toBe(false);
      for (const swapped of swaps(code)) expect(grid(swapped)).toBe(false);
    }
  });
});
