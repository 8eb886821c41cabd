import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Kysely, sql } from 'kysely';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/database.ts';
import { type Limits, postgresDialect } from '../../src/store/postgres.ts';
import type { Tables } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { askPostgres, OPENED_AT } from '../support/each-database.ts';

const { url } = { url: '', ...inject('postgres') };

describe('a PostgreSQL connection that breaks', () => {
  it('is reported and replaced when it was idle', async () => {
    const lost = Promise.withResolvers<Error>();
    const db = open(url, { connections: 1, statementMs: 0, networkMs: 0 }, lost.resolve);
    const before = await backend(db);
    await askPostgres(url, `select pg_terminate_backend(${before})`);
    expect(await lost.promise).toBeInstanceOf(Error);
    expect(await backend(db)).not.toBe(before);
  });

  it('fails the transaction that it was lent to, and no more than that', async () => {
    const db = open(url, { connections: 1, statementMs: 0, networkMs: 0 });
    const before = await backend(db);
    const failing = inTransaction(db, async (transaction) => {
      await askPostgres(url, `select pg_terminate_backend(${before})`);
      await sql`select 1`.execute(transaction);
    });
    await expect(failing).rejects.toThrow();
    expect(await backend(db)).not.toBe(before);
  });

  it('is given up when the server stops a statement that takes too long, and stays usable', async () => {
    const db = open(url, { connections: 1, statementMs: 50, networkMs: 60_000 });
    const before = await backend(db);
    await expect(sql`select pg_sleep(60)`.execute(db)).rejects.toMatchObject({ code: '57014' });
    expect(await backend(db)).toBe(before);
  });

  it('is not lent to anybody else when the network has gone silent', async () => {
    const proxy = await startProxy(url);
    const db = open(proxy.url, { connections: 1, statementMs: 500, networkMs: 500 });
    const before = await backend(db);
    proxy.silence();
    await expect(sql`select 1`.execute(db)).rejects.toThrow();
    expect(await backend(db)).not.toBe(before);
  });
});

describe('a PostgreSQL server that cannot be used is refused with a sentence', () => {
  it.each([
    ['28P01', /refuses the user name or password\. Correct them in DATABASE_URL/],
    ['28000', /does not let this user in from this machine\. Allow it in pg_hba\.conf/],
    ['53300', /has no connection left to give/],
    ['57P03', /is still starting\. Wait a moment/],
    ['XX000', /could not be used \(XX000\)\. Check host, port, user, password, database and encryption/],
  ])('it answers with %s', async (code, sentence) => {
    const port = await answerAll(refusalWith(code));
    expect(await refusal(`postgres://canary:canary@127.0.0.1:${port}/canary`)).toMatch(sentence);
  });

  it('it does not speak PostgreSQL', async () => {
    const port = await answerAll(Buffer.from('HTTP/1.1 400 canary\r\n\r\n'));
    expect(await refusal(`postgres://canary:canary@127.0.0.1:${port}/canary`)).toMatch(/could not be used/);
  });

  it('nothing listens there', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const port = portOf(taken);
    taken.close();
    await once(taken, 'close');
    expect(await refusal(`postgres://canary:canary@127.0.0.1:${port}/canary`)).toMatch(
      /nothing listens at its host and port/,
    );
  });

  it('it has no such database', async () => {
    const other = new URL(url);
    other.pathname = '/canary';
    expect(await refusal(other.href)).toMatch(/has no database of that name\. Create it \(createdb\)/);
  });

  it('it has no such schema', async () => {
    const other = new URL(url);
    other.searchParams.set('options', '-c search_path=canary');
    expect(await refusal(other.href)).toMatch(/schema that DATABASE_URL asks for does not exist/);
  });
});

function open(address: string, limits: Limits, lost: (error: Error) => void = () => {}): Kysely<Tables> {
  const db = new Kysely<Tables>({ dialect: postgresDialect(address, limits, lost) });
  onTestFinished(() => db.destroy());
  return db;
}

async function backend(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]!.pid;
}

async function refusal(address: string): Promise<string> {
  const error: unknown = await openStore(address, { now: OPENED_AT }).then(
    () => 'opened',
    (reason) => reason,
  );
  expect(String(error)).toMatch(/^StoreError: The .*\bDATABASE_URL\b.*\.$/);
  expect(String(error)).not.toContain('canary');
  return String(error);
}

/** An ErrorResponse of PostgreSQL's protocol: type, length, then fields that end with a zero. */
function refusalWith(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mcanary\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

async function answerAll(answer: Buffer): Promise<number> {
  const server = createServer((socket) =>
    socket.once('data', () => socket.end(answer)).on('error', () => {}),
  );
  server.listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.close();
  });
  await once(server, 'listening');
  return portOf(server);
}

/** Passes everything on, until it is told to say nothing more on the connections that it has. */
async function startProxy(target: string): Promise<{ url: string; silence(): void }> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) sockets.add(socket.on('error', () => {}));
    near.pipe(far).pipe(near);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const proxied = new URL(target);
  proxied.port = String(portOf(server));
  return {
    url: proxied.href,
    silence() {
      for (const socket of sockets) socket.unpipe().pause();
    },
  };
}

function portOf(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
