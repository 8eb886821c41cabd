import { cpus, release, totalmem, type } from 'node:os';
import { parseArgs } from 'node:util';
import { type Bench, printTable } from './bench.ts';
import { checkShell } from './check-shell.ts';
import { discordGateway } from './discord-gateway.ts';
import { fileMemory } from './file-memory.ts';
import { idleMemory } from './idle-memory.ts';
import { slackHttp } from './slack-http.ts';
import { startTime } from './start-time.ts';

const BENCHES: readonly Bench[] = [slackHttp, discordGateway, checkShell, idleMemory, startTime, fileMemory];

const USAGE = `npm run bench [-- [--quick] [name…]]

${BENCHES.map(({ name, title }) => `  ${name.padEnd(16)}${title}`).join('\n')}
`;

/** Prints a table and its ratios for every bench; ends with 1 when one measured nothing, whatever the figures are. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { quick: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const unknown = positionals.find((name) => BENCHES.every((bench) => bench.name !== name));
  if (values.help || unknown !== undefined) {
    process.stdout.write(unknown === undefined ? USAGE : `There is no bench "${unknown}".\n\n${USAGE}`);
    return unknown === undefined ? 0 : 2;
  }
  process.stdout.write(`${machine()}${values.quick ? ' · quick: figures not to be quoted' : ''}\n`);
  const wanted = BENCHES.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  let failed = 0;
  for (const bench of wanted) {
    process.stdout.write(`\n## ${bench.title}\n\n`);
    try {
      const report = await bench.run({
        quick: values.quick,
        note: (line) => process.stderr.write(`  ${line}\n`),
      });
      process.stdout.write(`${printTable(report.table)}\n\n`);
      for (const { text, holds } of report.promises) process.stdout.write(`${holds ? '✅' : '❌'} ${text}\n`);
      for (const note of report.notes ?? []) process.stdout.write(`${note}\n`);
    } catch (error) {
      failed++;
      process.stdout.write(
        `❌ ${bench.name} measured nothing: ${error instanceof Error ? error.message : error}\n`,
      );
      if (error instanceof Error) process.stderr.write(`${error.stack}\n`);
    }
  }
  return failed === 0 ? 0 : 1;
}

function machine(): string {
  const [first] = cpus();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${first?.model ?? 'unknown processor'} · ${cpus().length} cores · ${gigabytes} GB · ${type()} ${release()} · Node ${process.versions.node}`;
}

process.exitCode = await main();
