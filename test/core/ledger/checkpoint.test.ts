import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSignedBy, parseCheckpoint, signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { checkPoint } from '../../../src/core/ledger/ed25519-point.ts';
import { keyId, parseVerifierKey, rawPublicKey, writeVerifierKey } from '../../../src/core/ledger/key.ts';
import { must } from '../../../src/core/problem.ts';
import { privateKey } from './test-ledger.ts';

const P = 2n ** 255n - 19n;
const bytesOf = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex').reverse();
const codeOf = (text: string): string => {
  const parsed = parseVerifierKey(text);
  return parsed.ok ? 'ok' : parsed.problem.code;
};
/** A verifier key around any 32 bytes, with the id that belongs to them. */
const keyText = (raw: Uint8Array, name = 'splitproof/t_1'): string =>
  `${name}+${keyId(name, raw).toString('hex')}+${Buffer.concat([Buffer.of(1), raw]).toString('base64')}`;

describe('RFC 8032, section 7.1', () => {
  it.each([
    [
      '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('key %s signs as it says', (secret, publicHex, message, signature) => {
    const key = privateKey(Buffer.from(secret, 'hex'));
    expect(rawPublicKey(key).toString('hex')).toBe(publicHex);
    expect(sign(null, Buffer.from(message, 'hex'), key).toString('hex')).toBe(signature);
    const { publicKey } = must(parseVerifierKey(keyText(Buffer.from(publicHex, 'hex'))));
    expect(verify(null, Buffer.from(message, 'hex'), publicKey, Buffer.from(signature, 'hex'))).toBe(true);
  });
});

describe('a verifier key', () => {
  it('is read and written as Go’s own notes have it', () => {
    // golang.org/x/mod/sumdb/note, and the key of the Go checksum database.
    const neumann = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
    const key = must(parseVerifierKey(neumann));
    expect([key.name, key.id.toString('hex'), key.text]).toEqual(['PeterNeumann', 'c74f20a3', neumann]);
    expect(writeVerifierKey('PeterNeumann', key.publicKey)).toBe(neumann);
    const message =
      'If you think cryptography is the answer to your problem,\nthen you don’t know what your problem is.\n'.replace(
        '’',
        "'",
      );
    const line = Buffer.from(
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
      'base64',
    );
    expect(line.subarray(0, 4)).toEqual(key.id);
    expect(verify(null, Buffer.from(message), key.publicKey, line.subarray(4))).toBe(true);
    expect(codeOf('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8')).toBe('ok');
  });

  const good = keyText(rawPublicKey(privateKey(Buffer.alloc(32, 5))));

  it.each([
    ['nothing', '', 'key.form'],
    ['no parts', 'name', 'key.form'],
    ['two parts', 'name+12345678', 'key.form'],
    ['a name with a space', good.replace('splitproof/', 'split proof/'), 'key.form'],
    ['an empty name', good.slice(good.indexOf('+')), 'key.form'],
    [
      'an id in capitals',
      good.replace(/\+[0-9a-f]{8}\+/, (id) => id.toUpperCase().replace('+0', '+A')),
      'key.form',
    ],
    ['an id of 7 digits', good.replace(/\+[0-9a-f]/, '+'), 'key.form'],
    ['another id', good.replace(/\+[0-9a-f]{8}\+/, '+00000000+'), 'key.id'],
    ['another name', good.replace('t_1', 't_2'), 'key.id'],
    ['a newline at the end', `${good}\n`, 'key.form'],
    ['base64 without its last character', good.slice(0, -1), 'key.form'],
    ['another algorithm', good.replace('+A', '+B'), 'key.form'],
    [
      'a key too long',
      `n+${'0'.repeat(8)}+${Buffer.concat([Buffer.of(1), Buffer.alloc(33)]).toString('base64')}`,
      'key.form',
    ],
    [
      'a key too short',
      `n+${'0'.repeat(8)}+${Buffer.concat([Buffer.of(1), Buffer.alloc(31)]).toString('base64')}`,
      'key.form',
    ],
  ])('with %s is refused', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('says which id would be right', () => {
    const parsed = parseVerifierKey(good.replace(/\+[0-9a-f]{8}\+/, '+00000000+'));
    const [, expected] = good.split('+');
    expect(parsed).toMatchObject({ ok: false, problem: { details: { expected } } });
  });

  it('can only be made of an Ed25519 key', () => {
    const { publicKey } = generateKeyPairSync('x25519');
    expect(() => writeVerifierKey('x', publicKey)).toThrow(TypeError);
    expect(() =>
      writeVerifierKey('x', generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    ).toThrow(TypeError);
  });
});

describe('a point', () => {
  const D = (() => {
    const power = (base: bigint, exponent: bigint): bigint => {
      let [result, square, rest] = [1n, base % P, exponent];
      for (; rest > 0n; rest >>= 1n) {
        if (rest & 1n) result = (result * square) % P;
        square = (square * square) % P;
      }
      return result;
    };
    return { power, d: ((P - 121665n) * power(121666n, P - 2n)) % P };
  })();
  const roots = (y: bigint): readonly bigint[] => {
    const { power, d } = D;
    const square = (((y * y - 1n + P) % P) * power((d * y * y + 1n) % P, P - 2n)) % P;
    const root = power(square, (P + 3n) / 8n);
    const other = (root * power(2n, (P - 1n) / 4n)) % P;
    return [root, other].filter((x) => (x * x) % P === square);
  };
  const double = ([x, y]: readonly [bigint, bigint]): readonly [bigint, bigint] => {
    const { power, d } = D;
    const t = (((((d * x * x) % P) * y) % P) * y) % P;
    return [
      (((2n * x * y) % P) * power((1n + t) % P, P - 2n)) % P,
      (((y * y + x * x) % P) * power((1n - t + P) % P, P - 2n)) % P,
    ];
  };

  it('of small order is refused, with either sign: eight times it is nothing', () => {
    const eighth = 0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826n;
    const small = [0n, 1n, P - 1n, eighth, P - eighth];
    for (const y of small) {
      const [x] = roots(y);
      expect(double(double(double([x!, y])))).toEqual([0n, 1n]);
      expect(checkPoint(bytesOf(y))).toBe('key.small-order');
      const other = bytesOf(y | (1n << 255n));
      expect(checkPoint(other)).toBe(x === 0n ? 'key.point' : 'key.small-order');
    }
    expect(codeOf(keyText(bytesOf(1n)))).toBe('key.small-order');
  });

  it('in another spelling is refused: y not below the prime', () => {
    for (let extra = 0n; extra < 19n; extra += 1n) {
      expect(checkPoint(bytesOf(P + extra))).toBe('key.point');
      expect(checkPoint(bytesOf((P + extra) | (1n << 255n)))).toBe('key.point');
    }
    expect(codeOf(keyText(bytesOf(P + 3n)))).toBe('key.point');
  });

  it('is one exactly when an x fits', () => {
    let [on, off] = [0, 0];
    for (let y = 2n; y < 40n; y += 1n) {
      const fits = roots(y).length > 0;
      expect(checkPoint(bytesOf(y))).toBe(fits ? null : 'key.point');
      expect(checkPoint(bytesOf(y | (1n << 255n)))).toBe(fits ? null : 'key.point');
      if (fits) on += 1;
      else off += 1;
    }
    expect([on > 5, off > 5]).toEqual([true, true]);
  });
});

const KEY = privateKey(Buffer.alloc(32, 7));
const ORIGIN = 'splitproof/t_1';
const VERIFIER = must(parseVerifierKey(writeVerifierKey(ORIGIN, KEY)));
const HEAD = { origin: ORIGIN, size: 128, root: Buffer.alloc(32, 0xab) };
const TEXT = signCheckpoint(HEAD, KEY);
const parse = (text: string): string => {
  const parsed = parseCheckpoint(Buffer.from(text));
  if (!parsed.ok) return parsed.problem.code;
  return isSignedBy(parsed.value, VERIFIER) ? 'signed' : 'not signed';
};

describe('a checkpoint', () => {
  it('is three lines, an empty one, and one signature in the name of the ledger', () => {
    const [origin, size, root, empty, signature, end, ...more] = TEXT.split('\n');
    expect([origin, size, root, empty, end, more]).toEqual([
      ORIGIN,
      '128',
      HEAD.root.toString('base64'),
      '',
      '',
      [],
    ]);
    expect(signature).toMatch(/^\u2014 splitproof\/t_1 [A-Za-z0-9+/]{91}=$/);
    const signed = Buffer.from(signature!.split(' ')[2]!, 'base64');
    expect(signed.subarray(0, 4)).toEqual(VERIFIER.id);
    expect(
      verify(null, Buffer.from(`${origin}\n${size}\n${root}\n`), VERIFIER.publicKey, signed.subarray(4)),
    ).toBe(true);
    expect(must(parseCheckpoint(Buffer.from(TEXT)))).toMatchObject({
      ...HEAD,
      text: TEXT,
      note: `${origin}\n${size}\n${root}\n`,
    });
    expect(parse(TEXT)).toBe('signed');
  });

  it('reads back as what was signed, for every origin, size and root', () => {
    const origin = fc.stringMatching(/^[!-*,-~]{1,200}$/);
    const size = fc.oneof(fc.integer({ min: 1, max: 1_000_000_000 }), fc.constantFrom(1, 1_000_000_000));
    fc.assert(
      fc.property(origin, size, fc.uint8Array({ minLength: 32, maxLength: 32 }), (name, count, bytes) => {
        const head = { origin: name, size: count, root: Buffer.from(bytes) };
        expect(must(parseCheckpoint(Buffer.from(signCheckpoint(head, KEY))))).toMatchObject(head);
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    ['another size', TEXT.replace('128', '129'), 'not signed'],
    ['another root', TEXT.replace('q6ur', 'q6us'), 'not signed'],
    ['a size of 0', TEXT.replace('128', '0'), 'checkpoint.form'],
    ['a size above the limit', TEXT.replace('128', '1000000001'), 'checkpoint.form'],
    ['a leading zero', TEXT.replace('128', '0128'), 'checkpoint.form'],
    ['a sign', TEXT.replace('128', '+128'), 'checkpoint.form'],
    ['another origin in the first line', TEXT.replace('t_1', 't_2'), 'checkpoint.form'],
    ['another origin in both places', TEXT.replaceAll('t_1', 't_2'), 'not signed'],
    ['an extension line', TEXT.replace('\n\n', '\nmore\n\n'), 'checkpoint.form'],
    ['no empty line', TEXT.replace('\n\n', '\n'), 'checkpoint.form'],
    ['two empty lines', TEXT.replace('\n\n', '\n\n\n'), 'checkpoint.form'],
    ['a second signature', `${TEXT}${TEXT.split('\n')[4]}\n`, 'checkpoint.form'],
    ['no newline at the end', TEXT.slice(0, -1), 'checkpoint.form'],
    ['a newline more', `${TEXT}\n`, 'checkpoint.form'],
    ['CR LF', TEXT.replaceAll('\n', '\r\n'), 'checkpoint.form'],
    ['a hyphen for the dash', TEXT.replace('\u2014', '-'), 'checkpoint.form'],
    ['an en dash', TEXT.replace('\u2014', '\u2013'), 'checkpoint.form'],
    ['two spaces', TEXT.replace('\u2014 ', '\u2014  '), 'checkpoint.form'],
    ['a short signature', TEXT.replace(/.{4}\n$/, '\n'), 'checkpoint.form'],
    ['a root of 31 bytes', TEXT.replace(/^.{44}$/m, Buffer.alloc(31).toString('base64')), 'checkpoint.form'],
    ['base64 with its spare bits used', TEXT.replace(/^(.{42}).=$/m, '$1t='), 'checkpoint.form'],
    ['nothing in it', '', 'checkpoint.form'],
    ['a byte order mark', `\ufeff${TEXT}`, 'checkpoint.form'],
    ['600 bytes and more', `${TEXT}${'x'.repeat(600)}`, 'checkpoint.form'],
  ])('with %s is refused', (_, text, expected) => {
    expect(text).not.toBe(TEXT);
    expect(parse(text)).toBe(expected);
  });

  it('fails when any bit is another one', () => {
    const bytes = Buffer.from(TEXT);
    const seen = Array.from({ length: bytes.length * 8 }, (_, bit) => {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const parsed = parseCheckpoint(changed);
      return parsed.ok && isSignedBy(parsed.value, VERIFIER);
    });
    expect(seen).not.toContain(true);
  });

  it('is not taken from another key, nor under another id, nor for another name', () => {
    const other = must(parseVerifierKey(writeVerifierKey(ORIGIN, privateKey(Buffer.alloc(32, 8)))));
    const named = must(parseVerifierKey(writeVerifierKey('splitproof/t_2', KEY)));
    const checkpoint = must(parseCheckpoint(Buffer.from(TEXT)));
    expect([isSignedBy(checkpoint, other), isSignedBy(checkpoint, named)]).toEqual([false, false]);
    expect(isSignedBy({ ...checkpoint, keyId: Buffer.alloc(4) }, VERIFIER)).toBe(false);
    expect(isSignedBy(checkpoint, { ...other, id: VERIFIER.id })).toBe(false);
    expect(isSignedBy(checkpoint, { ...VERIFIER, name: 'splitproof/t_2' })).toBe(false);
  });

  it('is not taken with S of another spelling: S and the order of the group make the same point', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const checkpoint = must(parseCheckpoint(Buffer.from(TEXT)));
    const s = BigInt(`0x${Buffer.from(checkpoint.signature.subarray(32)).reverse().toString('hex')}`);
    const signature = Buffer.concat([checkpoint.signature.subarray(0, 32), bytesOf(s + order)]);
    expect(isSignedBy({ ...checkpoint, signature }, VERIFIER)).toBe(false);
  });
});
