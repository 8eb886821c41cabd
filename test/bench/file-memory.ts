import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { atMost, type Bench, measured, round } from './bench.ts';

const CHILD = join(import.meta.dirname, 'children/file-memory.ts');

export type FileFigures = {
  readonly rows: number;
  readonly seconds: number;
  /** Of the heap, after the collector has been through. */
  readonly heldMegabytes: number;
  /** Resident: what was held, and what the collector had not got round to. */
  readonly peakMegabytes: number;
};

/** A table of ten megabytes is read, checked and written out without being held: its memory beside that of one megabyte. */
export const fileMemory: Bench = {
  name: 'file-memory',
  title: 'Attached table of 10 MB: memory and time',
  async run({ note }) {
    const sizes = [1, 5, 10];
    const figures: FileFigures[] = [];
    for (const megabytes of sizes) {
      note(`${megabytes} MB`);
      figures.push(await measure(megabytes));
    }
    const [small, , large] = figures;
    measured(small !== undefined && large !== undefined, 'three sizes');
    return {
      table: [
        ['table', 'rows', 's', 'rows per s', 'held MB', 'peak MB'],
        ...figures.map(({ rows, seconds, heldMegabytes, peakMegabytes }, index) => [
          `${sizes[index]} MB`,
          rows.toLocaleString('en-US'),
          round(seconds),
          round(rows / seconds),
          round(heldMegabytes),
          round(peakMegabytes),
        ]),
      ],
      promises: [
        atMost('peak memory of the process for 10 MB', large.peakMegabytes, 400, 'MB'),
        atMost('held for 10 MB more than for 1 MB', large.heldMegabytes - small.heldMegabytes, 64, 'MB'),
      ],
      notes: ['What grows is the list of codes seen so far, by which a code that stands twice is found.'],
    };
  },
};

async function measure(megabytes: number): Promise<FileFigures> {
  const child = spawn(process.execPath, ['--expose-gc', CHILD, String(megabytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await text(child.stdout);
  if (child.exitCode === null) await once(child, 'exit');
  measured(child.exitCode === 0, `the child for ${megabytes} MB ended with ${child.exitCode}`);
  const figures = JSON.parse(said) as FileFigures;
  measured(figures.rows > megabytes * 10_000, `${figures.rows} rows in ${megabytes} MB`);
  return figures;
}
