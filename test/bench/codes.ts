/**
 * Mixed codes of every kind, written the ways people write them, the same ones on every run. Check digits are
 * worked out here and not by the code that is measured.
 */
export type MixedCode = { readonly text: string; readonly broken: boolean };

/** One code in so many is broken: a digit changed, a character lost, an O for a zero. */
const BROKEN_ONE_IN = 25;
const PREFIXES = ['US', 'GB', 'DE', 'FR', 'QZ', 'QM', 'TC', 'JP', 'BR', 'NL'];

export function* mixedCodes(count: number, seed = 20_261_126): Generator<MixedCode> {
  const random = mulberry32(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const digits = (length: number) => Array.from({ length }, () => below(10)).join('');
  const pick = <T>(list: readonly T[]) => list[below(list.length)] as T;
  const kinds: readonly (readonly [share: number, make: () => readonly string[]])[] = [
    [
      50,
      () => isrc(pick(PREFIXES), `${String.fromCharCode(65 + below(26))}${digits(2)}`, digits(2), digits(5)),
    ],
    [16, () => [barcode(digits(11))]],
    [8, () => [barcode(digits(12))]],
    [10, () => iswc(digits(9))],
    [6, () => [ipi(digits(9))]],
    [5, () => isni(digits(15))],
    [3, () => mod37('A1', `${digits(5)}${digits(10)}`, [2, 5, 10])],
    [2, () => mod37('PADPIDA', digits(10), [2, 5, 10])],
  ];
  const makers = kinds.flatMap(([share, make]) => Array<() => readonly string[]>(share).fill(make));
  for (let index = 0; index < count; index++) {
    const make = makers[below(makers.length)] as () => readonly string[];
    const text = pick(make());
    const broken = below(BROKEN_ONE_IN) === 0;
    yield { text: broken ? damage(text, below) : text, broken };
  }
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function isrc(letters: string, registrant: string, year: string, designation: string): string[] {
  const code = letters + registrant + year + designation;
  const grouped = `${letters}-${registrant}-${year}-${designation}`;
  return [code, code, grouped, code.toLowerCase(), `ISRC ${grouped}`];
}

function barcode(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index++) {
    sum += Number(body[body.length - 1 - index]) * (index % 2 === 0 ? 3 : 1);
  }
  return body + ((10 - (sum % 10)) % 10);
}

function iswc(body: string): string[] {
  let sum = 1;
  for (let index = 0; index < 9; index++) sum += (index + 1) * Number(body[index]);
  const check = (10 - (sum % 10)) % 10;
  return [`T${body}${check}`, `T-${body.slice(0, 3)}.${body.slice(3, 6)}.${body.slice(6)}-${check}`];
}

function ipi(body: string): string {
  let sum = 0;
  for (let index = 0; index < 9; index++) sum += (10 - index) * Number(body[index]);
  const check = (101 - (sum % 101)) % 101;
  return body + String(check % 100).padStart(2, '0');
}

function isni(body: string): string[] {
  let product = 0;
  for (const digit of body) product = ((product + Number(digit)) * 2) % 11;
  const check = (12 - product) % 11;
  const code = body + (check === 10 ? 'X' : check);
  return [code, code.replace(/(.{4})(?=.)/g, '$1 ')];
}

function mod37(head: string, body: string, groups: readonly number[]): string[] {
  let product = 36;
  for (const character of head + body) {
    product = (product + Number.parseInt(character, 36)) % 36 || 36;
    product = (product * 2) % 37;
  }
  const code = head + body + ((37 - product) % 36).toString(36).toUpperCase();
  const parts: string[] = [];
  let at = 0;
  for (const length of groups) {
    parts.push(code.slice(at, at + length));
    at += length;
  }
  return [code, [...parts, code.slice(at)].join('-')];
}

function damage(text: string, below: (limit: number) => number): string {
  const digit = text.search(/[0-9](?=[^0-9]*$)/);
  switch (below(3)) {
    case 0:
      return text.slice(0, digit) + ((Number(text[digit]) + 1 + below(9)) % 10) + text.slice(digit + 1);
    case 1:
      return text.slice(0, digit) + text.slice(digit + 1);
    default:
      return text.replace(/0(?=[^0]*$)/, 'O');
  }
}
