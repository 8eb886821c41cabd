import type { Problem } from '../problem.ts';
import type { Check, Judged, Rules } from './check.ts';
import type { Cleaned } from './clean.ts';
import { judgeDpid } from './dpid.ts';
import { judgeGrid } from './grid.ts';
import { judgeGtin } from './gtin.ts';
import { judgeIpi } from './ipi.ts';
import { judgeIpiBase } from './ipi-base.ts';
import { judgeIsmn } from './ismn.ts';
import { judgeIsni } from './isni.ts';
import { judgeIsrc } from './isrc.ts';
import { judgeIswc } from './iswc.ts';
import type { Kind } from './kind.ts';

/** What the rules of each kind say of a text meant as one. */
export const JUDGES: Readonly<Record<Kind, (code: Cleaned, rules: Rules) => Judged>> = {
  isrc: judgeIsrc,
  iswc: judgeIswc,
  gtin: judgeGtin,
  ipi: judgeIpi,
  'ipi-base': judgeIpiBase,
  isni: judgeIsni,
  grid: judgeGrid,
  dpid: judgeDpid,
  ismn: judgeIsmn,
};

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** A check from what was judged; the verdict is that of its worst problem. */
export function checked(
  input: string,
  kind: Kind | null,
  candidates: readonly Kind[],
  judged: Judged,
): Check {
  const { normalized, display, problems, suggestions, parts } = judged;
  const isOdd = problems.some(({ severity }) => severity === 'warning');
  const verdict = hasError(judged) ? 'error' : isOdd ? 'warn' : 'ok';
  return { input, kind, candidates, verdict, normalized, display, problems, suggestions, parts };
}

/** One problem more, in its place: errors, warnings, remarks. */
export function withProblem(judged: Judged, added: Problem): Judged {
  const problems = [...judged.problems, added].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return { ...judged, problems };
}

export function hasError({ problems }: Judged): boolean {
  return problems.some((found) => found.severity === 'error');
}
