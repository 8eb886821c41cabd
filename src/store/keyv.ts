import {
  Keyv,
  type KeyvEntry,
  type KeyvStorageAdapter,
  type KeyvStorageCapability,
  keyvStorageCapability,
} from 'keyv';
import type { Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** In place of a team: what the deployment itself remembers, such as which commands it has registered. */
export const DEPLOYMENT = 'deployment';

/** The namespace of questions about places that wait for a press. */
export const PLACE_ASKS = 'place-asks';

export type KeyvOptions = {
  /** A team's id, or `DEPLOYMENT`. */
  readonly teamId: string;
  readonly namespace: string;
  /** How long a value is kept when `set` does not say; for ever by default. */
  readonly ttlMs?: number;
  readonly now: () => Date;
};

/**
 * A Keyv in our database, for what may be lost or runs out: drafts, caches, settings. Never evidence, codes, jobs.
 *
 * Unlike Keyv elsewhere, time is read from `now`, and a failing database rejects instead of looking like a miss
 * (as long as nobody listens to `error`).
 */
export function openKeyv<Value>(db: Db, options: KeyvOptions): Keyv<Value> {
  return new ClockedKeyv<Value>(db, options);
}

/** Forget what has run out, of all teams. */
export async function forgetExpired(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('kv').where('expires_at', '<=', now.getTime()).execute();
}

/** Keyv reckons with the clock of the machine; this one with the clock it is given. */
class ClockedKeyv<Value> extends Keyv<Value> {
  readonly #now: () => Date;

  constructor(db: Db, { teamId, namespace, ttlMs, now }: KeyvOptions) {
    super({
      store: new KvTable(db, teamId, namespace, now),
      checkExpired: false,
      ...(ttlMs !== undefined && { ttl: ttlMs }),
    });
    this.#now = now;
  }

  override async set<V = Value>(key: string, value: V, ttlMs?: number): Promise<boolean> {
    return await this.setRaw(key, this.#timed(value, ttlMs));
  }

  override async setMany<V = Value>(entries: KeyvEntry<V>[]): Promise<boolean[]> {
    return await this.setManyRaw(
      entries.map(({ key, value, ttl }) => ({ key, value: this.#timed(value, ttl) })),
    );
  }

  #timed<V>(value: V, ttlMs = this.ttl): { value: V; expires?: number } {
    return ttlMs === undefined ? { value } : { value, expires: this.#now().getTime() + ttlMs };
  }
}

type Methods = 'get' | 'getMany' | 'has' | 'hasMany' | 'set' | 'setMany' | 'delete' | 'deleteMany' | 'clear';

/** One team's namespace in the table `kv`. */
class KvTable implements Pick<KeyvStorageAdapter, Methods | 'capabilities' | 'namespace'> {
  readonly #db: Db;
  readonly #teamId: string;
  readonly #now: () => Date;
  readonly namespace: string;
  /** Says that `set` is given the time of expiry, and that expired values are not given out. */
  readonly capabilities: KeyvStorageCapability = keyvStorageCapability(this);

  constructor(db: Db, teamId: string, namespace: string, now: () => Date) {
    this.#db = db;
    this.#teamId = teamId;
    this.#now = now;
    this.namespace = namespace;
  }

  async get<V>(key: string): Promise<V | undefined> {
    return (await this.getMany<V>([key]))[0];
  }

  async getMany<V>(keys: readonly string[]): Promise<(V | undefined)[]> {
    if (keys.length === 0) return [];
    const rows = await this.#db
      .selectFrom('kv')
      .select(['key', 'value'])
      .where('team_id', '=', this.#teamId)
      .where('namespace', '=', this.namespace)
      .where('key', 'in', keys)
      .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', this.#now().getTime())]))
      .execute();
    const values = new Map(rows.map(({ key, value }) => [key, value]));
    // Keyv hands over text and takes text back; what it means is Keyv's.
    return keys.map((key) => values.get(key) as V | undefined);
  }

  async has(key: string): Promise<boolean> {
    return (await this.get(key)) !== undefined;
  }

  async hasMany(keys: string[]): Promise<boolean[]> {
    return (await this.getMany(keys)).map((value) => value !== undefined);
  }

  async set(key: string, value: unknown, expires?: number): Promise<boolean> {
    const written = { value: String(value), expires_at: expires ?? null };
    await this.#db
      .insertInto('kv')
      .values({ team_id: this.#teamId, namespace: this.namespace, key, ...written })
      .onConflict((conflict) => conflict.columns(['team_id', 'namespace', 'key']).doUpdateSet(written))
      .execute();
    return true;
  }

  async setMany<V>(entries: { key: string; value: V; expires?: number }[]): Promise<boolean[]> {
    await inTransaction(this.#db, async (transaction) => {
      const table = new KvTable(transaction, this.#teamId, this.namespace, this.#now);
      for (const { key, value, expires } of entries) await table.set(key, value, expires);
    });
    return entries.map(() => true);
  }

  async delete(key: string): Promise<boolean> {
    return (await this.deleteMany([key]))[0] ?? false;
  }

  async deleteMany(keys: string[]): Promise<boolean[]> {
    if (keys.length === 0) return [];
    const rows = await this.#db
      .deleteFrom('kv')
      .where('team_id', '=', this.#teamId)
      .where('namespace', '=', this.namespace)
      .where('key', 'in', keys)
      .returning('key')
      .execute();
    const deleted = new Set(rows.map(({ key }) => key));
    return keys.map((key) => deleted.has(key));
  }

  async clear(): Promise<void> {
    await this.#db
      .deleteFrom('kv')
      .where('team_id', '=', this.#teamId)
      .where('namespace', '=', this.namespace)
      .execute();
  }
}
