import { fc, test } from '@fast-check/vitest';
import { expect } from 'vitest';
import {
  gs1CheckDigit,
  ipiCheckDigits,
  mod11CheckCharacter,
  mod37CheckCharacter,
  placeWeightedCheckDigit,
} from '../../../src/core/identifiers/check-digits.ts';
import type { Kind } from '../../../src/core/identifiers/kind.ts';
import { check, found } from './rules.ts';

/** Fewer tries, as fewer hostile texts below, only where the tests themselves are tested. */
fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: Number(process.env.LAW_RUNS ?? 100) });

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const letters = (length: number) => fc.stringMatching(new RegExp(`^[A-Z]{${length}}$`));
const both = (length: number) => fc.stringMatching(new RegExp(`^[A-Z0-9]{${length}}$`));
const some = (arbitrary: fc.Arbitrary<string>) => arbitrary.filter((code) => /[1-9]/.test(code));

/** Codes of every kind that hold; the prefix of an ISRC is one of the list. */
const HOLDING: Readonly<Record<Kind, fc.Arbitrary<string>>> = {
  isrc: fc
    .tuple(fc.constantFrom('US', 'QZ', 'GB', 'TW', 'JP', 'ZZ'), both(3), digits(7))
    .map((parts) => parts.join('')),
  iswc: some(digits(9)).map((body) => `T${body}${placeWeightedCheckDigit(body, 1)}`),
  gtin: some(fc.oneof(digits(11), digits(12), digits(13))).map((body) => body + gs1CheckDigit(body)),
  ipi: some(digits(9)).map((body) => body + ipiCheckDigits(body)),
  'ipi-base': some(digits(9)).map((body) => `I${body}${placeWeightedCheckDigit(body, 2)}`),
  isni: some(digits(15)).map((body) => body + mod11CheckCharacter(body)),
  grid: both(15).map((body) => `A1${body}${mod37CheckCharacter(`A1${body}`)}`),
  dpid: digits(10).map((body) => `PADPIDA${body}${mod37CheckCharacter(`PADPIDA${body}`)}`),
  ismn: digits(8).map((body) => `9790${body}${gs1CheckDigit(`9790${body}`)}`),
};
const kinds = Object.keys(HOLDING) as Kind[];
const anyCode = fc.constantFrom(...kinds).chain((kind) => HOLDING[kind].map((code) => ({ kind, code })));

test.prop([anyCode])('a code that holds is never an error, as the kind it is', ({ kind, code }) => {
  const result = check(code, { kind });
  expect(result.verdict).not.toBe('error');
  expect(result.normalized).not.toBeNull();
  expect(check(code).candidates).toContain(kind);
});

test.prop([anyCode])('normal form and display form are read as the same code again', ({ kind, code }) => {
  const { normalized, display } = check(code, { kind });
  for (const form of [normalized, display, display?.toLowerCase() ?? null]) {
    expect(check(form ?? '', { kind })).toMatchObject({ normalized, display });
  }
});

test.prop([anyCode, fc.constantFrom('', ' ', '-', ' - ', '\u200b', '–'), fc.nat(17)])(
  'separators, case and full-width forms change nothing in the code',
  ({ kind, code }, separator, at) => {
    const spelled = code.slice(0, at) + separator + code.slice(at);
    const wide = [...spelled].map((one) =>
      /[A-Z0-9]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one,
    );
    const { normalized } = check(code, { kind });
    for (const text of [spelled, spelled.toLowerCase(), wide.join(''), `"${spelled}".`]) {
      expect(check(text, { kind }).normalized).toBe(normalized);
    }
  },
);

/** The kinds whose check catches every wrong character; ISWC and IPI base number do not, and an ISRC has none. */
const CATCHING = ['gtin', 'ipi', 'isni', 'grid', 'dpid', 'ismn'] as const;

test.prop([
  fc.constantFrom(...CATCHING).chain((kind) => HOLDING[kind].map((code) => ({ kind, code }))),
  fc.nat(17),
  fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
])('one wrong character is caught where the scheme promises it', ({ kind, code }, place, other) => {
  const at = place % code.length;
  fc.pre(code.charAt(at) !== other);
  // Eight digits that begin with 0 or 1 may be a shortened UPC, whose check digit is that of another number.
  fc.pre(kind !== 'gtin' || code.length > 8);
  const changed = code.slice(0, at) + other + code.slice(at + 1);
  expect(check(changed, { kind }).verdict).toBe('error');
});

test.prop([
  fc
    .constantFrom('iswc', 'ipi-base', 'ipi', 'isni')
    .chain((kind) => HOLDING[kind as Kind].map((code) => ({ kind: kind as Kind, code }))),
  fc.nat(17),
])(
  'two swapped neighbors before the check digit are caught where the scheme promises it',
  ({ kind, code }, place) => {
    const last = kind === 'ipi' ? 8 : code.length - 2;
    const first = /^[A-Z]/.test(code) ? 1 : 0;
    const at = first + (place % (last - first));
    fc.pre(code.charAt(at) !== code.charAt(at + 1));
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    expect(check(swapped, { kind }).verdict).toBe('error');
  },
);

test.prop([HOLDING.isrc, fc.nat(11), fc.constantFrom(...'.?*+()[]{}|^$éЯ中')])(
  'no other character is ever part of an ISRC',
  (code, at, other) => {
    const changed = code.slice(0, at) + other + code.slice(at + 1);
    expect(check(changed, { kind: 'isrc' }).normalized).not.toBe(code);
  },
);

test.prop([
  fc.array(HOLDING.isrc, { minLength: 2, maxLength: 60 }),
  fc.constantFrom(' ', ', ', '\n', ';', '\t', '、', ' and '),
])('every ISRC of a list is found, in order', (codes, separator) => {
  expect(found(codes.join(separator)).map((one) => one.slice(0, 12))).toEqual(codes);
});

test.prop([letters(3), fc.string()])('a check never throws and always says something', (word, text) => {
  for (const one of [word, text, word + text]) expect(check(one).input).toBe(one);
});
