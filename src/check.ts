import { z } from 'zod';
import { runCheck } from './cli/check.ts';
import { readVariables } from './config.ts';
import { readPrefixes } from './prefixes.ts';

/** The shell's `check` on the standard streams. @returns its exit code */
export function check(args: readonly string[], machine: () => Date): Promise<number> {
  return runCheck({
    args,
    input: process.stdin,
    output: process.stdout,
    errorOutput: process.stderr,
    prefixes: readPrefixes(readVariables(z.object({ ISRC_PREFIXES: z.string().optional() })).ISRC_PREFIXES),
    year: machine().getFullYear(),
    isTerminal: process.stderr.isTTY === true,
  });
}
