import { cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { type Bench, printTable, type Report } from './bench.ts';
import { catalogSize } from './catalog-size.ts';
import { checkShell } from './check-shell.ts';
import { codeCost } from './code-cost.ts';
import { discordGateway } from './discord-gateway.ts';
import { fileMemory } from './file-memory.ts';
import { idleMemory } from './idle-memory.ts';
import { ledgerAppend } from './ledger-append.ts';
import { markCost } from './mark-cost.ts';
import { reminderTick } from './reminder-tick.ts';
import { slackHttp } from './slack-http.ts';
import { startTime } from './start-time.ts';

const BENCHES: readonly Bench[] = [
  slackHttp,
  discordGateway,
  checkShell,
  idleMemory,
  startTime,
  fileMemory,
  ledgerAppend,
  markCost,
  codeCost,
  catalogSize,
  reminderTick,
];

const USAGE = `npm run bench [-- [--quick] [--rounds N] [name…]]

${BENCHES.map(({ name, title }) => `  ${name.padEnd(16)}${title}`).join('\n')}
`;

/** Prints a table and its ratios for every bench; ends with 1 when one measured nothing, whatever the figures are. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const { quick } = values;
  const unknown = positionals.find((name) => BENCHES.every((bench) => bench.name !== name));
  const badRounds = values.rounds !== undefined && !/^[1-9][0-9]?$/.test(values.rounds);
  if (values.help || unknown !== undefined || badRounds) {
    if (unknown !== undefined) process.stdout.write(`There is no bench "${unknown}".\n\n`);
    if (badRounds) process.stdout.write(`--rounds takes a number from 1 to 99, not "${values.rounds}".\n\n`);
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  const rounds = (full: number, few: number) => Number(values.rounds ?? (quick ? few : full));
  process.stdout.write(`${machine()}${quick ? ' · quick: figures not to be quoted' : ''}\n`);
  let failed = 0;
  for (const bench of BENCHES) {
    if (positionals.length > 0 && !positionals.includes(bench.name)) continue;
    process.stdout.write(`\n## ${bench.title}\n\n`);
    try {
      print(await bench.run({ quick, rounds, note: (line) => process.stderr.write(`  ${line}\n`) }));
    } catch (error) {
      failed++;
      process.stdout.write(`❌ ${bench.name} measured nothing: ${reasons(error).join(': ')}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

function print({ table, promises, notes = [] }: Report): void {
  process.stdout.write(`${printTable(table)}\n\n`);
  for (const { text, holds } of promises) process.stdout.write(`${holds ? '✅' : '❌'} ${text}\n`);
  for (const note of notes) process.stdout.write(`${note}\n`);
}

function reasons(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.message, ...(error.cause === undefined ? [] : reasons(error.cause))];
}

function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${first?.model ?? 'unknown processor'} · ${cpus().length} cores · ${gigabytes} GB · ${type()} ${release()} · Node ${process.versions.node}`;
}

process.exitCode = await main();
