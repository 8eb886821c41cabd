import { type Problem, problem } from '../problem.ts';
import { type Conflict, findConflicts } from './conflicts.ts';
import { isComplete, type License, type LicenseDraft } from './license.ts';

const CODES = {
  'both-exclusive': ['license.both-exclusive', 'error'],
  'one-exclusive': ['license.one-exclusive', 'warning'],
  'passed-on': ['license.passed-on', 'warning'],
  'other-licensor': ['license.other-licensor', 'warning'],
} as const;

/** A license that this one meets, and what there is to say of it. */
export type Meeting = { readonly conflict: Conflict; readonly problem: Problem };

/**
 * What is wrong with a license by itself: a term that ends before it begins; a limit that is no whole number above
 * zero. What is missing is no problem here (see `missing`).
 */
export function checkLicense({ term, caps }: LicenseDraft): readonly Problem[] {
  const problems: Problem[] = [];
  if (term?.to && term.to < term.from) {
    problems.push(problem('license.term-order', 'error', { from: term.from, to: term.to }));
  }
  for (const { of, most } of caps ?? []) {
    if (!Number.isSafeInteger(most) || most < 1) problems.push(problem('license.cap', 'error', { of }));
  }
  return problems;
}

/**
 * What a license meets among those that stand. One licensor's second exclusive grant of the same is an error; the other
 * ways to meet an exclusive grant are warnings, each with both licenses named. While something is missing, it cannot be
 * compared.
 *
 * @returns errors first
 */
export function checkMeetings(license: LicenseDraft, standing: readonly License[]): readonly Meeting[] {
  if (!isComplete(license)) return [];
  const met = findConflicts(license, standing).map((conflict) => ({
    conflict,
    problem: problemOf(conflict),
  }));
  return [...met.filter(isRefused), ...met.filter((one) => !isRefused(one))];
}

/** Whether the two cannot both be kept. */
export function isRefused({ problem: { severity } }: Meeting): boolean {
  return severity === 'error';
}

function problemOf({ kind, first, second, territories, term }: Conflict): Problem {
  const [code, severity] = CODES[kind];
  return problem(code, severity, {
    first: first.licensee.name,
    firstId: first.id,
    second: second.licensee.name,
    secondId: second.id,
    countries: territories.length,
    from: term.from,
    to: term.to ?? 'none',
  });
}
