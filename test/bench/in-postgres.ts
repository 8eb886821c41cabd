import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** @returns the address, where a schema was made the address of that */
export async function inPostgres(url: string, wish: 'create schema' | 'analyze'): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const schema = `bench_${randomUUID().replaceAll('-', '')}`;
  await client.query(wish === 'analyze' ? wish : `${wish} ${schema}`);
  await client.end();
  if (wish === 'analyze') return url;
  const fresh = new URL(url);
  fresh.searchParams.set('options', `-c search_path=${schema}`);
  return fresh.href;
}
