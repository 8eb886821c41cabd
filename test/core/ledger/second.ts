import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Kept } from '../../../src/core/ledger/verify/older.ts';
import { type Report, verifyBundle } from '../../../src/core/ledger/verify.ts';
import { readFolder } from './read-folder.ts';
import type { Folder } from './test-ledger.ts';

/** The verifier in another language is asked only where that language is there, and where nobody says to leave it. */
export const hasPython =
  process.env.SECOND_VERIFIER !== 'off' && spawnSync('python3', ['--version']).status === 0;

export type Job = { readonly folder: Folder; readonly key?: string; readonly older?: readonly Kept[] };

/** What both verifiers say, in one form. */
export type Said = {
  readonly verdict: string;
  readonly failures?: readonly (readonly [number, string])[];
  readonly gaps?: readonly (readonly [number, string])[];
  readonly sheets?: readonly unknown[];
  readonly entries?: number;
  readonly size?: number | null;
};

export function writeTo(place: string, folder: Folder): void {
  for (const [path, bytes] of folder) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
}

/** Run `work` with a folder that is gone afterwards. */
export function withTemporary<T>(work: (place: string) => T): T {
  const place = mkdtempSync(join(tmpdir(), 'splitproof-test-'));
  try {
    return work(place);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What the second verifier says of each, in one run of it. */
export function askSecond(jobs: readonly Job[]): readonly Said[] {
  return withTemporary((place) => {
    const lines = jobs.map(({ folder, key, older = [] }, index) => {
      const [bundle, kept] = [join(place, `${index}`), join(place, `${index}-kept`)];
      mkdirSync(bundle);
      writeTo(bundle, folder);
      writeTo(kept, new Map(older.map(({ name, bytes }) => [name, bytes])));
      return JSON.stringify({ folder: bundle, key, older: older.map(({ name }) => join(kept, name)) });
    });
    const script = join(import.meta.dirname, 'second-verifier.py');
    const run = spawnSync('python3', [script, '--batch'], {
      input: lines.join('\n'),
      maxBuffer: 2 ** 30,
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return run.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Said);
  });
}

/** What our own says, in the same form. */
export function askFirst({ folder, key, older = [] }: Job): Said {
  const report = verifyBundle({ reader: readFolder(folder), pinned: key ?? null, older });
  if ('wrongLedger' in report) return { verdict: 'bad usage' };
  const { verdict, entries, size } = report;
  return {
    verdict,
    failures: places(report.failures),
    gaps: places(report.gaps),
    sheets: [...report.sheets()],
    entries,
    size,
  };
}

function places(found: Report['failures']): readonly (readonly [number, string])[] {
  const each = new Map(found.map(({ step, where }) => [`${step} ${where}`, [step, where] as const]));
  return [...each.values()].sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
}
