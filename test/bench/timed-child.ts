import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { measured } from './bench.ts';
import { residentMegabytes } from './watch-process.ts';

export type Run = {
  readonly seconds: number;
  /** Of the process and the kernel for it. */
  readonly processorSeconds: number;
  /** Resident megabytes at ten points, evenly over the lines that came out. */
  readonly memory: readonly number[];
  readonly peakMegabytes: number;
  readonly lines: number;
  readonly exitCode: number;
};

/** The shell's own clock is the one that still counts a process after it has ended. */
const TIMED = 'TIMEFORMAT="cpu %U %S"; time "$0" "$@" 2>/dev/null';

/**
 * Runs a program from a shell with a file as its input and counts the lines it writes.
 *
 * @param look is shown every line and its number, from 0
 */
export async function timedRun(
  command: readonly [string, ...string[]],
  input: { readonly file: string; readonly lines: number },
  look: (line: string, index: number) => void,
): Promise<Run> {
  const since = performance.now();
  const shell = spawn('bash', ['-c', TIMED, ...command], { stdio: ['pipe', 'pipe', 'pipe'] });
  createReadStream(input.file).pipe(shell.stdin);
  const times = text(shell.stderr);
  const memory: number[] = [];
  let peakMegabytes = 0;
  let lines = 0;
  let held = '';
  for await (const chunk of shell.stdout.setEncoding('utf8')) {
    const parts = `${held}${chunk}`.split('\n');
    held = parts.pop() ?? '';
    for (const line of parts) look(line, lines++);
    if (lines < ((memory.length + 1) * input.lines) / 10.5) continue;
    const { now, peak } = memoryOfChild(shell, memory.at(-1) ?? 0);
    memory.push(now);
    peakMegabytes = Math.max(peakMegabytes, peak);
  }
  if (shell.exitCode === null) await once(shell, 'exit');
  const [, user, kernel] = /cpu (\S+) (\S+)/.exec(await times) ?? [];
  const processorSeconds = Number(user) + Number(kernel);
  measured(processorSeconds > 0, `the processor time of ${command[0]}`);
  measured(lines === input.lines, `${input.lines} lines in, ${lines} lines out of ${command.join(' ')}`);
  measured(peakMegabytes > 0, `the memory of ${command[0]}`);
  const exitCode = shell.exitCode ?? -1;
  return {
    seconds: (performance.now() - since) / 1000,
    processorSeconds,
    memory,
    peakMegabytes,
    lines,
    exitCode,
  };
}

/** The only child of the shell; near the end it may be gone, then what was seen last stands. */
function memoryOfChild(shell: ChildProcess, last: number): { readonly now: number; readonly peak: number } {
  try {
    const [child] = readFileSync(`/proc/${shell.pid}/task/${shell.pid}/children`, 'utf8').split(' ');
    return residentMegabytes(Number(child));
  } catch {
    return { now: last, peak: last };
  }
}
