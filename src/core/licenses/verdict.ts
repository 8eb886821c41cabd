import {
  contains,
  intersection,
  overlaps,
  type TerritorySet,
  territorySet,
  union,
} from '../territory-set.ts';
import { findConflicts, sameParty } from './conflicts.ts';
import { type Coverage, covers, type Intent } from './covers.ts';
import { type CapUnit, isComplete, type License, type LicenseDraft } from './license.ts';

/** A license, and how much was made under it. */
export type Standing = {
  readonly license: LicenseDraft;
  readonly counts: { readonly [U in CapUnit]?: number };
};

export type Reason = {
  readonly license: LicenseDraft;
  readonly coverage: Coverage;
  /** It covers it, and this one gives the same to somebody else alone. */
  readonly against?: License;
};

/** What all licenses of one thing come to. */
export type Verdict =
  /** By one license, or by several of one licensee that together hold everywhere it was asked. */
  | { readonly answer: 'yes'; readonly by: readonly LicenseDraft[] }
  /** Why each does not, the nearest to a yes first. */
  | { readonly answer: 'no' | 'cannot say'; readonly reasons: readonly Reason[] };

type Asked = Omit<Intent, 'counts'>;

/**
 * Whether any of these licenses covers that use, there, on that day.
 *
 * Without any license nothing can be said: it may lie in a drawer. So too while one of them leaves it open, or where one
 * covers it that another gave to somebody else alone; a no is said where each of them excludes it.
 */
export function checkAll(all: readonly Standing[], asked: Asked): Verdict {
  const reasons = all.map(({ license, counts }): Reason => {
    const coverage = covers(license, { ...asked, counts });
    const against = coverage.answer === 'yes' ? exclusiveAgainst(license, all, asked) : undefined;
    return { license, coverage, ...(against === undefined ? {} : { against }) };
  });
  const alone = reasons.find(({ coverage, against }) => coverage.answer === 'yes' && against === undefined);
  if (alone !== undefined) return { answer: 'yes', by: [alone.license] };
  const together = coverTogether(all, asked);
  if (together.length > 0) return { answer: 'yes', by: together };
  const isOpen = reasons.length === 0 || reasons.some(({ coverage }) => coverage.answer !== 'no');
  return { answer: isOpen ? 'cannot say' : 'no', reasons: reasons.toSorted((a, b) => far(a) - far(b)) };
}

/**
 * The license that gives the same, there and then, to another licensee alone. Whoever holds it may have passed it on, so
 * it stands against none of their own grants.
 */
function exclusiveAgainst(
  license: LicenseDraft,
  all: readonly Standing[],
  asked: Asked,
): License | undefined {
  if (!isComplete(license)) return undefined;
  const exclusive = all
    .map((one) => one.license)
    .filter(isComplete)
    .filter((one) => one.exclusive && !sameParty(one.licensee, license.licensor));
  const { date, use } = asked;
  return findConflicts(license, exclusive).find(
    ({ territories, uses, term }) =>
      overlaps(territories, asked.territories) &&
      uses.includes(use) &&
      term.from <= date &&
      (term.to === null || date <= term.to),
  )?.first;
}

/** Licenses of one licensee, each of which holds in a part of it, and which leave none of it out. */
function coverTogether(all: readonly Standing[], asked: Asked): readonly LicenseDraft[] {
  const parts = all.flatMap(({ license, counts }) => {
    const part = intersection(license.territories ?? territorySet([]), asked.territories);
    const there = { ...asked, territories: part };
    const holds =
      part.length > 0 &&
      covers(license, { ...there, counts }).answer === 'yes' &&
      exclusiveAgainst(license, all, there) === undefined;
    return holds ? [{ license, part }] : [];
  });
  for (const { license: first } of parts) {
    const group = parts.filter(({ license }) => isOneLicensee(first, license));
    const held = group.reduce<TerritorySet>((sum, { part }) => union(sum, part), territorySet([]));
    if (contains(held, asked.territories)) return group.map(({ license }) => license);
  }
  return [];
}

function isOneLicensee(a: LicenseDraft, b: LicenseDraft): boolean {
  return a.licensee !== null && b.licensee !== null && sameParty(a.licensee, b.licensee);
}

/** What is open may still become a yes; of what is excluded, a limit or a day is nearer than another country or use. */
const FAR = { caps: 1, term: 2, territories: 3, uses: 4 } as const;

function far({ coverage }: Reason): number {
  if (coverage.answer === 'no') return FAR[coverage.clause];
  return coverage.answer === 'yes' ? -1 : 0;
}
