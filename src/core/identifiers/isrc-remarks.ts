import { type Problem, problem } from '../problem.ts';
import type { IsrcParts, Rules } from './check.ts';
import type { Cleaned } from './clean.ts';

/** Examples in the pages of the standard and of the agencies; no recording has them. */
const DOCUMENTATION = new Set(['AA6Q7', 'USS1Z']);
/** Old recordings carry the year they were made in, but hardly one before this. */
const EARLIEST_USUAL_YEAR = 1950;

/** What the parts of a well-formed code say. The letters are no country: only the list knows who issues them. */
export function isrcParts(compact: string, rules: Rules): IsrcParts {
  const year = compact.slice(5, 7);
  const thisCentury = rules.year - (rules.year % 100) + Number(year);
  return {
    of: 'isrc',
    prefix: compact.slice(0, 5),
    year,
    likelyYear: thisCentury > rules.year ? thisCentury - 100 : thisCentury,
    designation: compact.slice(7),
    listed: rules.prefixes.byLetters.get(compact.slice(0, 2)) ?? null,
  };
}

/** Warnings, then remarks. None of them makes a code wrong: charting tracks exist for each. */
export function isrcRemarks(
  code: Cleaned,
  display: string,
  parts: IsrcParts,
  rules: Rules,
): readonly Problem[] {
  const problems: Problem[] = [];
  const prefix = DOCUMENTATION.has(parts.prefix)
    ? problem('isrc.documentation', 'warning')
    : prefixRemark(code.compact.slice(0, 2), parts, rules);
  if (prefix !== null) problems.push(prefix);
  if (code.labelKept) problems.push(problem('isrc.label-read-as-code', 'warning', { code: display }));
  const year = yearRemark(parts, rules);
  if (year !== null) problems.push(year);
  if (parts.designation === '00000') problems.push(problem('isrc.designation-zero', 'info'));
  return problems;
}

function prefixRemark(letters: string, { listed }: IsrcParts, { prefixes }: Rules): Problem | null {
  if (listed?.status === 'assigned') return null;
  const { listYear, listMonth, listDay } = prefixes;
  const details = { prefix: letters, listYear, listMonth, listDay };
  switch (listed?.status) {
    case 'retired':
      return problem('isrc.prefix-retired', 'warning', details);
    case 'part-number':
      return problem('isrc.prefix-part-number', 'warning', details);
    default:
      return problem('isrc.prefix-unlisted', 'warning', details);
  }
}

/** @see ISO 3901: the year the code was assigned. A checker has no window; only the oddest are worth a remark. */
function yearRemark({ year, likelyYear }: IsrcParts, rules: Rules): Problem | null {
  if (likelyYear + 100 === rules.year + 1) return problem('isrc.year-ahead', 'info', { year });
  return likelyYear < EARLIEST_USUAL_YEAR ? problem('isrc.year-unusual', 'info', { year }) : null;
}
