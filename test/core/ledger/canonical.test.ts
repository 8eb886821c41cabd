import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalBytes, MAX_JSON_BYTES, parseCanonical } from '../../../src/core/ledger/canonical.ts';
import type { Json } from '../../../src/core/ledger/json.ts';

const write = (value: Json, maxBytes?: number): string => {
  const bytes = canonicalBytes(value, maxBytes);
  return bytes.ok ? bytes.value.toString('utf8') : bytes.problem.code;
};
const read = (text: string | Uint8Array, maxBytes?: number): unknown => {
  const parsed = parseCanonical(typeof text === 'string' ? Buffer.from(text) : text, maxBytes);
  return parsed.ok ? parsed.value : parsed.problem.code;
};
const nested = (levels: number): Json => {
  let value: Json = [];
  for (let level = 1; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

describe('canonical bytes', () => {
  it.each([
    // RFC 8785, section 3.2.3: sorted by UTF-16 code units.
    [
      JSON.parse(
        '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
      ),
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    // RFC 8785, section 3.2.2, less its fractions.
    [
      { string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/', literals: [null, true, false] },
      '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    // The sample files french, structures, unicode and arrays of the RFC's author.
    [
      {
        peach: 'This sorting order',
        péché: 'is wrong according to French',
        pêche: 'but canonicalization MUST',
        sin: 'ignore locale',
      },
      '{"peach":"This sorting order","péché":"is wrong according to French","pêche":"but canonicalization MUST","sin":"ignore locale"}',
    ],
    [
      {
        '1': { f: { f: 'hi', F: 5 }, '\n': 56 },
        '10': {},
        '': 'empty',
        a: {},
        '111': [{ e: 'yes', E: 'no' }],
        A: {},
      },
      '{"":"empty","1":{"\\n":56,"f":{"F":5,"f":"hi"}},"10":{},"111":[{"E":"no","e":"yes"}],"A":{},"a":{}}',
    ],
    [{ 'Unnormalized Unicode': 'A\u030a' }, '{"Unnormalized Unicode":"A\u030a"}'],
    [[56, { d: true, '10': null, '1': [] }], '[56,{"1":[],"10":null,"d":true}]'],
    [2 ** 53 - 1, '9007199254740991'],
    [-(2 ** 53 - 1), '-9007199254740991'],
    ['\b\f\t\u007f\u2028', '"\\b\\f\\t\u007f\u2028"'],
  ] as [Json, string][])('of %j are as RFC 8785 says', (value, text) => {
    expect(write(value)).toBe(text);
    expect(read(text)).toEqual(value);
  });

  it.each([
    [0.5, 'json.number'],
    [-0, 'json.number'],
    [2 ** 53, 'json.number'],
    [-(2 ** 53), 'json.number'],
    [{ a: [Number.NaN] }, 'json.number'],
    ['\ud800', 'json.surrogate'],
    [{ '\udfff': 1 }, 'json.surrogate'],
    [['ok', { a: 'x\ud83d' }], 'json.surrogate'],
    [{ a: undefined }, 'json.not-json'],
    [[undefined], 'json.not-json'],
    [{ a: 1n }, 'json.not-json'],
    [{ a: new Date(0) }, 'json.not-json'],
    [{ a: new Map() }, 'json.not-json'],
    [{ a: () => 1 }, 'json.not-json'],
    [nested(33), 'json.too-deep'],
  ] as unknown as [Json, string][])('refuse %o as %s', (value, code) => {
    expect(write(value)).toBe(code);
  });

  it('take an object without a prototype, and an own member named __proto__', () => {
    expect(write(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
    expect(read('{"__proto__":{"a":1},"toJSON":2}')).toEqual(JSON.parse('{"__proto__":{"a":1},"toJSON":2}'));
  });

  it('may be 32 levels deep and 1 MiB long, not more', () => {
    expect(write(nested(32))).not.toBe('json.too-deep');
    expect(read(write(nested(32)))).toEqual(nested(32));
    expect(read(JSON.stringify(nested(33)))).toBe('json.too-deep');
    expect(read('['.repeat(500_000))).toBe('json.syntax');
    expect(read('['.repeat(33) + ']'.repeat(33))).toBe('json.too-deep');
    const longest = 'x'.repeat(MAX_JSON_BYTES - 2);
    expect(write(longest)).toHaveLength(MAX_JSON_BYTES);
    expect(read(write(longest))).toBe(longest);
    expect([write(`${longest}x`), read(JSON.stringify(`${longest}x`))]).toEqual([
      'json.too-long',
      'json.too-long',
    ]);
    expect([write('abc', 4), write('abc', 5), read('"abc"', 4), read('"abc"', 5)]).toEqual([
      'json.too-long',
      '"abc"',
      'json.too-long',
      'abc',
    ]);
  });
});

describe('bytes that are not canonical', () => {
  it.each([
    ['{"a":1} ', 'json.form'],
    [' {"a":1}', 'json.form'],
    ['{"a": 1}', 'json.form'],
    ['{"a":1}\n', 'json.form'],
    ['{"b":1,"a":2}', 'json.form'],
    ['{"a":1,"a":1}', 'json.form'],
    ['{"a":1,"a":2}', 'json.form'],
    ['{"10":1,"9":2,"1":3}', 'json.form'],
    ['{"2":1,"10":1}', 'json.form'],
    ['[{"b":{},"a":{}}]', 'json.form'],
    ['"\\u0041"', 'json.form'],
    ['"\\/"', 'json.form'],
    ['"\\u000A"', 'json.form'],
    ['"\\u000a"', 'json.form'],
    ['"\\u001F"', 'json.form'],
    ['1.0', 'json.form'],
    ['1e3', 'json.form'],
    ['[1E3]', 'json.form'],
    ['-0', 'json.number'],
    ['0.1', 'json.number'],
    ['9007199254740993', 'json.number'],
    ['1e400', 'json.number'],
    ['"\\ud800"', 'json.surrogate'],
    ['{"\\udc00":1}', 'json.surrogate'],
    ['\ufeff{}', 'json.syntax'],
    ['', 'json.syntax'],
    ['NaN', 'json.syntax'],
    ['01', 'json.syntax'],
    ['{"a":1,}', 'json.syntax'],
    ["{'a':1}", 'json.syntax'],
    ['"a\tb"', 'json.syntax'],
    ['{}{}', 'json.syntax'],
  ])('%j are %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it.each([
    ['a lone continuation byte', Buffer.from([0x22, 0x80, 0x22])],
    ['an overlong slash', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
    ['a surrogate in UTF-8', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a character cut short', Buffer.from([0x22, 0xe2, 0x82, 0x22])],
    ['UTF-16', Buffer.from('{"a":1}é', 'utf16le').subarray(0, 17)],
  ])('%s is no UTF-8, or no JSON', (_, bytes) => {
    expect(['json.utf8', 'json.syntax']).toContain(read(bytes));
  });

  it('are read from the middle of a larger buffer, too', () => {
    const within = new Uint8Array(Buffer.from('xx{"a":"é"}yy')).subarray(2, 12);
    expect(read(within)).toEqual({ a: 'é' });
  });
});

const safe = fc.integer({ min: -(2 ** 53 - 1), max: 2 ** 53 - 1 });
const names = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('1', '10', '9', '__proto__', 'a', 'B', '\ufb33', '😀', 'toJSON', ''),
);
const value = fc.letrec<{ any: Json }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(null, true, false),
    safe.map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'binary' }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(names, tie('any'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).any;

describe('for every value', () => {
  it('the bytes are what canonicalize writes, and read back as the value', () => {
    fc.assert(
      fc.property(value, (any) => {
        const text = write(any);
        expect(text).toBe(canonicalize(any));
        expect(read(text)).toEqual(any);
        expect(canonicalize(read(text))).toBe(text);
      }),
    );
  });

  it('any other JSON text of it is refused', () => {
    fc.assert(
      fc.property(value, fc.boolean(), (any, spaced) => {
        const text = JSON.stringify(any, null, spaced ? 1 : 0);
        expect(read(text)).toEqual(text === canonicalize(any) ? any : 'json.form');
      }),
    );
  });

  it('any changed byte changes the value or is refused', () => {
    fc.assert(
      fc.property(value, fc.nat(), fc.integer({ min: 1, max: 255 }), (any, place, mask) => {
        const bytes = Buffer.from(write(any));
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ mask;
        const parsed = parseCanonical(bytes);
        if (parsed.ok) expect(parsed.value).not.toEqual(any);
      }),
    );
  });
});
