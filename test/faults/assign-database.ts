import { randomUUID } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

/** A database that can be copied and put back as a whole, while nobody has it open. */
export type CopiedDatabase = {
  readonly kind: 'sqlite' | 'postgres';
  readonly folder: string;
  readonly url: string;
  ask<Row>(question: string): Promise<readonly Row[]>;
  keep(name: string): Promise<void>;
  putBack(name: string): Promise<void>;
  remove(): Promise<void>;
};

export function openSqliteCopies(): CopiedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-codes-'));
  const path = join(folder, 'codes.db');
  const parts = ['', '-wal', '-shm'];
  const copy = (from: string, to: string) => {
    for (const part of parts) {
      rmSync(to + part, { force: true });
      if (existsSync(from + part)) copyFileSync(from + part, to + part);
    }
  };
  return {
    kind: 'sqlite',
    folder,
    url: `sqlite:${path}`,
    async ask<Row>(question: string) {
      const db = new DatabaseSync(path, { timeout: 10_000 });
      try {
        return db.prepare(question).all() as Row[];
      } finally {
        db.close();
      }
    },
    keep: async (name) => copy(path, join(folder, name)),
    putBack: async (name) => copy(join(folder, name), path),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** @param server a server on which databases may be made; all are dropped at the end */
export function openPostgresCopies(server: string): CopiedDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-codes-'));
  const name = `codes_${randomUUID().replaceAll('-', '')}`;
  const copies = new Set([name]);
  const mine = new URL(server);
  mine.pathname = `/${name}`;
  const made = onServer(server, [`create database ${name}`]);
  const copyOf = (copy: string) => `${name}_${copy}`;
  return {
    kind: 'postgres',
    folder,
    url: mine.href,
    async ask<Row>(question: string) {
      await made;
      const client = new pg.Client({ connectionString: mine.href });
      await client.connect();
      try {
        return (await client.query(question)).rows as Row[];
      } finally {
        await client.end();
      }
    },
    async keep(copy) {
      copies.add(copyOf(copy));
      await onServer(server, [
        `drop database if exists ${copyOf(copy)} with (force)`,
        `create database ${copyOf(copy)} template ${name}`,
      ]);
    },
    putBack: (copy) =>
      onServer(server, [
        `drop database ${name} with (force)`,
        `create database ${name} template ${copyOf(copy)}`,
      ]),
    async remove() {
      await onServer(
        server,
        [...copies].map((copy) => `drop database if exists ${copy} with (force)`),
      );
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const TRIES = 50;

/** What was killed may still be connected for a moment. */
async function onServer(server: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          await client.query(statement);
          break;
        } catch (error) {
          const isInUse = error instanceof pg.DatabaseError && error.code === '55006';
          if (!isInUse || attempt === TRIES) throw error;
          await pause(100);
        }
      }
    }
  } finally {
    await client.end();
  }
}
