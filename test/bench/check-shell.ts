import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atLeast, atMost, type Bench, measured, median, type Report, round } from './bench.ts';
import { mixedCodes } from './codes.ts';
import { type Run, timedRun } from './timed-child.ts';

const BIN = join(import.meta.dirname, '../../bin/splitproof.mjs');
const STAND_IN = join(import.meta.dirname, 'stdnum-like.py');
/** One line in so many is read back and compared with what went in. */
const LOOKED_AT = 997;

/** P4: a million mixed codes from the shell, beside the same list in Python. */
export const checkShell: Bench = {
  name: 'check-shell',
  title: 'P4 · `check --json` on mixed codes, from the shell',
  async run({ quick, note }): Promise<Report> {
    const count = quick ? 50_000 : 1_000_000;
    const rounds = quick ? 1 : 3;
    const folder = await mkdtemp(join(tmpdir(), 'splitproof-bench-'));
    try {
      const file = join(folder, 'codes.txt');
      const texts = await writeCodes(file, count);
      const ours: Run[] = [];
      const theirs: Run[] = [];
      for (let round = 1; round <= rounds; round++) {
        note(`round ${round} of ${rounds}`);
        ours.push(
          await timedRun([process.execPath, BIN, 'check', '--json'], { file, lines: count }, compare(texts)),
        );
        theirs.push(await timedRun(['python3', STAND_IN], { file, lines: count }, () => {}));
      }
      return report(count, ours, theirs);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function writeCodes(file: string, count: number): Promise<ReadonlyMap<number, string>> {
  const texts = new Map<number, string>();
  const out = createWriteStream(file);
  let index = 0;
  for (const { text } of mixedCodes(count)) {
    if (index % LOOKED_AT === 0) texts.set(index, text);
    if (!out.write(`${text}\n`)) await once(out, 'drain');
    index++;
  }
  out.end();
  await once(out, 'finish');
  return texts;
}

/** The output is in order and whole, or there is no figure. */
function compare(texts: ReadonlyMap<number, string>): (line: string, index: number) => void {
  return (line, index) => {
    const input = texts.get(index);
    if (input === undefined) return;
    const answer: unknown = JSON.parse(line);
    const whole = typeof answer === 'object' && answer !== null && 'input' in answer && 'verdict' in answer;
    measured(whole && answer.input === input, `line ${index} was ${input}, the answer is ${line}`);
  };
}

function report(count: number, ours: readonly Run[], theirs: readonly Run[]): Report {
  for (const { exitCode } of ours) measured(exitCode === 1, `exit code ${exitCode}; broken codes end with 1`);
  const perCore = (runs: readonly Run[]) =>
    median(runs.map(({ processorSeconds }) => count / processorSeconds));
  const row = (name: string, runs: readonly Run[]) => [
    name,
    round(median(runs.map(({ seconds }) => seconds))),
    round(median(runs.map(({ processorSeconds }) => processorSeconds))),
    round(perCore(runs)),
    round(Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes))),
  ];
  const points = ours[0]?.memory ?? [];
  // The first points still see memory being taken that is then kept.
  const settled = points.slice(3);
  return {
    table: [
      ['', 's', 's of processor', 'codes per s and core', 'peak MB'],
      row('splitproof check --json', ours),
      row('stand-in in Python', theirs),
    ],
    promises: [
      atLeast('codes per second and core, against the stand-in', perCore(ours) / perCore(theirs), 30),
      atMost(
        'memory at the end against memory at 40 % of the list',
        (settled.at(-1) ?? 0) / (settled[0] ?? 0),
        1.25,
      ),
    ],
    notes: [`resident MB along the list: ${points.map((point) => Math.round(point)).join(' · ')}`],
  };
}
