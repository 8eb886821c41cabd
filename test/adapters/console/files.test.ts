import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fc, test } from '@fast-check/vitest';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { attach, readAttachment, saveFile } from '../../../src/adapters/console/files.ts';
import type { Attachment } from '../../../src/bot/adapter.ts';

const root = mkdtempSync(join(tmpdir(), 'splitproof-files-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
let folder: string;
let count = 0;
beforeEach(() => {
  count += 1;
  folder = join(root, String(count));
  mkdirSync(folder);
});

const out = (name: string, text = 'x') => ({ name, mediaType: 'text/plain', bytes: Buffer.from(text) });
const read = async (file: Attachment, limit: number) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readAttachment(file, limit)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

describe('a file to attach', () => {
  it('is known by name, size and where it is', async () => {
    const path = join(folder, 'codes.csv');
    writeFileSync(path, 'abc');
    expect(await attach(path)).toEqual({ id: path, name: 'codes.csv', sizeBytes: 3, mediaType: null });
  });

  it('is named when it cannot be one', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await attach(join(folder, 'nothing.csv'))).toBe('missing');
    expect(await attach(join(file, 'below.csv'))).toBe('missing');
    expect(await attach(folder)).toBe('folder');
    expect(await attach('/dev/zero')).toBe('special');
    expect(await attach('a\u0000b')).toBe('other');
  });

  it.skipIf(process.getuid?.() === 0)('is named when the system refuses to read it', async () => {
    const path = join(folder, 'locked');
    writeFileSync(path, '');
    chmodSync(path, 0);
    expect(await attach(path)).toBe('other');
  });
});

describe('an attached file', () => {
  const attached = (text: string, sizeBytes: number | null) => {
    const id = join(folder, 'codes.csv');
    writeFileSync(id, text);
    return { id, name: 'codes.csv', sizeBytes, mediaType: null };
  };

  it('is read up to the limit', async () => {
    expect(await read(attached('abc', 3), 3)).toBe('abc');
    expect(await read(attached('abc', null), 3)).toBe('abc');
  });

  it('is refused beyond it, at once where its size is known', () => {
    const file = attached('abcd', 4);
    expect(() => readAttachment(file, 3)).toThrow(
      expect.objectContaining({
        problem: { code: 'file.too-large', severity: 'error', details: { limitMegabytes: 1 } },
      }),
    );
    expect(() => readAttachment({ ...file, sizeBytes: 11_000_000 }, 10 * 1024 * 1024)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ details: { limitMegabytes: 10 } }) }),
    );
  });

  it('is refused while it is read, when it has grown', async () => {
    await expect(read(attached('abcd', 3), 3)).rejects.toMatchObject({ problem: { code: 'file.too-large' } });
  });

  it('is refused by name when it is gone', async () => {
    const file = attached('abc', 3);
    rmSync(file.id);
    await expect(read(file, 3)).rejects.toMatchObject({
      problem: { code: 'file.gone', details: { name: 'codes.csv' } },
    });
  });
});

describe('a file from the bot', () => {
  it('is saved under its name, in a folder that is made for it', async () => {
    const path = await saveFile(join(folder, 'a', 'b'), out('codes.csv', 'abc'));
    expect(path).toBe(join(folder, 'a', 'b', 'codes.csv'));
    expect(readFileSync(path, 'utf8')).toBe('abc');
  });

  it('never takes the place of an older one', async () => {
    for (const text of ['one', 'two', 'three']) await saveFile(folder, out('codes.csv', text));
    await saveFile(folder, out('README', 'four'));
    await saveFile(folder, out('README', 'five'));
    const found = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);
    expect(Object.fromEntries(found)).toEqual({
      'codes.csv': 'one',
      'codes-2.csv': 'two',
      'codes-3.csv': 'three',
      README: 'four',
      'README-2': 'five',
    });
  });

  it('does not take the place of another at the same moment', async () => {
    const paths = await Promise.all(['a', 'b', 'c', 'd'].map((text) => saveFile(folder, out('x.csv', text))));
    expect(new Set(paths).size).toBe(4);
    expect(paths.map((path) => readFileSync(path, 'utf8'))).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\evil.exe', 'evil.exe'],
    ['/etc/passwd', 'passwd'],
    ['.bashrc', 'bashrc'],
    ['...', 'file'],
    ['..', 'file'],
    ['.', 'file'],
    ['/', 'file'],
    ['', 'file'],
    ['a\u0000b.csv', 'ab.csv'],
    ['\u001b[2Jcodes\n.csv', '[2Jcodes .csv'],
    ['gpj\u202e.exe', 'gpj.exe'],
    ['夜車.csv', '夜車.csv'],
    [`${'夜'.repeat(300)}.csv`, `${'夜'.repeat(66)}.csv`],
    [`a.${'b'.repeat(300)}`, `a.${'b'.repeat(198)}`],
  ])('called %j cannot leave the folder, hide or steer a screen', async (name, saved) => {
    expect(await saveFile(folder, out(name))).toBe(join(folder, saved));
  });

  test.prop([fc.string({ unit: 'binary', maxLength: 300 })], { numRuns: 60 })(
    'is saved in the folder whatever its name is',
    async (name) => {
      const path = await saveFile(folder, out(name));
      expect(dirname(path)).toBe(folder);
      expect(basename(path)).not.toMatch(/^\.|\p{Cc}/u);
      expect(readdirSync(folder)).toContain(basename(path));
    },
  );
});
