import { afterAll, expect } from 'vitest';
import type { Report } from '../../../src/core/ledger/verify.ts';
import { lines, verifyFolder } from './read-folder.ts';
import { askFirst, askSecond, hasPython, type Job } from './second.ts';

const asked: Job[] = [];

/** What the verifier says. Whatever goes through here is, at the end of the file, also asked of the second verifier. */
export function verifyTwice(job: Job): Report {
  asked.push({ ...job, folder: new Map(job.folder) });
  return verifyFolder(job.folder, { pinned: job.key ?? null, older: job.older ?? [] });
}

export function expectSaid(
  report: Report,
  expected: {
    readonly verdict?: string;
    readonly failures?: readonly string[];
    readonly gaps?: readonly string[];
  },
): void {
  const { failures = [], gaps = [] } = expected;
  const verdict = failures.length > 0 ? 'not verified' : gaps.length > 0 ? 'cannot say' : 'verified';
  expect({ failures: lines(report.failures), gaps: lines(report.gaps), verdict: report.verdict }).toEqual({
    failures,
    gaps,
    verdict: expected.verdict ?? verdict,
  });
}

/** Call once in a file: both verifiers must say the same of everything that was asked in it. */
export function compareAtTheEnd(): void {
  afterAll(() => {
    if (hasPython) expect(askSecond(asked)).toEqual(asked.map(askFirst));
  }, 120_000);
}
