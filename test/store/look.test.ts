import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { lookAtStore } from '../../src/store/look.ts';
import { type Migration, readMigrations } from '../../src/store/migrate.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const later: Migration = { name: '9999-later', up: async () => {} };

eachDatabase(({ freshUrl, open }) => {
  it('is not there yet before the first start, nor after a look', async () => {
    const url = await freshUrl();
    expect(await lookAtStore(url)).toEqual({ kind: 'absent' });
    expect(await lookAtStore(url)).toEqual({ kind: 'absent' });
  });

  it('is good after a start, while the bot runs', async () => {
    const url = await freshUrl();
    const store = await open(url);
    expect(await lookAtStore(url)).toEqual({ kind: 'good' });
    await store.check();
  });

  it('is behind by the steps that the next start takes, and a look takes none', async () => {
    const url = await freshUrl();
    await open(url);
    const migrations = [...(await readMigrations()), later, { ...later, name: '9999-latest' }];
    expect(await lookAtStore(url, { migrations })).toEqual({ kind: 'behind', steps: 2 });
    expect(await lookAtStore(url, { migrations })).toEqual({ kind: 'behind', steps: 2 });
  });

  it('is refused when a newer version used it', async () => {
    const url = await freshUrl();
    await open(url, { migrations: [...(await readMigrations()), later] });
    await expect(lookAtStore(url)).rejects.toThrow('a newer Splitproof (it has the step 9999-later)');
  });
});

describe('a look at a SQLite file', () => {
  it('makes no file and no folder', async () => {
    const parent = folder();
    expect(await lookAtStore(`sqlite:${join(parent, 'new', 'a.db')}`)).toEqual({ kind: 'absent' });
    expect(await lookAtStore('sqlite::memory:')).toEqual({ kind: 'absent' });
    expect(readdirSync(parent)).toEqual([]);
    expect(existsSync(':memory:')).toBe(false);
  });

  it('puts nothing beside it and leaves every byte', async () => {
    const parent = folder();
    const file = join(parent, 'a ?#%.db');
    await (await openStore(`sqlite:${file}`, { now: OPENED_AT })).close();
    const before = readFileSync(file);
    expect(await lookAtStore(`sqlite:${file}`)).toEqual({ kind: 'good' });
    expect(readdirSync(parent)).toEqual(['a ?#%.db']);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('says in a sentence what is there instead', async () => {
    const parent = folder();
    mkdirSync(join(parent, 'folder'));
    writeFileSync(join(parent, 'text'), 'no database '.repeat(100));
    await expect(lookAtStore(`sqlite:${join(parent, 'folder')}`)).rejects.toThrow('is a folder');
    await expect(lookAtStore(`sqlite:${join(parent, 'text')}`)).rejects.toThrow('is no SQLite database');
    await expect(lookAtStore(`sqlite:${join(parent, 'text', 'a.db')}`)).rejects.toThrow('a part of its path');
    await expect(lookAtStore('mysql://x')).rejects.toThrow('DATABASE_URL names no database');
  });
});

it('says that nobody answers at a server', async () => {
  await expect(lookAtStore('postgres://u:sesame@127.0.0.1:1/x')).rejects.toThrow(/DATABASE_URL/);
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'splitproof-look-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}
