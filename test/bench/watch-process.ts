import { readFileSync } from 'node:fs';
import { measured } from './bench.ts';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time that a running process has used, in its own code and for it in the kernel. */
export function processorSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in parentheses and may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  measured(Number.isFinite(seconds), `the processor time of process ${pid}`);
  return seconds;
}

/** Resident memory now, and the most it has been, in megabytes. */
export function residentMegabytes(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
  const memory = { now: read('VmRSS'), peak: read('VmHWM') };
  measured(memory.now > 0 && memory.peak > 0, `the memory of process ${pid}`);
  return memory;
}
