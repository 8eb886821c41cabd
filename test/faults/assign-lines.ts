import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** What a process wrote down of what it did, after it did it: a line of JSON each. */
export type Line =
  /** Codes that somebody was told, with their recordings; how many of them were new. */
  | { readonly told: readonly (readonly [recording: string, code: string])[]; readonly fresh: number }
  | { readonly registered: readonly [recording: string, code: string] }
  | { readonly removed: string }
  /** The code of a refusal; `clock`: it was asked for with a clock an hour back. */
  | { readonly refused: string; readonly clock?: true }
  | { readonly failed: string }
  | { readonly done: true };

/** The whole lines from an offset on; what a kill cut in half was told to nobody. */
export function readLines(
  file: string,
  offset = 0,
): { readonly lines: readonly Line[]; readonly end: number } {
  const bytes = readFrom(file, offset);
  const end = bytes.lastIndexOf(NEWLINE) + 1;
  const lines = bytes
    .subarray(0, end)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  return { lines: lines.map((line) => JSON.parse(line) as Line), end: offset + end };
}

const NEWLINE = 0x0a;

function readFrom(file: string, offset: number): Buffer {
  if (!existsSync(file)) return Buffer.alloc(0);
  const handle = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(Math.max(0, fstatSync(handle).size - offset));
    const count = readSync(handle, bytes, 0, bytes.length, offset);
    return bytes.subarray(0, count);
  } finally {
    closeSync(handle);
  }
}

/** A recording of a process; `extra` ones are there to get codes from elsewhere. */
export function recordingId(process: number, index: number, extra = false): string {
  return `r_${process}_${extra ? 'x' : ''}${index}`;
}
