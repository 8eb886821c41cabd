import type { Problem } from '../../problem.ts';

/** The steps of docs/evidence-format.md, "Verifying". */
export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** What was found, where: the path of a file, `entry 12`, or the name of something that the caller gave. */
export type Finding = { readonly step: Step; readonly where: string; readonly problem: Problem };

/** Gathers what is found. Of each file, entry or receipt only the first failure of a step is kept. */
export type Findings = {
  /** `error` becomes a failure, `warning` a gap, `info` a note. */
  add(step: Step, where: string, problem: Problem): void;
  hasFailed(step: Step): boolean;
  readonly failures: readonly Finding[];
  readonly gaps: readonly Finding[];
  readonly notes: readonly Problem[];
};

export function gatherFindings(): Findings {
  const failures: Finding[] = [];
  const gaps: Finding[] = [];
  const notes: Problem[] = [];
  const failed = new Set<string>();
  const steps = new Set<Step>();
  return {
    failures,
    gaps,
    notes,
    add(step, where, problem) {
      if (problem.severity === 'warning') gaps.push({ step, where, problem });
      if (problem.severity === 'info') notes.push(problem);
      if (problem.severity !== 'error' || failed.has(`${step} ${where}`)) return;
      failed.add(`${step} ${where}`);
      steps.add(step);
      failures.push({ step, where, problem });
    },
    hasFailed: (step) => steps.has(step),
  };
}

export const entryName = (seq: number): string => `entry ${seq}`;
