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
/** One line in so many is read back: the answer must be to what went in, and both must say the same of it. */
const LOOKED_AT = 97;

type Answers = Map<number, Answer>;
type Answer = {
  readonly input: string;
  readonly kind: string;
  readonly verdict: string;
  readonly normalized: string;
};

/** P4: a million mixed codes from the shell, beside the same list in Python. */
export const checkShell: Bench = {
  name: 'check-shell',
  title: 'P4 · `check --json` on mixed codes, from the shell',
  async run({ quick, rounds: howMany, note }): Promise<Report> {
    const count = quick ? 50_000 : 1_000_000;
    const rounds = howMany(3, 1);
    const folder = await mkdtemp(join(tmpdir(), 'splitproof-bench-'));
    try {
      const file = join(folder, 'codes.txt');
      await writeCodes(file, count);
      const input = { file, lines: count };
      const runs = { ours: [] as Run[], standIn: [] as Run[], first: [] as Run[] };
      for (let number = 1; number <= rounds; number++) {
        note(`round ${number} of ${rounds}`);
        const ours: Answers = new Map();
        const theirs: Answers = new Map();
        runs.ours.push(await timedRun([process.execPath, BIN, 'check', '--json'], input, keep(ours)));
        runs.standIn.push(await timedRun(['python3', STAND_IN], input, keep(theirs)));
        runs.first.push(await timedRun(['python3', STAND_IN, '--first'], input, () => {}));
        agree(ours, theirs);
      }
      return report(count, runs);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function writeCodes(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (const { text } of mixedCodes(count)) {
    if (!out.write(`${text}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

function keep(answers: Answers): (line: string, index: number) => void {
  return (line, index) => {
    if (index % LOOKED_AT === 0) answers.set(index, JSON.parse(line) as Answer);
  };
}

/** Two programs that share no code must agree on every code that is looked at, or there is no figure. */
function agree(ours: Answers, theirs: Answers): void {
  measured(
    ours.size > 100 && ours.size === theirs.size,
    `${ours.size} and ${theirs.size} answers to compare`,
  );
  for (const [index, our] of ours) {
    const their = theirs.get(index);
    // Printed music has a barcode too; the stand-in knows it as that only.
    const same = our.kind === 'ismn' || their?.normalized === our.normalized;
    const both = their?.verdict === 'ok' ? our.verdict !== 'error' && same : our.verdict === 'error';
    measured(
      our.input === their?.input && both,
      `line ${index}: ${JSON.stringify(our)} against ${JSON.stringify(their)}`,
    );
  }
}

type Runs = Readonly<Record<'ours' | 'standIn' | 'first', readonly Run[]>>;

function report(count: number, { ours, standIn, first }: Runs): Report {
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
  const points = ours.at(-1)?.memory ?? [];
  // The first points still see memory being taken that is then kept.
  const settled = points.slice(3);
  const ratio = round(perCore(ours) / perCore(first));
  return {
    table: [
      ['', 's', 's of processor', 'codes per s and core', 'peak MB'],
      row('splitproof check --json', ours),
      row('stand-in in Python, JSON', standIn),
      row('stand-in, first kind only', first),
    ],
    promises: [
      atLeast('codes per second and core, against the stand-in', perCore(ours) / perCore(standIn), 30),
      atMost(
        'memory at the end against memory at 40 % of the list',
        (settled.at(-1) ?? 0) / (settled[0] ?? 0),
        1.25,
      ),
    ],
    notes: [
      `against the stand-in that only names the first kind that accepts: ${ratio} ×`,
      `resident MB along the list: ${points.map((point) => Math.round(point)).join(' · ')}`,
    ],
  };
}
