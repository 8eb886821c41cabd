import type { Context } from '../../src/bot/command.ts';
import { suggestAnything, suggestItems } from '../../src/catalog/find.ts';
import { askHealth } from '../../src/catalog/health.ts';
import { askList } from '../../src/catalog/list.ts';
import { askShow } from '../../src/catalog/show.ts';
import { plain } from '../../src/text/spans.ts';
import { startPostgres } from '../support/postgres.ts';
import { atMost, type Bench, measured, round } from './bench.ts';
import { byTurns, type SizeOptions, type Turns } from './by-turns.ts';
import { type BenchCatalog, openCatalog } from './catalog-fill.ts';
import { inPostgres } from './in-postgres.ts';

/** What people ask of a catalog. To measure another question, add a line. */
const QUESTIONS: readonly { readonly name: string; ask(context: Context): Promise<unknown> }[] = [
  { name: 'list', ask: (context) => list('', context) },
  { name: 'search: one common word', ask: (context) => list('night', context) },
  { name: 'search: two words', ask: (context) => list('night ba', context) },
  { name: 'search: Chinese', ask: (context) => list('夜', context) },
  { name: 'completion', ask: (context) => suggestItems('recording')('ni', context) },
  { name: 'completion of anything', ask: (context) => suggestAnything('lo', context) },
  { name: 'show', ask: (context) => askShow('r_00000000000000000500', context) },
  { name: 'health', ask: askHealth },
];

const [FEW, MANY] = [1_000, 100_000];

/** A catalog of a thousand recordings against one of a hundred thousand, on both databases. */
export const catalogSize: Bench = {
  name: 'catalog-size',
  title: 'catalog · what is asked of 1,000 and of 100,000 recordings (SQLite and PostgreSQL)',
  async run({ quick, rounds: howMany, note }) {
    const many = quick ? 10_000 : MANY;
    const rounds = howMany(15, 5);
    const postgres = await startPostgres();
    try {
      const sqlite = await measure('SQLite', () => null, { many, rounds, note });
      const schema = () => inPostgres(postgres.url, 'create schema');
      const server = await measure('PostgreSQL', schema, { many, rounds, note });
      const all = [...sqlite, ...server];
      const count = many.toLocaleString('en-US');
      return {
        table: [
          ['', `ms at ${FEW.toLocaleString('en-US')}`, `ms at ${count}`, 'ratio'],
          ...all.map(({ name, small, large, ratio }) => [name, round(small), round(large), round(ratio)]),
        ],
        promises: all.map(({ name, ratio }) => atMost(`${name}, large against small`, ratio, 2)),
        notes: [
          `${rounds} rounds, by turns; the median of the ratios of each round`,
          'PostgreSQL with the statistics that its autovacuum gathers within a minute',
        ],
      };
    } finally {
      await postgres.stop();
    }
  },
};

type Measured = Turns & { readonly name: string };

async function measure(
  database: string,
  address: () => Promise<string> | null,
  { many, rounds, note }: SizeOptions,
): Promise<readonly Measured[]> {
  note(`${database}: filling`);
  const [fewAt, manyAt] = [await address(), await address()];
  const small = await openCatalog(FEW, fewAt, note);
  const large = await openCatalog(many, manyAt, note);
  for (const url of [fewAt, manyAt]) if (url !== null) await inPostgres(url, 'analyze');
  try {
    const found: Measured[] = [];
    for (const { name, ask } of QUESTIONS) {
      const turns = await byTurns(
        rounds,
        () => timeOf(small, ask),
        () => timeOf(large, ask),
      );
      found.push({ name: `${database}: ${name}`, ...turns });
    }
    return found;
  } finally {
    await Promise.all([small.close(), large.close()]);
  }
}

/** Several in a row, since one takes less than the clock of a busy machine is worth. */
const IN_A_ROW = 5;

async function timeOf(
  { context }: BenchCatalog,
  ask: (context: Context) => Promise<unknown>,
): Promise<number> {
  const before = performance.now();
  for (let number = 0; number < IN_A_ROW; number += 1) await ask(context);
  return (performance.now() - before) / IN_A_ROW;
}

async function list(search: string, context: Context): Promise<void> {
  const reply = await askList(search === '' ? {} : { search }, context);
  measured((reply.list ?? []).length > 0, `nothing was found: ${plain(reply.title)}`);
}
