import { createReadStream } from 'node:fs';
import type { Readable, Writable } from 'node:stream';
import type { Rules } from '../core/identifiers/check.ts';
import { CHECK_USAGE, type CheckArgs, readCheckArgs } from './check-args.ts';
import { checkLine } from './check-lines.ts';
import { jsonRow, plainRow } from './check-rows.ts';
import { linesOf } from './lines.ts';
import { newOutput } from './output.ts';

export type CheckRun = Rules & {
  readonly args: readonly string[];
  readonly input: Readable;
  readonly output: Writable;
  readonly errorOutput: Writable;
  /** `errorOutput` is a terminal: long work shows there how far it is. */
  readonly isTerminal: boolean;
};

type Tally = { ok: number; warn: number; error: number };

/** Lines between two words of progress. */
const PROGRESS_LINES = 20_000;

/**
 * `splitproof check`: one code on each line of a file or of standard input, one line of output for each, in order.
 *
 * Every line counts, an empty one too (an error: no code), so that output and input stand side by side. It streams:
 * memory stays flat, a slow reader slows it down, and a reader that goes away, as `head` does, ends it in silence.
 *
 * @returns the exit code: 0 no line is an error, 1 some line is, 2 bad usage or a file that cannot be read
 */
export async function runCheck(run: CheckRun): Promise<number> {
  const args = readCheckArgs(run.args);
  // Nobody reads the remarks any more; the work itself goes on.
  run.errorOutput.on('error', () => {});
  if (args === 'help') {
    run.output.write(CHECK_USAGE);
    return 0;
  }
  if ('refusal' in args) {
    run.errorOutput.write(`${args.refusal}\n\n${CHECK_USAGE}`);
    return 2;
  }
  const input = args.file === '-' ? run.input : createReadStream(args.file, { highWaterMark: 1 << 18 });
  try {
    const tally = await checkAll(args, input, run);
    return tally.error > 0 ? 1 : 0;
  } catch (error) {
    run.errorOutput.write(`${sorry(error, args.file)}\n`);
    return 2;
  }
}

async function checkAll(args: CheckArgs, input: Readable, run: CheckRun): Promise<Tally> {
  const { prefixes, year, errorOutput, isTerminal } = run;
  const options = { prefixes, year, kind: args.kind };
  const output = newOutput(run.output);
  const tally: Tally = { ok: 0, warn: 0, error: 0 };
  let number = 0;
  let told = 0;
  const rowOf = args.json ? jsonRow : plainRow;
  for await (const lines of linesOf(input)) {
    for (const line of lines) {
      number += 1;
      const check = checkLine(line, number, args.jsonl, options);
      tally[check.verdict] += 1;
      if (output.add(`${rowOf(check)}\n`)) await output.flush();
    }
    if (output.isGone()) break;
    if (isTerminal && number - told >= PROGRESS_LINES) {
      told = number;
      errorOutput.write(`\r${inDigits(number)} codes checked`);
    }
  }
  await output.end();
  if (told > 0) errorOutput.write('\r\u001b[K');
  if (!args.json && number > 1) errorOutput.write(summary(number, tally));
  return tally;
}

function summary(number: number, { ok, warn, error }: Tally): string {
  const counts = `${inDigits(ok)} ✅ hold · ${inDigits(warn)} ⚠️ to look at · ${inDigits(error)} ❌ do not hold`;
  return `${inDigits(number)} codes: ${counts}\n`;
}

function inDigits(count: number): string {
  return count.toLocaleString('en');
}

function sorry(error: unknown, file: string): string {
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall === 'write') return `The results could not be written: ${message}. Make room and start again.`;
  const name = file === '-' ? 'Standard input' : file;
  switch (code) {
    case 'ENOENT':
      return `There is no file ${name}. Check its name and folder.`;
    case 'EISDIR':
      return `${name} is a folder. Name one of the files in it.`;
    case 'EACCES':
      return `${name} may not be read by this user. Change its permissions, or copy it.`;
    default:
      return `${name} cannot be read: ${message}. Check it and start again.`;
  }
}
