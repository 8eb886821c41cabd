import { type Dialect, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { refuseInsideTransaction } from './transaction.ts';

export type Limits = {
  readonly connections: number;
  /** After this the server gives a statement up; 0 for never. */
  readonly statementMs: number;
  /** How much longer than the server we wait; after that only a dead network explains the silence. */
  readonly networkMs: number;
};

/** For everyday work: nothing we ask takes a second, so 20 mean that something is wrong. */
export const EVERYDAY: Limits = { connections: 10, statementMs: 20_000, networkMs: 5_000 };

/** For migrations, which may rewrite a table or wait for another process that does. */
export const UNHURRIED: Limits = { connections: 1, statementMs: 0, networkMs: 0 };

/** Long enough for a database that takes ten seconds for each answer: to connect takes several. */
const CONNECT_MS = 60_000;

/** A transaction of ours never waits for people or the network, so one that idles this long is lost. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * Kysely on pg.
 *
 * @param lost told when a connection that nobody is asking anything breaks; the pool makes a new one by itself
 */
export function postgresDialect(url: string, limits: Limits, lost: (error: Error) => void): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'splitproof',
    max: limits.connections,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    ...(limits.statementMs > 0 && {
      statement_timeout: limits.statementMs,
      query_timeout: limits.statementMs + limits.networkMs,
    }),
    types: { getTypeParser },
  });
  // Without these two, a connection that the server ends would end the process: idle ones, and those in use.
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return new PostgresDialect({ pool: carefulPool(pool) });
}

/**
 * A pool that keeps a connection only after the server itself has answered.
 *
 * After a time-out or a broken line nobody knows what the connection is still busy with: whoever got it next
 * would wait for somebody else's query.
 */
function carefulPool(pool: pg.Pool): PostgresPool {
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      refuseInsideTransaction();
      const client = await pool.connect();
      let broken = false;
      return {
        query: async (sql: unknown, parameters?: readonly unknown[]) => {
          try {
            return await client.query(sql as string, parameters as unknown[]);
          } catch (error) {
            broken ||= !(error instanceof pg.DatabaseError);
            throw error;
          }
        },
        release: (destroy?: boolean) => client.release(destroy || broken),
      } as never;
    },
  };
}

const BIGINT = 20;

/** A bigint comes as text. All of ours are counts and milliseconds, which a number holds exactly. */
function getTypeParser(type: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (type !== BIGINT) return pg.types.getTypeParser(type, format as 'text');
  return (value) => {
    const number = Number(value);
    if (!Number.isSafeInteger(number))
      throw new Error('The database holds an integer that a number cannot hold exactly.');
    return number;
  };
}
