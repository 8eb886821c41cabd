import { type Problem, problem } from '../problem.ts';
import { type Conflict, findConflicts } from './conflicts.ts';
import { isComplete, type License, type LicenseDraft } from './license.ts';

const CODES = {
  'both-exclusive': ['license.both-exclusive', 'error'],
  'one-exclusive': ['license.one-exclusive', 'warning'],
  'passed-on': ['license.passed-on', 'warning'],
  'other-licensor': ['license.other-licensor', 'warning'],
} as const;

/**
 * What stands against keeping this license beside those that stand.
 *
 * Errors: a term that ends before it begins; a limit that is no whole number above zero; one licensor's second exclusive
 * grant of the same. The other ways to meet an exclusive grant are warnings, each with both licenses named. What is
 * missing is no problem here (see `missing`), and while something is, the license cannot be compared.
 *
 * @returns errors first
 */
export function checkLicense(license: LicenseDraft, standing: readonly License[]): readonly Problem[] {
  const problems: Problem[] = [];
  const { term, caps } = license;
  if (term?.to && term.to < term.from) {
    problems.push(problem('license.term-order', 'error', { from: term.from, to: term.to }));
  }
  for (const { of, most } of caps ?? []) {
    if (!Number.isSafeInteger(most) || most < 1) problems.push(problem('license.cap', 'error', { of }));
  }
  if (problems.length > 0 || !isComplete(license)) return problems;
  const met = findConflicts(license, standing).map(problemOf);
  return [...met.filter(isError), ...met.filter((one) => !isError(one))];
}

function isError({ severity }: Problem): boolean {
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
