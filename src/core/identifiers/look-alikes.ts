/**
 * Letters of other alphabets that look like Latin ones, and digits of other scripts. None is ever taken for the
 * Latin character in silence: a code with one in it does not hold, and the message names it.
 *
 * Chosen from Unicode's list of confusables: the capitals, and the small letters a keyboard gives for them.
 *
 * @see unicode.org/Public/security/latest/confusables.txt
 */
const LOOK_ALIKES: readonly (readonly [
  script: 'cyrillic' | 'greek' | 'other',
  letters: string,
  latin: string,
])[] = [
  ['cyrillic', 'АВСЕНІЈКМОРЅТХУҮҺԌԚԜԀӀ', 'ABCEHIJKMOPSTXYYHGQWDI'],
  ['cyrillic', 'авсеніјкморѕтхуүһԍԛԝԁӏ', 'ABCEHIJKMOPSTXYYHGQWDI'],
  ['cyrillic', 'Зз', '33'],
  ['greek', 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϺϜ', 'ABEZHIKMNOPTYXMF'],
  ['greek', 'αβεζηικμνορτυχϻϝ', 'ABEZHIKMVOPTYXMF'],
  ['other', 'ՕՍՏԼᎪᏴᏟᎬᎻᎫᏦᎷᎾᏢᎡᏚᎢᏙᎳᏃ', 'OUSLABCEHJKMOPRSTVWZ'],
  ['other', 'ıȷØøŁłÐđ', 'IJOOLLDD'],
];

const PLAIN = new Map(
  LOOK_ALIKES.flatMap(([script, letters, latin]) =>
    [...letters].map((letter, index) => [letter, { script, plain: latin.charAt(index) }] as const),
  ),
);

export type Foreign =
  | {
      readonly code: 'code.look-alike';
      readonly script: 'cyrillic' | 'greek' | 'other';
      readonly plain: string;
    }
  | { readonly code: 'code.foreign-digit'; readonly plain: string }
  | { readonly code: 'code.foreign-character' };

/** What a character outside A-Z and 0-9 is, and the one that may have been meant. */
export function foreignCharacter(character: string): Foreign {
  const known = PLAIN.get(character);
  if (known) return { code: 'code.look-alike', ...known };
  if (/\p{Nd}/u.test(character)) return { code: 'code.foreign-digit', plain: digitOf(character) };
  return { code: 'code.foreign-character' };
}

/** Decimal digits stand in runs of ten from zero to nine, so the place in the run is the value. */
function digitOf(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0;
  let first = codePoint;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((codePoint - first) % 10);
}

/** `U+0410`, for people who look a character up. */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The character itself, or its code point where it cannot be shown: controls, halves of pairs, unassigned ones. */
export function shownCharacter(character: string): string {
  return /[\p{C}\p{Z}\p{M}]/u.test(character) ? codePointName(character) : character;
}
