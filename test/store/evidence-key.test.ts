import { fork } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { ConfigError } from '../../src/config.ts';
import { type EvidenceSettings, readEvidenceMeans } from '../../src/evidence-key.ts';
import { newKey } from './evidence-room.ts';

const unset = { evidenceKey: undefined, evidenceOrigin: undefined, evidenceHeads: undefined };
const postgres = 'postgres://somebody:secret@host:5432/splitproof';
const pem = newKey().export({ type: 'pkcs8', format: 'pem' }).toString();

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function read(settings: Partial<EvidenceSettings>) {
  return readEvidenceMeans({ databaseUrl: 'sqlite::memory:', ...unset, ...settings });
}

function whyNot(settings: Partial<EvidenceSettings>): readonly string[] {
  try {
    read(settings);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('makes a key beside the SQLite file once, for the owner alone, and nothing else', () => {
  const folder = freshFolder();
  const databaseUrl = `sqlite:${join(folder, 'new', 'test.db')}`;
  const [first, second] = [read({ databaseUrl }), read({ databaseUrl })];
  expect(first.key.equals(second.key)).toBe(true);
  expect(readdirSync(join(folder, 'new'))).toEqual(['test.db.evidence-key.pem']);
  expect(statSync(join(folder, 'new', 'test.db.evidence-key.pem')).mode & 0o777).toBe(0o600);
  first.heads.write('splitproof/t_1', 'head');
  expect(readdirSync(join(folder, 'new')).sort()).toEqual([
    'test.db.evidence-heads',
    'test.db.evidence-key.pem',
  ]);
  expect(Buffer.from(second.heads.read('splitproof/t_1')!).toString()).toBe('head');
});

it('agrees on one key between processes that start at once', async () => {
  const databaseUrl = `sqlite:${join(freshFolder(), 'test.db')}`;
  const script = join(import.meta.dirname, 'children', 'read-evidence-key.ts');
  const children = [1, 2, 3].map(() => fork(script, [databaseUrl]));
  await Promise.all(children.map((child) => once(child, 'message')));
  for (const child of children) child.send('go');
  const keys = await Promise.all(children.map(async (child) => (await once(child, 'message'))[0] as string));
  expect(new Set(keys).size).toBe(1);
  const here = createPublicKey(read({ databaseUrl }).key).export({ type: 'spki', format: 'pem' });
  expect(keys[0]).toBe(here);
});

it('takes the key from the variable, with line breaks or their escapes, or from a file', () => {
  const file = join(freshFolder(), 'key.pem');
  writeFileSync(file, pem);
  for (const evidenceKey of [pem, pem.trim(), pem.replaceAll('\n', '\\n'), file]) {
    expect(read({ evidenceKey }).key.export({ type: 'pkcs8', format: 'pem' })).toBe(pem);
  }
});

it('has key and heads in memory for a database in memory', () => {
  const [one, two] = [read({}), read({})];
  expect(one.key.equals(two.key)).toBe(false);
  one.heads.write('a', 'head');
  expect(two.heads.read('a')).toBeNull();
});

it('asks for both with PostgreSQL', () => {
  const [key, heads, ...more] = whyNot({ databaseUrl: postgres });
  expect(key).toMatch(/^EVIDENCE_KEY is not set/);
  expect(heads).toMatch(/^EVIDENCE_HEADS is not set/);
  expect(more).toEqual([]);
  expect(whyNot({ databaseUrl: postgres, evidenceKey: pem, evidenceHeads: freshFolder() })).toEqual([]);
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const publicPem = createPublicKey(newKey()).export({ type: 'spki', format: 'pem' }).toString();
const locked = newKey()
  .export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' })
  .toString();

it.each([
  ['a key of another kind', rsa.export({ type: 'pkcs8', format: 'pem' }).toString(), 'another kind'],
  ['a public key', publicPem, 'no private key'],
  ['a key with a password', locked, 'no private key'],
  ['half a key', pem.slice(0, 60), 'no private key'],
  ['a file that is not there', '/nowhere/key-7.pem', 'does not exist'],
  ['a folder', tmpdir(), 'neither a key'],
])('refuses %s without showing it', (_, evidenceKey, why) => {
  const [problem = ''] = whyNot({ evidenceKey });
  expect(problem).toMatch(/^EVIDENCE_KEY /);
  expect(problem).toContain(why);
  expect(problem).not.toContain(evidenceKey.slice(28, 60) || evidenceKey);
  expect(problem).not.toContain('key-7');
});

it('refuses a damaged file beside the database, and leaves it as it is', () => {
  const folder = freshFolder();
  const file = join(folder, 'test.db.evidence-key.pem');
  writeFileSync(file, 'half');
  expect(whyNot({ databaseUrl: `sqlite:${join(folder, 'test.db')}` })[0]).toContain('no private key');
  expect(readFileSync(file, 'utf8')).toBe('half');
});

it.each(['two words', 'a+b', '樂團', 'x'.repeat(136), ''])('refuses %j as the beginning of names', (name) => {
  expect(whyNot({ evidenceOrigin: name })[0]).toMatch(/^EVIDENCE_ORIGIN must be/);
});
