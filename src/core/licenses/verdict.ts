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
import { type CapUnit, isComplete, type License, type LicenseDraft, type LicenseParty } from './license.ts';

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
  /** Where it holds, if that is a part of what was asked, and what is said here is said of that part. */
  readonly part?: TerritorySet;
};

/** One license that covers all of it, or several of one licensee that together hold everywhere it was asked. */
export type Way = readonly LicenseDraft[];

/** What all licenses of one thing come to. */
export type Verdict =
  /** Each of these is enough. */
  | { readonly answer: 'yes'; readonly by: readonly Way[] }
  /** Why each does not, the nearest to a yes first. */
  | { readonly answer: 'no' | 'cannot say'; readonly reasons: readonly Reason[] };

export type Asked = Omit<Intent, 'counts'> & {
  /** For whom it is asked; anybody without. */
  readonly licensee?: LicenseParty;
};

/**
 * Whether any of these licenses covers that use, there, on that day.
 *
 * Without any license nothing can be said: it may lie in a drawer. So too while one of them leaves it open, or where one
 * covers it that another gave to somebody else alone, or where several of one licensee would come to a yes but for that;
 * a no is said where each of them excludes it. Asked for somebody, the licenses of others only stand against theirs.
 */
export function checkAll(all: readonly Standing[], asked: Asked): Verdict {
  const theirs = all.filter(({ license }) => mayBeFor(license, asked.licensee));
  const reasons = theirs.map((one) => reasonFor(one, all, asked));
  const alone = reasons.filter(isYes).map(({ license }) => license);
  const sums = sumsOf(partsOf(theirs, all, asked), asked);
  const together = sums
    .filter((sum) => sum.every(isYes))
    .map((sum) => sum.map(({ license }) => license))
    .filter(([first]) => first !== undefined && !alone.some((one) => isOneLicensee(one, first)));
  const by: readonly Way[] = [...alone.map((license) => [license]), ...together];
  if (by.length > 0) return { answer: 'yes', by };
  // What is said of the part of one that keeps a sum open stands in place of what is said of it alone.
  const open = new Map(
    sums.flatMap((sum) => sum.filter((part) => !isYes(part))).map((part) => [part.license.id, part]),
  );
  const said = reasons.map((one) => (one.coverage.answer === 'no' ? (open.get(one.license.id) ?? one) : one));
  const isOpen = said.length === 0 || said.some(({ coverage }) => coverage.answer !== 'no');
  return { answer: isOpen ? 'cannot say' : 'no', reasons: said.toSorted((a, b) => far(a) - far(b)) };
}

/** Of one of which nobody has said who gets it, that stays open. */
function mayBeFor({ licensee }: LicenseDraft, wanted: LicenseParty | undefined): boolean {
  if (wanted === undefined || licensee === null || licensee.name.trim() === '') return true;
  return sameParty(licensee, wanted);
}

function reasonFor({ license, counts }: Standing, all: readonly Standing[], asked: Asked): Reason {
  const { territories, use, date } = asked;
  const coverage = covers(license, { territories, use, date, counts });
  const against = coverage.answer === 'yes' ? exclusiveAgainst(license, all, asked) : undefined;
  return { license, coverage, ...(against === undefined ? {} : { against }) };
}

function isYes({ coverage, against }: Reason): boolean {
  return coverage.answer === 'yes' && against === undefined;
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

type Part = Reason & { readonly part: TerritorySet };

/** Those that hold in a part of it, or may hold there, with what they come to in that part. */
function partsOf(theirs: readonly Standing[], all: readonly Standing[], asked: Asked): readonly Part[] {
  return theirs.flatMap((one) => {
    const part = intersection(one.license.territories ?? territorySet([]), asked.territories);
    if (part.length === 0 || one.license.licensee === null) return [];
    const reason = { ...reasonFor(one, all, { ...asked, territories: part }), part };
    return reason.coverage.answer === 'no' ? [] : [reason];
  });
}

/**
 * For each licensee whose licenses, or those that may hold, leave nothing of it out: those that surely hold where they
 * are enough, else all of them.
 */
function sumsOf(parts: readonly Part[], asked: Asked): readonly (readonly Part[])[] {
  const firsts = parts.filter(
    ({ license }, index) => parts.findIndex((one) => isOneLicensee(one.license, license)) === index,
  );
  return firsts.flatMap(({ license: first }) => {
    const theirs = parts.filter(({ license }) => isOneLicensee(first, license));
    const sum = [theirs.filter(isYes), theirs].find((some) => holdIn(some, asked.territories));
    return sum === undefined ? [] : [sum];
  });
}

function holdIn(parts: readonly Part[], territories: TerritorySet): boolean {
  const held = parts.reduce<TerritorySet>((sum, { part }) => union(sum, part), territorySet([]));
  return contains(held, territories);
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
