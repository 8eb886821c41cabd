import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { describe, onTestFinished } from 'vitest';
import { openStore, type Store, type StoreOptions } from '../../src/store/database.ts';
import { injectedPostgres } from './injected.ts';

export type Databases = {
  readonly kind: 'sqlite' | 'postgres';
  /** The address of a new, empty database that goes after the test. */
  freshUrl(): Promise<string>;
  /** A store on it, closed after the test. */
  open(url: string, options?: Partial<StoreOptions>): Promise<Store>;
  /** Both in one. */
  openFresh(options?: Partial<StoreOptions>): Promise<Store>;
};

/** When the stores of tests are opened, unless they say otherwise. */
export const OPENED_AT = new Date('2026-11-26T12:00:00Z');

/** Describe the same on SQLite and on PostgreSQL; every test has databases of its own. */
export function eachDatabase(body: (databases: Databases) => void): void {
  describe('on SQLite', () => body(databases('sqlite', freshSqlite)));
  describe('on PostgreSQL', () => body(databases('postgres', freshPostgres)));
}

function databases(kind: Databases['kind'], freshUrl: () => Promise<string>): Databases {
  const open: Databases['open'] = async (url, options) => {
    const store = await openStore(url, { now: OPENED_AT, ...options });
    onTestFinished(() => store.close());
    return store;
  };
  return { kind, freshUrl, open, openFresh: async (options) => open(await freshUrl(), options) };
}

async function freshSqlite(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-sqlite-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return `sqlite:${join(folder, 'test.db')}`;
}

async function freshPostgres(): Promise<string> {
  const url = injectedPostgres();
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  await askPostgres(url, `create schema ${schema}`);
  onTestFinished(async () => {
    await askPostgres(url, `drop schema ${schema} cascade`);
  });
  const fresh = new URL(url);
  fresh.searchParams.set('options', `-c search_path=${schema}`);
  return fresh.href;
}

/** One question on a connection of its own. */
export async function askPostgres<Row extends pg.QueryResultRow>(
  url: string,
  question: string,
): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(question)).rows;
  } finally {
    await client.end();
  }
}
