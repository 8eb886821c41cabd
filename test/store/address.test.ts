import { describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/store/address.ts';

describe('DATABASE_URL', () => {
  it.each([
    ['sqlite:./data/splitproof.db', './data/splitproof.db'],
    ['sqlite:/var/lib/splitproof/splitproof.db', '/var/lib/splitproof/splitproof.db'],
    ['sqlite:///var/lib/splitproof.db', '///var/lib/splitproof.db'],
    ['sqlite::memory:', ':memory:'],
    ['SQLite:name with spaces.db', 'name with spaces.db'],
    [' sqlite:a.db\n', 'a.db'],
  ])('reads %j as a SQLite file', (url, path) => {
    expect(parseAddress(url)).toEqual({ kind: 'sqlite', path });
  });

  it.each([
    'postgres://user:pass@db.example:5432/splitproof',
    'postgresql://db.example/splitproof?sslmode=require',
    'postgres:///splitproof?host=/var/run/postgresql',
  ])('reads %j as a PostgreSQL server', (url) => {
    expect(parseAddress(url)).toEqual({ kind: 'postgres', url });
  });

  it.each([
    ['', 'names no database that Splitproof knows'],
    ['./canary.db', 'names no database that Splitproof knows'],
    ['mysql://canary:canary@host/db', 'names no database that Splitproof knows'],
    ['sqlite:', 'names no file after sqlite:'],
    ['sqlite://canary.db', 'two slashes after sqlite:'],
    ['postgres://canary:pa#ss@host/db', 'percent-encoded'],
    ['postgres://canary:100%@host/db', 'percent-encoded'],
    ['postgres://user:canary@host', 'names no database after the host'],
    ['postgres://user:canary@host/', 'names no database after the host'],
    ['postgres:canary', 'not a readable postgres:// address'],
  ])('refuses %j and says what is wanted, not what was there', (url, reason) => {
    const refusal = problemOf(() => parseAddress(url));
    expect(refusal).toMatch(/^DATABASE_URL .*\.$/s);
    expect(refusal).toContain(reason);
    expect(refusal).not.toContain('canary');
  });
});

function problemOf(act: () => unknown): string {
  try {
    return `no problem, but ${JSON.stringify(act())}`;
  } catch (error) {
    return (error as Error).message;
  }
}
