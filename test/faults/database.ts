import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import type { TableRow } from './ledger.ts';

export type Untouched = { readonly kind: string; readonly key: string; readonly dueMs: number };

/** A database of its own, read with nothing of the bot's. */
export type Database = {
  readonly folder: string;
  /** What a process is told of it. */
  readonly variables: Readonly<Record<string, string>>;
  entries(): Promise<readonly TableRow[]>;
  /** Jobs that wait and are due before `beforeMs`, of these kinds or of all. */
  waiting(beforeMs: number, kinds: readonly string[]): Promise<readonly string[]>;
  givenUp(): Promise<readonly string[]>;
  /** Jobs that nobody has touched yet, and when they are due. */
  untouched(): Promise<readonly Untouched[]>;
  close(): Promise<void>;
  remove(): void;
};

const ENTRIES =
  'select e.seq as seq, e.text as text, s.text as sealed from entry e ' +
  'left join sealed s on s.team_id = e.team_id and s.seq = e.seq order by e.team_id, e.seq';
const WAITING = "select kind, key, due_at, tries, last_error from job where state = 'waiting'";
const UNTOUCHED = "select kind, key, due_at from job where state = 'waiting' and tries = 0";
const GIVEN_UP = "select kind, key, last_error from job where state = 'given-up'";

type Ask = <Row>(question: string) => Promise<readonly Row[]>;

export function openSqlite(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-faults-'));
  const path = join(folder, 'faults.db');
  const ask = async <Row>(question: string): Promise<readonly Row[]> => {
    const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
    try {
      return db.prepare(question).all() as Row[];
    } finally {
      db.close();
    }
  };
  return databaseOf(folder, { DATABASE_URL: `sqlite:${path}` }, ask, async () => {});
}

/** @param url of a server; a schema is made there, and dropped at the end */
export async function openPostgres(url: string): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-faults-'));
  const schema = `faults_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.query(`set search_path to ${schema}`);
  const key = join(folder, 'key.pem');
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(key, pem, { mode: 0o600 });
  const mine = new URL(url);
  mine.searchParams.set('options', `-c search_path=${schema}`);
  const variables = {
    DATABASE_URL: mine.href,
    EVIDENCE_KEY: key,
    EVIDENCE_HEADS: join(folder, 'heads'),
  };
  const ask = async <Row>(question: string) => (await client.query(question)).rows as Row[];
  return databaseOf(folder, variables, ask, async () => {
    await client.query(`drop schema ${schema} cascade`);
    await client.end();
  });
}

function databaseOf(
  folder: string,
  variables: Readonly<Record<string, string>>,
  ask: Ask,
  close: () => Promise<void>,
): Database {
  return {
    folder,
    variables,
    entries: () => ask<TableRow>(ENTRIES),
    async waiting(beforeMs, kinds) {
      const rows = await ask<{ kind: string; due_at: number | string }>(WAITING);
      return rows
        .filter(({ kind }) => kinds.length === 0 || kinds.includes(kind))
        .filter(({ due_at }) => Number(due_at) < beforeMs)
        .map((row) => JSON.stringify(row));
    },
    givenUp: async () => (await ask(GIVEN_UP)).map((row) => JSON.stringify(row)),
    async untouched() {
      const rows = await ask<{ kind: string; key: string; due_at: number | string }>(UNTOUCHED);
      return rows.map(({ kind, key, due_at }) => ({ kind, key, dueMs: Number(due_at) }));
    },
    close,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
