import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Queries that may do without a team, and why. */
const ARGUED: Readonly<Record<string, string>> = {
  'database.ts migration': 'the shape of the tables is the same for everybody',
  'look.ts migration': 'the shape of the tables is the same for everybody',
  'migrate.ts migration': 'the shape of the tables is the same for everybody',
  'deliveries.ts received': 'asked at the door, before anybody knows whose event it is',
  'keyv.ts forgetExpired kv': 'clearing away what has run out is the same for everybody',
};

const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'store');
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
);

const USE = /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|innerJoin|leftJoin)\(\s*'(\w+)/g;

/** Every use of a table, with the statement around it and the function that it is in. */
function queriesOf(source: string): { table: string; statement: string; within: string }[] {
  return [...source.matchAll(USE)].map(({ index, 1: table = '' }) => ({
    table,
    statement: source.slice(source.lastIndexOf(';', index) + 1, source.indexOf(';', index)),
    within: /function (\w+)(?![\s\S]*function \w)/.exec(source.slice(0, index))?.[1] ?? '',
  }));
}

function withoutTeam(file: string, source: string): string[] {
  return queriesOf(source)
    .filter(({ table, statement }) => table !== 'team' && !/\bteam_id\b/.test(statement))
    .filter(
      ({ table, within }) => !(`${file} ${table}` in ARGUED) && !(`${file} ${within} ${table}` in ARGUED),
    )
    .map(({ table, within }) => `${file}: ${within} uses ${table} without a team`);
}

describe('the queries of the store', () => {
  it('name the team whose rows they touch, except for a few with a reason', () => {
    expect(files.flatMap((file) => withoutTeam(file, readFileSync(join(FOLDER, file), 'utf8')))).toEqual([]);
  });

  it('would be caught without a team', () => {
    const leak =
      "async function list(db) {\n  return await db.selectFrom('space').select('id').execute();\n}";
    expect(withoutTeam('leak.ts', leak)).toEqual(['leak.ts: list uses space without a team']);
  });

  it('are all in sight: none hides in text or in a table name that is reckoned', () => {
    const seen = files.flatMap((file) => queriesOf(readFileSync(join(FOLDER, file), 'utf8')));
    expect(seen.length).toBeGreaterThan(10);
    for (const file of files.filter((name) => name !== 'migrate.ts' && !name.startsWith('migrations'))) {
      const source = readFileSync(join(FOLDER, file), 'utf8');
      expect(source, file).not.toMatch(
        /\bsql`|\bsql\.raw|CompiledQuery\.raw\('(?!begin immediate|commit|rollback)/,
      );
      expect(source, file).not.toMatch(
        /\.(?:selectFrom|insertInto|updateTable|deleteFrom|\w+Join)\(\s*[^'\s]/,
      );
    }
  });

  it('open no transaction but through inTransaction, which guards the outer handle', () => {
    const opening = files.filter((file) =>
      /\.transaction\(\)|startTransaction/.test(readFileSync(join(FOLDER, file), 'utf8')),
    );
    expect(opening).toEqual(['transaction.ts']);
  });

  it('are argued for only where they exist', () => {
    const existing = files.flatMap((file) =>
      queriesOf(readFileSync(join(FOLDER, file), 'utf8')).flatMap(({ table, within }) => [
        `${file} ${table}`,
        `${file} ${within} ${table}`,
      ]),
    );
    for (const argued of Object.keys(ARGUED)) expect(existing).toContain(argued);
  });
});
